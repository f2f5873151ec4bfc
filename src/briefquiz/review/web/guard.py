"""Who may come in: only a page that this server has sent, on this machine, with its token."""

import secrets
from collections.abc import Iterable

from starlette.types import ASGIApp, Message, Receive, Scope, Send

PAGE_POLICY = (
    "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self' data:; "
    "connect-src 'self'; frame-src 'self'; base-uri 'none'; form-action 'none'; "
    "frame-ancestors 'none'"
)
HEADERS = {
    "content-security-policy": PAGE_POLICY,
    "x-content-type-options": "nosniff",
    "referrer-policy": "no-referrer",
    "cache-control": "no-store",
    "cross-origin-opener-policy": "same-origin",
    "cross-origin-resource-policy": "same-origin",
}
LARGEST = 1_000_000
"""Bytes: a request above this is refused unread."""


class Guard:
    """Wraps an app that then sees only requests to /TOKEN/…, without that part of the path.

    Refused are a `Host` that is none of `hosts` (a foreign name that resolves to this machine), an
    `Origin` of another site, a request that another site has started, and a wrong token, which
    is answered like any page that is not there.
    """

    def __init__(self, app: ASGIApp, token: str, hosts: Iterable[str]) -> None:
        self.app = app
        self.token = token
        self.hosts = frozenset(hosts)

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """One request."""
        if scope["type"] != "http":
            return
        refusal = self.refusal(scope)
        if refusal:
            await _refuse(refusal, send)
            return
        path = scope["path"][len(self.token) + 1 :]
        inside = {**scope, "path": path, "root_path": "", "raw_path": path.encode()}

        async def sealed(message: Message) -> None:
            if message["type"] == "http.response.start":
                given = {name for name, _ in message["headers"]}
                more = [(n.encode(), v.encode()) for n, v in HEADERS.items()]
                message["headers"] = [
                    *message["headers"],
                    *((name, value) for name, value in more if name not in given),
                ]
            await send(message)

        await self.app(inside, receive, sealed)

    def refusal(self, scope: Scope) -> int:
        """The status with which a request is refused; 0 if it may come in."""
        headers = {
            name.decode("latin-1"): value.decode("latin-1") for name, value in scope["headers"]
        }
        host = headers.get("host", "")
        origin = headers.get("origin")
        foreign = origin is not None and origin != f"http://{host}"
        site = headers.get("sec-fetch-site", "none")
        if host not in self.hosts or foreign or site not in ("none", "same-origin"):
            return 403
        first = scope["path"].split("/")[1]
        if not secrets.compare_digest(first.encode(), self.token.encode()):
            return 404
        if scope["path"] == f"/{self.token}":
            return 404
        return self._refusal_of_post(headers, origin) if scope["method"] == "POST" else 0

    def _refusal_of_post(self, headers: dict[str, str], origin: str | None) -> int:
        size = headers.get("content-length", "")
        if origin is None:
            return 403
        if headers.get("content-type") != "application/json":
            return 415
        return 0 if size.isdigit() and int(size) <= LARGEST else 413


async def _refuse(status: int, send: Send) -> None:
    headers = [(b"content-type", b"text/plain"), (b"content-length", b"0")]
    await send({"type": "http.response.start", "status": status, "headers": headers})
    await send({"type": "http.response.body", "body": b""})
