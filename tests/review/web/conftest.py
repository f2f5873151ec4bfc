"""A review page that is really served, and a real browser to open it."""

import threading
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, field, replace
from pathlib import Path
from typing import Any

import pytest
from playwright.sync_api import Browser, Page, expect, sync_playwright

from briefquiz import bank, readers
from briefquiz.cli.review_page import outside_of
from briefquiz.review.web.room import Room
from briefquiz.review.web.serving import Server, bound, new_token
from tests.outputs.conftest import tool

FLAGS = (
    "--no-sandbox",
    "--disable-gpu",
    "--disable-quic",
    "--no-first-run",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-sync",
)
BRIEF = """\
# The harbour

The port of Anzo opened on 3 May 2014. It was built by the Harbour Company, which had
won the contract in 2012.

By 2019 about 2,000 people worked there, because the new quay had attracted two shipping lines.
Nobody asked about the 17 cranes.

The town had long lived on fishing and on a small yard that mended wooden boats for the islands.
"""
HEAD = """\
# mine: keep this line
briefquiz: 1
id: harbour
title: "The harbour"
brief: {file: "harbour.md"}
questions:
"""
QUESTIONS = """\
  - id: opened
    kind: date
    type: choice
    prompt: "When did the port of Anzo open?"
    answer: "3 May 2014"   # checked
    distractors: ["1 May 2014", {text: "3 May 2012", why: "the contract was won in 2012"}]
    source: {para: 1, quote: "The port of Anzo opened on 3 May 2014."}
    status: review
    doubts: ["is “Anzo” known?"]

  - id: builder
    kind: actor
    type: short
    prompt: "Who built the port of Anzo?"
    answer: "the Harbour Company"
    source:
      para: 1
      quote: "It was built by the Harbour Company, which had won the contract in 2012."
    status: review
    doubts: ["“the port” may mean two things"]

  # the next one needs a look
  - id: workers
    kind: number
    type: number
    prompt: "About how many people worked in the port of Anzo by 2019?"
    answer: "about 2,000"
    source:
      para: 2
      quote: "By 2019 about 2,000 people worked there, because the new quay had attracted two
        shipping lines."
    status: review

  - id: why-workers
    kind: cause
    type: open
    prompt: "Why did about 2,000 people work in the port?"
    model: "Because the new quay had attracted two shipping lines."
    source:
      para: 2
      quote: "By 2019 about 2,000 people worked there, because the new quay had attracted two
        shipping lines."
    status: review

  - id: contract
    kind: date
    type: cloze
    prompt: "The Harbour Company had won the contract in [[2012]]."
    source: {para: 1, quote: "which had won the contract in 2012."}
"""
WHOLE = HEAD + QUESTIONS
CRANES = "Nobody asked about the 17 cranes."
PROMPTS = {
    "opened": "When did the port of Anzo open?",
    "builder": "Who built the port of Anzo?",
    "workers": "About how many people worked in the port of Anzo by 2019?",
    "why-workers": "Why did about 2,000 people work in the port?",
    "contract": "The Harbour Company had won the contract in ____.",
}
FACTS = [
    {
        "kind": "number",
        "answer": "17 cranes",
        "evidence": "Nobody asked about the 17 cranes.",
        "para": 2,
    },
    {
        "kind": "number",
        "answer": "about 2,000",
        "evidence": "By 2019 about 2,000 people worked there, because the new quay had attracted "
        "two shipping lines.",
        "para": 2,
    },
]


