"""Word, OpenDocument and EPUB files by python-docx and LibreOffice, and some by hand."""

import io
import subprocess
import tempfile
import zipfile
from pathlib import Path

import docx
from docx.oxml import parse_xml
from docx.oxml.ns import nsdecls

from tests.readers.making.texts import (
    AUTHOR,
    DATE,
    FERRY,
    FILES,
    NOTE,
    NOTES,
    POWER,
    SOURCE,
    TITLE,
    brief,
    html,
)

W = nsdecls("w")
TEXT_NAMESPACES = (
    'xmlns:office="urn:oasis:names:tc:opendocument:xmlns:office:1.0" '
    'xmlns:style="urn:oasis:names:tc:opendocument:xmlns:style:1.0" '
    'xmlns:text="urn:oasis:names:tc:opendocument:xmlns:text:1.0" '
    'xmlns:table="urn:oasis:names:tc:opendocument:xmlns:table:1.0" '
    'xmlns:dc="http://purl.org/dc/elements/1.1/" '
    'xmlns:fo="urn:oasis:names:tc:opendocument:xmlns:xsl-fo-compatible:1.0" '
    'office:version="1.2" office:mimetype="application/vnd.oasis.opendocument.text"'
)


def word(*, styled: bool) -> bytes:
    """FERRY by python-docx: with Word's styles, or as people write who know only the B button."""
    document = docx.Document()
    document.core_properties.author = "python-docx"
    document.sections[0].header.paragraphs[0].text = f"{SOURCE} · Note 7"
    document.sections[0].footer.paragraphs[0].text = "Page 1 of 2"
    _head(document, styled)
    for kind, text in FERRY:
        if isinstance(text, tuple):
            table = document.add_table(len(text), len(text[0]))
            for y, row in enumerate(text):
                for x, cell in enumerate(row):
                    table.cell(y, x).text = cell
        elif kind == "h" and styled:
            document.add_heading(text, 1)
        elif kind == "h":
            document.add_paragraph().add_run(text).bold = True
        else:
            style = {"li": "List Bullet", "caption": "Caption"}.get(kind) if styled else None
            dash = "• " if kind == "li" and not styled else ""
            _raised(document.add_paragraph(style=style), dash + text)
    return _saved(document)


def _head(document: object, styled: bool) -> None:
    add = document.add_paragraph  # type: ignore[attr-defined]
    if styled:
        add(TITLE, style="Title")
        add(f"By {AUTHOR}", style="Subtitle")
        add(DATE)
        return
    for key, value in (("TO", "The council"), ("FROM", SOURCE), ("DATE", DATE), ("SUBJECT", TITLE)):
        paragraph = add()
        paragraph.add_run(f"{key}:").bold = True
        paragraph.add_run(f" {value}")


def _raised(paragraph: object, text: str) -> None:
    """The text in runs, marks and powers raised."""
    at = 0
    matches = sorted([*NOTE.finditer(text), *POWER.finditer(text)], key=lambda match: match.start())
    for match in matches:
        paragraph.add_run(text[at : match.start()])  # type: ignore[attr-defined]
        paragraph.add_run(match[1]).font.superscript = True  # type: ignore[attr-defined]
        at = match.end()
    paragraph.add_run(text[at:])  # type: ignore[attr-defined]


def _saved(document: object) -> bytes:
    data = io.BytesIO()
    document.save(data)  # type: ignore[attr-defined]
    return data.getvalue()


# {+…+} was inserted, {-…-} deleted, {<…<} moved away, {>…>} moved here.
TRACKED = (
    "The boat to Lund Island will leave at {-22.10-}{+23.40+} from 1 June 2025, the council said.",
    (
        "{<In 2024 the county paid €2.4 million for it. <}The service {-has-}{+had+} 0.9 million "
        "passengers in 2023{-, a record-}. {>In 2024 the county paid €2.4 million for it.>}"
    ),
    (
        "Two electric vessels{+, each for 90 cars,+} will be ordered by the end of 2026, since the "
        "old ones burn {-1,400-}{+1,250+} tonnes of oil a year."
    ),
    "The mayor of Ostvik, Petr Dvorak, said that residents would travel free of charge until 2030.",
)


