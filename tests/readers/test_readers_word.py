"""Words that Word keeps in fields, links, controls and tracked changes: all of them, once."""

import io

import docx
import pytest
from docx.oxml import parse_xml

from briefquiz.readers import read_sheet

SPACES = " ".join(
    f'xmlns:{prefix}="http://schemas.{place}"'
    for prefix, place in {
        "w": "openxmlformats.org/wordprocessingml/2006/main",
        "m": "openxmlformats.org/officeDocument/2006/math",
        "mc": "openxmlformats.org/markup-compatibility/2006",
    }.items()
)


def run(text: str, properties: str = "") -> str:
    return f'<w:r>{properties}<w:t xml:space="preserve">{text}</w:t></w:r>'


def within(tag: str, inside: str) -> str:
    """The words in a tag, which may have attributes."""
    return f"<w:{tag}>{inside}</w:{tag.split()[0]}>"


def field(instruction: str, result: str) -> str:
    """A field in Word's long form."""
    begin, separate, end = (
        f'<w:r><w:fldChar w:fldCharType="{kind}"/></w:r>' for kind in ("begin", "separate", "end")
    )
    said = within("r", within("instrText", instruction))
    return f"{begin}{said}{separate}{result}{end}"


FELL = run("by 4.2")
SIMPLE = within('fldSimple w:instr="DOCPROPERTY Fall"', FELL)
LINK = 'hyperlink w:anchor="fall"'
INSERTED = 'ins w:id="1" w:author="J"'
PLACEHOLDER = within("sdtPr", "<w:showingPlcHdr/>") + within("sdtContent", run("Click here."))
OTHERWISE = (
    f'<mc:AlternateContent><mc:Choice Requires="x">{run("by 9")}</mc:Choice>'
    f"<mc:Fallback>{FELL}</mc:Fallback></mc:AlternateContent>"
)
FRACTION = "<m:f><m:num><m:r><m:t>1</m:t></m:r></m:num><m:den><m:r><m:t>2</m:t></m:r></m:den></m:f>"

# What stands in "Output fell {…} in 2019.", and what is read of it.
INSIDE = {
    "a simple field": (SIMPLE, "by 4.2"),
    "a field": (field("DOCPROPERTY Fall", FELL), "by 4.2"),
    "a field in a field": (field("IF", run("by ") + field("=2+2", run("4"))), "by 4"),
    "a simple field in a link": (within(LINK, SIMPLE), "by 4.2"),
    "a cross-reference": (field("REF _Ref1 \\h", run("(Table 2)")), "(Table 2)"),
    "a link": (within(LINK, FELL), "by 4.2"),
    "a link as a field": (field('HYPERLINK "https://ostia.example"', FELL), "by 4.2"),
    "a control": (within("sdt", within("sdtContent", FELL)), "by 4.2"),
    "a control not filled in": (within("sdt", PLACEHOLDER), ""),
    "a smart tag": (within('smartTag w:element="x"', FELL), "by 4.2"),
    "custom XML": (within('customXml w:element="x"', FELL), "by 4.2"),
    "a direction": (within('dir w:val="ltr"', FELL), "by 4.2"),
    "a direction overruled": (within('bdo w:val="ltr"', FELL), "by 4.2"),
    "inserted": (within(INSERTED, FELL), "by 4.2"),
    "inserted, in a link": (within(INSERTED, within(LINK, FELL)), "by 4.2"),
    "inserted, as a simple field": (within(INSERTED, SIMPLE), "by 4.2"),
    "deleted": (within('del w:id="1"', within("r", within("delText", "by 9"))), ""),
    "moved here": (within('moveTo w:id="1"', FELL), "by 4.2"),
    "moved away": (within('moveFrom w:id="1"', run("by 9")), ""),
    "hidden": (run("by 9", within("rPr", "<w:vanish/>")), ""),
    "not hidden after all": (run("by 4.2", within("rPr", '<w:vanish w:val="0"/>')), "by 4.2"),
    "for other versions": (OTHERWISE, "by 4.2"),
    "a hyphen that holds": (
        within("r", "<w:t>by half</w:t><w:noBreakHyphen/><w:t>a</w:t>"), "by half‑a"
    ),
    "a formula in one line": ("<m:oMath><m:r><m:t>by 4</m:t></m:r></m:oMath>", "by 4"),
    "a formula": (f"<m:oMath>{FRACTION}</m:oMath>", "\ufffd"),
}  # fmt: skip


def paragraphs(inside: str) -> list[str]:
    document = docx.Document()
    text = f"{run('Output fell ')}{inside}{run(' in 2019.')}"
    document.element.body.insert(0, parse_xml(f"<w:p {SPACES}>{text}</w:p>"))
    data = io.BytesIO()
    document.save(data)
    return [piece.text for piece in read_sheet(data.getvalue(), "brief.docx").pieces]


@pytest.mark.parametrize("case", INSIDE)
def test_what_stands_inside_a_sentence_is_read(case: str) -> None:
    inside, words = INSIDE[case]
    assert paragraphs(inside) == [" ".join(f"Output fell {words} in 2019.".split())]
