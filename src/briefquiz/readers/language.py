"""Whether a text is in English."""

import re
from functools import cache

from py3langid.langid import MODEL_FILE, LanguageIdentifier

# The languages briefs come in; fewer rivals mean fewer misjudged texts.
NAMES = {
    "ar": "Arabic",
    "cs": "Czech",
    "da": "Danish",
    "de": "German",
    "el": "Greek",
    "en": "English",
    "es": "Spanish",
    "et": "Estonian",
    "fi": "Finnish",
    "fr": "French",
    "he": "Hebrew",
    "hu": "Hungarian",
    "it": "Italian",
    "ja": "Japanese",
    "ko": "Korean",
    "lt": "Lithuanian",
    "lv": "Latvian",
    "nl": "Dutch",
    "no": "Norwegian",
    "pl": "Polish",
    "pt": "Portuguese",
    "ro": "Romanian",
    "ru": "Russian",
    "sv": "Swedish",
    "tr": "Turkish",
    "uk": "Ukrainian",
    "zh": "Chinese",
}
# English words that no neighbour shares ("in", "is", "was", "of", "for" are Dutch or Danish too).
COMMON = frozenset(
    "the and to that with it by on from are which has have had this their were would they".split()
)
# In English prose about one word in five is among these, in other languages hardly any.
SURE, HARDLY = 0.12, 0.04
FEW = 12  # words; the identifier guesses on less


def foreign(text: str) -> str:
    """The name of the text's language if it is not English, else ""."""
    words = re.findall(r"[^\W\d_]+", text.lower())
    share = sum(word in COMMON for word in words) / max(1, len(words))
    if share >= SURE or (len(words) < FEW and text.isascii()):
        return ""
    code, _ = _identifier().classify(text[:20_000])
    if code == "en" or (share >= HARDLY and len(words) < 5 * FEW):
        return ""
    return NAMES[code]


@cache
def _identifier() -> LanguageIdentifier:
    # An identifier of our own: limiting the library's shared one would change it for everybody.
    identifier = LanguageIdentifier.from_model_file(MODEL_FILE, norm_probs=True)
    identifier.set_languages(list(NAMES))
    return identifier