def tracked() -> bytes:
    """Changes that nobody has accepted yet; and a comment that is no text."""
    document = docx.Document()
    document.add_heading(TITLE, 0)
    body = document.element.body
    tags = {"+": "ins", "-": "del", "<": "moveFrom", ">": "moveTo"}
    for text in TRACKED:
        runs, rest, number = "", text, 0
        while rest:
            plain, _, rest = rest.partition("{")
            runs += f'<w:r><w:t xml:space="preserve">{plain}</w:t></w:r>'
            if rest:
                sign, (inner, _, rest) = rest[0], rest[1:].partition(f"{rest[0]}}}")
                word_tag = "delText" if sign == "-" else "t"
                number += 1
                runs += (
                    f'<w:{tags[sign]} w:id="{number}" w:author="J"><w:r><w:{word_tag} '
                    f'xml:space="preserve">{inner}</w:{word_tag}></w:r></w:{tags[sign]}>'
                )
        body.insert(len(body) - 1, parse_xml(f"<w:p {W}>{runs}</w:p>"))
    return _saved(document)


def flat() -> str:
    """FERRY as flat OpenDocument, with real footnotes: what LibreOffice converts from."""
    out = [f'<text:p text:style-name="Title">{TITLE}</text:p>', f"<text:p>{DATE}</text:p>"]
    for kind, text in FERRY:
        if isinstance(text, tuple):
            rows = "".join(
                "<table:table-row>"
                + "".join(f"<table:table-cell><text:p>{c}</text:p></table:table-cell>" for c in row)
                + "</table:table-row>"
                for row in text
            )
            columns = f'<table:table-column table:number-columns-repeated="{len(text[0])}"/>'
            out.append(f"<table:table>{columns}{rows}</table:table>")
            continue
        words = POWER.sub(r'<text:span text:style-name="T1">\1</text:span>', _with_notes(text))
        if kind == "h":
            out.append(f'<text:h text:outline-level="1">{words}</text:h>')
        elif kind == "li":
            item = f"<text:list-item><text:p>{words}</text:p></text:list-item>"
            out.append(f'<text:list text:style-name="L1">{item}</text:list>')
        else:
            style = "Caption" if kind == "caption" else "Standard"
            out.append(f'<text:p text:style-name="{style}">{words}</text:p>')
    styles = (
        '<style:style style:name="T1" style:family="text"><style:text-properties '
        'style:text-position="super 58%"/></style:style><text:list-style style:name="L1">'
        '<text:list-level-style-bullet text:level="1" text:bullet-char="•"/></text:list-style>'
    )
    return (
        f'<?xml version="1.0" encoding="UTF-8"?><office:document {TEXT_NAMESPACES}>'
        f"<office:meta><dc:title>{TITLE}</dc:title></office:meta>"
        f"<office:automatic-styles>{styles}</office:automatic-styles><office:body><office:text>"
        f"{''.join(out)}</office:text></office:body></office:document>"
    )


def _with_notes(text: str) -> str:
    return NOTE.sub(
        lambda match: (
            f'<text:note text:id="ftn{match[1]}" text:note-class="footnote"><text:note-citation>'
            f"{match[1]}</text:note-citation><text:note-body><text:p>{NOTES[int(match[1]) - 1]}"
            "</text:p></text:note-body></text:note>"
        ),
        text,
    )


def converted(source: str, ending: str, targets: dict[str, str]) -> None:
    """What LibreOffice makes of a text: target file → the format's name."""
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder) / f"x{ending}"
        path.write_text(source, encoding="utf-8")
        for name, kind in targets.items():
            profile = f"-env:UserInstallation=file://{folder}/profile"
            command = ["soffice", profile, "--headless", "--convert-to", kind, path.name]
            subprocess.run(command, cwd=folder, check=True, capture_output=True)
            made = Path(folder) / f"x.{kind.partition(':')[0]}"
            (FILES / name).write_bytes(made.read_bytes())


