"""The bodies that running text names, and what they have to do with a matter."""

import pytest

from ingest.language.actors import (
    Actor,
    Part,
    find_actors,
    find_leaders,
    find_levels,
    find_payers,
    find_responsible,
    is_made_responsible,
)
from ingest.language.office_words import SECTIONS, BodyKind, endings_alone, endings_in_prose
from ingest.language.offices import Body, find_bodies
from ingest.language.reading import Reading
from ingest.language.short_forms import is_called, is_called_by_a_part
from ingest.language.sites import find_sites


@pytest.mark.parametrize(
    ("text", "names"),
    [
        ("由安全科牵头,市财政局配合", ["安全科", "市财政局"]),
        ("联系望汀区教育局", ["望汀区教育局"]),
        ("具体由德育科、人事股负责", ["德育科", "人事股"]),
        ("市文旅集团出资,校外教育协会参与", ["市文旅集团", "校外教育协会"]),
        ("由德育科科长牵头", []),
        ("学校安排老师值班", []),
        ("", []),
    ],
)
def test_bodies_are_found_in_running_text(text: str, names: list[str]) -> None:
    assert [body.name for body in find_bodies(text)] == names


@pytest.mark.parametrize(
    ("text", "kind"),
    [
        ("望汀区教育局", BodyKind.EDUCATION),
        ("望汀区教科体局", BodyKind.EDUCATION),
        ("望汀区财政局", BodyKind.OFFICE),
        ("望汀区人民政府", BodyKind.GOVERNMENT),
        ("家长委员会", BodyKind.GROUP),
        ("基础教育科", BodyKind.DEPARTMENT),
        ("望汀师范学院", BodyKind.SCHOOL),
        ("市文旅集团", BodyKind.COMPANY),
    ],
)
def test_body_is_of_a_kind(text: str, kind: BodyKind) -> None:
    assert [body.kind for body in find_bodies(text)] == [kind]


def test_body_knows_where_it_stands() -> None:
    text = "每年联系德育科两次"
    (body,) = find_bodies(text)
    assert body == Body("德育科", 4, 7, BodyKind.DEPARTMENT, is_firm=True)
    assert text[body.start : body.end] == body.name


@pytest.mark.parametrize(
    ("text", "is_firm"),
    [("安全管理科", True), ("望汀区教育局", True), ("第八届青少年科技大赛", False), ("望汀图书馆", False)],
)
def test_name_that_may_be_something_else_is_not_firm(text: str, is_firm: bool) -> None:
    bodies = find_bodies(text)
    assert bodies
    assert [body.is_firm for body in bodies] == [is_firm]


def test_every_section_of_the_table_is_of_a_kind_and_none_holds_a_word_twice() -> None:
    used = {word for kind in BodyKind for word in (*endings_alone(kind), *endings_in_prose(kind))}
    assert used == {word for words in SECTIONS.values() for word in words}
    for words in SECTIONS.values():
        assert len(set(words)) == len(words)


@pytest.mark.parametrize(
    ("text", "actors"),
    [
        ("由人事股牵头,财务股配合", [("人事股", Part.LEADS), ("财务股", Part.SERVES)]),
        ("安全科、德育科共同负责", [("安全科", Part.LEADS), ("德育科", Part.LEADS)]),
        ("这件事财务科挑头", [("财务科", Part.LEADS)]),
        ("校长负责", []),
    ],
)
def test_actors_come_with_their_parts(text: str, actors: list[tuple[str, Part]]) -> None:
    assert list(find_actors(text)) == [Actor(name, part) for name, part in actors]


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("校车安全由安全科牵头", ["校车安全由安全科牵头"]),
        ("实行校长负责制", ["实行校长负责"]),
        ("工作由德育科、体卫艺科完成", ["由德育科", "由德育科、体卫艺科"]),
        ("与市文旅集团共建基地", ["市文旅集团"]),
        ("安全科的电话", []),
    ],
)
def test_who_does_it_is_found_where_it_stands(text: str, said: list[str]) -> None:
    assert [text[start:end] for start, end in find_responsible(text)] == said


def test_naming_a_body_makes_it_not_responsible() -> None:
    assert is_made_responsible("由安全科负责")
    assert not is_made_responsible("安全科的电话")


def test_levels_that_pay_are_told_from_those_that_are_named() -> None:
    assert find_payers("省里出900万元,县财政补贴") == {"省", "县"}
    assert find_payers("省里的学校") == frozenset()
    assert find_levels("市级财政和县政府") == {"市", "县"}


@pytest.mark.parametrize(
    ("name", "text", "called"),
    [
        ("体卫艺科", "由体育卫生与艺术科负责", True),
        ("安全科", "由安全科负责", True),
        ("安全科", "由体育卫生与艺术科负责", False),
        ("望汀区教育局", "由教育局负责", False),
    ],
)
def test_body_is_called_by_its_name_or_a_longer_one(name: str, text: str, called: bool) -> None:
    assert is_called(name, text) is called


def test_body_may_be_called_by_the_end_of_its_name() -> None:
    assert is_called_by_a_part("望汀区教育局", "由教育局负责")
    assert not is_called_by_a_part("望汀区财政局", "由教育局负责")


@pytest.mark.parametrize(
    ("text", "sites"),
    [
        ("新校区选址在城东,占地80亩", ["选址在城东"]),
        ("位于滨河路以南", ["位于滨河路以南"]),
        ("滨河路小学扩建", []),
        ("新建幼儿园五所", []),
    ],
)
def test_sites_are_found(text: str, sites: list[str]) -> None:
    found = [text[start:end] for start, end in find_sites(text)]
    assert [site for site in sites if site not in found] == []
    assert bool(found) is bool(sites)


def test_reading_names_places_and_offices_of_either_script() -> None:
    reading = Reading("長沙市由安全科牽頭")
    assert [place.name for place in reading.places] == ["长沙市"]
    assert [body.name for body in reading.offices] == ["安全科"]


@pytest.mark.parametrize(
    ("text", "leaders"),
    [
        ("由学前科负责。", ["学前科"]),
        ("牵头单位:区教育局,责任单位:人事科、财务科", ["区教育局", "人事科、财务科"]),
        ("班主任具体负责,由校长负总责", ["班主任", "校长"]),
        ("由财务股牵头,人事股配合", ["财务股"]),
        ("丰富学生社团活动", []),
        ("对推进不力的约谈主要负责人", []),
        ("落实校长负责制", []),
    ],
)
def test_those_who_are_made_responsible_are_found(text: str, leaders: list[str]) -> None:
    assert [text[start:end] for start, end in find_leaders(text)] == leaders
