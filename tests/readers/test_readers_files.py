"""Files as programs and people make them, each with the title, date and paragraphs expected.

`tests/readers/making` makes them and holds the text of most: with note marks after figures, a
table, a caption, a source line and running heads, none of which may be in what is read.
"""

import pytest

from briefquiz.brief import Brief
from briefquiz.errors import BriefquizError
from briefquiz.readers import READERS, read
from tests.readers.making.texts import AUTHOR, CASES, FERRY, FILES, SOURCE, TITLE, marked

DAY = "2025-03-14"
KINDS = {"p": "paragraph", "h": "heading", "li": "bullet"}
Blocks = list[tuple[str, str]]

# file: title, date, publisher, author; its blocks are those of FERRY.
FERRIES = {
    "blog.html": (TITLE, DAY, SOURCE, AUTHOR),
    "bom-crlf.html": (TITLE, DAY, SOURCE, AUTHOR),
    "book.epub": (TITLE, DAY, SOURCE, AUTHOR),
    "docx-named.pdf": (TITLE, DAY, "", AUTHOR),
    "hostile.html": ("../../etc/passwd <script>alert(1)</script> and the ferry", "", "", ""),
    "libreoffice.docx": (TITLE, DAY, "", ""),
    "libreoffice.odt": (TITLE, DAY, "", ""),
    "libreoffice.pdf": (TITLE, DAY, "", ""),
    "news.html": (TITLE, DAY, SOURCE, AUTHOR),
    "old.htm": (TITLE, "", "", ""),
    "owner-locked.pdf": (TITLE, DAY, "", ""),
    "page-named.docx": (TITLE, DAY, "", AUTHOR),
    "page.xhtml": (TITLE, DAY, "", ""),
    "pdf-named.docx": (TITLE, DAY, "", ""),
    "reportlab.pdf": (TITLE, DAY, "", ""),
    "scholarly.htm": (TITLE, DAY, "", AUTHOR),
    "tex-article.pdf": (TITLE, DAY, "", AUTHOR),
    "tex-two-columns.pdf": (TITLE, DAY, "", AUTHOR),
    "think-tank.html": (TITLE, DAY, SOURCE, AUTHOR),
    "utf-16.html": (TITLE, DAY, SOURCE, AUTHOR),
    "weasyprint-one-column.pdf": (TITLE, DAY, "", AUTHOR),
    "weasyprint-two-columns.pdf": (TITLE, DAY, "", AUTHOR),
    "word-memo.docx": (TITLE, DAY, "", SOURCE),
    "word-styles.docx": (TITLE, DAY, "", AUTHOR),
}
# file: the case whose Markdown was made into it, and the date.
BRIEFS = {
    "05-measles-three-columns.pdf": ("05-measles-bulletin", "2026-05-03"),
    "06-skerrin.docx": ("06-skerrin-climate-note", "2026-02"),
    "06-skerrin.odt": ("06-skerrin-climate-note", "2026-02"),
    "06-skerrin.pdf": ("06-skerrin-climate-note", "2026-02"),
    "07-neutrality.html": ("07-neutrality-explainer", "2024-06-02"),
    "09-chips-two-columns.pdf": ("09-chips-strategy-note", "2025-01"),
    "09-chips.html": ("09-chips-strategy-note", "2025-01"),
    "10-corvania-schools.pdf": ("10-corvania-schools", "2026-05"),
}
TRACKED = [
    "The boat to Lund Island will leave at 23.40 from 1 June 2025, the council said.",
    "The service had 0.9 million passengers in 2023. In 2024 the county paid €2.4 million for it.",
    (
        "Two electric vessels, each for 90 cars, will be ordered by the end of 2026, since the old "
        "ones burn 1,250 tonnes of oil a year."
    ),
    "The mayor of Ostvik, Petr Dvorak, said that residents would travel free of charge until 2030.",
]
LOCKED = "is protected by a password: open it and save it without one"
REFUSED = {
    "refused-old-word.docx": (
        "is an old Office file (.doc): open it in Word or LibreOffice and save it as .docx"
    ),
    "refused-password.pdf": LOCKED,
    "refused-rich-text.docx": "is an RTF file: save it as .docx, .odt or plain text first",
    "refused-scan.pdf": (
        "is a PDF of pictures, without text: have its text recognised (OCR) first"
    ),
}
OTHERS = {"libreoffice.epub", "tex-bitmap-fonts.pdf", "word-tracked.docx"}


def load(file: str) -> Brief:
    return read((FILES / file).read_bytes(), file)


def blocks(brief: Brief) -> Blocks:
    return [(block.kind, block.text) for block in brief.blocks]


def ferry(file: str) -> Blocks:
    """What is to be read; TeX has no euro sign in its old fonts."""
    found = []
    for kind, text in FERRY:
        if kind in KINDS and isinstance(text, str):
            words = marked(text, "", "²")
            found.append(
                (KINDS[kind], words.replace("€", "EUR ") if file.startswith("tex") else words)
            )
    return found


def test_every_file_is_a_case() -> None:
    """And every format has some."""
    named = {*FERRIES, *BRIEFS, *REFUSED, *OTHERS}
    assert named == {path.name for path in FILES.iterdir()}
    assert len(named) >= 35
    assert {f".{file.rpartition('.')[2]}" for file in named} >= READERS.keys() - {
        ".markdown",
        ".md",
        ".txt",
    }


@pytest.mark.parametrize("file", FERRIES)
def test_text_with_everything_that_is_no_text(file: str) -> None:
    brief = load(file)
    said = (brief.title, brief.published, brief.source, brief.author)
    assert said == FERRIES[file]
    assert blocks(brief) == ferry(file)


@pytest.mark.parametrize("file", BRIEFS)
def test_brief_is_read_as_its_markdown(file: str) -> None:
    case, published = BRIEFS[file]
    wanted = read((CASES / f"{case}.md").read_bytes(), f"{case}.md")
    brief = load(file)
    assert (brief.title, brief.published) == (wanted.title, published)
    assert blocks(brief) == blocks(wanted)


def test_tracked_changes_are_taken_as_accepted() -> None:
    assert [text for _, text in blocks(load("word-tracked.docx"))] == TRACKED


def test_book_without_styles_keeps_its_words() -> None:
    """LibreOffice writes headings and bullets into an EPUB as bare paragraphs."""
    brief = load("libreoffice.epub")
    assert (brief.title, brief.published) == (TITLE, DAY)
    assert [t for _, t in blocks(brief)] == [t for k, t in ferry("") if k != "heading"]


def test_sentences_with_letters_that_no_font_names_are_left_out() -> None:
    """In these fonts "fi" and dashes have no name: what holds one is not guessed at."""
    wanted = " ".join(text for _, text in ferry("tex"))
    texts = [text for kind, text in blocks(load("tex-bitmap-fonts.pdf")) if kind != "heading"]
    assert len(texts) >= 6
    for text in texts:
        for sentence in text.split(". "):
            assert sentence.rstrip(".") in wanted


@pytest.mark.parametrize("file", REFUSED)
def test_refused(file: str) -> None:
    with pytest.raises(BriefquizError) as caught:
        load(file)
    assert str(caught.value) == f"{file}: {REFUSED[file]}"