def epub() -> bytes:
    """A book of two chapters with a table of contents and notes of its own at the end."""
    note = r'<a epub:type="noteref" href="notes.xhtml#n\1">\1</a>'
    parts = html(note).split("<h2>What the council decided</h2>")
    chapter = (
        '<?xml version="1.0" encoding="utf-8"?><!DOCTYPE html><html '
        'xmlns="http://www.w3.org/1999/xhtml" xmlns:epub="http://www.idpf.org/2007/ops"><head><title>'
        "x</title></head><body>{}</body></html>"
    )
    notes = "".join(
        f'<aside epub:type="footnote" id="n{n}"><p>{t}</p></aside>' for n, t in enumerate(NOTES)
    )
    files = {
        "one.xhtml": chapter.format(f"<h1>{TITLE}</h1>{parts[0]}"),
        "two.xhtml": chapter.format(f"<h2>What the council decided</h2>{parts[1]}"),
        "notes.xhtml": chapter.format(notes),
        "nav.xhtml": chapter.format(
            '<nav epub:type="toc"><ol><li><a href="one.xhtml">One</a></li></ol></nav>'
        ),
    }
    items = "".join(
        f'<item id="{name[:-6]}" href="{name}" media-type="application/xhtml+xml"'
        f"{' properties=' + chr(34) + 'nav' + chr(34) if name.startswith('nav') else ''}/>"
        for name in files
    )
    package = (
        '<?xml version="1.0"?><package xmlns="http://www.idpf.org/2007/opf" version="3.0"><metadata '
        f'xmlns:dc="http://purl.org/dc/elements/1.1/"><dc:title>{TITLE}</dc:title><dc:creator>{AUTHOR}'
        f"</dc:creator><dc:publisher>{SOURCE}</dc:publisher><dc:date>2025-03-14</dc:date></metadata>"
        f'<manifest>{items}</manifest><spine><itemref idref="nav"/><itemref idref="one"/>'
        '<itemref idref="two"/><itemref idref="notes"/></spine></package>'
    )
    container = (
        '<?xml version="1.0"?><container xmlns="urn:oasis:names:tc:opendocument:xmlns:container" '
        'version="1.0"><rootfiles><rootfile full-path="OPS/book.opf" '
        'media-type="application/oebps-package+xml"/></rootfiles></container>'
    )
    data = io.BytesIO()
    with zipfile.ZipFile(data, "w", zipfile.ZIP_DEFLATED) as book:
        book.writestr("mimetype", "application/epub+zip", zipfile.ZIP_STORED)
        book.writestr("META-INF/container.xml", container)
        book.writestr("OPS/book.opf", package)
        for name, text in files.items():
            book.writestr(f"OPS/{name}", text)
    return data.getvalue()


def make() -> None:
    """Write them all."""
    (FILES / "word-styles.docx").write_bytes(word(styled=True))
    (FILES / "word-memo.docx").write_bytes(word(styled=False))
    (FILES / "word-tracked.docx").write_bytes(tracked())
    (FILES / "book.epub").write_bytes(epub())
    targets = {
        "libreoffice.docx": "docx:MS Word 2007 XML",
        "libreoffice.odt": "odt",
        "libreoffice.pdf": "pdf",
        "libreoffice.epub": "epub",
        "refused-old-word.docx": "doc",
        "refused-rich-text.docx": "rtf",
    }
    converted(flat(), ".fodt", targets)
    page = f'<html lang="en"><meta charset="utf-8"><body>{brief("06-skerrin-climate-note")}</body></html>'
    converted(page, ".html", {"06-skerrin.docx": "docx:MS Word 2007 XML", "06-skerrin.odt": "odt"})
    with tempfile.TemporaryDirectory() as folder:
        command = ["soffice", f"-env:UserInstallation=file://{folder}/p", "--headless"]
        source = str(FILES / "06-skerrin.odt")
        subprocess.run(
            [*command, "--convert-to", "pdf", "--outdir", str(FILES), source],
            check=True,
            capture_output=True,
        )
    (FILES / "docx-named.pdf").write_bytes(word(styled=True))
