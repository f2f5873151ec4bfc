"""A strict reader of our QTI 1.2 packages, by the rules of Canvas's two quiz engines."""

import html
import io
import re
import zipfile
from collections import Counter
from decimal import Decimal
from typing import Any
from xml.etree.ElementTree import Element, fromstring

from tests.outputs.exports.meaning import BLANK, Meaning

QTI = "{http://www.imsglobal.org/xsd/ims_qtiasiv1p2}"
CP = "{http://www.imsglobal.org/xsd/imscp_v1p1}"


def read(package: bytes) -> list[Meaning]:
    """The items of a package."""
    archive = zipfile.ZipFile(io.BytesIO(package))
    assert archive.testzip() is None
    files = {name: archive.read(name) for name in archive.namelist()}
    manifest = fromstring(files.pop("imsmanifest.xml"))
    assert {f.get("href") for f in manifest.iter(f"{CP}file")} == set(files)
    (resource,) = (r for r in manifest.iter(f"{CP}resource") if r.get("type") == "imsqti_xmlv1p2")
    root = fromstring(files[resource[0].get("href") or ""])
    (assessment,) = root
    meta = fromstring(files[f"{assessment.get('ident')}/assessment_meta.xml"])
    assert meta.get("identifier") == assessment.get("ident") == resource.get("identifier")
    items = list(root.iter(f"{QTI}item"))
    keys = [label.get("ident") for item in items for label in _labels_once(item)]
    assert len(keys) == len(set(keys)), "Canvas wants every key once"
    found = [_item(item) for item in items]
    points = meta.findtext("{*}points_possible") or ""
    assert points == f"{sum(one.points for one in found)}.0"
    return found


def _labels_once(item: Element) -> list[Element]:
    found = (
        label for label in item.iter(f"{QTI}response_label") if label.get("ident") != "answer1"
    )
    return list({label.get("ident"): label for label in found}.values())


def _item(item: Element) -> Meaning:
    fields: dict[str, list[str]] = {}
    for one in item.iter(f"{QTI}qtimetadatafield"):
        fields.setdefault(one[0].text or "", []).append(one[1].text or "")
    (kind,), (points,), (shape,) = (
        fields[name] for name in ("kind", "points_possible", "question_type")
    )
    feedback = {
        one.get("ident") or "": _html(_mattext(one)) for one in item.iter(f"{QTI}itemfeedback")
    }
    linked = {one.get("linkrefid") for one in item.iter(f"{QTI}displayfeedback")}
    assert linked == set(feedback)
    general = feedback.pop("general_fb", None)
    marking, explain, evidence = _general(general)
    prompt, says = READ[shape](item, _stem(item), feedback)
    assert not feedback, "feedback that belongs to nothing"
    assert Decimal(points) == int(Decimal(points))
    return Meaning(
        item.get("title") or "",
        kind,
        int(Decimal(points)),
        prompt,
        says | marking,
        explain,
        evidence,
        Counter(fields.get("tag", [])),
    )


def _mattext(parent: Element) -> Element:
    return next(parent.iter(f"{QTI}mattext"))


def _html(mattext: Element) -> Element:
    """The HTML that a mattext holds. It is well-formed, so that it can be read as XML."""
    assert mattext.get("texttype") == "text/html"
    return fromstring(f"<div>{mattext.text or ''}</div>")


def _words(mattext: Element) -> str:
    """The text of an option, whether it stands there as HTML or as text."""
    if mattext.get("texttype") == "text/plain":
        assert not set(mattext.text or "") & set("<>"), "New Quizzes would read this as HTML"
        return mattext.text or ""
    (paragraph,) = _html(mattext)
    return _inner(paragraph)


def _menu(mattext: Element) -> str:
    """The text of an entry in a menu: New Quizzes read it as HTML."""
    assert mattext.get("texttype") == "text/plain"
    assert "<" not in (mattext.text or "")
    return html.unescape(mattext.text or "")


def _inner(element: Element) -> str:
    out = element.text or ""
    for child in element:
        assert child.tag == "br", child.tag
        out += "\n" + (child.tail or "")
    return out


def _stem(item: Element) -> list[Element]:
    material = item.find(f"{QTI}presentation/{QTI}material")
    assert material is not None
    return list(_html(_mattext(material)))


def _general(feedback: Element | None) -> tuple[dict[str, Any], str, list[tuple[str, int]]]:
    says: dict[str, Any] = {}
    explain, evidence = "", []
    for block in feedback if feedback is not None else ():
        match block.get("class"):
            case "label":
                assert _inner(block) == "Model answer:"
            case "model":
                says |= {"model": _inner(block), "rubric": []}
            case "rubric":
                says["rubric"] = [_criterion(row) for row in block]
            case "explanation":
                explain = _inner(block)
            case "evidence":
                quote, *place = block
                para = int(_inner(place[0]).removeprefix("Paragraph ")) if place else 0
                evidence.append((_inner(quote), para))
            case other:
                raise AssertionError(other)
    return says, explain, evidence


def _criterion(row: Element) -> tuple[int, str]:
    points, *breaks = row
    words = (points.tail or "")[1:] + "".join("\n" + (b.tail or "") for b in breaks)
    return int(points.text or ""), words


def _labels(parent: Element, words: Any = _words) -> dict[str, str]:
    labels = parent.iter(f"{QTI}response_label")
    return {label.get("ident") or "": words(_mattext(label)) for label in labels}


def _scoring(item: Element) -> list[Element]:
    conditions = item.iter(f"{QTI}respcondition")
    return [one for one in conditions if one.find(f"{QTI}setvar") is not None]


