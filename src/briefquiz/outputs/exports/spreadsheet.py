"""What spreadsheets make of text: a guard against formulas, and the smallest .xlsx there is.

The sheet is written by hand: one sheet of texts and numbers is five short files, and a library
would be one more dependency whose bytes change from release to release.
"""

import re
from collections.abc import Iterable, Sequence
from typing import TypeAlias

from briefquiz.outputs.exports.archive import zipped
from briefquiz.outputs.exports.markup import Tag, document, legible, tag

Cell: TypeAlias = str | int | None
FORMULA = re.compile(r"[=+\-@\t\r]")
"""How a cell begins that a spreadsheet may run: https://owasp.org/www-community/attacks/CSV_Injection"""

MAIN = "http://schemas.openxmlformats.org/spreadsheetml/2006/main"
OFFICE = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
PACKAGE = "http://schemas.openxmlformats.org/package/2006"
TYPES = "application/vnd.openxmlformats-officedocument.spreadsheetml"
PARTS = (
    ("xl/workbook.xml", "sheet.main"),
    ("xl/worksheets/sheet1.xml", "worksheet"),
    ("xl/styles.xml", "styles"),
)


def guarded(text: str) -> str:
    """The text after an apostrophe if a spreadsheet would run it.

    Also if it begins with apostrophes and then so: one is taken off again to read it.
    """
    return f"'{text}" if FORMULA.match(text.lstrip("'")) else text


def xlsx(sheet: str, rows: Iterable[Sequence[Cell]]) -> bytes:
    """A workbook with one sheet. Texts are texts, whatever they begin with; None leaves a gap."""
    return zipped(
        {
            "[Content_Types].xml": document(_types()),
            "_rels/.rels": document(_relations(("officeDocument", "xl/workbook.xml"))),
            "xl/workbook.xml": document(_workbook(sheet)),
            "xl/_rels/workbook.xml.rels": document(
                _relations(("worksheet", "worksheets/sheet1.xml"), ("styles", "styles.xml"))
            ),
            "xl/worksheets/sheet1.xml": document(_sheet(rows)),
            "xl/styles.xml": document(_styles()),
        }
    )


def _types() -> Tag:
    return tag(
        "Types",
        {"xmlns": f"{PACKAGE}/content-types"},
        tag(
            "Default",
            {
                "Extension": "rels",
                "ContentType": "application/vnd.openxmlformats-package.relationships+xml",
            },
        ),
        tag("Default", {"Extension": "xml", "ContentType": "application/xml"}),
        *(
            tag("Override", {"PartName": f"/{name}", "ContentType": f"{TYPES}.{kind}+xml"})
            for name, kind in PARTS
        ),
    )


def _relations(*targets: tuple[str, str]) -> Tag:
    return tag(
        "Relationships",
        {"xmlns": f"{PACKAGE}/relationships"},
        *(
            tag(
                "Relationship",
                {"Id": f"rId{number}", "Type": f"{OFFICE}/{kind}", "Target": target},
            )
            for number, (kind, target) in enumerate(targets, 1)
        ),
    )


def _workbook(sheet: str) -> Tag:
    one = tag("sheet", {"name": sheet, "sheetId": "1", "r:id": "rId1"})
    return tag("workbook", {"xmlns": MAIN, "xmlns:r": OFFICE}, tag("sheets", {}, one))


def _styles() -> Tag:
    """One style for numbers, and one for texts, which keeps a text a text when it is edited."""
    return tag(
        "styleSheet",
        {"xmlns": MAIN},
        tag("fonts", {"count": "1"}, tag("font")),
        tag(
            "fills",
            {"count": "2"},
            tag("fill", {}, tag("patternFill", {"patternType": "none"})),
            tag("fill", {}, tag("patternFill", {"patternType": "gray125"})),
        ),
        tag("borders", {"count": "1"}, tag("border")),
        tag("cellStyleXfs", {"count": "1"}, tag("xf")),
        tag(
            "cellXfs",
            {"count": "2"},
            tag("xf", {"xfId": "0"}),
            tag(
                "xf", {"numFmtId": "49", "xfId": "0", "quotePrefix": "1", "applyNumberFormat": "1"}
            ),
        ),
        tag(
            "cellStyles",
            {"count": "1"},
            tag("cellStyle", {"name": "Normal", "xfId": "0", "builtinId": "0"}),
        ),
    )


def _sheet(rows: Iterable[Sequence[Cell]]) -> Tag:
    written = (
        tag(
            "row",
            {"r": str(number)},
            *(
                _cell(f"{chr(ord('A') + place)}{number}", cell)
                for place, cell in enumerate(row)
                if cell is not None
            ),
        )
        for number, row in enumerate(rows, 1)
    )
    return tag("worksheet", {"xmlns": MAIN}, tag("sheetData", {}, *written))


def _cell(place: str, cell: str | int) -> Tag:
    if isinstance(cell, int):
        return tag("c", {"r": place}, tag("v", {}, str(cell)))
    text = tag("t", {"xml:space": "preserve"}, _unescaped(legible(cell)))
    return tag("c", {"r": place, "s": "1", "t": "inlineStr"}, tag("is", {}, text))


def _unescaped(text: str) -> str:
    """A text such as "_x0041_" would be read as an escape: its underscore is escaped itself."""
    return re.sub(r"_(?=x[0-9A-Fa-f]{4}_)", "_x005F_", text)
