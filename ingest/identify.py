"""Who issued the plan, for which place and year, under which number, title and date; what it does not say is None."""

import hashlib
import re
from collections.abc import Iterable, Sequence

from ingest.clean import is_making, masthead, read_letterhead, signed_bodies, tail
from ingest.document import Document, Line
from ingest.fields import is_field_line, read_fields
from ingest.file_name import NamedFile, read_file_name
from ingest.front_matter import read_matter
from ingest.issuer import LEADING_YEAR, choose_issuer, issuers_of_title, named_source
from ingest.labels import read_label
from ingest.language.english_bodies import is_english_body, opening_english_body
from ingest.language.folding import as_printed, fold, language_of, plain_digits
from ingest.language.leading_places import common_place, leading_place, place_of_text
from ingest.language.office_names import names_alone
from ingest.language.patterns import Pattern
from ingest.language.printed_dates import (
    DATE,
    ENGLISH_DATE,
    find_date,
    find_date_in_english,
    find_date_in_taiwan,
    latest_date,
)
from ingest.language.sentences import clause_end
from ingest.language.years import Form, find_years
from ingest.language.years import Role as YearRole
from ingest.masthead import is_number_line
from ingest.notice import given_out
from ingest.orders import ordering_offices
from ingest.parts import Parts
from ingest.plan import Identity
from ingest.title import looks_like_a_title
from ingest.year import plan_year

EXPLAINED = re.compile(r"由([\u4e00-\u9fff、]{4,30}?)(?:负责|負責)(?:解释|解釋)")
# The month alone, or a newspaper's name and the day: 樟汀日报 2024年9月3日
MONTH_ALONE = re.compile(rf"(?:[\u4e00-\u9fff]{{2,12}}\s+)?[\s（(]*{DATE.source}[\s）)]*")
ENGLISH_MADE = re.compile(r"(?:adopted|approved|revised|issued|dated|effective|passed|last updated)\b.*\d{4}", re.I)
LATIN_NAME = re.compile(r"(?<=[\u4e00-\u9fff])\s+[A-Za-z][A-Za-z .,'’&()-]+$")  # behind the Chinese one
CONSULTED = Pattern(
    "when opinions on a draft are asked for",
    r"""
    (?: (?:征求|征集|反馈|提出|收集) [^,。;:]{0,6} 意见 | 意见 (?:征集|反馈|征求|收集) )
    [^,。;:]{0,4} (?:时间|期限|日期|截止|期间|起止)
    | \d日 [^,。;]{0,2}前 .{0,20} (?:意见|建议)
    """,
    matches=("征求意见时间:2024年6月3日", "意见反馈截止日期:2024年7月2日", "请于2024年7月2日前将修改意见发至"),
    misses=("征求家长意见", "意见建议", "2024年6月3日起施行"),
    flags=re.VERBOSE,
)
REPORTED = Pattern(
    "who reports news",
    r"""
      (?:^|\s) (?:本报|本网|本台|特约)? (?:见习|实习)? (?:记者|通讯员) (?:\s? [:从在获] | \s+ \S{2,4} (?:$|\s))  # 记者:方晓
    | ^ \S{0,10} (?:本[报网台站]|\d日) (?:快?讯|电)                                                      # 本报讯
    """,
    matches=("来源:某日报 记者:方晓", "本报讯 记者从县里获悉", "记者从县教育局获悉"),
    misses=("记者站的规定", "小记者社团"),
    flags=re.VERBOSE,
)
GIVES_OUT = Pattern(
    "who gives out the paper that news are about",
    r"""
    (?:^|[\s,。:])(?!根据|按照|依据)(?P<who>[\u4e00-\u9fff、]{4,40}?)
    (?:近日|日前|昨日|今日|今天|昨天)?(?:联合)?(?:正式)?(?:印发|出台|发布|下发|制定|公布|颁布)了?《
    """,
    matches=("本报讯 日前,澄原县教育局印发《家访办法》", "澄原县教育局、澄原县财政局近日联合出台《办法》"),
    misses=("澄原县教育局开会", "根据澄原县教育局印发《办法》"),
    flags=re.VERBOSE,
)
BRACKETED = re.compile(r"^[（(](.+)[）)]$")
LAST_LINES = 5  # of a paper, among which it says who explains it: 本办法由澄原县教育局负责解释。
DATED = ("the date line", "the signature", "the printer's line", "the dispatch line")
LONGEST_DATED = 30  # characters of a line that stands for its date


