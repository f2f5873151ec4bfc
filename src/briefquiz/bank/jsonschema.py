"""The JSON Schema of the question file, for editors that complete and check."""

from typing import Any

from pydantic import ConfigDict, TypeAdapter

from briefquiz.bank.schema import FILE_ADAPTER, TYPES_BY_NAME
from briefquiz.questions.common import Common

_Schema = dict[str, Any]


def json_schema() -> _Schema:
    """A schema that accepts what `load` accepts, the short forms too.

    Draft 7: editors' servers for YAML know no later one.
    """
    schema = FILE_ADAPTER.json_schema()
    definitions: _Schema = schema["$defs"]
    for definition in definitions.values():
        definition["properties"] = {
            key: _as_written(entry) for key, entry in definition["properties"].items()
        }
    for question_type in TYPES_BY_NAME.values():
        _question(definitions[question_type.__name__])
    definitions["Option"] = {"anyOf": [_TEXT, definitions["Option"]]}
    file = definitions.pop("QuestionFile")
    file["required"].remove("id")
    file["oneOf"] = [{"required": ["questions"]}, {"required": ["include"]}]
    description = file["properties"]["briefquiz"]["description"]
    file["properties"]["briefquiz"] = {"description": description, "enum": [1, "1"]}
    whole = {"$schema": "http://json-schema.org/draft-07/schema#", **file}
    return _draft_7({**whole, "definitions": definitions})  # type: ignore[no-any-return]


def _draft_7(node: Any) -> Any:
    """What pydantic writes for the draft of 2020 in the words of draft 7, titles left out."""
    if isinstance(node, list):
        return [_draft_7(item) for item in node]
    if not isinstance(node, dict):
        return node
    out = {key: _draft_7(value) for key, value in node.items() if not _is_noise(key, value)}
    if "prefixItems" in out:
        out |= {"items": out.pop("prefixItems"), "additionalItems": False}
    if isinstance(reference := out.get("$ref"), str):
        out["$ref"] = reference.replace("#/$defs/", "#/definitions/")
    if isinstance(description := out.get("description"), str):
        out["description"] = " ".join(description.split())
    return out


def _is_noise(key: str, value: Any) -> bool:
    """`title` and `discriminator` as words of a schema, not as names of what it describes."""
    return key == "discriminator" or (key == "title" and isinstance(value, str))


_TEXT: _Schema = {"type": ["string", "number"]}  # `answer: 14` is a text to us


def _as_written(entry: _Schema) -> _Schema:
    """An entry as editors see the file: unquoted figures are texts too, and nothing is null."""
    if entry.get("type") == "string" and not {"enum", "const"} & entry.keys():
        return entry | _TEXT
    if entry.get("type") == "array":
        parts = {key: entry[key] for key in ("items", "prefixItems") if key in entry}
        return entry | {key: _each_as_written(part) for key, part in parts.items()}
    if "additionalProperties" in entry:
        return entry | {"additionalProperties": _TEXT}
    if "anyOf" in entry:
        kept = [choice for choice in entry["anyOf"] if choice.get("type") != "null"]
        return {key: value for key, value in entry.items() if key != "default"} | {"anyOf": kept}
    return entry


def _each_as_written(part: Any) -> Any:
    return [_as_written(item) for item in part] if isinstance(part, list) else _as_written(part)


def _question(definition: _Schema) -> None:
    """What pydantic does not see: inherited descriptions, a type that is named, a lone source."""
    properties = definition["properties"]
    for key, description in _descriptions().items():
        properties[key].setdefault("description", description)
    definition["required"].append("type")
    one, several = properties["source"].pop("items"), properties["source"].pop("type")
    properties["source"]["anyOf"] = [one, {"type": several, "items": one}]


def _descriptions() -> dict[str, str]:
    """What each key is that all types of question have."""
    adapter = TypeAdapter(list[Common], config=ConfigDict(use_attribute_docstrings=True))
    keys = adapter.json_schema()["$defs"]["Common"]["properties"]
    return {key: entry["description"] for key, entry in keys.items()}
