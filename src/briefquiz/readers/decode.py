"""Bytes to clean text: the encoding, the line ends, and what fonts and web pages leave behind."""

import codecs
import re
import unicodedata

from briefquiz.errors import BriefquizError, Problem

BYTE_ORDER_MARKS = {
    b"\xff\xfe\x00\x00": "utf-32",
    b"\x00\x00\xfe\xff": "utf-32",
    b"\xef\xbb\xbf": "utf-8-sig",
    b"\xff\xfe": "utf-16",
    b"\xfe\xff": "utf-16",
}
NAMES = {"utf-32": "UTF-32", "utf-8-sig": "UTF-8", "utf-16": "UTF-16"}

LIGATURES = {"ﬀ": "ff", "ﬁ": "fi", "ﬂ": "fl", "ﬃ": "ffi", "ﬄ": "ffl", "ﬅ": "st", "ﬆ": "st"}
SYMBOL_BULLETS = re.compile("[\uf0a7\uf0b7\uf0d8\uf076\uf0fc\uf02d]")  # Wingdings, Symbol
SOFT_HYPHEN = re.compile("\u00ad(?:[ \t]*\n[ \t]*)?")
# Zero-width space, word joiner, byte order mark, and the marks that set the direction of writing.
INVISIBLE = re.compile("[\u200b\u200e\u200f\u2060-\u2064\u202a-\u202e\u2066-\u2069\ufeff\ufffc]")
CONTROL = re.compile("[\x00-\x08\x0b\x0e-\x1f\x7f-\x84\x86-\x9f]")
LINE_END = re.compile("\r\n?|\x0b|\x0c|\x85|\u2028|\u2029")
SPACE = re.compile("[\u00a0\u1680\u2000-\u200a\u202f\u205f\u3000]")


def refuse(file: str, message: str) -> BriefquizError:
    """The one error a reader raises, about the file as a whole."""
    return BriefquizError([Problem(file, message)])


def decode(data: bytes, file: str, declared: str = "") -> str:
    """The text of a file: UTF-8, UTF-16 or -32 with a byte order mark, or else Windows-1252.

    `declared` is the encoding that the text itself names; what is valid UTF-8 is UTF-8 anyway.
    """
    text = clean(_decoded(data, file, declared))
    if not text.strip():
        raise refuse(file, "is empty")
    return text


def _decoded(data: bytes, file: str, declared: str) -> str:
    for mark, encoding in BYTE_ORDER_MARKS.items():
        if data.startswith(mark):
            try:
                return data.decode(encoding)
            except UnicodeDecodeError as error:
                name = NAMES[encoding]
                raise refuse(
                    file, f"is not {name}, though it begins like it ({_at(error)})"
                ) from error
    if b"\x00" in data:
        raise refuse(file, "is not text but binary data (it holds NUL bytes)")
    try:
        return data.decode("utf-8")
    except UnicodeDecodeError as error:
        return _as_declared(data, declared) or _decoded_as_windows(data, file, error)


def _as_declared(data: bytes, declared: str) -> str:
    """The text in the encoding it names; "" for a name unknown, or that of no text encoding.

    Some bytes of a page that calls itself UTF-8 may be damaged: each becomes a mark that the rules
    for damaged text see. ISO 8859-1 means Windows-1252, as in browsers.
    """
    try:
        name = codecs.lookup(declared).name
        text = data.decode("cp1252" if name in ("iso8859-1", "ascii") else name, "replace")
    except (LookupError, ValueError):
        return ""
    return "" if text.count("\ufffd") * 50 > len(text) else text


def _decoded_as_windows(data: bytes, file: str, not_utf8: UnicodeDecodeError) -> str:
    controls = sum(byte < 32 and byte not in b"\t\n\x0b\x0c\r" for byte in data)
    if controls * 50 > len(data):
        raise refuse(file, "is not text but binary data")
    try:
        return data.decode("cp1252")
    except UnicodeDecodeError as error:
        message = (
            f"is neither UTF-8 ({_at(not_utf8)}) nor Windows-1252 ({_at(error)}): save it as UTF-8"
        )
        raise refuse(file, message) from error


def _at(error: UnicodeDecodeError) -> str:
    found = error.object[error.start]
    return f"byte 0x{found:02x} at offset {error.start}"


def clean(text: str) -> str:
    """The same words in plain characters.

    Line ends are newlines, every blank is a space, composed letters (NFC; never NFKC, which would
    turn a note mark into a figure: 2026¹ would read 20261). Soft hyphens, ligatures and invisible
    characters are gone. Quotation marks and dashes stay as printed.
    """
    text = SOFT_HYPHEN.sub("", LINE_END.sub("\n", text))
    text = CONTROL.sub("", INVISIBLE.sub("", SPACE.sub(" ", text)))
    text = SYMBOL_BULLETS.sub("•", text)
    for ligature, letters in LIGATURES.items():
        text = text.replace(ligature, letters)
    return unicodedata.normalize("NFC", text)
