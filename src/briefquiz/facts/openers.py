"""Sentence openers that point back and carry no fact. Each with a sentence that has it."""

# Sentence openers that point back and carry no fact. Each with a sentence that has it.
OPENERS = {
    "however": "However, output fell.",
    "moreover": "Moreover, prices rose.",
    "furthermore": "Furthermore, two ports closed.",
    "meanwhile": "Meanwhile, talks went on.",
    "additionally": "Additionally, the fund lent money.",
    "nevertheless": "Nevertheless, the bank raised rates.",
    "nonetheless": "Nonetheless, exports grew.",
    "also": "The council also closed a school.",
    "indeed": "Indeed, wages doubled.",
    "similarly": "Similarly, Ostia cut tariffs.",
    "instead": "Instead, the ministry bought gas.",
    "thus": "Thus, the line closed.",
    "hence": "Hence, the line closed.",
    "therefore": "Therefore, the mill closed.",
    "consequently": "Consequently, the mill closed.",
    "likewise": "Likewise, Verra closed its port.",
    "besides": "Besides, the fleet is old.",
    "first": "First, the fleet is old.",
    "second": "Second, the fleet is old.",
    "third": "Third, the fleet is old.",
    "finally": "Finally, the fleet is old.",
    "lastly": "Lastly, the fleet is old.",
    "conversely": "Conversely, Verra closed its port.",
}
# Those that may go even without a comma.
UNMARKED_OPENERS = frozenset({"also", "therefore", "thus", "hence", "consequently", "likewise"})
# Openers of several words.
OPENING_PHRASES = {
    "in addition": "In addition, the fund lent money.",
    "for example": "For example, Ostia closed a mine.",
    "for instance": "For instance, Ostia closed a mine.",
    "by contrast": "By contrast, Verra opened two.",
    "in contrast": "In contrast, Verra opened two.",
    "on top of that": "On top of that, prices rose.",
    "as a result": "As a result, the mill closed.",
    "as a consequence": "As a consequence, the mill closed.",
    "in comparison": "In comparison, Verra opened two.",
    "in turn": "In turn, exports fell.",
    "at the same time": "At the same time, wages rose.",
    "in fact": "In fact, wages fell.",
    "of course": "Of course, wages fell.",
    "even so": "Even so, the port stayed open.",
    "in particular": "In particular, the north lost jobs.",
    "in response": "In response, the council closed the bridge.",
}
