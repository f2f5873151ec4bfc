"""The words that sheets print of their own, by language: one TOML file a language, beside this.

Every file has the same sections, one a sheet, with the same keys; English is the original.
"""

import tomllib
from collections.abc import Mapping
from functools import cache
from importlib import resources

ORIGINAL = "en"


def labels(lang: str, section: str) -> Mapping[str, str]:
    """The words of a sheet in a language such as "de" or "pl-PL"; English where it has none."""
    language = lang.lower().split("-")[0]
    return {**_read(ORIGINAL)[section], **_read(language).get(section, {})}


def languages() -> tuple[str, ...]:
    """The languages that have a file, in alphabetical order."""
    files = resources.files(__name__).iterdir()
    return tuple(sorted(f.name.removesuffix(".toml") for f in files if f.name.endswith(".toml")))


@cache
def _read(language: str) -> Mapping[str, Mapping[str, str]]:
    if language not in languages():
        return {}
    return tomllib.loads((resources.files(__name__) / f"{language}.toml").read_text("utf-8"))
