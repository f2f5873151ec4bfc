"""Files made to hurt: bombs, depths, floods. Made here: far smaller to make than to keep."""

import io
import zipfile
import zlib

from tests.readers.making.texts import FILES

MILLION = 1_000_000
LAUGHS = (
    '<?xml version="1.0"?><!DOCTYPE x [<!ENTITY a "ha">'
    + "".join(
        f'<!ENTITY {b} "{f"&{a};" * 10}">' for a, b in zip("abcdefghi", "bcdefghij", strict=True)
    )
    + "]>"
)
EXTERNAL = '<?xml version="1.0"?><!DOCTYPE x [<!ENTITY j SYSTEM "file:///etc/passwd">]>'
WORD = '<w:document xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"><w:body>'
WORD_END = "</w:body></w:document>"


def repacked(file: str, changes: dict[str, bytes]) -> bytes:
    """One of the made files with parts replaced or added."""
    data = io.BytesIO()
    with zipfile.ZipFile(FILES / file) as old, zipfile.ZipFile(data, "w", 8) as new:
        for name in dict.fromkeys([*old.namelist(), *changes]):
            new.writestr(name, changes[name] if name in changes else old.read(name))
    return data.getvalue()


def word(document: str) -> bytes:
    """A Word file with this document.xml."""
    return repacked("libreoffice.docx", {"word/document.xml": document.encode()})


def lying() -> bytes:
    """An archive that declares a part of 2 GB to be 1 kB."""
    data = word(WORD + " " * 20 * MILLION + WORD_END)
    size = (20 * MILLION + len(WORD) + len(WORD_END)).to_bytes(4, "little")
    return data.replace(size, (1000).to_bytes(4, "little"))


def locked_archive() -> bytes:
    """A Word file whose parts are encrypted, as archivers do it."""
    data = bytearray((FILES / "libreoffice.docx").read_bytes())
    at = data.find(b"PK\x01\x02")
    while at >= 0:
        data[at + 8] |= 1
        at = data.find(b"PK\x01\x02", at + 4)
    return bytes(data)


def pdf(objects: list[bytes]) -> bytes:
    """A PDF of these objects; the first is its catalogue."""
    parts, places, at = [b"%PDF-1.5\n"], [], 9
    for number, body in enumerate(objects, 1):
        places.append(at)
        parts.append(b"%d 0 obj\n" % number + body + b"\nendobj\n")
        at += len(parts[-1])
    count = len(objects) + 1
    table = b"".join([b"%010d 00000 n \n" % place for place in places])
    head = b"xref\n0 %d\n0000000000 65535 f \n" % count
    tail = b"trailer\n<</Size %d/Root 1 0 R>>\nstartxref\n%d\n%%%%EOF" % (count, at)
    return b"".join([*parts, head, table, tail])


FONT = b"<</Type/Font/Subtype/Type1/BaseFont/Helvetica>>"
CATALOGUE = b"<</Type/Catalog/Pages 2 0 R>>"
ONE_PAGE = b"<</Type/Pages/Kids[3 0 R]/Count 1>>"
FORM = b"/Type/XObject/Subtype/Form/BBox[0 0 9 9]/Resources<</XObject<</X %d 0 R>>>>"
LINES = b"(The harbour opened in 2019.) Tj 0 -1 Td " * 300_000


def stream(data: bytes, extra: bytes = b"") -> bytes:
    """A stream object."""
    return b"<</Length %d%s>>stream\n" % (len(data), extra) + data + b"\nendstream"


def page(contents: bytes, *more: bytes) -> bytes:
    """A PDF of one page with these contents; more objects count from 6."""
    resources = b"/Resources<</Font<</F1 5 0 R>>/XObject<</X 6 0 R>>>>"
    leaf = b"<</Type/Page/Parent 2 0 R/MediaBox[0 0 612 792]/Contents 4 0 R" + resources + b">>"
    return pdf([CATALOGUE, ONE_PAGE, leaf, contents, FONT, *(more or (stream(b""),))])


def pages(count: int) -> bytes:
    """A PDF of so many pages."""
    kids = b" ".join(b"%d 0 R" % (3 + n) for n in range(count))
    leaf = b"<</Type/Page/Parent 2 0 R/MediaBox[0 0 612 792]>>"
    return pdf(
        [CATALOGUE, b"<</Type/Pages/Kids[" + kids + b"]/Count %d>>" % count, *[leaf] * count]
    )


def forms() -> bytes:
    """A page whose picture shows ten pictures, each of which shows ten, twelve times over."""
    nested = [stream(b"/X Do " * 10, FORM % (7 + n)) for n in range(12)]
    return page(stream(b"/X Do"), *nested, stream(b"BT /F1 9 Tf (x) Tj ET", FORM % 6))


def nested(opening: str, closing: str = "", count: int = 100_000) -> bytes:
    """Tags within tags."""
    return (f"<html><body>{opening * count}The harbour opened.{closing * count}").encode()


