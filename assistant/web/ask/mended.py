"""A question to be asked again: as it was, or without something that was understood of it."""

from assistant.web.ask.talk import Turn


def mended(turn: Turn, key: str = "") -> Turn:
    """The turn unanswered, with what `key` names taken off, or put back: `place:望汀区`, `year:2024`, `plan:ID`, `talk`."""
    is_alone = turn.is_alone != (key == "talk")
    named = {f"{one.kind}:{one.value}": one for one in (*turn.without, *(turn.answer.named if turn.answer else ()))}
    without = turn.without
    if one := named.get(key):
        without = tuple(off for off in without if off != one) if one in without else (*without, one)
    return Turn(turn.question, turn.scope, without, is_alone)
