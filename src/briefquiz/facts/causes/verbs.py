"""Verbs that state a causal argument, as data. Each with a sentence that a test runs."""

from briefquiz.facts.causes.connectives import Connective

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
    Connective("mean", "cause", "The drought means that flour is scarce in Ostia."),
    Connective("leave", "cause", "The fire left four hundred people homeless."),
    Connective("render", "cause", "The fire rendered the mill useless."),
    Connective("keep", "cause", "The subsidy kept the mill open."),
    Connective("exacerbate", "cause", "The drought exacerbated the shortage of flour."),
    Connective("aggravate", "cause", "The drought aggravated the shortage of flour."),
    Connective("compound", "cause", "The drought compounded the shortage of flour."),
    Connective("intensify", "cause", "The drought intensified the shortage of flour."),
    Connective("heighten", "cause", "The drought heightened fears of a famine."),
    Connective("raise", "cause", "The drought raised the price of flour."),
    Connective("increase", "cause", "The drought increased the price of flour."),
    Connective("push", "cause", "The drought pushed the price of flour up."),
    Connective("lower", "cause", "The rain lowered the price of flour."),
    Connective("reduce", "cause", "The rain reduced the price of flour."),
    Connective("cut", "cause", "The rain cut the price of flour."),
    Connective("boost", "cause", "The tax cut boosted building in the hills."),
    Connective("strengthen", "cause", "The tax cut strengthened the hold of the mayor."),
    Connective("bolster", "cause", "The tax cut bolstered the hold of the mayor."),
    Connective("improve", "cause", "The tax cut improved the lot of the builders."),
    Connective("damage", "cause", "The scandal damaged trust in the mayor."),
    Connective("erode", "cause", "The scandal eroded trust in the mayor."),
    Connective("destabilise", "cause", "The scandal destabilised the coalition."),
    Connective("destabilize", "cause", "The scandal destabilized the coalition."),
    Connective("complicate", "cause", "The storms complicated the search for the ship."),
    Connective("disrupt", "cause", "The storms disrupted the search for the ship."),
    Connective("hinder", "cause", "The storms hindered the search for the ship."),
    Connective("impede", "cause", "The storms impeded the search for the ship."),
    Connective("slow", "cause", "The storms slowed the search for the ship."),
    Connective("halt", "cause", "The storms halted the search for the ship."),
    Connective("stop", "cause", "The storms stopped the search for the ship."),
    Connective("lengthen", "cause", "The storms lengthened the wait for a berth."),
    Connective("shorten", "cause", "The new crane shortened the wait for a berth."),
    Connective("limit", "cause", "The storms limited the search for the ship."),
    Connective("restrict", "cause", "The storms restricted the search for the ship."),
    Connective("convince", "cause", "The drought convinced the mayor that wells were needed."),
    Connective("persuade", "cause", "The drought persuaded the mayor to dig wells."),
    Connective("compel", "cause", "The drought compelled the mayor to dig wells."),
    Connective("oblige", "cause", "The drought obliged the mayor to dig wells."),
    Connective("induce", "cause", "The drought induced the mayor to dig wells."),
    Connective("provoke", "cause", "The drought provoked protests in Ostia."),
    Connective("stoke", "cause", "The drought stoked anger in Ostia."),
    Connective("ignite", "cause", "The drought ignited protests in Ostia."),
    Connective("precipitate", "cause", "The drought precipitated a crisis in Ostia."),
    Connective("generate", "cause", "The drought generated protests in Ostia."),
    Connective("create", "cause", "The drought created a shortage of flour."),
    Connective("produce", "cause", "The drought produced a shortage of flour."),
    Connective("spur", "cause", "The tax cut spurred building in the hills."),
    Connective("stimulate", "cause", "The tax cut stimulated building in the hills."),
    Connective("foster", "cause", "The tax cut fostered building in the hills."),
    Connective("facilitate", "enablement", "The bridge facilitated trade with Verra."),
    Connective("help", "cause", "The bridge helped the mills of Ostia to grow."),
    Connective("permit", "enablement", "The bridge permitted trade with Verra."),
    Connective("jeopardise", "cause", "The drought jeopardised the wheat harvest."),
    Connective("jeopardize", "cause", "The drought jeopardized the wheat harvest."),
    Connective("deter", "cause", "The penalty deterred smugglers from the coast."),
    Connective("discourage", "cause", "The penalty discouraged smugglers from the coast."),
    Connective("explain", "cause", "The drought explains the shortage of flour."),
    Connective("remove", "cause", "The treaty removed the last obstacle to trade."),
    Connective("open", "cause", "The treaty opened the river to trade."),
    Connective("end", "cause", "The treaty ended a long quarrel over the river."),
    Connective("give", "cause", "The treaty gives Verra a say in river tolls."),
    Connective("bring", "cause", "The treaty brought calm to the river."),
    Connective("change", "cause", "The treaty changed the rules of the river trade."),
    Connective("widen", "cause", "The tax cut widened the gap between the towns."),
    Connective("narrow", "cause", "The tax cut narrowed the gap between the towns."),
    Connective("ease", "cause", "The rain eased the shortage of flour."),
    Connective("translate into", "cause", "The drought translated into a shortage of flour."),
    Connective("necessitate", "cause", "The drought necessitated a ban on exports."),
    Connective("paralyse", "cause", "The strike paralysed the port of Ostia."),
    Connective("paralyze", "cause", "The strike paralyzed the port of Ostia."),
    Connective("buoy", "cause", "The tax cut buoyed demand for timber."),
    Connective("stymie", "cause", "The strike stymied the search for the ship."),
    Connective("spawn", "cause", "The strike spawned a crisis in Ostia."),
    Connective("affect", "cause", "The drought affected the wheat harvest."),
    Connective("influence", "cause", "The drought influenced the vote in Ostia."),
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
    Connective("exacerbate by", "cause", "The shortage was exacerbated by a poor harvest."),
    Connective("aggravate by", "cause", "The shortage was aggravated by a poor harvest."),
    Connective("compound by", "cause", "The shortage was compounded by a poor harvest."),
    Connective("worsen by", "cause", "The shortage was worsened by a poor harvest."),
    Connective("hamper by", "cause", "The search was hampered by heavy storms."),
    Connective("hinder by", "cause", "The search was hindered by heavy storms."),
    Connective("delay by", "cause", "The search was delayed by heavy storms."),
    Connective("disrupt by", "cause", "The search was disrupted by heavy storms."),
    Connective("complicate by", "cause", "The search was complicated by heavy storms."),
    Connective("limit by", "cause", "The search was limited by heavy storms."),
    Connective("constrain by", "cause", "The search was constrained by heavy storms."),
    Connective("undermine by", "cause", "Trust in the mayor was undermined by a scandal."),
    Connective("weaken by", "cause", "Trust in the mayor was weakened by a scandal."),
    Connective("force by", "cause", "The closure was forced by a poor harvest."),
    Connective("motivate by", "cause", "The ban in Ostia was motivated by a poor harvest."),
    Connective("enable by", "enablement", "The trade with Verra was enabled by a bridge."),
    Connective("support by", "cause", "The rise in output was supported by a tax cut."),
    Connective("offset by", "cause", "The rise in output was offset by a strike."),
    Connective("influence by", "cause", "The vote in Ostia was influenced by a drought."),
    Connective("affect by", "cause", "The harvest in Ostia was affected by a drought."),
    Connective("erode by", "cause", "Trust in the mayor was eroded by a scandal."),
    Connective("buoy by", "cause", "Demand for timber was buoyed by a tax cut."),
    Connective("boost by", "cause", "Demand for timber was boosted by a tax cut."),
    Connective("damage by", "cause", "Trust in the mayor was damaged by a scandal."),
    Connective("inspire by", "cause", "The march in Ostia was inspired by a song."),
    Connective("shape by", "cause", "The vote in Ostia was shaped by a drought."),
    Connective("root in", "cause", "The quarrel in Ostia is rooted in a new toll."),
    Connective("base on", "cause", "The ruling in Ostia was based on an old fear."),
    Connective("condition on", "enablement", "The loan to Ostia is conditioned on lower tolls."),
    Connective("depend on", "enablement", "The loan to Ostia depends on lower tolls."),
    Connective("hinge on", "enablement", "The loan to Ostia hinges on lower tolls."),
    Connective("rest on", "enablement", "The loan to Ostia rests on lower tolls."),
    Connective("reflect", "cause", "The rise in prices reflects a poor harvest."),
)

