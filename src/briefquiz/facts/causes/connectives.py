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
    Connective("even though", "concession", "Traffic grew in Ostia even though fares rose."),
    Connective("even if", "concession", "Traffic will grow in Ostia even if fares rise."),
    Connective("now that", "cause", "Trade will grow now that the bridge is open."),
    Connective("given that", "cause", "Trade will grow given that the bridge is open."),
    Connective("as", "cause", "Tankers wait at sea, as the bay is shallow."),
    Connective(
        "on the ground that", "cause", "Ostia closed the bridge on the ground that it shook."
    ),
    Connective("on the grounds that", "cause", "Ostia closed it on the grounds that it shook."),
    Connective("on condition that", "enablement", "Ostia joined on condition that tolls fell."),
    Connective("only if", "enablement", "Ostia will join only if tolls fall."),
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
    Connective("notwithstanding", "concession", "Notwithstanding the strike, mail reached Ostia."),
    Connective("regardless of", "concession", "Mail reached Ostia regardless of the strike."),
    Connective("in the wake of", "response", "Ostia hired guards in the wake of the thefts."),
    Connective("in reaction to", "response", "Ostia hired guards in reaction to the thefts."),
    Connective("in retaliation for", "response", "Ostia shut its port in retaliation for a raid."),
    Connective("at the request of", "response", "Ostia hired guards at the request of the mayor."),
    Connective("on account of", "cause", "Trade in Ostia fell on account of the new tolls."),
    Connective("on the grounds of", "cause", "Ostia shut the bridge on the grounds of safety."),
    Connective("by virtue of", "cause", "Ostia voted by virtue of an old treaty."),
    Connective("for fear of", "cause", "Ostia shut the bridge for fear of a storm."),
    Connective("for want of", "cause", "Ostia shut the school for want of coal."),
    Connective("out of concern for", "cause", "Ostia shut it out of concern for the pupils."),
    Connective("out of fear of", "cause", "Ostia shut the school out of fear of a storm."),
    Connective("following", "response", "Ostia hired guards following a string of thefts."),
    Connective("for lack of", "cause", "Ostia shut the school for lack of coal."),
    Connective("in the absence of", "cause", "Prices rose in the absence of a rule."),
    Connective("in return for", "enablement", "Ostia cut its tolls in return for a loan."),
    Connective("in exchange for", "enablement", "Ostia cut its tolls in exchange for a loan."),
    Connective("in the event of", "enablement", "Ostia would shut it in the event of a storm."),
    Connective("conditional on", "enablement", "The loan is conditional on lower tolls."),
    Connective("contingent on", "enablement", "The loan is contingent on lower tolls."),
    Connective("contingent upon", "enablement", "The loan is contingent upon lower tolls."),
)

# A noun phrase or a gerund follows that is the aim.
AIM_MARKS = (
    Connective("with the aim of", "purpose", "Ostia cut rates with the aim of reviving lending."),
    Connective("with a view to", "purpose", "Ostia cut rates with a view to reviving lending."),
    Connective("for the purpose of", "purpose", "Ostia sold it for the purpose of cutting debt."),
    Connective("in pursuit of", "purpose", "The fleet left Ostia in pursuit of new markets."),
    Connective("in the hope of", "purpose", "Ostia cut rates in the hope of reviving lending."),
)

# An infinitive follows.
PURPOSE_MARKS = (
    Connective("in an effort to", "purpose", "Ostia cut rates in an effort to revive lending."),
    Connective("in an attempt to", "purpose", "Ostia cut rates in an attempt to revive lending."),
    Connective("in a bid to", "purpose", "Ostia cut rates in a bid to revive lending."),
    Connective("in order to", "purpose", "Ostia cut rates in order to revive lending."),
    Connective("so as to", "purpose", "Ostia cut rates so as to revive lending."),
    Connective("to", "purpose", "To save fuel, the Ostian fleet slowed down."),
)

# Openers that make the sentence before the cause. The value is how one asks for this sentence.
SENTENCE_MARKS = (
    Connective("as a result", "cause", "Ice closed the bay. As a result, the ferry stopped."),
    Connective("as a consequence", "cause", "Ice closed the bay. As a consequence, it stopped."),
    Connective("consequently", "cause", "Ice closed the bay. Consequently, the ferry stopped."),
    Connective("therefore", "cause", "Ice closed the bay. The ferry therefore stopped."),
    Connective("in response", "response", "Thefts rose. In response, Ostia hired guards."),
    Connective("hence", "cause", "Ice closed the bay. Hence, the ferry stopped."),
    Connective("thus", "cause", "Ice closed the bay. Thus, the ferry stopped."),
    Connective("accordingly", "cause", "Ice closed the bay. Accordingly, the ferry stopped."),
    Connective("for this reason", "cause", "Ice closed the bay. For this reason, it stopped."),
    Connective("for that reason", "cause", "Ice closed the bay. For that reason, it stopped."),
)

# Adverbs that make the clause before them the cause, inside one sentence.
RESULT_ADVERBS = {
    "therefore": "Ice closed the bay and the ferry therefore stopped.",
    "thus": "Ice closed the bay and the ferry thus stopped.",
    "consequently": "Ice closed the bay and consequently the ferry stopped.",
    "hence": "Ice closed the bay and hence the ferry stopped.",
}

# "This is a result of X": X is the cause of the sentence before.
RESULT_NOUNS = frozenset({"result", "consequence", "effect", "outcome", "product", "response"})

# "The main reason for X is Y".
REASON_NOUNS = frozenset({"reason", "cause", "driver", "trigger", "explanation", "motive"})
