"""Elements → XML, the same bytes everywhere: attributes in their order, two spaces of indent.

An element that holds text gets no white space of ours: in XML that would be text too.
"""

import html
import re
from collections.abc import Mapping
from dataclasses import dataclass
from typing import TypeAlias

from briefquiz.outputs.text import printable

DECLARATION = '<?xml version="1.0" encoding="UTF-8"?>\n'
NO_XML = re.compile("[\ufffe\uffff]")
"""What XML 1.0 forbids beside the control characters."""


@dataclass(frozen=True, slots=True)
class Tag:
    """An element: its name, its attributes as text, and what it holds in order."""

    name: str
    attributes: Mapping[str, str]
    children: tuple["Node", ...]


Node: TypeAlias = Tag | str


def tag(name: str, attributes: Mapping[str, str] | None = None, /, *children: Node) -> Tag:
    """An element. A child "" is text too, and keeps white space of ours out."""
    return Tag(name, attributes or {}, children)


def legible(text: str) -> str:
    """The text without what XML cannot hold: control characters (tab and line breaks stay)."""
    return NO_XML.sub("", printable(text))


def broken(text: str) -> tuple[Node, ...]:
    """The text as the inside of a paragraph, line breaks as `<br/>`."""
    first, *rest = legible(text).split("\n")
    return (first, *(node for line in rest for node in (tag("br"), line)))


def document(root: Tag) -> bytes:
    """The root element as an XML file in UTF-8."""
    return f"{DECLARATION}{_written(root, 0)}\n".encode()


def fragment(*nodes: Node) -> str:
    """The nodes without white space between: HTML for a text that holds HTML."""
    return "".join(_inline(node) for node in nodes)


def _written(node: Tag, depth: int) -> str:
    if not node.children or any(isinstance(child, str) for child in node.children):
        return _inline(node)
    indent = "\n" + "  " * (depth + 1)
    inner = "".join(
        f"{indent}{_written(child, depth + 1)}" for child in node.children if isinstance(child, Tag)
    )
    return f"{_opening(node)}>{inner}\n{'  ' * depth}</{node.name}>"


def _inline(node: Node) -> str:
    if isinstance(node, str):
        return html.escape(legible(node), quote=False)
    if not node.children:
        return f"{_opening(node)}/>"
    return f"{_opening(node)}>{fragment(*node.children)}</{node.name}>"


def _opening(node: Tag) -> str:
    pairs = (f' {name}="{_attribute(value)}"' for name, value in node.attributes.items())
    return f"<{node.name}{''.join(pairs)}"


def _attribute(value: str) -> str:
    """White space as references: a parser would turn it into spaces."""
    return html.escape(legible(value)).replace("\n", "&#10;").replace("\t", "&#9;")
