"""The page's requests: what each address does."""

import asyncio
from collections.abc import Callable, Mapping
from functools import partial
from importlib import resources
from typing import Any

from starlette.applications import Starlette
from starlette.exceptions import HTTPException
from starlette.requests import Request
from starlette.responses import JSONResponse, Response, StreamingResponse
from starlette.routing import Route

from briefquiz.errors import BriefquizError
from briefquiz.review.web import book as books
from briefquiz.review.web import checking, preview
from briefquiz.review.web.guard import HEADERS
from briefquiz.review.web.preview import Preview
from briefquiz.review.web.room import Room, StaleError
from briefquiz.review.web.switchboard import Switchboard
from briefquiz.review.web.views import View
from briefquiz.review.web.window import Window

KINDS_OF_FILE = {
    "html": "text/html; charset=utf-8",
    "css": "text/css; charset=utf-8",
    "js": "text/javascript; charset=utf-8",
    "svg": "image/svg+xml",
}


def app(board: Switchboard) -> Starlette:
    """The app around a switchboard. It expects to be behind a guard."""
    window = board.window
    static = {name: _file(name) for name in _names()}
    return Starlette(
        routes=[
            Route("/", lambda _: static["page.html"]),
            *(Route(f"/{name}", partial(_given, response)) for name, response in static.items()),
            Route("/state", lambda _: JSONResponse(window.everything())),
            Route("/events", lambda _: _stream(board)),
            Route("/lines", partial(_lines, board.room)),
            Route("/try", partial(_try, board.room), methods=["POST"]),
            Route("/seen", partial(_seen, window), methods=["POST"]),
            Route("/preview", partial(_preview, window)),
            *(
                Route(f"/{name}", partial(_act, board, action), methods=["POST"])
                for name, action in ACTIONS.items()
            ),
        ]
    )


def _settle(window: Window, said: Any) -> View:
    return window.after(window.room.settle(said["id"], _verdict(said["status"]), said["version"]))


def _edit(window: Window, said: Any) -> View:
    status = _verdict(said["status"]) if said.get("status") else None
    return window.after(window.room.edit(said["id"], said["values"], said["version"], status))


def _edit_text(window: Window, said: Any) -> View:
    status = _verdict(said["status"]) if said.get("status") else None
    return window.after(window.room.edit_text(said["id"], said["text"], said["version"], status))


def _retitle(window: Window, said: Any) -> View:
    return window.after(window.room.retitle(said["title"], said["old"]))


def _add(window: Window, said: Any) -> View:
    return window.after(window.room.add(said["values"]))


def _undo(window: Window, said: Any) -> View:
    return window.undone(window.room.undo())


ACTIONS: Mapping[str, Callable[[Window, Any], View]] = {
    "settle": _settle,
    "edit": _edit,
    "text": _edit_text,
    "title": _retitle,
    "add": _add,
    "undo": _undo,
}
"""Address → what it does to the file, with what the page said; the answer is what to show."""


async def _act(
    board: Switchboard, action: Callable[[Window, Any], View], request: Request
) -> Response:
    """Do something to the file. What went wrong is said as 409 (the question is another by now)
    or 422 (what is wrong, with the field of the form)."""
    window, room = board.window, board.room
    before = room.revision
    status = 200
    try:
        told = action(window, await _said(request))
    except StaleError:
        told = {**window.summary(), "reload": True}
        status = 409
    except BriefquizError as error:
        told = {**window.summary(), "problems": checking.faults(error)}
        status = 422
    except (AttributeError, KeyError, TypeError, ValueError):
        return JSONResponse({"problems": [{"text": "this request makes no sense"}]}, 400)
    if room.revision != before:
        board.tell(told if status == 200 else {"reload": True, "outside": True, **window.summary()})
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
    book, name = room.book, request.query_params.get("id", "")
    try:
        return JSONResponse({"text": books.as_text(book, book.number(name))})
    except BriefquizError as error:
        return JSONResponse({"problems": checking.faults(error)}, 422)


async def _try(room: Room, request: Request) -> Response:
    said = await _said(request)
    name, values = str(said.get("id", "")), said.get("values")
    if not isinstance(values, dict):
        raise HTTPException(400)
    return JSONResponse(await asyncio.to_thread(checking.tried, room, name, values))


async def _seen(window: Window, request: Request) -> Response:
    window.seen.add(str((await _said(request)).get("id", "")))
    return Response(status_code=204)


async def _preview(window: Window, request: Request) -> Response:
    """A side of a card (`what` is front or back, `n` which card), or a line (quiz or key)."""
    query = request.query_params
    name, what = query.get("id", ""), query.get("what", "")
    try:
        quiz = window.quiz_with(name)
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
