"""Which words name countries and their capitals: data of a maintained package."""

import functools
from collections.abc import Mapping

from countryinfo import all_countries

# Names that briefs use and the package has not.
_COMMON = (
    "United States", "United Kingdom", "Britain", "Russia", "South Korea", "North Korea", "Turkey",
    "Czech Republic", "Czechia", "Kosovo", "Palestine", "Taiwan", "Bahamas", "Brunei", "Congo",
    "Cabo Verde", "Côte d'Ivoire", "Eswatini", "Gambia", "North Macedonia", "Micronesia", "Macao",
    "Timor-Leste", "Türkiye", "São Tomé and Príncipe", "US", "U.S.", "USA", "UK", "U.K.", "UAE",
    "DRC",
)  # fmt: skip
_RENAMED = {"Astana": "Kazakhstan", "Kiev": "Ukraine", "Washington": "United States"}


@functools.cache
def country_names() -> frozenset[str]:
    """The names of countries as they stand in a text, official and common."""
    return frozenset(_COMMON) | {country.name() for country in all_countries()}


@functools.cache
def states() -> frozenset[str]:
    """The states of the United States that share their name with no country and no capital."""
    (union,) = (country for country in all_countries() if country.name() == "United States")
    return frozenset(_texts(union.provinces())) - country_names() - capitals().keys()


@functools.cache
def capitals() -> Mapping[str, str]:
    """Capital → country, for capitals that stand for their governments; city states left out."""
    found = {
        capital: country.name()
        for country in all_countries()
        for capital in _texts(country.capital())
        if capital != country.name()
    }
    return {**found, **_RENAMED}


def _texts(value: object) -> list[str]:
    """One text, several or none, as the package has them."""
    return [str(text) for text in (value if isinstance(value, list) else [value]) if text]
