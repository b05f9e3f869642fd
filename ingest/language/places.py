"""The place that a name begins with or a text is about: 西安市未央区 of 西安市未央区教育局."""

import re
from collections import Counter
from collections.abc import Sequence

from ingest.language.folding import fold

# 州 and 乡 and 镇 and 旗 also stand within other names: 广州市, 新乡市, 景德镇市, 红旗区.
UNIT = (
    r"(?:特[别別]行政[区區]|自治[区區州县縣旗]|(?:高新技[术術]|[经經][济濟]技[术術]|[经經][济濟])?(?:[产產][业業])?[开開][发發][区區]"
    r"|[开開][发發][区區]|[经經][开開][区區]|高新[区區]|工[业業][园園][区區]|新[区區]|(?<=大[兴興]安[岭嶺])地[区區]|(?<=阿里|喀什|和田|塔城)地[区區]|(?<=阿克[苏蘇]|阿勒泰)地[区區]|[实實][验驗][区區]|示范[区區]|[风風]景(?:名[胜勝])?[区區]"
    r"|省|市(?![区區]|市(?!中))|(?<![地城校学學片园園街社景小辖轄县縣地战戰禁])[区區]|城[区區]|[县縣](?![级級域区區市])|州(?=教|人民|政|委|民族|$)|(?<![联聯同加])盟(?=教|行政|$)"
    r"|(?<!红)(?<!紅)旗(?![区區帜幟舰艦镇鎮])|[镇鎮](?![市区區县縣长長])|[乡鄉](?![市县縣镇鎮村亲親])|街道(?![办辦]事[处處][^教])?|[办辦]事[处處])"
)
NOT_IN_A_PLACE = r"局|[厅廳]|委|政府|教育|人民|[学學]校|中[学學]|小[学學]|幼[儿兒]|[发發]展|[关關]于|[关關]於|全[省市县縣区區镇鎮乡鄉]|各[省市县縣区區镇鎮乡鄉]|推[进進]|加强|加強|做好|[实實]施|建[设設]|促[进進]|[创創]建|[深强優优]化|[规規]范|申[请請]"
PLACE_PART = rf"(?![各全我本该該及和与與])(?:(?!{NOT_IN_A_PLACE})[\u4e00-\u9fff]){{1,8}}?{UNIT}(?![属屬直级級])"
PLACE = re.compile(rf"^(?:中共|共青[团團])?((?:新疆生[产產]建[设設]兵[团團]|香港|澳[门門])?(?:{PLACE_PART}){{0,4}})")
NO_PLACE = re.compile(r"[全我本各该該]?[省市县縣区區镇鎮乡鄉]|市[区區]|城[市乡鄉]|[区區][县縣]|省市")
OWN_LEVEL = re.compile(r"[全我本]([省市县縣区區州镇鎮])")


def place_of(name: str) -> str | None:
    """The place that an office's name or a title begins with: `澄原县教育局` is 澄原县, `县教育局` and `教育部` None."""
    match = PLACE.match(name)
    place = match[1] if match else ""
    return place if len(place) >= 2 and not NO_PLACE.fullmatch(place) else None


def common_place(names: Sequence[str]) -> str | None:
    """The place of all offices that name one: of 澄原市教育局 and 澄原市柏屿区财政局 it is 澄原市."""
    places = [place for name in names if (place := place_of(name))]
    if not places:
        return None
    shortest = min(places, key=len)
    return shortest if all(fold(place).startswith(fold(shortest)) for place in places) else None


def place_of_text(paragraphs: Sequence[str]) -> str | None:
    """The place of the plan's own level that it names most: a paper that says 全区 and names 未央区 again and again."""
    text = fold("\n".join(paragraphs))
    own_level = OWN_LEVEL.search(text)  # the first: 全区 in the opening, though it says 全市 of its superiors later
    if not own_level:
        return None
    level = own_level[1]
    names = re.findall(
        rf"(?:[《“\n。,、;]|\d年|[在对立定好])((?![在对])[\u4e00-\u9fff]{{2,4}}?{level})(?![域划位别])", text
    )
    common = [(name, count) for name, count in Counter(names).most_common() if not re.match("[全我本各社学校试]", name)]
    return common[0][0] if common and common[0][1] >= 2 else None
