"""PDF: letters and their places to lines, columns, paragraphs."""

from briefquiz.readers import dates
from briefquiz.readers.damage import UNTOLD
from briefquiz.readers.decode import clean, refuse
from briefquiz.readers.pdf import columns, lines, notes, paragraphs, process, running
from briefquiz.readers.pdf.lines import Line, Page
from briefquiz.readers.pieces import ROW, Front, Piece, Sheet

MOST_DAMAGED = 0.05  # of the letters
DAMAGED = (
    "has letters that cannot be told (its fonts name none): open it, copy the text and save it "
    "as .txt, or have its text recognised (OCR)"
)
TITLE = 1.15  # times the size of the text: a title is printed larger


def read(data: bytes, file: str) -> Sheet:
    """The pieces of a PDF. Raises `BriefquizError` if it is locked, damaged, scanned or too large.

    A date in the properties of the file is that of its making and is not looked at.
    """
    pages = [lines.page(*page) for page in process.letters(data, file)]
    _check_letters(pages, file)
    size = lines.body_size(line for page in pages for line in page.lines)
    pages, heads = running.taken_off(pages)
    flows = [
        notes.without(flow, size, page.height)
        for page in pages
        for flow in columns.flows(page.lines)
    ]
    pieces = paragraphs.pieces(flows, size)
    above = tuple(Piece("paragraph", clean(head.text), mark=ROW) for head in heads)
    return Sheet(Front(title=_title(pages, size)), (*above, *pieces))


def _check_letters(pages: list[Page], file: str) -> None:
    text = "".join(line.text for page in pages for line in page.lines)
    if text.count(UNTOLD) > MOST_DAMAGED * len(text):
        raise refuse(file, DAMAGED)


def _title(pages: list[Page], size: float) -> str:
    """The largest print on the first page, if it is larger than the text and not just a word."""
    printed = pages[0].lines if pages else ()
    first = [line for line in printed if not dates.is_date(line.text)]
    large = max((line.size for line in first if len(line.text.split()) > 1), default=0.0)
    if large < TITLE * size:
        return ""
    found: list[Line] = []
    for line in sorted(first, key=lambda line: -line.y):
        if abs(line.size - large) < 0.03 * large:
            if found and found[-1].y - line.y > 2 * large:
                break
            found.append(line)
    text = paragraphs.joined(found)
    return text if len(text.split()) <= paragraphs.MOST_TITLE_WORDS else ""
