"""A strict reader of our QTI 2.1 packages: what it does not expect is an error."""

import io
import zipfile
from collections import Counter
from decimal import Decimal
from typing import Any
from xml.etree.ElementTree import Element, fromstring

from tests.outputs.exports.meaning import BLANK, Meaning

QTI = "{http://www.imsglobal.org/xsd/imsqti_v2p1}"
CP = "{http://www.imsglobal.org/xsd/imscp_v1p1}"
LOM = "{http://ltsc.ieee.org/xsd/LOM}"
META = "{http://www.imsglobal.org/xsd/imsqti_metadata_v2p1}"


def read(package: bytes) -> list[Meaning]:
    """The items of a package, in the order of its test."""
    archive = zipfile.ZipFile(io.BytesIO(package))
    assert archive.testzip() is None
    files = {name: archive.read(name) for name in archive.namelist()}
    manifest = fromstring(files.pop("imsmanifest.xml"))
    resources = {one.get("identifier"): one for one in manifest.iter(f"{CP}resource")}
    assert {one.get("href") for one in resources.values()} == set(files)
    (test,) = (one for one in resources.values() if one.get("type") == "imsqti_test_xmlv2p1")
    refs = list(fromstring(files["test.xml"]).iter(f"{QTI}assessmentItemRef"))
    wanted = [one.get("identifierref") for one in test.iter(f"{CP}dependency")]
    assert wanted == [ref.get("identifier") for ref in refs]
    return [_item(files[ref.get("href") or ""], resources[ref.get("identifier")]) for ref in refs]


def _item(data: bytes, resource: Element) -> Meaning:
    root = fromstring(data)
    assert root.get("identifier") == resource.get("identifier")
    body = one(root, "itemBody")
    kind, *tags = (string(word) for word in resource.iter(f"{LOM}keyword"))
    assert kind == root.get("label")
    blocks = list(body)
    interaction = resource.findtext(f".//{META}interactionType")
    assert next(body.iter(f"{QTI}{interaction}"), None) is not None
    feedback = {m.get("identifier"): m for m in root.iter(f"{QTI}modalFeedback")}
    general = feedback.pop("general_fb", None)
    prompt, says = READ[interaction or ""](root, blocks, feedback)
    assert not feedback, "feedback that belongs to nothing"
    score = next(o for o in root.iter(f"{QTI}outcomeDeclaration") if o.get("identifier") == "SCORE")
    return Meaning(
        root.get("title") or "",
        kind,
        int(score.get("normalMaximum") or 0),
        prompt,
        says,
        *_proof(general),
        Counter(tags),
    )


def _proof(feedback: Element | None) -> tuple[str, list[tuple[str, int]]]:
    if feedback is None:
        return "", []
    explain, evidence = "", []
    for block in feedback:
        if block.get("class") == "explanation":
            explain = content(block)
            continue
        assert block.get("class") == "evidence"
        quote, *place = block
        para = int(content(place[0]).removeprefix("Paragraph ")) if place else 0
        evidence.append((content(quote), para))
    return explain, evidence


def one(parent: Element, name: str) -> Element:
    (found,) = parent.iter(f"{QTI}{name}")
    return found


def string(element: Element) -> str:
    return element.findtext(f"{LOM}string") or ""


def content(element: Element) -> str:
    """The text of an element that holds nothing but text and line breaks."""
    out = element.text or ""
    for child in element:
        assert child.tag == f"{QTI}br", child.tag
        out += "\n" + (child.tail or "")
    return out


def _correct(root: Element, name: str = "RESPONSE") -> list[str]:
    declared = {one.get("identifier"): one for one in root.iter(f"{QTI}responseDeclaration")}
    return [value.text or "" for value in declared[name].iter(f"{QTI}value")]


def _mapped(root: Element, name: str = "RESPONSE") -> dict[str, str]:
    declared = {one.get("identifier"): one for one in root.iter(f"{QTI}responseDeclaration")}
    entries = declared[name].iter(f"{QTI}mapEntry")
    return {e.get("mapKey") or "": e.get("mappedValue") or "" for e in entries}


def _whys(names: dict[str, str], feedback: dict[Any, Element]) -> Counter[tuple[str, str]]:
    found = {key: feedback.pop(key) for key in list(feedback) if key in names}
    return Counter((names[key], content(one[0])) for key, one in found.items())