def identify(document: Document, parts: Parts) -> Identity:
    """The plan's identity from its masthead, first paragraph and signature; from the file's name what they do not say."""
    named = read_file_name(document.source)
    around = [*parts.above, *parts.notice, *parts.closing]
    fields = read_fields([line.text for line in around])
    matter = read_matter(document.lines)
    fields["date"] += matter.dates
    fields["issuer"] += matter.issuers
    titles = [title for title in (parts.outer_title, parts.head.title, given_out(parts.head.title or "")) if title]
    language = language_of("".join(line.text for line in parts.body))
    if language == "zh-Hant" and _is_law(parts):
        fields["date"] += fields["published"]  # 公布日期：民國109年6月12日, of the law and not of its page
    date = _date(parts, fields, language) or _day_of_news(parts, fields)
    telling = titles or _titles(named) or _opening_clause(parts.body)
    if language == "en":
        issuer = _english_issuer(parts, fields, titles)
    else:
        orders = ordering_offices([line.text for line in (*parts.above, *parts.notice)])
        issuer = choose_issuer(telling, orders, _signed(parts, fields), _sources(parts, fields)) or _in_news(parts)
    region = _region(issuer, telling) or _region_of_body(parts.body)
    year = _year(parts, titles, named, date)
    head_title = parts.head.title if parts.head.is_firm or not named.title else None
    title = head_title or named.title or parts.head.title or _built_title(parts.body, region, year) or named.stem
    number = parts.head.number or named.number
    return Identity(
        id=plan_id(document.source, title),
        title=title,
        issuer=issuer,
        region=region,
        year=year,
        number=number,
        date=date or _day_of_page(parts, fields, year, language),
        source=document.source,
        language=language,
    )


def plan_id(source: str, title: str) -> str:
    """The plan's id: the same for the same file name and title, so that a changed file keeps it."""
    return hashlib.sha256(f"{source}\n{fold(title)}".encode()).hexdigest()[:12]


def _titles(named: NamedFile) -> list[str]:
    return [named.title] if named.title else []


def _opening_clause(body: Sequence[Line]) -> list[str]:
    """What the text opens with, where it names office and year as a title would: `澄原县教育局2024年工作的总体思路是`."""
    clause = body[0].text[: clause_end(body[0].text, 0)] if body else ""
    return [clause] if issuers_of_title(clause) and plan_year([clause], "", [], None) else []


def _signed(parts: Parts, fields: dict[str, list[str]]) -> list[list[str]]:
    """The offices of the red head, of the signatures, of the metadata, and those that stand alone in the head."""
    red_heads = [read_letterhead(line.text) for line in parts.above]
    bare = _run_of_bodies(parts.above)
    letterhead = [name for names in red_heads if names for name in names]
    if any(names == [] for names in red_heads):  # 文件 in a line of its own, below the offices
        letterhead = bare
    elif letterhead and bare and _stand_together(parts.above, bare):
        letterhead = [*bare, *letterhead]
    by_hand = next(
        (run for lines in (parts.notice, parts.closing, parts.signatures) if (run := _run_of_bodies(lines))), []
    )
    return [_unique(letterhead), by_hand, _unique(named_source(fields["issuer"])), bare]


def _run_of_bodies(lines: Sequence[Line]) -> list[str]:
    """The offices of the first lines, one below the other, that name offices and nothing else."""
    found: list[str] = []
    for line in lines:
        own = BRACKETED.sub(r"\1", LATIN_NAME.sub("", line.text).strip("# "))
        names = [] if is_field_line(line.text) else signed_bodies(own)
        if not names and found:
            break
        found += names
    return _unique(found)


