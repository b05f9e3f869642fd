"""What is offered to compare stands in several of the plans."""

from assistant.browsing.common_topics import MOST_OFFERED, common_topics
from ingest.language.folding import fold
from vectorstore.store import Store
from vectorstore.stored_plan import Body
from vectorstore.thesaurus import Entry, read_thesaurus

ENTRIES = (
    Entry(("校车",), english=("school bus",)),
    Entry(("学校饭堂", "食堂")),
    Entry(("乡村教师",)),
    Entry(("课后服务",)),
    Entry(("课后服务收费",)),
    Entry(("火箭",)),
)


def bodies(store: Store) -> list[Body]:
    return [store.body_of(plan) for plan in store.plans]


def test_terms_of_at_least_two_plans_are_offered_with_their_english(small_store: Store) -> None:
    found = common_topics(bodies(small_store), ENTRIES)
    assert {topic.name: (topic.english, topic.plan_count) for topic in found} == {
        "校车": ("school bus", 2),
        "课后服务": ("", 2),
    }


def test_of_a_single_plan_its_own_terms_are_offered(small_store: Store) -> None:
    (plan,) = [plan for plan in small_store.plans if plan.identity.year == 2023]
    assert {topic.name for topic in common_topics([small_store.body_of(plan)], ENTRIES)} == {
        "校车",
        "课后服务",
        "食堂",
        "乡村教师",
    }


def test_without_plans_nothing_is_offered() -> None:
    assert common_topics([], ENTRIES) == ()


def test_no_topic_is_part_of_another_and_each_stands_in_its_plans(sample_store: Store) -> None:
    found = common_topics(bodies(sample_store), read_thesaurus())
    names = [topic.name for topic in found]
    assert len(names) == MOST_OFFERED
    assert not [(one, other) for one in names for other in names if one != other and one in other]
    for topic in found:
        holding = [body for body in bodies(sample_store) if fold(topic.name) in fold(body.text)]
        assert topic.plan_count == len(holding) >= 2


def test_topics_come_in_the_number_asked_for(sample_store: Store) -> None:
    assert len(common_topics(bodies(sample_store), read_thesaurus(), limit=3)) == 3
