"""The server: on this machine only, until the page is closed or the person presses Ctrl-C."""

import asyncio
import contextlib
import os
import secrets
import socket
import sys
from collections.abc import Callable

import uvicorn

from briefquiz.review.web.app import app
from briefquiz.review.web.guard import Guard
from briefquiz.review.web.room import Room
from briefquiz.review.web.switchboard import Switchboard

LOOPBACK = "127.0.0.1"
PORT = 8377
"""The port that is tried first; if another program has it, any free one is taken."""
LOOK = 0.4
"""Seconds between two looks at the file and at who is there."""
SWITCH = 0.001
"""Seconds after which a check in the background lets a decision pass."""
GRACE = 4.0
"""Seconds without an open page after which the server stops: a page that is loaded again is back
sooner."""


def bound(port: int) -> socket.socket:
    """A socket on the loopback with that port or, if it is taken, any free one."""
    for wanted in (port, 0):
        sock = socket.socket(socket.AF_INET, socket.SOCK_STREAM)
        if os.name == "posix":  # elsewhere this would share a port that is in use
            sock.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
        try:
            sock.bind((LOOPBACK, wanted))
            sock.listen(64)
            return sock
        except OSError:
            sock.close()
            if not wanted:
                raise
    raise AssertionError("unreachable")


def new_token() -> str:
    """What stands in the address, so that no other page or user can guess it."""
    return secrets.token_urlsafe(24)


class Server:
    """A server around a room. `address` is where its page is."""

    def __init__(self, room: Room, sock: socket.socket, token: str, grace: float = GRACE) -> None:
        port = sock.getsockname()[1]
        self.board = Switchboard(room)
        self.sock = sock
        self.grace = grace
        self.address = f"http://{LOOPBACK}:{port}/{token}/"
        guarded = Guard(app(self.board), token, (f"{LOOPBACK}:{port}", f"localhost:{port}"))
        config = uvicorn.Config(
            guarded,
            loop="asyncio",
            http="h11",
            ws="none",
            lifespan="off",
            log_config=None,
            access_log=False,
            server_header=False,
            timeout_graceful_shutdown=2,
        )
        self.server = uvicorn.Server(config)

    def run(self, ready: Callable[[str], None] = lambda address: None) -> None:
        """Serve until the page is closed, `stop` is called, or Ctrl-C."""
        sys.setswitchinterval(SWITCH)
        with contextlib.suppress(KeyboardInterrupt):
            asyncio.run(self._run(ready))

    def stop(self) -> None:
        """Stop soon; from any thread."""
        self.server.should_exit = True

    async def _run(self, ready: Callable[[str], None]) -> None:
        watching = asyncio.create_task(self._watch(ready))
        try:
            await self.server.serve(sockets=[self.sock])
        finally:
            watching.cancel()
            self.board.close()

    async def _watch(self, ready: Callable[[str], None]) -> None:
        """Look at the file; end the lines when the server ends, the server when nobody is there."""
        while not self.server.started:
            await asyncio.sleep(0.01)
        ready(self.address)
        self.board.window.everything()  # while the browser starts
        alone = 0.0
        while not self.server.should_exit:
            await asyncio.sleep(LOOK)
            self.board.look()
            alone = alone + LOOK if self.board.visits and not self.board.lines else 0.0
            if alone >= self.grace:
                self.stop()
        self.board.close()
