"""The words that dates are made of and stand among, each with an example that a test runs."""

from typing import NamedTuple


class Month(NamedTuple):
    """A month: full name, regular expression of its short forms, number, example."""

    name: str
    short: str
    number: int
    example: str


MONTHS: tuple[Month, ...] = (
    Month("January", r"Jan\.?", 1, "The port closed on 3 Jan. 2024."),
    Month("February", r"Feb\.?", 2, "The port closed on 3 Feb 2024."),
    Month("March", r"Mar\.?", 3, "The port closed on 3 March 2024."),
    Month("April", r"Apr\.?", 4, "The port closed on 3 April 2024."),
    Month("May", r"May", 5, "The port closed on 3 May 2024."),
    Month("June", r"Jun\.?", 6, "The port closed on 3 June 2024."),
    Month("July", r"Jul\.?", 7, "The port closed on 3 July 2024."),
    Month("August", r"Aug\.?", 8, "The port closed on Aug. 3, 2024."),
    Month("September", r"Sept?\.?", 9, "The port closed on Sept. 3, 2024."),
    Month("October", r"Oct\.?", 10, "The port closed on 3 OCTOBER 2024."),
    Month("November", r"Nov\.?", 11, "The port closed on 3 Nov 2024."),
    Month("December", r"Dec\.?", 12, "The port closed on 3-Dec-2024."),
)


class Word(NamedTuple):
    """A word or regular expression, and a sentence in which it does its work."""

    word: str
    example: str


# What may stand before a date. A longer phrase comes before the phrase it ends with.
PREPOSITIONS: tuple[Word, ...] = (
    Word("no later than", "Firms must register no later than 1 March 2027."),
    Word("prior to", "The mine was state-owned prior to 1994."),
    Word("as from", "The levy applies as from 1 March 2027."),
    Word("compared with", "Output fell by a half compared with 1990."),
    Word("compared to", "Output fell by a half compared to 1990."),
    Word("relative to", "Output fell by a half relative to 1990."),
    Word("throughout", "Prices rose throughout 2021."),
    Word("through", "The scheme runs through 2029."),
    Word("between", "Three dams failed between 1950 and 1960."),
    Word("starting in", "Fees rise every year, starting in 2027."),
    Word("beginning in", "Fees rise every year, beginning in 2027."),
    Word("starting", "Fees rise every year, starting 1 May 2027."),
    Word("beginning", "Fees rise every year, beginning 1 May 2027."),
    Word("effective", "The rule is repealed effective 1 May 2027."),
    Word("dated", "The letter is dated 4 May 2024."),
    Word("in", "The dam failed in 1953."),
    Word("since", "Ostia has had a parliament since 1848."),
    Word("by", "The bridge should be ready by 2030."),
    Word("until", "The quota holds until 2031."),
    Word("till", "The quota holds till 2031."),
    Word("from", "The levy applies from 1 March 2027."),
    Word("of", "The Harbour Act of 1974 founded the fund."),
    Word("before", "Nobody lived there before 1850."),
    Word("after", "Wages stagnated after 2008."),
    Word("during", "Exports halved during 2020."),
    Word("on", "The dam failed on 3 May 1953."),
    Word("at", "The debt stood at a record at the end of 2020."),
    Word("for", "The target for 2030 was dropped."),
    Word("to", "She led the bank from 2010 to 2021."),
    Word("with", "Set against emissions in 2005, or with 1990, this is little."),
    Word("than", "Rainfall was lower than in 2019 and higher than 2018."),
    Word("over", "Lending grew over 2019."),
    Word("into", "The strike lasted into 2023."),
    Word("within", "The fleet must be renewed within 2026."),
)

# Between preposition and date, or inside the date: "in about 1600".
HEDGES: tuple[Word, ...] = (
    Word("around", "The town was founded around 1600."),
    Word("about", "The town was founded in about 1600."),
    Word("approximately", "The town was founded in approximately 1600."),
    Word("roughly", "The town was founded in roughly 1600."),
    Word("circa", "The town was founded circa 1600."),
    Word("perhaps", "The town was founded in perhaps 1600."),
    Word("probably", "The town was founded in probably 1600."),
    Word("as early as", "The town had a mint as early as 1600."),
    Word("as late as", "The town had a mint as late as 1900."),
)

# Seasons; "fall" needs a preposition, because it is a verb and a ruin too.
SEASONS: tuple[Word, ...] = (
    Word("spring", "Orders collapsed in the spring of 2020."),
    Word("summer", "Orders collapsed in summer 2020."),
    Word("autumn", "Orders collapsed in the autumn of 2020."),
    Word("fall", "Orders collapsed in the fall of 2020."),
    Word("winter", "Orders collapsed in the winter of 2020."),
)