@dataclass
class Desk:
    """A question file on disk, and the pages that are served for it."""

    path: Path
    servers: list[tuple[Server, threading.Thread]] = field(default_factory=list)

    @property
    def text(self) -> str:
        """What is on disk."""
        return self.path.read_text("utf-8")

    def write(self, text: str) -> None:
        """Another program saves the file."""
        beside = self.path.with_suffix(".new")
        beside.write_text(text, "utf-8")
        beside.replace(self.path)

    def statuses(self) -> str:
        """ "opened:review builder:approved …"."""
        loaded = bank.load(self.path.read_bytes(), "f.yaml")
        return " ".join(f"{question.id}:{question.status}" for question in loaded.questions)

    def room(
        self, *, everything: bool = False, facts: Sequence[Any] = FACTS, brief: str = ".md"
    ) -> Room:
        """The room around the file, without a search for facts."""
        source = self.path.with_suffix(brief)
        read = readers.read(source.read_bytes(), source.name) if source.exists() else None
        outside = outside_of(self.path, read)
        return Room(replace(outside, facts=lambda: facts), everything=everything)

    def serve(self, *, grace: float = 60, **more: Any) -> str:
        """Serve the page; its address."""
        server = Server(self.room(**more), bound(0), new_token(), grace)
        ready = threading.Event()
        run = threading.Thread(target=server.run, args=(lambda _: ready.set(),), daemon=True)
        run.start()
        assert ready.wait(10)
        self.servers.append((server, run))
        return server.address

    def stop(self) -> None:
        """End everything that is served."""
        for server, run in self.servers:
            server.stop()
            run.join(10)
            assert not run.is_alive()


@pytest.fixture
def desk(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[Desk]:
    """The harbour: a brief, and five questions of which four wait. The server looks often."""
    monkeypatch.setattr("briefquiz.review.web.serving.LOOK", 0.05)
    (tmp_path / "harbour.md").write_text(BRIEF, "utf-8")
    (tmp_path / "harbour.yaml").write_text(WHOLE, "utf-8")
    one = Desk(tmp_path / "harbour.yaml")
    yield one
    one.stop()


@pytest.fixture(scope="session")
def browser() -> Iterator[Browser]:
    """The Chromium of the system, without a window."""
    chromium = tool("chromium", "chromium")
    with sync_playwright() as playwright:
        launched = playwright.chromium.launch(executable_path=chromium, args=list(FLAGS))
        yield launched
        launched.close()


Open = Callable[..., Page]


@pytest.fixture
def open_page(browser: Browser, desk: Desk) -> Iterator[Open]:
    """Opens an address, or the page of the desk; what the page complains of fails the test."""
    complaints: list[str] = []
    contexts = []

    def opened(
        address: str = "",
        *,
        width: int = 1280,
        dark: bool = False,
        forgiving: bool = False,
        **more: Any,
    ) -> Page:
        context = browser.new_context(
            viewport={"width": width, "height": 800 if width > 600 else 844},
            color_scheme="dark" if dark else "light",
            has_touch=width < 600,
        )
        contexts.append(context)
        page = context.new_page()
        if not forgiving:
            page.on("pageerror", lambda error: complaints.append(str(error)))
            page.on("console", lambda one: complaints.append(one.text) if _bad(one.type) else None)
        page.set_default_timeout(8000)
        page.goto(address or desk.serve(**more))
        page.wait_for_selector("html[data-ready]")
        return page

    yield opened
    for context in contexts:
        context.close()
    wrong = [said for said in complaints if "the server responded with a status of 4" not in said]
    assert wrong == []


def shows(page: Page, name: str) -> None:
    """Waits until the page shows that question."""
    expect(page.locator("#question .prompt")).to_have_text(PROMPTS[name])


def told(page: Page, text: str) -> None:
    """Waits until the page has said that."""
    expect(page.locator("#toast")).to_contain_text(text)


def select(page: Page, words: str, last: str = "") -> None:
    """Select the words in the brief, or all from them to the last ones."""
    page.evaluate(
        """([first, last]) => {
          const walker = document.createTreeWalker(document.querySelector(".paper"), 4);
          const texts = []; while (walker.nextNode()) texts.push(walker.currentNode);
          const [a, b] = [first, last].map((one) => texts.find((text) => text.data.includes(one)));
          const range = document.createRange();
          range.setStart(a, a.data.indexOf(first));
          range.setEnd(b, b.data.indexOf(last) + last.length);
          getSelection().removeAllRanges(); getSelection().addRange(range); }""",
        [words, last or words],
    )


def retype(page: Page, label: str) -> None:
    """Ask the question that is open as another type."""
    page.get_by_label("Asked as").select_option(label=label)


def prompt(page: Page) -> str:
    """What stands in the field of the question."""
    return page.locator(".edit [name=prompt]").input_value()


def block(desk: Desk, name: str) -> str:
    """The lines of that question on disk."""
    return desk.text.split(f"- id: {name}\n")[1].split("- id: ")[0]


def _bad(kind: str) -> bool:
    return kind in ("error", "warning")
