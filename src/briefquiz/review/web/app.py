"""The page's requests: what each address does."""

import asyncio
import json
from collections.abc import AsyncIterator, Callable, Mapping
from functools import partial
from importlib import resources
from typing import Any

from starlette.applications import Starlette
from starlette.exceptions import HTTPException
from starlette.requests import Request
from starlette.responses import JSONResponse, Response, StreamingResponse
from starlette.routing import Route

from briefquiz.errors import BriefquizError
from briefquiz.review.web import preview, views
from briefquiz.review.web.guard import HEADERS
from briefquiz.review.web.preview import Preview
from briefquiz.review.web.room import Room, StaleError
from briefquiz.review.web.views import View

KINDS_OF_FILE = {
    "html": "text/html; charset=utf-8",
    "css": "text/css; charset=utf-8",
    "js": "text/javascript; charset=utf-8",
    "svg": "image/svg+xml",
}
PAUSE = 1.2
"""Seconds without a change before questions are checked anew: checking must not slow deciding."""
TICK = 1.0
"""Seconds between signs of life on an open line, on which a page that is gone is noticed."""


class Switchboard:
    """A room with the pages that look into it: each has a line open, on which it is told of
    what the others do. No line open means that nobody is there."""

    def __init__(self, room: Room) -> None:
        self.room = room
        self.lines: set[asyncio.Queue[View]] = set()
        self.visits = 0
        self.closing = False
        self.checking: asyncio.Task[None] | None = None
        self.finding: asyncio.Task[None] | None = None
        self.checked = -1
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
            now = {**self.room.summary(), "reload": True}  # what changed before the line was open
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

    async def _check(self) -> None:
        while self.checked != self.room.revision:
            revision = self.room.revision
            await asyncio.sleep(PAUSE)
            if revision == self.room.revision:
                found = await asyncio.to_thread(self.room.warnings, self.room.book)
                self.checked = revision
                self._tell_more({"warnings": dict(found), **await self._unasked()})

    async def _find(self) -> None:
        try:
            self.room.facts = await asyncio.to_thread(self.room.outside.facts)
            self._tell_more(await self._unasked())
        except BriefquizError as error:
            self._tell_more({"unasked": error.problems[0].message})

    async def _unasked(self) -> View:
        if self.room.facts is None:
            return {}
        return {"unasked": await asyncio.to_thread(self.room.unasked)}

    def _tell_more(self, news: View) -> None:
        """Tell what the background has found out; pages that come later are told too."""
        self.background = {**self.background, **news}
        self.tell(news)

    def look(self) -> None:
        """Notice what others did to the file."""
        if self.room.look():
            self.tell({"reload": True, "outside": True, **self.room.summary()})
            self.check_soon()


def app(board: Switchboard) -> Starlette:
    """The app around a switchboard. It expects to be behind a guard."""
    room = board.room
    actions: Mapping[str, Callable[[Any], View]] = {
        "settle": lambda said: room.settle(said["id"], _verdict(said["status"]), said["version"]),
        "edit": lambda said: room.edit(
            said["id"],
            said["values"],
            said["version"],
            _verdict(said["status"]) if said.get("status") else None,
        ),
        "text": lambda said: room.edit_text(said["id"], said["text"], said["version"]),
        "add": lambda said: room.add(said["values"]),
        "undo": lambda _: room.undo(),
    }
    static = {name: _file(name) for name in _names()}
    return Starlette(
        routes=[
            Route("/", lambda _: static["page.html"]),
            *(Route(f"/{name}", partial(_given, response)) for name, response in static.items()),
            Route("/state", lambda _: JSONResponse(room.state())),
            Route("/events", lambda _: _stream(board)),
            Route("/lines", partial(_lines, room)),
            Route("/try", partial(_try, room), methods=["POST"]),
            Route("/seen", partial(_seen, room), methods=["POST"]),
            Route("/preview", partial(_preview, room)),
            *(
                Route(f"/{name}", partial(_act, board, action), methods=["POST"])
                for name, action in actions.items()
            ),
        ]
    )


async def _act(board: Switchboard, action: Callable[[Any], View], request: Request) -> Response:
    """Do something to the file. What went wrong is said as 409 (the question is another by now)
    or 422 (what is wrong, line by line)."""
    room = board.room
    before = room.revision
    try:
        told = action(await _said(request))
        status = 200
    except StaleError:
        told = {**room.summary(), "stale": True, "reload": True}
        status = 409
    except BriefquizError as error:
        told = {**room.summary(), "problems": [views.problem(one) for one in error.problems]}
        status = 422
    except (AttributeError, KeyError, TypeError, ValueError):
        return JSONResponse({"problems": ["this request makes no sense"]}, 400)
    if room.revision != before:
        board.tell(told if status == 200 else {"reload": True, "outside": True, **room.summary()})
        board.check_soon()
    return JSONResponse(told, status)


async def _said(request: Request) -> dict[str, Any]:
    """What a page says. Raises HTTPException if that is no object."""
    try:
        said = await request.json()
    except ValueError:
        said = None
    if not isinstance(said, dict):
        raise HTTPException(400)
    return said


def _verdict(said: Any) -> Any:
    if said not in ("approved", "rejected", "review", "ready"):
        raise ValueError(said)
    return said


def _stream(board: Switchboard) -> Response:
    return StreamingResponse(board.listen(), media_type="text/event-stream")


async def _lines(room: Room, request: Request) -> Response:
    try:
        return JSONResponse({"text": room.text(request.query_params.get("id", ""))})
    except BriefquizError as error:
        return JSONResponse({"problems": [views.problem(one) for one in error.problems]}, 422)


async def _try(room: Room, request: Request) -> Response:
    said = await _said(request)
    return JSONResponse(room.try_out(str(said.get("id", "")), said.get("values", {})))


async def _seen(room: Room, request: Request) -> Response:
    room.seen.add(str((await _said(request)).get("id", "")))
    return Response(status_code=204)


async def _preview(room: Room, request: Request) -> Response:
    """A side of a card (`what` is front or back, `n` which card), or a line (quiz or key)."""
    query = request.query_params
    name, what = query.get("id", ""), query.get("what", "")
    try:
        quiz = room.quiz_with(name)
    except BriefquizError as error:
        return _page(preview.message(error.problems[0].message), 0)
    if what in ("quiz", "key"):
        return _page(preview.on_paper(quiz, name)[what == "key"], 1)
    cards = preview.cards(quiz, name, night=query.get("night") == "1")
    number = int(query["n"]) if query.get("n", "").isdigit() else 0
    if number >= len(cards):
        return _page(preview.message("Anki has no card for this question"), 0)
    return _page(cards[number][what == "back"], len(cards))


def _page(shown: Preview, count: int) -> Response:
    headers = {"content-security-policy": shown.policy, "x-count": str(count)}
    return Response(shown.html, media_type="text/html; charset=utf-8", headers=headers)


async def _given(response: Response, request: Request) -> Response:
    return response


def _names() -> list[str]:
    folder = resources.files("briefquiz.review.web") / "static"
    return sorted(entry.name for entry in folder.iterdir() if entry.is_file())


def _file(name: str) -> Response:
    data = (resources.files("briefquiz.review.web") / "static" / name).read_bytes()
    kind = KINDS_OF_FILE.get(name.rpartition(".")[2], "application/octet-stream")
    return Response(data, media_type=kind, headers=dict(HEADERS))
