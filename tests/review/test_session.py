"""What each key does, wherever the person is."""

import pytest

from briefquiz.review.session import (
    HELP,
    Decision,
    Edit,
    Effect,
    Leave,
    Session,
    Settle,
    Show,
    TakeBack,
    Tell,
    decided,
    press,
    renamed,
)

SHELF = Session(("x", "y"))
ON_X = Decision("x", "approved", "before", "after")
AT_Y = Session(("x", "y"), 1, (ON_X,))


@pytest.mark.parametrize(
    ("session", "key", "at", "effect"),
    [
        (SHELF, "a", 1, Settle("x", "approved")),
        (SHELF, "A\n", 1, Settle("x", "approved")),
        (SHELF, "r", 1, Settle("x", "rejected")),
        (SHELF, "e", 0, Edit("x")),
        (SHELF, "skip", 1, Show()),
        (SHELF, "q", 0, Leave()),
        (SHELF, "?", 0, Tell(HELP)),
        (SHELF, "\n", 0, Tell(HELP)),
        (SHELF, "\x1b[A", 0, Tell(HELP)),
        (SHELF, "b", 0, Tell("this is the first one")),
        (AT_Y, "r", 2, Settle("y", "rejected")),
        (AT_Y, "b", 0, TakeBack(ON_X)),
        (Session(("x", "y"), 1), "b", 0, Show()),
    ],
)
def test_a_key(session: Session, key: str, at: int, effect: Effect) -> None:
    after, done = press(session, key)
    assert (after.at, done) == (at, effect)


def test_back_takes_back_the_last_decision_on_that_question_once() -> None:
    again = Decision("x", "rejected", "after", "last")
    session, effect = press(decided(AT_Y, again), "b")
    assert effect == TakeBack(again)
    assert session.decisions == (ON_X,)
    session, effect = press(press(session, "s")[0], "b")
    assert (effect, session.decisions) == (TakeBack(ON_X), ())
    assert press(press(session, "s")[0], "b")[1] == Show()


def test_where_the_person_is() -> None:
    assert (AT_Y.current, AT_Y.progress) == ("y", "2 of 2")
    assert press(AT_Y, "s")[0].current == ""
    assert renamed(AT_Y, "y", "z").current == "z"
