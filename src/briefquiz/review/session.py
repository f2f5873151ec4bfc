"""Where a person is on the shelf, and what a key does there."""

from dataclasses import dataclass, replace
from typing import Literal, TypeAlias

Verdict: TypeAlias = Literal["approved", "rejected"]


@dataclass(frozen=True, slots=True)
class Decision:
    """What was decided on a question: its block before and after, to the byte."""

    id: str
    status: Verdict
    before: str
    after: str


@dataclass(frozen=True, slots=True)
class Session:
    """The ids on the shelf when it was opened, where the person is, and what they decided.

    `at` is the number of ids when they are through.
    """

    ids: tuple[str, ...]
    at: int = 0
    decisions: tuple[Decision, ...] = ()

    @property
    def current(self) -> str:
        """The id of the question that is shown; "" at the end."""
        return self.ids[self.at] if self.at < len(self.ids) else ""

    @property
    def progress(self) -> str:
        """ "3 of 17"."""
        return f"{self.at + 1} of {len(self.ids)}"


@dataclass(frozen=True, slots=True)
class Settle:
    """Give the question a status, and save."""

    id: str
    status: Verdict


@dataclass(frozen=True, slots=True)
class Edit:
    """Open the question in an editor, and save."""

    id: str


@dataclass(frozen=True, slots=True)
class Show:
    """Show the question that is current now."""


@dataclass(frozen=True, slots=True)
class TakeBack:
    """Undo a decision, and save."""

    decision: Decision


@dataclass(frozen=True, slots=True)
class Tell:
    """Say something; the question stays."""

    text: str


@dataclass(frozen=True, slots=True)
class Leave:
    """End the review."""


Effect: TypeAlias = Settle | Edit | Show | TakeBack | Tell | Leave

KEYS = {
    "a": "approve",
    "r": "reject",
    "e": "edit",
    "s": "skip",
    "b": "back",
    "q": "quit",
}
HELP = (
    "a approve: the question is used from now on; r reject: it is never used and never drafted "
    "again; e edit it in your editor; s skip it; b back to the one before, and take back what was "
    "decided there; q quit. Every decision is saved at once."
)


def press(session: Session, key: str) -> tuple[Session, Effect]:
    """The session after a key, and what has to be done for it first.

    The session is to be taken only if that worked.
    """
    match KEYS.get(key.strip().lower()[:1]):
        case "approve":
            return _next(session), Settle(session.current, "approved")
        case "reject":
            return _next(session), Settle(session.current, "rejected")
        case "edit":
            return session, Edit(session.current)
        case "skip":
            return _next(session), Show()
        case "back":
            return _back(session)
        case "quit":
            return session, Leave()
        case _:
            return session, Tell(HELP)


def decided(session: Session, decision: Decision) -> Session:
    """The session with one more decision to take back."""
    return replace(session, decisions=(*session.decisions, decision))


def renamed(session: Session, old: str, new: str) -> Session:
    """The session after an edit that gave a question another id."""
    return replace(session, ids=tuple(new if name == old else name for name in session.ids))


def _next(session: Session) -> Session:
    return replace(session, at=min(session.at + 1, len(session.ids)))


def _back(session: Session) -> tuple[Session, Effect]:
    """To the question before; what was decided there is taken back."""
    if not session.at:
        return session, Tell("this is the first one")
    before = replace(session, at=session.at - 1)
    for decision in reversed(session.decisions):
        if decision.id == before.current:
            kept = tuple(other for other in session.decisions if other is not decision)
            return replace(before, decisions=kept), TakeBack(decision)
    return before, Show()
