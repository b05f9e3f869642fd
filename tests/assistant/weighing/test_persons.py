import pytest

from assistant.weighing.persons import lacks_person
from ingest.language.folding import fold
from ingest.plan import Item


@pytest.mark.parametrize(
    ("question", "text", "office"),
    [
        ("3号车司机叫什么", "车号：3号；照管员：田秀云", "司机"),
        ("3号车司机叫什么", "车号：3号；驾驶员：米建国；照管员：田秀云", ""),
        ("跟车老师是谁", "车号：3号；照管员：田秀云", ""),
        ("校长是谁", "学校：一小；校长：柏长顺；电话：5501234", ""),
        ("校长是谁", "校长每学期听课三十节。", "校长"),
        ("谁是二小的园长", "园长由李明担任，任期三年。", ""),
        ("司机姓什么", "驾驶人每月接受一次培训。", "司机"),
        ("校车几点开", "驾驶人每月接受一次培训。", ""),
        ("Who is the driver?", "Every driver is trained once a year.", "driver"),
        ("Who is the principal?", "The principal is Mary Field.", ""),
    ],
)
def test_office_whose_holder_is_asked_for_must_stand_with_a_name(question: str, text: str, office: str) -> None:
    assert lacks_person(Item("1", None, "", "", "", text), fold(question)) == office