def _choice(root: Element, blocks: list[Element], feedback: dict[Any, Element]) -> Any:
    (block,) = blocks
    prompt, *options = block
    names = {option.get("identifier") or "": content(option) for option in options}
    assert len(names) == len(options)
    right = _correct(root)
    said: dict[str, Any] = {"options": list(names.values()), "whys": _whys(names, feedback)}
    if block.get("maxChoices") == "0":
        assert _mapped(root) == {key: "1" if key in right else "-1" for key in names}
        return content(prompt), said | {"all right": Counter(names[key] for key in right)}
    assert _mapped(root) == dict.fromkeys(right, "1")
    pinned = [content(option) for option in options if option.get("fixed") == "true"]
    assert pinned in ([], [content(options[-1])])
    said |= {"right": [names[key] for key in right], "pinned": bool(pinned)}
    return content(prompt), said | {"shuffled": block.get("shuffle") == "true"}


def _entry(root: Element, blocks: list[Element], feedback: dict[Any, Element]) -> Any:
    prompt, *rest = blocks
    if not rest:
        return _gaps(root, prompt)
    (answer,) = rest
    parts = {span.get("class"): content(span) for span in answer.iter(f"{QTI}span")}
    said: dict[str, Any] = {"unit": parts.get("unit", "")}
    declared = one(root, "responseDeclaration")
    if declared.get("baseType") == "string":
        (right,) = _correct(root)
        forms = _mapped(root)
        assert set(forms.values()) == {"1"}
        assert next(iter(forms)) == right
        folded = {entry.get("caseSensitive") for entry in root.iter(f"{QTI}mapEntry")}
        assert folded == {"false"}
        return content(prompt), said | {"words": list(forms)}
    tests = list(root.iter(f"{QTI}equal"))
    near = {test.get("tolerance") for test in tests}
    assert len(near) == 1
    numbers = [Decimal(test.findtext(f"{QTI}baseValue") or "") for test in tests]
    assert [Decimal(value) for value in _correct(root)] == numbers[:1]
    return content(prompt), said | {
        "numbers": numbers,
        "near": Decimal((near.pop() or "0 0").split()[0]),
        "around": [parts.get("before", ""), parts.get("after", "")],
    }


def _gaps(root: Element, text: Element) -> Any:
    """The text with its gaps: (answer, hint) for each, and the prompt with blanks."""
    out: list[Any] = [text.text or ""]
    for child in text:
        if child.tag == f"{QTI}br":
            out[-1] += "\n" + (child.tail or "")
            continue
        (answer,) = _correct(root, child.get("responseIdentifier") or "")
        assert _mapped(root, child.get("responseIdentifier") or "") == {answer: "1"}
        out += [(answer, child.get("placeholderText") or ""), child.tail or ""]
    parts = [part for part in out if part]
    prompt = "".join(part if isinstance(part, str) else BLANK for part in parts)
    return prompt, {"gaps": parts}


def _match(root: Element, blocks: list[Element], feedback: dict[Any, Element]) -> Any:
    (block,) = blocks
    prompt, *sets = block
    lefts, rights = ({c.get("identifier"): content(c) for c in one} for one in sets)
    joined = dict(pair.split() for pair in _correct(root))
    assert list(joined) == list(lefts)
    assert set(_mapped(root).values()) == {"1"}
    extra = Counter(text for key, text in rights.items() if key not in joined.values())
    pairs = [(lefts[left], rights[right]) for left, right in joined.items()]
    return content(prompt), {"pairs": pairs, "extra": extra}


def _order(root: Element, blocks: list[Element], feedback: dict[Any, Element]) -> Any:
    (block,) = blocks
    prompt, *steps = block
    names = {step.get("identifier") or "": content(step) for step in steps}
    right = _correct(root)
    assert list(names) != right, "printed in the right order"
    return content(prompt), {"steps": [names[key] for key in right]}


def _essay(root: Element, blocks: list[Element], feedback: dict[Any, Element]) -> Any:
    marking, block = blocks
    assert marking.get("view") == "author scorer tutor", "students would see the model answer"
    model, *rest = marking
    rubric = []
    for row in rest[0] if rest else []:
        points, *breaks = row
        words = (points.tail or "")[1:] + "".join("\n" + (b.tail or "") for b in breaks)
        rubric.append((int(points.text or ""), words))
    lines = int(block.get("expectedLines") or 0)
    return content(block[0]), {"model": content(model), "rubric": rubric, "lines": lines}


READ: dict[str, Any] = {
    "choiceInteraction": _choice,
    "textEntryInteraction": _entry,
    "matchInteraction": _match,
    "orderInteraction": _order,
    "extendedTextInteraction": _essay,
}