# Acts that are done for what somebody did: "fined for a late report".
BLAMING = frozenset(
    "suspend exclude fine punish dismiss fire arrest sue criticise criticize blame praise sanction "
    "jail imprison convict ban reprimand censure detain expel disqualify condemn fault charge "
    "prosecute reward honour honor credit thank compensate apologise apologize rebuke".split()
)
# What is done over a quarrel: "left over the sale of the mill".
QUARRELS = frozenset(
    "resign leave quit hold protest strike clash criticise criticize sue contact suspend threaten "
    "withdraw walk arrest dispute quarrel split argue fight boycott stop pause divide delay "
    "condemn attack punish sanction march block".split()
)
# Verbs of answering: "responded to the attack by closing the road".
RESPONSES = frozenset("respond react answer retaliate reply".split())

# What comes from a cause, where other things come from a place.
FORCES = frozenset(
    "pressure demand impetus opposition support threat risk growth increase rise decline drop fall "
    "resistance momentum backing criticism".split()
)
# What an argument is based on, where other things are based on a model.
GROUNDS = frozenset(
    "experience evidence fear belief assumption finding view lesson principle idea premise concern "
    "suspicion data argument claim expectation need".split()
)

# Passives whose "by" tells no means: what follows, measures, surrounds, makes up.
NO_MEANS = frozenset(
    "follow precede surround measure divide replace accompany cover represent lead head chair own "
    "govern define border flank mean join face meet match multiply separate call know publish "
    "write issue make join compile perform conduct host administer run manage "
    "operate control capture regard consider see view believe hold name accept use need require "
    "expect".split()
)

