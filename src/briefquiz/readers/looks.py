"""What a line is by its looks: a heading, a lead-in, a whole sentence."""

import re

SENTENCE_END = re.compile(r"[.!?…][”\"’'»)\]]*$")
NO_HEADING_END = re.compile(r"[.!…:;,–—-][”\"’'»)\]]*$")
HEADING_START = re.compile(r"[“\"‘'«]?(?:[^\W_a-z]|[a-z]{1,2}[A-Z]|[$€£])")
# A line that ends so wants to be carried on: what follows is a list or a quotation.
LEAD_IN_END = re.compile(
    r"(?:,|\b(?:that|to|the|a|an|of|for|with|by|in|on|and|or|include|includes|including|included|"
    r"is|are|was|were|as|follows|following|said|says|stated|states|noted|notes|reported|announced|"
    r"wrote|added|remarked|explained|argued|concluded))$"
)
REPORT_END = re.compile(
    r"(?:,|\b(?:that|said|says|stated|states|noted|notes|reported|announced|wrote|added|remarked|"
    r"explained|argued|concluded|reportedly))$",
    re.IGNORECASE,
)
LEAD_IN_START = re.compile(r"According to |As .+,? (?:said|noted|put it)")
QUESTION_WORD = re.compile(r"(?:what|who|whom|how|why|where|when|which)\b", re.IGNORECASE)


def ends_sentence(text: str) -> bool:
    """Whether the text ends like a sentence, quotation marks and brackets aside."""
    return SENTENCE_END.search(text) is not None


def is_lead_in(text: str) -> bool:
    """Whether the line only opens what follows ("The Army noted that")."""
    if QUESTION_WORD.match(text) and not text.endswith(","):
        return False  # "What the money is for" is a heading
    return bool(LEAD_IN_END.search(text) or LEAD_IN_START.match(text))


def opens_quotation(text: str) -> bool:
    """Whether the text breaks off where a displayed quotation begins ("The law stated")."""
    return bool(REPORT_END.search(text) or LEAD_IN_START.match(text)) and not ends_sentence(text)


def is_heading(text: str, most_words: int = 16) -> bool:
    """Whether an unmarked line looks like a heading: short, capital first, no full stop."""
    if not 1 <= len(text.split()) <= most_words or len(text) > most_words * 9:
        return False
    if not HEADING_START.match(text) or NO_HEADING_END.search(text):
        return False
    if not re.search(r"[^\W\d_]{2}", text) or "http" in text:
        return False
    return not is_lead_in(text)


def is_label(text: str) -> bool:
    """Whether the line is a short heading that ends in a colon ("Key points:")."""
    return text.endswith(":") and len(text.split()) <= 4 and is_heading(text[:-1])


def is_prose(text: str) -> bool:
    """Whether the text is a paragraph in earnest, and not a line of the letterhead."""
    words = len(text.split())
    return words >= 25 or (words >= 8 and ends_sentence(text))
