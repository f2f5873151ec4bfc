"""The published schemas of IMS, as judges.

They may not be copied into this repository and no registry has them; they are looked for in the
folder that IMS_SCHEMAS names, or in a `shared/schemas` beside the repository. Where that folder
is not, these tests are skipped and say so; our own strict readers judge the files all the same.
"""

import os
from functools import cache
from pathlib import Path
from typing import Any

import pytest
from lxml import etree

ROOT = Path(__file__).parents[3]
ROOTS = {
    "qti12": ("qti12", "ims_qtiasiv1p2.xsd"),
    "qti21": ("qti21", "qtiv2p1/imsqti_v2p1.xsd"),
    "package": ("qti21", "imscp_v1p1.xsd"),
    "metadata": ("qti21", "imsmd_loose_v1p3p2.xsd"),
}
EMPTY = '<xs:schema xmlns:xs="http://www.w3.org/2001/XMLSchema"/>'
XML = """<xs:schema xmlns:xs="http://www.w3.org/2001/XMLSchema"
  targetNamespace="http://www.w3.org/XML/1998/namespace">
<xs:attribute name="lang" type="xs:language"/><xs:attribute name="base" type="xs:anyURI"/>
<xs:attribute name="space" type="xs:NCName"/><xs:attribute name="id" type="xs:ID"/>
<xs:attributeGroup name="specialAttrs"><xs:attribute ref="xml:lang"/></xs:attributeGroup>
</xs:schema>"""


class Offline(etree.Resolver):  # type: ignore[misc]  # lxml has no types
    """Answers a schema's address on the web with the file of that name in the folder."""

    def __init__(self, folder: Path) -> None:
        self.files = {path.name: path for path in folder.rglob("*.xsd")}

    def resolve(self, url: str, _public: str, context: Any) -> Any:
        name = url.rsplit("/", 1)[-1]
        if name == "xml.xsd":
            return self.resolve_string(XML, context)
        if not url.startswith("http"):
            return None
        found = self.files.get(name)
        if found is None:
            return self.resolve_string(EMPTY, context)
        return self.resolve_filename(str(found), context)


def folder() -> Path:
    """Where the schemas are. Missing: the test is skipped; missing where named, it fails."""
    named = os.environ.get("IMS_SCHEMAS")
    beside = [parent / "shared/schemas" for parent in ROOT.parents]
    for found in [Path(named)] if named else beside:
        if found.joinpath(*ROOTS["qti12"]).exists():
            return found
    message = "the schemas of IMS are missing: set IMS_SCHEMAS to a folder that has them"
    if named:
        pytest.fail(message)
    pytest.skip(message)


@cache
def schema(kind: str) -> Any:
    """One of the schemas: qti12, qti21, package, metadata."""
    under, name = ROOTS[kind]
    parser = etree.XMLParser(no_network=True)
    parser.resolvers.add(Offline(folder() / under))
    return etree.XMLSchema(etree.parse(str(folder() / under / name), parser))


def faults(kind: str, document: bytes) -> list[str]:
    """What a schema finds wrong with a document."""
    judge = schema(kind)
    judge.validate(etree.fromstring(document))
    return [f"{error.line}: {error.message}" for error in judge.error_log]
