"""Who may come in, what may run, and how the command begins and ends."""

import http.client
import json
import os
import re
import signal
import subprocess
import sys
import webbrowser
from collections.abc import Iterator
from pathlib import Path
from urllib.parse import urlsplit

import pytest
from click.testing import CliRunner

from briefquiz import bank, cli
from briefquiz.cli import review_page
from briefquiz.review.web import forms
from briefquiz.review.web.serving import bound
from briefquiz.review.web.views import View
from tests.review.web.conftest import Desk


class Client:
    """Raw requests to a served page."""

    def __init__(self, address: str) -> None:
        parts = urlsplit(address)
        self.host = f"{parts.hostname}:{parts.port}"
        self.base = parts.path

    def ask(
        self, path: str = "", body: object = None, **headers: str
    ) -> tuple[int, dict[str, str], str]:
        """Status, headers and body of an answer; a path without a slash is below the token."""
        connection = http.client.HTTPConnection(self.host, timeout=10)
        whole = path if path.startswith("/") else self.base + path
        said = {name.replace("_", "-"): value for name, value in headers.items()}
        if body is not None:
            said = {"Origin": f"http://{self.host}", "Content-Type": "application/json", **said}
        data = None if body is None else json.dumps(body)
        connection.request("GET" if body is None else "POST", whole, data, said)
        answer = connection.getresponse()
        text = answer.read().decode()
        connection.close()
        return answer.status, {n.lower(): v for n, v in answer.getheaders()}, text


@pytest.fixture
def client(desk: Desk) -> Client:
    return Client(desk.serve())


VERDICT = {"id": "opened", "status": "approved", "version": "?"}


def test_only_the_loopback_listens() -> None:
    with bound(0) as sock:
        assert sock.getsockname()[0] == "127.0.0.1"


def test_a_busy_port_gives_way() -> None:
    with bound(0) as first, bound(first.getsockname()[1]) as second:
        assert first.getsockname()[1] != second.getsockname()[1]


def test_every_start_has_a_token_of_its_own(desk: Desk) -> None:
    first, second = (urlsplit(desk.serve()).path.strip("/") for _ in range(2))
    assert first != second
    assert min(len(first), len(second)) >= 32


@pytest.mark.parametrize(
    ("headers", "status"),
    [
        ({}, 200),
        ({"Host": "localhost:{port}"}, 200),
        ({"Host": "evil.example"}, 403),
        ({"Host": "evil.example:{port}"}, 403),
        ({"Host": "127.0.0.1"}, 403),
        ({"Host": "127.0.0.1:1"}, 403),
        ({"Origin": "http://evil.example"}, 403),
        ({"Origin": "null"}, 403),
        ({"Origin": "https://127.0.0.1:{port}"}, 403),
        ({"Sec_Fetch_Site": "cross-site"}, 403),
        ({"Sec_Fetch_Site": "same-site"}, 403),
    ],
)
def test_host_and_origin(client: Client, headers: dict[str, str], status: int) -> None:
    port = client.host.rpartition(":")[2]
    assert client.ask(**{n: v.format(port=port) for n, v in headers.items()})[0] == status


@pytest.mark.parametrize("path", ["/", "/state", "/x/state", "/../state", "//state", "/%2e/"])
def test_without_the_token_there_is_nothing(client: Client, path: str) -> None:
    status, _, text = client.ask(path)
    assert (status, text) == (404, "")
    assert client.ask(client.base[:-1])[0] == 404
    assert client.ask(client.base.swapcase())[0] == 404


@pytest.mark.parametrize(
    ("headers", "status"),
    [
        ({"Origin": "http://evil.example"}, 403),
        ({"Origin": "null"}, 403),
        ({"Content_Type": "text/plain"}, 415),
        ({"Content_Type": "application/x-www-form-urlencoded"}, 415),
        ({"Content_Length": "99999999"}, 413),
        ({}, 409),
    ],
)
def test_a_foreign_page_decides_nothing(
    client: Client, desk: Desk, headers: dict[str, str], status: int
) -> None:
    before = desk.text
    assert client.ask("settle", VERDICT, **headers)[0] == status
    assert client.ask("settle")[0] == 405
    assert desk.text == before


@pytest.mark.parametrize(
    "body", [[], {}, {"id": "opened"}, "x", {**VERDICT, "status": "gone"}, {"id": {}, "status": 1}]
)
def test_nonsense_is_refused(client: Client, desk: Desk, body: object) -> None:
    before = desk.text
    assert client.ask("settle", body)[0] in (400, 409)
    assert client.ask("edit", body)[0] in (400, 409)
    assert client.ask("seen", body)[0] in (204, 400)
    assert client.ask("undo", {})[0] == 422
    assert desk.text == before


@pytest.mark.parametrize("path", ["", "main.js", "page.css", "state", "nothing"])
def test_the_policy_of_the_page(client: Client, path: str) -> None:
    _, headers, text = client.ask(path)
    policy = headers["content-security-policy"]
    assert "default-src 'none'" in policy
    assert "unsafe" not in policy
    assert "frame-ancestors 'none'" in policy
    assert headers["x-content-type-options"] == "nosniff"
    assert headers["referrer-policy"] == "no-referrer"
    assert headers["cache-control"] == "no-store"
    assert "server" not in headers
    assert "access-control-allow-origin" not in headers
    assert not re.search(r"https?://(?!www\.w3\.org)", text.replace(f"http://{client.host}", ""))
    assert "style=" not in text
    assert not re.search(r"<script(?![^>]*src=)|\son\w+=\"", text)