PROSE = b"The harbour opened in 2019 and the council paid for a second ferry in May. "
CASES: dict[str, tuple[bytes, str, str]] = {
    "zip bomb": (word(WORD + " " * 300 * MILLION + WORD_END), "a.docx", "is too large: it unpacks"),
    "zip of many parts": (
        repacked("libreoffice.docx", {f"word/{n}.xml": b"<x/>" for n in range(5000)}),
        "a.docx",
        "is too large: it unpacks to 50",
    ),
    "zip that lies": (lying(), "a.docx", "is damaged"),
    "zip locked": (locked_archive(), "a.docx", "is protected by a password"),
    "zip cut off": ((FILES / "libreoffice.docx").read_bytes()[:-2000], "a.docx", "is damaged"),
    "laughs in Word": (word(f"{LAUGHS}{WORD}&j;{WORD_END}"), "a.docx", "defines a document type"),
    "a file in Word": (word(f"{EXTERNAL}{WORD}&j;{WORD_END}"), "a.docx", "defines a document type"),
    "laughs in UTF-16": (
        repacked("libreoffice.docx", {"word/styles.xml": f"{LAUGHS}<x>&j;</x>".replace(
            '"1.0"', '"1.0" encoding="utf-16"').encode("utf-16")}),
        "a.docx",
        "defines a document type",
    ),
    "deep Word": (
        word(WORD + "<w:p>" * 5000 + "</w:p>" * 5000 + WORD_END), "a.docx", "has too many parts"
    ),
    "many in Word": (word(WORD + "<w:p/>" * MILLION + WORD_END), "a.docx", "has too many parts"),
    "laughs in ODT": (
        repacked("libreoffice.odt", {"content.xml": f"{LAUGHS}<x>&j;</x>".encode()}),
        "a.odt",
        "defines a document type",
    ),
    "laughs in EPUB": (
        repacked("book.epub", {"OPS/book.opf": f"{LAUGHS}<x>&j;</x>".encode()}),
        "a.epub",
        "defines a document type",
    ),
    "deep EPUB": (
        repacked("book.epub", {"OPS/one.xhtml": nested("<div>")}), "a.epub", "has too many parts"
    ),
    "climbing EPUB": (
        repacked(
            "book.epub",
            {"META-INF/container.xml": b'<c><rootfile full-path="../../../etc/passwd"/></c>'},
        ),
        "a.epub",
        "is damaged",
    ),
    "deep page": (nested("<div>"), "a.html", "has too many parts"),
    "deep page of bold": (nested("<b>"), "a.html", ""),
    "many in a page": (b"<html><body>" + b"<p>a" * 600_000, "a.html", "has too many parts"),
    "large page": (b"<html><body>" + b"a" * 9 * MILLION, "a.html", "is too large for a page"),
    "large text": (PROSE * 700_000, "a.txt", "is too large to be a brief"),
    "long text": (PROSE * 40_000, "a.txt", "is too long to be a brief: 600,000 words"),
    "one endless word": (b"a" * 3 * MILLION, "a.txt", ""),
    "endless dashes": (b"-" * 3 * MILLION, "a.txt", ""),
    "many short lines": (b"a\n" * MILLION, "a.txt", ""),
    "deep Markdown": (b">" * 100_000 + b"a", "a.md", ""),
    "brackets in Markdown": (b"[" * 100_000, "a.md", ""),
    "stars in Markdown": (b"*a_ " * 200_000, "a.md", ""),
    "laughs in front matter": (
        b"---\na: &a [x,x]\n"
        + b"".join(b"%c: &%c [%s]\n" % (n + 1, n + 1, b",".join([b"*%c" % n] * 10))
                   for n in range(97, 120))
        + b"title: *x\n---\n"
        + PROSE * 20,
        "a.md",
        "",
    ),
    "PDF of endless text": (
        page(stream(zlib.compress(b"BT /F1 9 Tf " + LINES + b"ET"), b"/Filter/FlateDecode")),
        "a.pdf",
        "",
    ),
    "PDF bomb": (
        page(stream(zlib.compress(zlib.compress(b" " * 200 * MILLION)),
                    b"/Filter[/FlateDecode/FlateDecode]")),
        "a.pdf",
        "",
    ),
    "PDF of many objects": (page(stream(b""), *[b"<</A 1>>"] * 300_000), "a.pdf", "is too short"),
    "PDF of many pages": (pages(5000), "a.pdf", "is too long to be a brief: 5,000 pages"),
    "PDF of forms in forms": (forms(), "a.pdf", "takes too long or too much memory"),
    "PDF that shows itself": (
        page(stream(b"/X Do " * 99), stream(b"/X Do " * 99, FORM % 6)), "a.pdf", ""
    ),
    "deep PDF": (page(stream(b"[" * MILLION)), "a.pdf", ""),
    "deep object": (pdf([CATALOGUE, b"[" * MILLION]), "a.pdf", "is a damaged PDF"),
    "pages in pages": (
        pdf([CATALOGUE, b"<</Type/Pages/Kids[2 0 R]/Count 9>>"]), "a.pdf", "damaged",
    ),
    "no objects": (b"%PDF-1.7\n%%EOF", "a.pdf", "is a damaged PDF"),
}  # fmt: skip
