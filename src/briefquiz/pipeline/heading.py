"""Title and date of publication, said by the user where a brief does not."""

from briefquiz import bank
from briefquiz.bank import layout, patch


def headed(text: bytes, file: str, title: str, published: str) -> str:
    """The question file `text` with this title and date; "" leaves what is there.

    Raises BriefquizError if the file has mistakes, or its head is not laid out to be changed.
    """
    loaded = bank.load(text, file)
    sheet = layout.sheet(text.decode(), file)
    if title:
        sheet = patch.set_key(sheet, ("title",), title)
    if published and loaded.brief:
        sheet = patch.set_key(sheet, ("brief", "published"), published)
    return sheet.whole
