"""The letters of a PDF and where they stand. Run as a program of its own, never imported.

PDFium is fast and hardened, but a file made to hurt can still take it minutes and gigabytes, and
a crash in it would end a whole batch. So it runs here, in a process with limits, that knows
nothing of briefquiz: a PDF comes in on standard input, JSON goes out.

The answer is {"refused": word}, or {"pages": [page], "pictures": how many pages are pictures}.
A page is [width, height, runs]; a run is [x0, y0, x1, size, bold, text]: letters in one line and
one face, from x0 to x1 on the baseline y0, in points from the bottom left corner.
"""

import ctypes
import json
import math
import sys
from typing import Any

import pypdfium2
import pypdfium2.raw as pdfium

MEMORY = 700_000_000  # bytes
SECONDS = 20  # of work
PAGES = 300
LETTERS = 1_500_000
FEW = 50  # letters on a page; one with fewer and a picture is a scan
BOLD = 600  # weight from which letters are bold
FORCE_BOLD = 1 << 18  # in a font's flags
HYPHEN = 2  # what PDFium calls a hyphen at the end of a line
PASSWORD = 4  # its code for a locked file


def main() -> None:
    """Answer the PDF on standard input."""
    data = sys.stdin.buffer.read()
    _limit()
    sys.addaudithook(_no_network)
    json.dump(_answer(data), sys.stdout)


def _limit() -> None:
    try:
        import resource
    except ImportError:  # Windows: the parent's clock is the only limit there
        return
    for kind, most in ((resource.RLIMIT_AS, MEMORY), (resource.RLIMIT_CPU, SECONDS)):
        try:
            resource.setrlimit(kind, (most, most))
        except (OSError, ValueError):  # macOS knows no limit to addresses
            continue


def _no_network(event: str, _: object) -> None:
    if event.startswith("socket."):
        raise OSError("a reader of PDFs has no business on the network")


def _answer(data: bytes) -> dict[str, Any]:
    try:
        document = pypdfium2.PdfDocument(data)
        count = len(document)
    except pypdfium2.PdfiumError as error:
        locked = getattr(error, "err_code", 0) == PASSWORD
        return {"refused": "password" if locked else "damaged"}
    if count > PAGES:
        return {"refused": "pages", "count": count}
    pages = []
    left, pictures = LETTERS, 0
    for number in range(count):
        try:
            page = document[number]
            text = page.get_textpage()
        except pypdfium2.PdfiumError:
            continue
        left -= text.count_chars()
        if left < 0:
            return {"refused": "letters"}
        pages.append([*page.get_size(), _runs(text)])
        pictures += text.count_chars() < FEW and _has_picture(page)
        text.close()
        page.close()
    return {"pages": pages, "pictures": pictures} if pages else {"refused": "damaged"}


def _has_picture(page: Any) -> bool:
    return next(page.get_objects([pdfium.FPDF_PAGEOBJ_IMAGE], max_depth=2), None) is not None


def _runs(text: Any) -> list[list[Any]]:
    runs: list[list[Any]] = []
    pending = ""
    for at in range(text.count_chars()):
        letter = _letter(text, at)
        if letter is None:
            pending = "" if _character(text, at) in "\r\n" else " "
            continue
        x0, y0, x1, size, bold, shown = letter
        last = runs[-1] if runs else None
        if last and _goes_on(last, letter):
            last[2] = max(last[2], x1)
            last[5] += pending + shown
        else:
            runs.append([x0, y0, x1, size, bold, shown])
        pending = ""
    for run in runs:
        run[:4] = [round(value, 2) for value in run[:4]]
    return runs


def _goes_on(run: list[Any], letter: tuple[Any, ...]) -> bool:
    x0, y0, _, size, bold, _ = letter
    level = abs(y0 - run[1]) < 0.05 * size
    alike = abs(size - run[3]) < 0.03 * size and bold == run[4]
    return bool(level and alike and -size < x0 - run[2] < 0.9 * size)


def _character(text: Any, at: int) -> str:
    code = pdfium.FPDFText_GetUnicode(text, at)
    if code == HYPHEN:
        return "-"
    control = code < 32 or 0x7F <= code < 0xA0
    if (control and chr(code) not in "\t\n\r") or code in (0xFFFE, 0xFFFF):
        return "\ufffd"  # a font of its own, without a table: this may be a dash or an "fl"
    return chr(code) if code < 0x110000 and not 0xD800 <= code < 0xE000 else ""


def _letter(text: Any, at: int) -> tuple[Any, ...] | None:
    """The place, size and face of a letter; None for blanks, and what stands on its side."""
    shown = _character(text, at)
    if not shown.strip() or pdfium.FPDFText_IsGenerated(text, at) == 1:
        return None
    if abs(pdfium.FPDFText_GetCharAngle(text, at)) % 6.28 > 0.1:
        return None
    box, x, y = pdfium.FS_RECTF(), ctypes.c_double(), ctypes.c_double()
    if not pdfium.FPDFText_GetLooseCharBox(text, at, box):
        return None
    pdfium.FPDFText_GetCharOrigin(text, at, x, y)
    return box.left, y.value, box.right, _size(text, at, box), _is_bold(text, at), shown


def _size(text: Any, at: int, box: Any) -> float:
    """The size as printed: that of the font, scaled as the page scales it."""
    matrix = pdfium.FS_MATRIX()
    size = pdfium.FPDFText_GetFontSize(text, at)
    if pdfium.FPDFText_GetMatrix(text, at, matrix):
        size *= math.hypot(matrix.c, matrix.d)
    return abs(size) or abs(box.top - box.bottom) or 1.0


def _is_bold(text: Any, at: int) -> bool:
    weight: int = pdfium.FPDFText_GetFontWeight(text, at)
    if weight >= BOLD:
        return True
    name, flags = ctypes.create_string_buffer(96), ctypes.c_int()
    pdfium.FPDFText_GetFontInfo(text, at, name, 96, flags)
    face: str = name.value.decode("latin-1").lower()
    return bool(flags.value & FORCE_BOLD) or any(
        word in face for word in ("bold", "black", "heavy", "cmbx", "sfbx")
    )


if __name__ == "__main__":
    main()
