"""What a file is: by its first bytes where they say it, by its ending where they do not."""

import re
from pathlib import PurePath

from briefquiz.readers import archive
from briefquiz.readers.decode import refuse

TEXTS = frozenset((".txt", ".md", ".markdown"))
PDF, WORD, EPUB, ODT, HTML = ".pdf", ".docx", ".epub", ".odt", ".html"

# The first bytes of files that people rename or drop by mistake.
SIGNATURES = {
    b"\x89PNG": "a PNG picture",
    b"\xff\xd8\xff": "a JPEG picture",
    b"GIF8": "a GIF picture",
    b"II*\x00": "a TIFF picture",
    b"MM\x00*": "a TIFF picture",
    b"BM": "a BMP picture",
    b"\x1f\x8b": "a gzip archive",
    b"7z\xbc\xaf\x27\x1c": "a 7z archive",
    b"Rar!": "a RAR archive",
    b"\x7fELF": "a program",
    b"MZ": "a program",
    b"SQLite format 3\x00": "a database",
    b"ID3": "a sound recording",
    b"OggS": "a sound recording",
}
IN_CONTAINERS = {  # offset 8 of RIFF, offset 4 of MP4 and HEIC
    b"WEBP": "a WebP picture",
    b"WAVE": "a sound recording",
    b"AVI ": "a film",
    b"ftyphei": "a HEIC picture",
    b"ftypavif": "an AVIF picture",
    b"ftyp": "a film",
}
OLD_OFFICE = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"
PAGE_START = re.compile(
    r"\s*(?:<\?xml[^>]*>\s*)?(?:<!--.*?-->\s*)*<(?:!doctype\s+html|html|head|body)\b",
    re.IGNORECASE | re.DOTALL,
)
# What the endings of formats promise that their bytes would have shown.
PROMISED = {
    PDF: "a PDF",
    WORD: "a Word file",
    EPUB: "an e-book (EPUB)",
    ODT: "an OpenDocument text",
}


def told(data: bytes, file: str) -> str:
    """The ending whose reader reads `data`: ".pdf" for a PDF, whatever the file is called.

    Text is what its ending says, "" when it has none; but a saved page is ".html" under any name.
    Raises `BriefquizError` for what cannot be read, with what to do about it.
    """
    ending = PurePath(file).suffix.lower()
    if not data.strip():
        raise refuse(file, "is empty")
    if re.search(rb"^\s*%PDF-\d|%PDF-\d\.\d[\r\n]", data[:1024]):
        return PDF
    if data.startswith(b"PK\x03\x04"):
        return _archived(data, file)
    _refuse_others(data, file)
    if PAGE_START.match(_start(data)) and ending not in (".md", ".markdown"):
        return HTML
    if ending in PROMISED:
        promise = PROMISED[ending]
        raise refuse(file, f"is not {promise}, though it is named like one, or it is damaged")
    return ending


def _start(data: bytes) -> str:
    wide = "utf-16" if data[:2] in (b"\xff\xfe", b"\xfe\xff") else "latin-1"
    return data[:4096].removeprefix(b"\xef\xbb\xbf").decode(wide, "ignore")


def _archived(data: bytes, file: str) -> str:
    names = archive.names(data, file)
    if "word/document.xml" in names:
        return WORD
    if "META-INF/container.xml" in names:
        return EPUB
    if "content.xml" in names and archive.opened(data, file).media_type().endswith(".text"):
        return ODT
    raise refuse(file, _archive_kind(names))


def _archive_kind(names: frozenset[str]) -> str:
    if "xl/workbook.xml" in names:
        return "is an Excel workbook: a quiz is made from prose"
    if "ppt/presentation.xml" in names:
        return "is a PowerPoint presentation: a quiz is made from prose, not from slides"
    if "content.xml" in names:
        return "is an OpenDocument table or drawing: a quiz is made from prose"
    if "word/document2.xml" in names:
        return "is a Word file of an unusual kind: open it in Word and save it as .docx again"
    return "is a zip archive: unpack it and name the briefs in it"


def _refuse_others(data: bytes, file: str) -> None:
    if data.startswith(OLD_OFFICE):
        raise refuse(file, _old_office(data))
    if data.startswith(b"{\\rtf"):
        raise refuse(file, "is an RTF file: save it as .docx, .odt or plain text first")
    kinds = {**SIGNATURES} if not data[:64].isascii() or b"\x00" in data[:64] else {}
    for signature, kind in {**kinds, b"GIF8": "a GIF picture"}.items():
        if data.startswith(signature):
            raise refuse(file, _no_text(kind))
    for signature, kind in IN_CONTAINERS.items():
        if data[4:16].find(signature) in (0, 4) and b"\x00" in data[:16]:
            raise refuse(file, _no_text(kind))


def _no_text(kind: str) -> str:
    if kind.endswith("picture"):
        return f"is not text but {kind}: if it shows a brief, have its text recognised (OCR) first"
    return f"is not text but {kind}"


def _old_office(data: bytes) -> str:
    if "EncryptedPackage".encode("utf-16-le") in data[:1_000_000]:
        return "is protected by a password: open it and save it without one"
    return "is an old Office file (.doc): open it in Word or LibreOffice and save it as .docx"
