"""The open pages: each has a line on which it is told of what the others, and the checks, do."""

import asyncio
import json
import time
from collections.abc import AsyncIterator, Iterator, Sequence

from briefquiz.errors import BriefquizError
from briefquiz.review.web import checking, missing
from briefquiz.review.web.book import Book
from briefquiz.review.web.checking import Warned
from briefquiz.review.web.missing import Fact
from briefquiz.review.web.room import Room
from briefquiz.review.web.views import View
from briefquiz.review.web.window import Window, alike

TICK = 1.0
"""Seconds between signs of life on an open line, on which a page that is gone is noticed."""


class Switchboard:
    """A room with the pages that look into it. No line open means that nobody is there."""

    def __init__(self, room: Room) -> None:
        self.room = room
        self.window = Window(room)
        self.lines: set[asyncio.Queue[View]] = set()
        self.visits = 0
        self.closing = False
        self.checking: asyncio.Task[None] | None = None
        self.finding: asyncio.Task[None] | None = None
        self.checked: Book | None = None
        self.facts: Sequence[Fact] | None = None
        self.background: View = {}

    def tell(self, news: View) -> None:
        """Tell every page."""
        for line in self.lines:
            line.put_nowait(news)

    async def listen(self) -> AsyncIterator[str]:
        """What a page is told, as server-sent events."""
        line: asyncio.Queue[View] = asyncio.Queue()
        self.lines.add(line)
        self.visits += 1
        try:
            now = {**self.window.summary(), "reload": True}  # what changed before the line was open
            yield f"retry: 500\ndata: {json.dumps(now)}\n\n"
            if self.background:
                yield f"data: {json.dumps(self.background)}\n\n"
            self.check_soon()
            self.find_facts()
            while not self.closing:
                try:
                    news = await asyncio.wait_for(line.get(), TICK)
                    yield f"data: {json.dumps(news)}\n\n"
                except TimeoutError:
                    yield ": still here\n\n"
        finally:
            self.lines.discard(line)

    def check_soon(self) -> None:
        """Look for what to warn of, in the background, and tell when that is known."""
        if self.checking is None or self.checking.done():
            self.checking = asyncio.create_task(self._check())

    def find_facts(self) -> None:
        """Find the facts in the brief, once, in the background."""
        if self.finding is None:
            self.finding = asyncio.create_task(self._find())

    def look(self) -> None:
        """Notice what others did to the file."""
        if self.room.look():
            self.tell({"reload": True, "outside": True, **self.window.summary()})
            self.check_soon()

    def close(self) -> None:
        """End the lines and what is done in the background."""
        self.closing = True
        self.room.outside.leave()
        self.tell({"closed": True})

    async def _check(self) -> None:
        while self.checked is not self.room.book:
            book = self.room.book
            if self.checked is None or not _is_alike(self.checked, book):
                found = await asyncio.to_thread(checking.gathered, self._warnings(book))
                self._tell_more({"warnings": found, **await self._unasked()})
            self.checked = book

    def _warnings(self, book: Book) -> Iterator[Warned]:
        """The warnings of a book, as long as somebody is there to be warned; verdicts go first."""
        for one in checking.warnings(self.room.outside, book):
            if self.closing:
                return
            time.sleep(0)
            yield one

    async def _find(self) -> None:
        try:
            self.facts = await asyncio.to_thread(self.room.outside.facts)
            self._tell_more(await self._unasked())
        except BriefquizError as error:
            self._tell_more({"unasked": error.problems[0].message})

    async def _unasked(self) -> View:
        facts, places = self.facts, self.room.places
        if facts is None:
            return {}
        questions = self.room.book.questions
        found = await asyncio.to_thread(missing.unasked, facts, questions, places) if places else []
        return {"unasked": found}

    def _tell_more(self, news: View) -> None:
        """Tell what the background has found out; pages that come later are told too."""
        self.background = {**self.background, **news}
        self.tell(news)


def _is_alike(old: Book, new: Book) -> bool:
    """Whether a check says the same of both: of a verdict it depends only that rejected statements
    do not count in the balance of true and false ones."""
    return alike(old.questions, new.questions) and _judged(old) == _judged(new)


def _judged(book: Book) -> list[str]:
    return [q.id for q in book.questions if q.type == "true_false" and q.status != "rejected"]
