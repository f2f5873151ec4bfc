"""One browser for many sheets: loads, prints and asks pages through DevTools, on two pipes."""

import base64
import json
import os
import subprocess
from pathlib import Path
from typing import Any, TypeAlias

Told: TypeAlias = dict[str, Any]

FLAGS = (
    "--headless=new",
    "--no-sandbox",
    "--disable-gpu",
    "--disable-background-networking",
    "--no-first-run",
    "--remote-debugging-pipe",
)


class Browser:
    """A running browser; it reads commands from pipe 3 and answers on pipe 4."""

    def __init__(self, program: str, profile: Path) -> None:
        commands, self._commands = os.pipe()
        self._answers, answers = os.pipe()
        shell = f'exec "$0" "$@" 3<&{commands} 4>&{answers}'
        self._process = subprocess.Popen(
            ["bash", "-c", shell, program, *FLAGS, f"--user-data-dir={profile}", "about:blank"],
            pass_fds=(commands, answers),
            stdout=subprocess.DEVNULL,
            stderr=subprocess.DEVNULL,
        )
        os.close(commands)
        os.close(answers)
        self._folder = profile
        self._count = 0
        self._rest = b""
        self._session = ""
        target = self._ask("Target.createTarget", url="about:blank")["targetId"]
        attached = self._ask("Target.attachToTarget", targetId=target, flatten=True)
        self._session = attached["sessionId"]
        self._ask("Page.enable")

    def load(self, html: str, width: int = 1000) -> None:
        """Show a page in a window so many CSS pixels wide."""
        page = self._folder / "page.html"
        page.write_text(html, "utf-8")
        self._ask(
            "Emulation.setDeviceMetricsOverride",
            width=width, height=1400, deviceScaleFactor=1, mobile=False,
        )  # fmt: skip
        self._ask("Page.navigate", url=page.as_uri())
        while self._read().get("method") != "Page.loadEventFired":
            pass

    def pdf(self, html: str) -> bytes:
        """The page as a PDF file, on the paper that its style asks for."""
        self.load(html)
        printed = self._ask("Page.printToPDF", preferCSSPageSize=True, printBackground=False)
        return base64.b64decode(printed["data"])

    def tell(self, script: str) -> Any:
        """What a script says of the page that is shown."""
        said = self._ask(
            "Runtime.evaluate", expression=script, awaitPromise=True, returnByValue=True
        )
        assert "exceptionDetails" not in said, said
        return said["result"].get("value")

    def close(self) -> None:
        """End the browser."""
        os.close(self._commands)
        self._process.terminate()
        self._process.wait()
        os.close(self._answers)

    def _ask(self, method: str, **params: object) -> Told:
        self._count += 1
        command: Told = {"id": self._count, "method": method, "params": params}
        if self._session:
            command["sessionId"] = self._session
        os.write(self._commands, json.dumps(command).encode() + b"\0")
        while True:
            told = self._read()
            if told.get("id") == self._count:
                assert "error" not in told, told
                return dict(told["result"])

    def _read(self) -> Told:
        while b"\0" not in self._rest:
            more = os.read(self._answers, 1 << 20)
            assert more, "the browser has gone"
            self._rest += more
        message, _, self._rest = self._rest.partition(b"\0")
        told: Told = json.loads(message)
        return told