def _stand_together(lines: Sequence[Line], bare: Sequence[str]) -> bool:
    """Whether a red head's last line, which ends in 文件, stands right below the other offices' lines."""
    texts = [line.text for line in lines]
    last = next((index for index, text in enumerate(texts) if read_letterhead(text)), 0)
    return last > 0 and bool(signed_bodies(texts[last - 1])) and signed_bodies(texts[last - 1])[-1] in bare


def _sources(parts: Parts, fields: dict[str, list[str]]) -> list[str]:
    """The offices that a page's source line, the printer's line and the last article name."""
    printers = [
        name
        for line in parts.closing
        if (match := re.match(r"(\S+)\s+\S*\d\S*\s*印[发發]", line.text))
        for name in signed_bodies(re.sub(r"(?<=局)(?:办公室|辦公室)$", "", match[1]))
    ]
    explained = [
        name
        for line in parts.body[-LAST_LINES:]
        for match in EXPLAINED.finditer(line.text)
        for name in signed_bodies(match[1])
    ]
    return [*named_source(fields["source"]), *printers, *explained]


def _in_news(parts: Parts) -> str | None:
    """The offices that, as the opening of news says, gave out the paper."""
    opening = parts.body[0].text if parts.body else ""
    told = [line.text for line in parts.above] + [opening]
    match = GIVES_OUT.compiled.search(fold(opening))
    if not match or not any(REPORTED.compiled.search(fold(text)) for text in told):
        return None
    return "、".join(names_alone(as_printed(opening, *match.span("who")))) or None


def _region(issuer: str | None, titles: Iterable[str]) -> str | None:
    named = common_place((issuer or "").split("、"))
    return named or next((place for title in titles if (place := leading_place(LEADING_YEAR.sub("", title)))), None)


def _region_of_body(body: Sequence[Line]) -> str | None:
    """The place that the text opens with and names again, or that of its own level that it names most."""
    opening = re.sub("^[，,是]", "", LEADING_YEAR.sub("", body[0].text)) if body else ""
    place = leading_place(opening)
    if place and sum(line.text.count(place) for line in body) >= 2:
        return place
    return place_of_text([line.text for line in body])


def _english_issuer(parts: Parts, fields: dict[str, list[str]], titles: Sequence[str]) -> str | None:
    """The office or school that the title begins with, that stands alone around the text, or that a field names."""
    alone = [line.text for line in (*parts.above, *parts.closing, *parts.signatures) if is_english_body(line.text)]
    named = [value for value in fields["issuer"] if is_english_body(value)]
    opening = [name for title in titles if (name := opening_english_body(title))]
    return next((name.strip(" .,:#") for name in (*opening, *alone, *named)), None)


def _year(parts: Parts, titles: Sequence[str], named: NamedFile, date: str | None) -> int | None:
    opening = parts.body[0].text if parts.body else ""
    text = "\n".join(line.text for line in parts.body)
    own = plan_year([*titles[1:], *titles[:1]], opening, [parts.head.number or ""], date, text=text)
    return (
        own
        or _standing_year(parts)
        or _year_of_consultation(parts)
        or plan_year([named.title or named.stem], "", [named.number or ""], None, text=text)
    )


def _standing_year(parts: Parts) -> int | None:
    """The year that a short line above the text gives: `2021年修订`, `Spring 2021`; none that a page was changed in."""
    lines = (line.text for line in parts.above if _may_date(line.text))
    found = (
        year.first
        for line in lines
        for year in find_years(fold(line))
        if year.role is YearRole.NAMED and year.form is not Form.FIVE_YEARS
    )
    return next(found, None)


