"""The XML of Word files: what mammoth passes over, put in tags that it reads.

Mammoth leaves out the result of a simple field ("4.2" in "fell by 4.2 per cent") and what stands in
a tag for the direction of writing, and the sentence closes over the gap as if it were whole.
"""

import io
import re
import zipfile

from lxml import etree

from briefquiz.readers import markup
from briefquiz.readers.archive import Archive
from briefquiz.readers.damage import UNTOLD
from briefquiz.readers.footmarks import Element

DOCUMENT = "word/document.xml"
W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
M = "{http://schemas.openxmlformats.org/officeDocument/2006/math}"
WRAPPERS = (f"{W}fldSimple", f"{W}dir", f"{W}bdo")
NEEDED = re.compile(r"(?:word/|_rels/).*\.(?:xml|rels)$|\[Content_Types\]\.xml$")
OFF = frozenset(("0", "false", "off"))
LINEAR = frozenset(f"{M}{name}" for name in ("oMath", "r", "rPr", "sty", "nor", "t"))


def readable(opened: Archive) -> bytes:
    """The Word file anew: without pictures, its XML checked, its text such that mammoth reads it.

    Raises `BriefquizError` when it is damaged or a bomb.
    """
    root = markup.tree(opened.xml(DOCUMENT), opened.file)
    for formula in list(root.iter(f"{M}oMath")):
        _spell(formula)
    for run in list(root.iter(f"{W}r")):
        if _is_hidden(run):
            run.getparent().remove(run)
    for control in list(root.iter(f"{W}sdt")):
        if control.find(f"{W}sdtPr/{W}showingPlcHdr") is not None:
            control.getparent().remove(control)
    etree.strip_tags(root, *WRAPPERS)
    made = io.BytesIO()
    with zipfile.ZipFile(made, "w") as copy:
        for name in dict.fromkeys(opened.zip.namelist()):
            if name != DOCUMENT and NEEDED.match(name):
                copy.writestr(name, opened.xml(name))
        copy.writestr(DOCUMENT, etree.tostring(root, encoding="utf-8", xml_declaration=True))
    return made.getvalue()


def _is_hidden(run: Element) -> bool:
    """Whether the run has the character style "hidden": nobody sees it on screen or paper."""
    mark = run.find(f"{W}rPr/{W}vanish")
    return mark is not None and mark.get(f"{W}val", "1") not in OFF


def _spell(formula: Element) -> None:
    """A formula in one line becomes text; any other a mark that no sentence with it is whole."""
    plain = all(part.tag in LINEAR or part.tag.startswith(W) for part in formula.iter())
    text = "".join(formula.itertext(f"{M}t")) if plain else UNTOLD
    run = etree.Element(f"{W}r")
    etree.SubElement(run, f"{W}t").text = text
    run.tail = formula.tail
    formula.getparent().replace(formula, run)