def test_the_policy_of_a_preview(client: Client) -> None:
    for what, script in (("front", "sha256-"), ("quiz", "'none'")):
        policy = client.ask(f"preview?id=opened&what={what}")[1]["content-security-policy"]
        assert "sandbox allow-scripts;" in policy
        assert "unsafe" not in policy
        assert script in policy.split("script-src ")[1].split(";")[0]


def test_forms_of_every_type_are_told_to_the_page(client: Client) -> None:
    told = json.loads(client.ask("state")[2])["forms"]
    assert told == {name: list(keys) for name, keys in forms.FORM.items()}
    assert set(told) == set(bank.TYPES_BY_NAME)
    labels = re.search(r"const LABEL = \{(.+?)\};", client.ask("question.js")[2], re.DOTALL)
    assert labels
    known = set(re.findall(r"(\w+): \"", labels[1]))
    assert {key for keys in told.values() for key in keys} == known


@pytest.mark.parametrize("values", [None, [], "x", {"type": [], "answer": 3, "distractors": {}}])
def test_a_try_of_nonsense(client: Client, values: object) -> None:
    assert client.ask("try", {"id": "opened", "values": values})[0] in (200, 400)
    assert client.ask("try", {"id": "", "values": values})[0] in (200, 400)
    assert client.ask("try", {"id": "nobody", "values": {}})[0] == 200


def test_what_is_not_there(client: Client) -> None:
    assert "is gone" in client.ask("preview?id=nobody&what=front")[2]
    assert client.ask("lines?id=nobody")[0] == 422
    assert "no card" in client.ask("preview?id=opened&what=front&n=7")[2]


# ── the command ──


@pytest.fixture
def start(desk: Desk) -> Iterator["Command"]:
    command = Command(desk.path)
    yield command
    command.end()


class Command:
    """`briefquiz review` as a process."""

    def __init__(self, path: Path) -> None:
        self.path = path
        self.running: list[subprocess.Popen[str]] = []

    def __call__(self, *options: str, **env: str) -> tuple[subprocess.Popen[str], str]:
        """The process, and the address that it prints."""
        process = subprocess.Popen(
            [sys.executable, "-u", "-m", "briefquiz", "review", self.path.name, *options],
            stdout=subprocess.PIPE,
            stderr=subprocess.STDOUT,
            encoding="utf-8",
            cwd=self.path.parent,
            env={**os.environ, **env},
        )
        self.running.append(process)
        assert process.stdout is not None
        line = process.stdout.readline()
        found = re.search(r"http://127\.0\.0\.1:\d+/\S+/", line)
        assert found, line
        return process, found.group()

    def end(self) -> None:
        """Kill what still runs."""
        for process in self.running:
            process.kill()
            process.communicate()


def decide(client: Client, status: str) -> tuple[int, View]:
    """A verdict on the first question, as the page sends it."""
    first = json.loads(client.ask("state")[2])["questions"][0]
    body = {"id": first["id"], "status": status, "version": first["version"]}
    code, _, told = client.ask("settle", body)
    return code, json.loads(told)


def test_killed_at_any_moment_nothing_is_lost(desk: Desk, start: Command) -> None:
    with bound(0) as taken:  # and a port that is taken is left alone
        port = taken.getsockname()[1]
        process, address = start("--no-browser", "--port", str(port))
        assert urlsplit(address).port != port
    code, told = decide(Client(address), "approved")
    process.send_signal(signal.SIGKILL)
    process.wait(10)
    assert (code, told["counts"]["approved"]) == (200, 1)
    assert desk.statuses().startswith("opened:approved builder:review")
    again = Client(start("--no-browser")[1])
    assert json.loads(again.ask("state")[2])["questions"][0]["status"] == "approved"
    assert decide(again, "review")[0] == 200


def test_ctrl_c_ends_it_and_says_what_was_decided(desk: Desk, start: Command) -> None:
    process, address = start(BROWSER="/nowhere/browser", DISPLAY="")  # the address is printed
    client = Client(address)
    decide(client, "approved")
    second = json.loads(client.ask("state")[2])["questions"][1]
    values = {"type": "short", "prompt": "Who made it?", "answer": "they"}
    body = {"id": "builder", "values": values, "version": second["version"], "status": "approved"}
    code, _, told = client.ask("edit", body)
    assert code == 200
    assert json.loads(told)["undo"] == {"done": "edited and approved", "id": "builder"}
    process.send_signal(signal.SIGINT)
    said, _ = process.communicate(timeout=15)
    assert process.returncode == 0
    assert said.splitlines()[-1] == "2 approved (1 of them edited), 2 left on the review shelf"


@pytest.mark.parametrize(("name", "opened"), [("firefox", True), ("/usr/bin/lynx", False)])
def test_a_browser_is_opened_but_none_that_takes_the_terminal(
    monkeypatch: pytest.MonkeyPatch, name: str, opened: bool
) -> None:
    seen: list[str] = []
    browser = webbrowser.GenericBrowser([name, "%s"])
    monkeypatch.setattr(browser, "open", seen.append)
    monkeypatch.setattr(webbrowser, "get", lambda: browser)
    review_page.open_browser("http://127.0.0.1/x/")
    assert seen == ["http://127.0.0.1/x/"] * opened


def test_no_browser_is_no_mistake(monkeypatch: pytest.MonkeyPatch) -> None:
    def none() -> None:
        raise webbrowser.Error("could not locate runnable browser")

    monkeypatch.setattr(webbrowser, "get", none)
    review_page.open_browser("http://127.0.0.1/x/")


def test_a_file_with_mistakes_is_not_opened(desk: Desk) -> None:
    desk.write(desk.text.replace("kind: actor", "kin: actor"))
    result = CliRunner().invoke(cli.main, ["review", str(desk.path), "--no-browser"])
    assert result.exit_code == 1
    assert "unknown key 'kin'" in result.output