# Somebody traces an effect to a cause: verb, and the preposition before the cause.
TRACING_VERBS = (
    Connective("attribute to", "cause", "The office attributes the decline to a new toll."),
    Connective("ascribe to", "cause", "The office ascribes the decline to a new toll."),
    Connective("owe to", "cause", "The port owes its growth to a new bridge."),
    Connective("trace to", "cause", "The office traced the leak to a broken valve."),
    Connective("link to", "cause", "The office linked the outbreak to a broken valve."),
    Connective("blame on", "cause", "The mayor blamed the decline on a new toll."),
    Connective("condition on", "enablement", "The fund conditioned the loan on lower tolls."),
    Connective("infer from", "cause", "The office inferred the leak from a drop in pressure."),
)

# Verbs before an infinitive that tells no aim: they need it to say anything, or go on to it.
AIMLESS = frozenset(
    "be seem appear need want try continue have go come remain grow rise fall fail refuse expect "
    "tend happen live prove intend plan hope wish decide agree threaten promise begin start cease "
    "help manage struggle get turn use look stand suffice return lead wait last take "
    "require cause force enable allow permit urge ask tell order invite encourage direct instruct "
    "mandate authorise authorize assign appoint empower entitle oblige compel persuade convince "
    "receive inherit lack lose own contain include know "
    "motivate teach train challenge press pressure commit lead find see make let leave".split()
)

# Infinitives that go on with what was done, and tell no aim.
NO_AIMS = frozenset("include be become result find discover".split())

# Verbs of change: "as" behind them gives the reason even without a comma.
CHANGES = frozenset(
    "rise fall grow shrink fade slow weaken strengthen soften ease widen narrow decline increase "
    "decrease drop climb jump surge plunge deteriorate improve worsen expand contract edge".split()
)

# Participles after a comma, and verbs after ", which", that state an effect of the main clause.
EFFECT_VERBS = frozenset(
    "cause lead result bring force leave make raise lower increase reduce cut push drive threaten "
    "endanger violate breach weaken strengthen undermine create allow enable prevent fuel "
    "deepen worsen spark trigger prompt delay disrupt boost hit hurt help limit restrict mean give "
    "lengthen shorten exacerbate aggravate complicate contribute render keep encourage discourage "
    "facilitate heighten intensify lift slow stop halt end open close deprive displace kill "
    "necessitate widen narrow erode ease paralyse paralyze shift turn deter "
    "remove divide isolate convince persuade compel oblige provoke stoke hinder".split()
)

# Those of them that as participles tell more often what else was done.
NOT_AS_PARTICIPLES = frozenset(
    "close open end stop cut halt lift kill help give keep leave bring turn shift remove".split()
)