def _whys(names: dict[str, str], feedback: dict[str, Element]) -> Counter[tuple[str, str]]:
    found = {key: feedback.pop(f"{key}_fb") for key in names if f"{key}_fb" in feedback}
    return Counter((names[key], _inner(one[0])) for key, one in found.items())


def _choice(item: Element, stem: list[Element], feedback: dict[str, Element]) -> Any:
    (prompt,) = stem
    names = _labels(item)
    (condition,) = _scoring(item)
    (right,) = condition.iter(f"{QTI}varequal")
    assert condition.findtext(f"{QTI}setvar") == "100"
    render = next(item.iter(f"{QTI}render_choice"))
    return _inner(prompt), {
        "options": list(names.values()),
        "right": [names[right.text or ""]],
        "whys": _whys(names, feedback),
        "shuffled": render.get("shuffle") == "Yes",
    }


def _choices(item: Element, stem: list[Element], feedback: dict[str, Element]) -> Any:
    (prompt,) = stem
    names = _labels(item)
    (condition,) = _scoring(item)
    (all_of,) = condition.iter(f"{QTI}and")
    right = [one.text or "" for one in all_of.findall(f"{QTI}varequal")]
    wrong = [one.text or "" for one in all_of.findall(f"{QTI}not/{QTI}varequal")]
    assert sorted([*right, *wrong]) == sorted(names)
    return _inner(prompt), {
        "options": list(names.values()),
        "all right": Counter(names[key] for key in right),
        "whys": _whys(names, feedback),
    }


def _short(item: Element, stem: list[Element], feedback: dict[str, Element]) -> Any:
    prompt, *line = stem
    (condition,) = _scoring(item)
    forms = [one.text or "" for one in condition.iter(f"{QTI}varequal")]
    assert all(form == form.strip() for form in forms)
    assert next(item.iter(f"{QTI}render_fib")).get("fibtype") is None
    unit = line[0].findtext("span[@class='unit']") if line else ""
    return _inner(prompt), {"words": forms, "unit": unit or ""}


def _number(item: Element, stem: list[Element], feedback: dict[str, Element]) -> Any:
    prompt, *line = stem
    parts = {span.get("class"): span.text or "" for span in line[0]} if line else {}
    numbers, near = [], set()
    for condition in _scoring(item):
        exact, low, high = (
            Decimal(condition.findtext(f".//{QTI}{name}") or "")
            for name in ("varequal", "vargte", "varlte")
        )
        numbers.append(exact)
        near |= {exact - low, high - exact}
    (tolerance,) = near
    assert next(item.iter(f"{QTI}render_fib")).get("fibtype") == "Decimal"
    return _inner(prompt), {
        "numbers": numbers,
        "near": tolerance,
        "around": [parts.get("before", ""), parts.get("after", "")],
        "unit": parts.get("unit", ""),
    }


def _blanks(item: Element, stem: list[Element], feedback: dict[str, Element]) -> Any:
    """The text as New Quizzes cut it: at the names of the gaps in brackets."""
    (text,) = stem
    answers = {}
    for lid in item.iter(f"{QTI}response_lid"):
        name = (lid.get("ident") or "").removeprefix("response_")
        answers[name] = "".join(
            _mattext(label).text or "" for label in lid.iter(f"{QTI}response_label")
        )
    assert len(_scoring(item)) == len(answers)
    flat = text.text or ""
    for child in text:
        if child.tag == "em":
            flat += f"\x00{_inner(child)[1:-1]}\x00" + (child.tail or "")
        else:
            flat += "\n" + (child.tail or "")
    names = "|".join(map(re.escape, answers))
    out: list[Any] = []
    for part in re.split(rf"(\[(?:{names})\](?: \x00[^\x00]*\x00)?)", flat):
        gap = re.fullmatch(rf"\[({names})\](?: \x00([^\x00]*)\x00)?", part)
        if gap:
            out.append((answers.pop(gap[1]), gap[2] or ""))
        elif part:
            out.append(part)
    assert not answers
    return "".join(p if isinstance(p, str) else BLANK for p in out), {"gaps": out}


def _match(item: Element, stem: list[Element], feedback: dict[str, Element]) -> Any:
    (prompt,) = stem
    right = {
        equal.get("respident"): equal.text or ""
        for condition in _scoring(item)
        for equal in condition.iter(f"{QTI}varequal")
    }
    pairs = []
    rights: dict[str, str] = {}
    for lid in item.iter(f"{QTI}response_lid"):
        rights = _labels(lid, _menu)
        pairs.append((_words(_mattext(lid)), rights[right[lid.get("ident")]]))
    extra = Counter(words for key, words in rights.items() if key not in right.values())
    return _inner(prompt), {"pairs": pairs, "extra": extra}


def _order(item: Element, stem: list[Element], feedback: dict[str, Element]) -> Any:
    (prompt,) = stem
    names = _labels(item)
    (condition,) = _scoring(item)
    right = [one.text or "" for one in condition.iter(f"{QTI}varequal")]
    assert next(item.iter(f"{QTI}response_lid")).get("rcardinality") == "Ordered"
    assert list(names) != right, "printed in the right order"
    return _inner(prompt), {"steps": [names[key] for key in right]}


def _essay(item: Element, stem: list[Element], feedback: dict[str, Element]) -> Any:
    (prompt,) = stem
    assert not _scoring(item)
    lines = next(item.iter(f"{QTI}render_fib")).get("rows") or ""
    return _inner(prompt), {"lines": int(lines)}


READ: dict[str, Any] = {
    "multiple_choice_question": _choice,
    "true_false_question": _choice,
    "multiple_answers_question": _choices,
    "short_answer_question": _short,
    "numerical_question": _number,
    "fill_in_multiple_blanks_question": _blanks,
    "matching_question": _match,
    "ordering_question": _order,
    "essay_question": _essay,
}
