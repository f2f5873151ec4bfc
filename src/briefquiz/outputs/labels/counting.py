"""How languages count: "1 point", "2 punkty", "5 punktów"."""

from collections.abc import Callable, Mapping


def _one_or_more(number: int) -> int:
    return 0 if number == 1 else 1


def _french(number: int) -> int:
    return 0 if number < 2 else 1


def _polish(number: int) -> int:
    if number == 1:
        return 0
    few = number % 10 in (2, 3, 4) and number % 100 not in (12, 13, 14)
    return 1 if few else 2


FORMS: Mapping[str, Callable[[int], int]] = {
    "fr": _french,
    "pl": _polish,
}
"""Language → which form a number takes, from CLDR's plural rules; others: one and more."""


def counted(lang: str, number: int, forms: str) -> str:
    """The number with its noun. `forms` are those of the noun, joined by "|"."""
    either = forms.split("|")
    form = FORMS.get(lang.lower().split("-")[0], _one_or_more)(number)
    return f"{number} {either[min(form, len(either) - 1)]}"
