"""Zipped formats (docx, epub, odt): their parts, and no trust in what an archive says of itself."""

import io
import zipfile
import zlib
from dataclasses import dataclass
from xml.parsers import expat

from briefquiz.errors import BriefquizError
from briefquiz.readers import limits
from briefquiz.readers.decode import refuse

ENCRYPTED = 0x1
DAMAGED = (zipfile.BadZipFile, zlib.error, EOFError, NotImplementedError, OSError, ValueError)


@dataclass(frozen=True, slots=True)
class Archive:
    """An opened archive whose directory is within the limits; `file` is its name for messages."""

    zip: zipfile.ZipFile
    file: str

    def part(self, name: str) -> bytes:
        """The bytes of a part; b"" if there is none. Raises `BriefquizError` if it is damaged."""
        try:
            info = self.zip.getinfo(name)
        except KeyError:
            return b""
        if info.flag_bits & ENCRYPTED:
            raise refuse(self.file, "is protected by a password: open it and save it without one")
        if info.file_size > limits.XML:
            raise refuse(self.file, f"is too large: {name} in it unpacks to {_mb(info.file_size)}")
        try:
            # The declared size is a promise; zipfile never hands out more than it.
            return self.zip.read(info)
        except DAMAGED as error:
            raise damaged(self.file) from error

    def xml(self, name: str) -> bytes:
        """The bytes of an XML part that is safe to parse: no document type, no depth, no flood."""
        data = self.part(name)
        if data:
            check(data, self.file)
        return data

    def media_type(self) -> str:
        """What an OpenDocument or EPUB file says it is."""
        return self.part("mimetype")[:200].decode("latin-1").strip()


def opened(data: bytes, file: str) -> Archive:
    """The archive in `data`. Raises `BriefquizError` if it is none, or would flood the memory."""
    try:
        archive = zipfile.ZipFile(io.BytesIO(data))
    except DAMAGED as error:
        raise damaged(file) from error
    infos = archive.infolist()
    unpacked = sum(info.file_size for info in infos)
    if len(infos) > limits.PARTS or unpacked > limits.UNPACKED:
        raise refuse(file, f"is too large: it unpacks to {len(infos)} files of {_mb(unpacked)}")
    return Archive(archive, file)


def names(data: bytes, file: str) -> frozenset[str]:
    """The names of an archive's parts."""
    return frozenset(opened(data, file).zip.namelist())


def damaged(file: str) -> BriefquizError:
    """The one line about a file that begins like an archive and cannot be opened."""
    return refuse(file, "is damaged: open it in the program it comes from and save it again")


def check(data: bytes, file: str) -> None:
    """Refuse XML that defines entities, nests without end or is no XML at all."""
    guard = _Guard(file)
    parser = expat.ParserCreate()
    parser.StartDoctypeDeclHandler = guard.document_type
    parser.StartElementHandler = guard.opens
    parser.EndElementHandler = guard.closes
    try:
        parser.Parse(data, True)
    except expat.ExpatError as error:
        raise damaged(file) from error


class _Guard:
    def __init__(self, file: str) -> None:
        self.file, self.depth, self.count = file, 0, 0

    def document_type(self, *_: object) -> None:
        raise refuse(self.file, "defines a document type, as no such file should: save it again")

    def opens(self, *_: object) -> None:
        self.depth += 1
        self.count += 1
        if self.depth > limits.DEPTH or self.count > limits.ELEMENTS:
            raise too_tangled(self.file)

    def closes(self, *_: object) -> None:
        self.depth -= 1


def too_tangled(file: str) -> BriefquizError:
    """The one line about a file with too many tags, or too many within each other."""
    return refuse(file, "has too many parts, or parts within parts, to be a brief")


def _mb(size: int) -> str:
    return f"{size / 1_000_000:,.0f} MB"