# A year before one of these describes it: "at 2019 prices".
HEADS_AFTER_YEAR: tuple[Word, ...] = (
    Word("prices?", "In 2019 prices, the dam cost a fortune."),
    Word("levels?", "Emissions must fall to half of 1990 levels."),
    Word("dollars", "The dam cost a fortune in 2019 dollars."),
    Word("euros", "The dam cost a fortune in 2019 euros."),
    Word("figures?", "According to 2019 figures, the town is shrinking."),
    Word("data", "According to 2019 data, the town is shrinking."),
    Word("budgets?", "The cuts in 2019 budgets were reversed."),
    Word("elections?", "Before 2020 elections, turnout was low."),
    Word("census", "According to 2011 census returns, the town is shrinking."),
    Word("surveys?", "According to 2019 surveys, the town is shrinking."),
    Word("estimates?", "According to 2019 estimates, the town is shrinking."),
    Word("rules?", "Under 2018 rules, a permit costs little."),
    Word("guidelines?", "Under 2018 guidelines, a permit costs little."),
    Word("reports?", "According to 2019 reports, the town is shrinking."),
    Word("targets?", "The gap to 2030 targets is wide."),
    Word("rates?", "Spending is held at 2019 rates."),
    Word("values?", "Spending is held at 2019 values."),
    Word("baselines?", "Emissions are compared with 2005 baselines."),
    Word("laws?", "The council acted under 2018 law and custom."),
    Word("reforms?", "The council went on with 2018 reforms."),
    Word("talks", "The envoys went back to 2018 talks and papers."),
    Word("agreements?", "The envoys went back to 2018 agreements."),
    Word("appropriations", "The bill adds to 2027 appropriations."),
    Word("fund(?:s|ing)", "The bill adds to 2027 funding."),
    Word("requests?", "The bill adds to 2027 requests."),
    Word("models?", "The tax falls on 2018 models."),
)

# Words before a number that make it the number of a law, a case or a rule.
LAW_WORDS: tuple[Word, ...] = (
    Word("Acts?", "The Harbour Act 2016 is in force."),
    Word("Bill", "The Harbour Bill, 2025 was withdrawn."),
    Word("Laws?", "Law 2014-25 is in force."),
    Word("Regulations?", "Regulation 2014/15 is in force."),
    Word("Directives?", "Directive 2014/15 is in force."),
    Word("Decisions?", "Decision 2014/15 is in force."),
    Word("Decrees?", "Decree 2014-25 is in force."),
    Word("Orders?", "Order 2014/15 is in force."),
    Word("Resolutions?", "Resolution 2014/15 was adopted."),
    Word("Recommendations?", "Recommendation 2014/15 was adopted."),
    Word("Cases?", "Case 2014/15 was closed."),
    Word("Notes?", "Note 2014/15 was published."),
    Word("Nos?\\.?", "Rule No. 2014/15 was published."),
    Word("Number", "Rule Number 2014/15 was published."),
)

# Words that look like plurals after a year but are verbs or adverbs: "by 2030 is".
NOT_PLURALS: tuple[Word, ...] = (
    Word("is", "The bridge of 1900 is closed."),
    Word("was", "The bridge of 1900 was closed."),
    Word("has", "The bridge of 1900 has rusted."),
    Word("does", "The law of 1900 does apply."),
    Word("as", "Output fell after 2000 as prices fell."),
    Word("this", "After 2000 this changed."),
    Word("its", "After 2000 its exports fell."),
    Word("his", "After 2000 his party split."),
    Word("thus", "The law of 1900 thus applies."),
    Word("always", "The law of 1900 always applied."),
    Word("perhaps", "After 2000 perhaps fewer came."),
    Word("besides", "The law of 1900 besides failed."),
    Word("across", "After 1900 across Ostia dams were built."),
    Word("plus", "The law of 1900 plus custom applied."),
    Word("versus", "Compare output of 1900 versus output now."),
    Word("[a-z]+ss", "After 2000 less was built."),
    Word("[a-z]+ous", "After 2000 numerous dams were built."),
    Word("remains", "The law of 1900 remains in force."),
    Word("applies", "The law of 1900 applies."),
    Word("requires", "The law of 1900 requires a permit."),
)

# Plurals without -s, and things that are counted in thousands.
COUNTED: tuple[Word, ...] = (
    Word("people", "The flood displaced some of 2000 people."),
    Word("(?:school|grand)?children", "The school was built for 1200 schoolchildren."),
    Word("[a-z]*men", "The army of 2000 guardsmen withdrew."),
    Word("[a-z]*women", "The camp was built for 2000 women."),
    Word("personnel", "The camp was built for 2000 personnel."),
    Word("staff", "The camp was built for 2000 staff."),
    Word("police", "The march was met by 2000 police."),
    Word("sheep", "The farm was built for 2000 sheep."),
    Word("million|billion|trillion", "The debt rose to 2000 million euros."),
)

# Before a year directly, a verb: "2024 was the hottest year".
VERBS_AFTER_YEAR: tuple[Word, ...] = (
    Word("was", "2024 was the driest year on record."),
    Word("saw", "2024 saw three floods."),
    Word("brought", "2024 brought three floods."),
    Word("marked", "2024 marked the end of the truce."),
    Word("will be", "2031 will be the last year of the quota."),
)
