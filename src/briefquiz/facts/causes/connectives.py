"""Words that show a causal argument, as data: what they join and on which side the cause stands.

Each entry has a sentence that a test runs through the extractor. Which connectives are safe on
real prose, and the guards on the others, come from measured trials with real briefs.
"""

from dataclasses import dataclass
from typing import Literal, TypeAlias

Relation: TypeAlias = Literal["cause", "purpose", "response", "enablement", "concession"]


@dataclass(frozen=True, slots=True)
class Connective:
    """One connective, what it means, and a sentence that has it."""

    words: str
    relation: Relation
    example: str


# A finite clause follows.
CLAUSE_MARKS = (
    Connective("because", "cause", "The ferry stopped because ice closed the bay."),
    Connective("since", "cause", "Since the bay is shallow, tankers wait at sea."),
    Connective("although", "concession", "Although fares rose, traffic grew in Ostia."),
    Connective("though", "concession", "Though fares rose, traffic grew in Ostia."),
    Connective("unless", "enablement", "No boat leaves Ostia unless the winds drop."),
    Connective("if", "enablement", "Prices in Ostia could jump if the rains fail."),
    Connective("provided that", "enablement", "Ostia may join provided that it cuts its debt."),
    Connective("as long as", "enablement", "The line stays open as long as Ostia pays its bills."),
    Connective("so that", "purpose", "Ostia raised the gates so that barges could pass."),
)

# A noun phrase follows.
NOUN_MARKS = (
    Connective("in response to", "response", "In response to thefts, Ostia hired more guards."),
    Connective("because of", "cause", "Trade in Ostia fell because of the new tolls."),
    Connective("due to", "cause", "Trade in Ostia fell due to the new tolls."),
    Connective("owing to", "cause", "Trade in Ostia fell owing to the new tolls."),
    Connective("as a result of", "cause", "Trade in Ostia fell as a result of the new tolls."),
    Connective("thanks to", "cause", "Trade in Ostia grew thanks to the new bridge."),
    Connective("in view of", "cause", "In view of the frost, Ostia stopped its buses."),
    Connective("in light of", "cause", "In light of the frost, Ostia stopped its buses."),
    Connective("given", "cause", "Given the hard frost, Ostia stopped its buses."),
    Connective("despite", "concession", "Despite the strike, mail reached Ostia."),
    Connective("in spite of", "concession", "In spite of the strike, mail reached Ostia."),
)

# An infinitive follows.
PURPOSE_MARKS = (
    Connective("in order to", "purpose", "Ostia cut rates in order to revive lending."),
    Connective("so as to", "purpose", "Ostia cut rates so as to revive lending."),
    Connective("to", "purpose", "To save fuel, the Ostian fleet slowed down."),
)

# The subject causes the object. The lemma, with the particle or preposition that belongs to it.
CAUSAL_VERBS = (
    Connective("cause", "cause", "The drought caused a sharp rise in prices."),
    Connective("lead to", "cause", "The drought led to a sharp rise in prices."),
    Connective("result in", "cause", "The drought resulted in a sharp rise in prices."),
    Connective("contribute to", "cause", "The drought contributed to a sharp rise in prices."),
    Connective("bring about", "cause", "The drought has brought about a sharp rise in prices."),
    Connective("give rise to", "cause", "The drought gave rise to protests in Ostia."),
    Connective("trigger", "cause", "The drought triggered a sharp rise in prices."),
    Connective("prompt", "cause", "The drought prompted a ban on exports."),
    Connective("spark", "cause", "The drought sparked protests in Ostia."),
    Connective("fuel", "cause", "The drought fuelled anger in Ostia."),
    Connective("foment", "cause", "The rumours fomented anger in Ostia."),
    Connective("drive", "cause", "The drought drove the rise in prices."),
    Connective("force", "cause", "The drought forced the mills of Ostia to close."),
    Connective("worsen", "cause", "The drought worsened the shortage of flour."),
    Connective("deepen", "cause", "The drought deepened the shortage of flour."),
    Connective("undermine", "cause", "The scandal undermined trust in the mayor."),
    Connective("weaken", "cause", "The scandal weakened trust in the mayor."),
    Connective("threaten", "cause", "The drought threatens the wheat harvest."),
    Connective("endanger", "cause", "The drought endangers the wheat harvest."),
    Connective("hamper", "cause", "The storms hampered the search for the ship."),
    Connective("delay", "cause", "The storms delayed the search for the ship."),
    Connective("prevent", "cause", "The storms prevented the search for the ship."),
    Connective("enable", "enablement", "The bridge enabled trade with Verra."),
    Connective("allow", "enablement", "The bridge allowed barges to reach Verra."),
    Connective("encourage", "cause", "The tax cut encouraged building in the hills."),
    Connective("accelerate", "cause", "The tax cut accelerated building in the hills."),
    Connective("make", "cause", "The tax cut made building in the hills cheaper."),
)

# The subject is the effect, what follows the preposition the cause. Lemma and preposition.
INVERSE_VERBS = (
    Connective("stem from", "cause", "The shortage in Ostia stems from a poor harvest."),
    Connective("result from", "cause", "The shortage in Ostia resulted from a poor harvest."),
    Connective("arise from", "cause", "The quarrel in Ostia arose from a new toll."),
    Connective("come from", "cause", "Pressure on the mayor has come from the dock unions."),
    Connective("derive from", "cause", "The quarrel in Ostia derives from a new toll."),
    Connective("follow from", "cause", "The quarrel in Ostia followed from a new toll."),
    Connective("cause by", "cause", "The blackout in Ostia was caused by a broken cable."),
    Connective("drive by", "cause", "The rise in prices was driven by a poor harvest."),
    Connective("trigger by", "cause", "The strike in Ostia was triggered by a pay cut."),
    Connective("prompt by", "cause", "The ban in Ostia was prompted by a poor harvest."),
    Connective("spark by", "cause", "The protests in Ostia were sparked by a pay cut."),
    Connective("fuel by", "cause", "The anger in Ostia was fuelled by a pay cut."),
    Connective("relate to", "cause", "The unrest in Ostia is related to a shortage of flour."),
    Connective("link to", "cause", "The unrest in Ostia is linked to a shortage of flour."),
    Connective("attribute to", "cause", "The blackout was attributed to a broken cable."),
    Connective("explain by", "cause", "The rise in prices is explained by a poor harvest."),
)

# Participles after a comma, and verbs after ", which", that state an effect of the main clause.
EFFECT_VERBS = frozenset(
    "cause lead result bring force leave make raise lower increase reduce cut push drive threaten "
    "endanger violate breach weaken strengthen undermine create allow enable prevent fuel "
    "deepen worsen spark trigger prompt delay disrupt boost hit hurt help limit restrict".split()
)

# Openers that make the sentence before the cause. The value is how one asks for this sentence.
SENTENCE_MARKS = (
    Connective("as a result", "cause", "Ice closed the bay. As a result, the ferry stopped."),
    Connective("as a consequence", "cause", "Ice closed the bay. As a consequence, it stopped."),
    Connective("consequently", "cause", "Ice closed the bay. Consequently, the ferry stopped."),
    Connective("therefore", "cause", "Ice closed the bay. The ferry therefore stopped."),
    Connective("in response", "response", "Thefts rose. In response, Ostia hired guards."),
)

# "This is a result of X": X is the cause of the sentence before.
RESULT_NOUNS = frozenset({"result", "consequence", "effect", "outcome", "product", "response"})
