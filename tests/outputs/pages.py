"""Cards in a real browser: each side a page of its own, as on a telephone.

A small server hands out the pages; one page of ours loads them one after the other in a frame,
collects what each one says of itself, and sends it all back.
"""

import http.server
import json
import queue
import re
import subprocess
import threading
from collections.abc import Iterator, Mapping, Sequence
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from typing import Any, TypeAlias

from anki.collection import Collection

from tests.outputs.conftest import tool

Told: TypeAlias = dict[str, Any]

PROBE = """
<script>
(function () {
  var GEOMETRY = new RegExp("^(width|height|inline-size|block-size|perspective-origin|"
    + "transform-origin|top|right|bottom|left|inset.*)$");
  function text(node) {
    var copy = node.cloneNode(true);
    copy.querySelectorAll("br").forEach(function (br) { br.replaceWith("\\n"); });
    return copy.textContent;
  }
  function isBold(li) { return getComputedStyle(li).fontWeight >= 600; }
  function style(li) {
    return ["", "::marker", "::before", "::after"].map(function (part) {
      var s = getComputedStyle(li, part || null);
      return [].slice.call(s).filter(function (name) {
        return !GEOMETRY.test(name);
      }).map(function (name) { return name + s.getPropertyValue(name); }).join();
    }).join() + [].slice.call(li.attributes).map(function (a) { return a.name; }).join();
  }
  function tell(side) {
    function all(query) { return [].slice.call(side.querySelectorAll(query)); }
    var options = all(".bq-choices li"), said = {
      order: options.map(text),
      bold: options.filter(isBold).map(text),
      styles: STYLES ? options.map(style).filter(function (s, i, a) {
        return a.indexOf(s) === i;
      }).length : null,
      pictures: all("img, iframe, object").length, inputs: all("input").length,
      direction: getComputedStyle(side.querySelector(".bq")).direction,
      scripts: all("script").length, shown: {}
    };
    SELECTORS.forEach(function (query) { said.shown[query] = all(query).map(text); });
    return said;
  }
  var fold = document.getElementById("bq-fold"), wasOpen = fold && fold.open;
  if (fold) fold.open = true;
  var said = {
    page: PAGE, open: wasOpen, sides: [].slice.call(document.querySelectorAll(".side")).map(tell),
    globals: Object.keys(window).filter(function (name) { return BEFORE.indexOf(name) < 0; }),
    wide: document.documentElement.scrollWidth > innerWidth
  };
  try { said.local = localStorage.length; } catch (e) { said.local = 0; }
  setTimeout(function () {
    said.title = document.title;
    parent.postMessage(JSON.stringify(said), "*");
  }, 0);
})();
</script>
"""

HARNESS = """<!doctype html><meta charset="utf-8"><body><script>
var pages = PAGES, at = 0, all = [];
var frame = document.createElement("iframe");
frame.style.cssText = "width:360px;height:640px;border:0";
if (SANDBOX) frame.setAttribute("sandbox", "allow-scripts");
function next() {
  if (at < pages.length) { frame.src = "/" + pages[at++]; return; }
  fetch("/told", { method: "POST", body: JSON.stringify(all) });
}
addEventListener("message", function (event) { all.push(JSON.parse(event.data)); next(); });
document.body.appendChild(frame);
next();
</script>"""

SELECTORS = (
    ".bq-prompt", ".bq-context", ".bq-hint", ".bq-answer", ".bq-gapped", ".bq-explanation",
    ".bq-evidence", ".bq-evidence mark", ".bq-steps li", ".bq-source span", ".bq-top span",
)  # fmt: skip
ANKI_STYLE = (
    "body{margin:20px;overflow-wrap:break-word}li{text-align:start}"
    "img{max-width:100%;max-height:95vh}"
)


@dataclass(frozen=True)
class Side:
    """One side of a card as the real Anki renders it, ready to be put into a page."""

    css: str
    html: str


def page(number: int, *shown: Side, before: str = "", styles: bool = False) -> str:
    """The page that a telephone shows, with one side of a card or, to save time, with several.

    `before` is put in front of the card; with `styles`, options are compared by how they look.
    """
    asks = PROBE.replace("PAGE", str(number)).replace("SELECTORS", json.dumps(SELECTORS))
    body = "".join(f'<div class="side">{side.html}</div>' for side in shown)
    return (
        '<!doctype html><html><head><meta charset="utf-8"><title>card</title>'
        f"<style>{ANKI_STYLE}</style><style>{shown[0].css}</style>"
        "<script>var BEFORE; BEFORE = Object.keys(window).concat('BEFORE');</script></head>"
        f'<body class="card">{before}{body}{asks.replace("STYLES", str(styles).lower())}'
    )


def sides(collection: Collection, search: str = "") -> Iterator[tuple[str, int, Side, Side]]:
    """Of each card found: the note's Id field, the card's place in it, front and back."""
    typed = re.compile(r"\[\[type:.*?\]\]")
    for number in collection.find_cards(search, order="c.due, c.ord"):
        card = collection.get_card(number)
        shown, note = card.render_output(), card.note()
        kind = note.note_type()
        assert kind is not None
        front = typed.sub('<input id="typeans">', shown.question_text)
        back = typed.sub('<code id="typeans"></code>', shown.answer_text)
        yield note["Id"], card.ord, Side(kind["css"], front), Side(kind["css"], back)


def loads(pages: Sequence[str], profile: Path, *, storage: bool = True) -> list[Told]:
    """What each page says of itself, loaded one after the other in one browser tab.

    Without `storage` the pages have an origin of their own, as in a view that keeps nothing.
    """
    chromium = tool("chromium", "chromium")
    names = json.dumps([f"page{number}" for number in range(len(pages))])
    harness = HARNESS.replace("PAGES", names).replace("SANDBOX", str(not storage).lower())
    files = {f"/page{number}": text for number, text in enumerate(pages)} | {"/": harness}
    with _served(files) as (address, told):
        browser = subprocess.Popen(
            [
                chromium, "--headless=new", "--no-sandbox", "--disable-gpu",
                "--disable-background-networking", f"--user-data-dir={profile}", address,
            ],
            stdout=subprocess.DEVNULL,
            stderr=subprocess.DEVNULL,
        )  # fmt: skip
        try:
            return told.get(timeout=240)
        finally:
            browser.terminate()
            browser.wait()


@contextmanager
def _served(files: Mapping[str, str]) -> Iterator[tuple[str, "queue.Queue[list[Told]]"]]:
    told: queue.Queue[list[Told]] = queue.Queue()

    class Pages(http.server.BaseHTTPRequestHandler):
        protocol_version = "HTTP/1.1"
        disable_nagle_algorithm = True

        def do_GET(self) -> None:
            body = files.get(self.path)
            self.send_response(404 if body is None else 200)
            data = (body or "").encode()
            self.send_header("Content-Type", "text/html; charset=utf-8")
            self.send_header("Content-Length", str(len(data)))
            self.end_headers()
            self.wfile.write(data)

        def do_POST(self) -> None:
            told.put(json.loads(self.rfile.read(int(self.headers["Content-Length"]))))
            self.send_response(204)
            self.end_headers()

        def log_message(self, *_: object) -> None:
            """Quiet."""

    server = http.server.ThreadingHTTPServer(("127.0.0.1", 0), Pages)
    thread = threading.Thread(target=server.serve_forever, daemon=True)
    thread.start()
    try:
        yield f"http://127.0.0.1:{server.server_port}/", told
    finally:
        server.shutdown()
        server.server_close()
        thread.join()