def _year_of_consultation(parts: Parts) -> int | None:
    """The year in which opinions on a draft are asked for: `征求意见时间：2024年6月3日至7月2日`."""
    lines = (*parts.above, *parts.notice, *reversed(parts.body), *parts.closing)
    asked = (line.text for line in lines if CONSULTED.compiled.search(fold(line.text)) and not read_label(line.text))
    date = next((date for text in asked if (date := find_date(plain_digits(text)))), None)
    return int(date[:4]) if date else None


def _may_date(line: str) -> bool:
    return len(line) <= LONGEST_DATED and not is_field_line(line) and not is_number_line(line)


def _date(parts: Parts, fields: dict[str, list[str]], language: str) -> str | None:
    """The day on which the paper was signed, made or printed; the day of its upload is none."""
    below = [line.text for line in (*parts.notice, *parts.closing, *parts.signatures)]
    signed = [text for text in below if tail(text) in DATED and not is_field_line(text)]
    made = [line.text for line in parts.above if ENGLISH_MADE.match(line.text)] if language == "en" else []
    candidates = [plain_digits(text) for text in (*signed, *fields["date"], *made)]
    readers = {"zh-Hant": find_date_in_taiwan, "en": find_date_in_english}
    read_date = readers.get(language, find_date)
    noted = [latest_date(plain_digits(text), in_taiwan=language == "zh-Hant") for text in _notes(parts)]
    found = next((date for text in candidates if (date := read_date(text))), None)
    return found or max(filter(None, noted), default=None)


def _is_law(parts: Parts) -> bool:
    """Whether the text's first label is an article's or a chapter's."""
    first = next((label for line in parts.body if (label := read_label(line.text))), None)
    return first is not None and first.kind in ("article", "chapter", "part")


def _notes(parts: Parts) -> list[str]:
    """The lines of the head that tell of the paper's making: in brackets, or with a date at their opening."""
    above = [line.text for line in parts.above if not is_field_line(line.text)]
    return [
        text
        for text in above
        if re.match(r"[（(〔\[].*[\d一二].*[）)〕\]]$|[一二]", text) or is_making(text) or MONTH_ALONE.fullmatch(text)
    ]


def _day_of_news(parts: Parts, fields: dict[str, list[str]]) -> str | None:
    """The day on which a report came out, which is its own; of a plan that was put on a page later it is not."""
    title = parts.head.title
    if not title or looks_like_a_title(title):
        return None
    above = [line.text for line in parts.above if REPORTED.compiled.search(fold(line.text))]
    is_reported = above or (parts.body and REPORTED.compiled.search(fold(parts.body[0].text)))
    if not is_reported and any(read_label(line.text) for line in parts.body):
        return None
    dated = [line.text for line in parts.above if is_field_line(line.text) or masthead(line.text) == "a date line"]
    texts = [*fields["published"], *(dated if is_reported else ())]
    return next((date for text in texts if (date := find_date(plain_digits(text)))), None)


def _day_of_page(parts: Parts, fields: dict[str, list[str]], year: int | None, language: str) -> str | None:
    """The day that stands above the text, or on which the page came out, where that is in the paper's own year.

    Of `2024年工作要点` on a page of 2023-12-20 it is none: a page may come later than its paper, or be put up again.
    """
    alone = [line.text for line in parts.above if masthead(line.text) == "a date line" or _is_english_day(line.text)]
    read_date = find_date_in_english if language == "en" else find_date
    dates = (read_date(plain_digits(text)) for text in (*alone, *fields["published"]))
    return next((date for date in dates if date and int(date[:4]) == year), None)


def _is_english_day(text: str) -> bool:
    return bool(ENGLISH_DATE.compiled.fullmatch(fold(text).strip(" .")))


def _built_title(body: Sequence[Line], region: str | None, year: int | None) -> str | None:
    """A title for a paper without one, from what it says of itself: place, year and `教育工作`."""
    if not body or "教育" not in body[0].text or not (region or year):
        return None
    return f"{region or ''}{f'{year}年' if year else ''}教育工作"


def _unique(names: Iterable[str]) -> list[str]:
    return list(dict.fromkeys(names))
