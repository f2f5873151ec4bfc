"""Units, currencies, magnitudes and hedges, each with an example that a test runs."""

from typing import NamedTuple

from briefquiz.facts.date_mentions.tables import Word
from briefquiz.facts.mentions import AmountUnit


class Magnitude(NamedTuple):
    """What multiplies a number: regular expression, factor, example."""

    word: str
    factor: int
    example: str


class Unit(NamedTuple):
    """What a number is of: kind, regular expression of its forms, example."""

    kind: AmountUnit
    word: str
    example: str


MAGNITUDES: tuple[Magnitude, ...] = (
    Magnitude("hundred", 100, "The fund spent 5 hundred euros."),
    Magnitude("thousand", 10**3, "The fund spent 5 thousand euros."),
    Magnitude("million", 10**6, "The fund spent 5 million euros."),
    Magnitude("billion", 10**9, "The fund spent €5 billion."),
    Magnitude("trillion", 10**12, "The fund spent $5 trillion."),
    Magnitude("lakh\\scrore", 10**12, "The fund spent ₹5 lakh crore."),
    Magnitude("lakh", 10**5, "The fund spent 5 lakh euros."),
    Magnitude("crore", 10**7, "The fund spent ₹5 crore."),
    Magnitude("mn", 10**6, "The fund spent €5mn."),
    Magnitude("bn", 10**9, "The fund spent €5bn."),
    Magnitude("tn", 10**12, "The fund spent €5tn."),
)

# These mean a magnitude after a currency only; elsewhere "m" may be metres.
SHORT_MAGNITUDES: tuple[Magnitude, ...] = (
    Magnitude("[kK]", 10**3, "The fund spent €5k."),
    Magnitude("[mM]", 10**6, "The fund spent €5m."),
    Magnitude("[bB]", 10**9, "The fund spent $5B."),
)

# Before the number.
CURRENCIES: tuple[Word, ...] = (
    Word(r"(?:US|A|AU|C|CA|NZ|HK|S|R|MX)?\$", "The fund lent US$5."),
    Word(r"[A-Z]{1,2}\$", "The fund lent Q$5 million."),
    Word("€", "The fund lent €5."),
    Word("£", "The fund lent £5."),
    Word("¥", "The fund lent ¥500."),
    Word("[₹₩₽₺₴₦₪]", "The fund lent ₹500."),
    Word(
        "(?:EUR|USD|GBP|JPY|CHF|CNY|RMB|SEK|NOK|DKK|PLN|CZK|HUF|TRY|RUB|INR|AUD|CAD|NZD|BRL|ZAR|KRW)",
        "The fund lent EUR 50,000.",
    ),
)

# After the number.
CURRENCY_WORDS: tuple[Word, ...] = (
    Word("(?:US|U\\.S\\.|Australian|Canadian)?\\s?dollars?", "The fund lent 5 million US dollars."),
    Word("euros?", "The fund lent 300 euros."),
    Word("cents?", "A stamp costs 80 cents."),
    Word("pounds?(?:\\ssterling)?", "The fund lent 300 pounds sterling."),
    Word("pence", "A stamp costs 80 pence."),
    Word("yen", "The fund lent 300 yen."),
    Word("yuan", "The fund lent 300 yuan."),
    Word("renminbi", "The fund lent 300 renminbi."),
    Word("rou?bles?", "The fund lent 300 roubles."),
    Word("hryvnias?", "The fund lent 300 hryvnia."),
    Word("rupees?", "The fund lent 300 rupees."),
    Word("(?:Swiss\\s)?francs?", "The fund lent 300 Swiss francs."),
    Word("kron(?:or|er|a)", "The fund lent 300 kronor."),
    Word("zlot(?:ys?|ies)", "The fund lent 300 zlotys."),
    Word("pesos?", "The fund lent 300 pesos."),
    Word("lira", "The fund lent 300 lira."),
    Word("EUR|USD|GBP|CHF|CNY|RMB|SEK|NOK|DKK", "The fund lent 300 EUR."),
)

UNITS: tuple[Unit, ...] = (
    Unit("percent", "%", "Prices rose by 7.6%."),
    Unit("percent", r"per\scent", "Prices rose by 5.8 per cent."),
    Unit("percent", "percent", "Prices rose by 5.8 percent."),
    Unit("percent", "pct", "Prices rose by 5.8 pct."),
    Unit("points", r"percentage[\s-]points?", "Unemployment rose by 0.3 percentage points."),
    Unit("points", r"basis\spoints?", "The council raised the rate by 25 basis points."),
    Unit("points", "ppt?s?", "Unemployment rose by 0.3 pp."),
    Unit("points", "bps?", "The council raised the rate by 25 bp."),
    Unit("points", "points", "The index fell by 1.4 points."),
    Unit("measure", r"°\s?[CF]", "The lake warmed by 1.5°C."),
    Unit("measure", r"degrees?(?:\s(?:Celsius|Fahrenheit))?",
         "The lake warmed by 2 degrees Celsius."),
    Unit("measure", "[kMGT]Wh", "The dam yields 64 TWh."),
    Unit("measure", r"(?:kilo|mega|giga|tera)watt[\s-]hours?", "The dam yields 64 terawatt-hours."),
    Unit("measure", "[kMGT]W", "The line carries 500 MW."),
    Unit("measure", "(?:kilo|mega|giga|tera)?watts?", "The line carries 500 megawatts."),
    Unit("measure", r"[kMG]t\s?CO(?:2|₂)e?", "Transport emitted 33 Mt CO2."),
    Unit("measure", "[kMG]?t", "The ship carried 816,000 t of coal."),
    Unit("measure", r"(?:kilo|mega|giga|metric\s)?tonn?e?s", "The ship carried 12,000 tonnes."),
    Unit("measure", "ton(?:ne)?", "The mill bought a 40-tonne press."),
    Unit("measure", "[kmµ]?g", "The dose is 5 mg."),
    Unit("measure", "(?:kilo|milli|micro)?grams?", "The dose is 5 milligrams."),
    Unit("measure", "kilos?", "The parcel weighs 5 kilos."),
    Unit("measure", "ounces?", "The mine yields 900 ounces of gold."),
    Unit("measure",
         r"(?:square|sq\.?|cubic)\s(?:kilomet(?:re|er)s?|miles?|met(?:re|er)s?|feet|km|m)",
         "The lake covers 40 square kilometres."),
    Unit("measure", "k?m[²³23]", "The lake covers 40 km²."),
    Unit("measure", "k?m/[hs]", "The gusts reached 140 km/h."),
    Unit("measure", "mph", "The gusts reached 90 mph."),
    Unit("measure", "knots?", "The gusts reached 70 knots."),
    Unit("measure", "[kcmµn]?m", "The road is 40 km long."),
    Unit("measure", r"(?:kilo|centi|milli|micro|nano)?met(?:re|er)s?",
         "The road is 40 kilometres long."),
    Unit("measure", r"(?:nautical\s)?miles?", "The road is 40 miles long."),
    Unit("measure", "feet|foot|ft", "The tower is 40 feet high."),
    Unit("measure", "inch(?:es)?", "The valve is 40 inches wide."),
    Unit("measure", "yards?", "The yard is 40 yards long."),
    Unit("measure", "hectares?|ha", "The fire burnt 900 hectares."),
    Unit("measure", "acres?", "The fire burnt 900 acres."),
    Unit("measure", r"(?:milli)?lit(?:re|er)s?", "Each family gets 20 litres of water."),
    Unit("measure", "gallons?", "Each family gets 5 gallons of water."),
    Unit("measure", r"barrels?", "The field yields 9,000 barrels a day."),
    Unit("measure", "bushels?", "The field yields 90 bushels."),
    Unit("measure", "b/d|bpd", "The field yields 9,000 b/d."),
    Unit("measure", "bcm|mcm", "The pipe carries 55 bcm of gas."),
    Unit("measure", "TEU", "The port handled 9,000 TEU."),
    Unit("measure", "IU", "The dose is 200,000 IU."),
    Unit("measure", "(?:[kMG]B|TB(?! (?:cases|patients|deaths)))", "The disk holds 500 GB."),
    Unit("measure", "[kMG]?Hz", "The grid runs at 50 Hz."),
    Unit("measure", "(?:kilo|mega|giga)?hertz", "The radar works at 5 gigahertz."),
    Unit("measure", "k?V", "The line runs at 110 kV."),
    Unit("measure", "ppm", "The air holds 420 ppm of carbon dioxide."),
    Unit("duration", "seconds", "The quake lasted 40 seconds."),
    Unit("duration", "minutes?", "The quake lasted 40 minutes."),
    Unit("duration", "hours?", "The siege lasted 72 hours."),
    Unit("duration", "nights?", "The siege lasted 40 nights."),
    Unit("duration", "days?", "The siege lasted 40 days."),
    Unit("duration", "weeks?", "The siege lasted 40 weeks."),
    Unit("duration", "months?", "The siege lasted 4½ months."),
    Unit("duration", "years?", "The siege lasted three years."),
    Unit("duration", "decades?", "The siege lasted two decades."),
    Unit("duration", "centur(?:y|ies)", "The peace lasted three centuries."),
    Unit("age", r"years?\s(?:old|of\sage)", "The king was 40 years old."),
    Unit("age", r"(?:years?|months?)[\s-]olds?", "The test is meant for 15-year-olds."),
)  # fmt: skip

# Before an amount, singly or two together ("at least about").
HEDGES: tuple[Word, ...] = (
    Word("around", "Ostia bought around 40 trams."),
    Word("about", "Ostia bought about 40 trams."),
    Word("some", "Ostia bought some 40 trams."),
    Word("roughly", "Ostia bought roughly 40 trams."),
    Word(r"approx(?:imately|\.)", "Ostia bought approximately 40 trams."),
    Word("circa", "Ostia bought circa 40 trams."),
    Word("nearly", "Ostia bought nearly 40 trams."),
    Word("almost", "Ostia bought almost 40 trams."),
    Word("close to", "Ostia bought close to 40 trams."),
    Word("up to", "Ostia may buy up to 40 trams."),
    Word("at least", "Ostia bought at least 40 trams."),
    Word("at most", "Ostia bought at most 40 trams."),
    Word("(?:(?:well|slightly|a little|far|much) )?more than", "Ostia bought more than 40 trams."),
    Word("(?:(?:just|well|slightly|a little) )?over", "Ostia bought just over 40 trams."),
    Word("(?:(?:just|well|slightly|a little) )?under", "Ostia bought just under 40 trams."),
    Word("fewer than", "Ostia bought fewer than 40 trams."),
    Word("(?:(?:slightly|a little|far|much) )?less than", "Ostia spent less than €40."),
    Word("an? estimated", "Ostia bought an estimated 40 trams."),
    Word("the estimated", "Ostia bought the estimated 40 trams."),
    Word("as many as", "Ostia bought as many as 40 trams."),
    Word("as much as", "Ostia spent as much as €40."),
    Word("as few as", "Ostia bought as few as 40 trams."),
    Word("as little as", "Ostia spent as little as €40."),
    Word("no more than", "Ostia bought no more than 40 trams."),
    Word("not more than", "Ostia may buy not more than 40 trams."),
    Word("no fewer than", "Ostia bought no fewer than 40 trams."),
    Word("no less than", "Ostia spent no less than €40."),
    Word("not less than", "Ostia shall spend not less than €40."),
    Word("a minimum of", "Ostia must buy a minimum of 40 trams."),
    Word("a maximum of", "Ostia may buy a maximum of 40 trams."),
    Word("upwards of", "Ostia bought upwards of 40 trams."),
    Word("in excess of", "Ostia spent in excess of €40."),
    Word("above", "Prices rose above 40 euros."),
    Word("below", "Prices fell below 40 euros."),
    Word("[~≈<>≤≥]", "Ostia bought ~40 trams."),
)

# After an amount that has no hedge before it.
TRAILING_HEDGES: tuple[Word, ...] = (
    Word("or more", "Towns with 40 or more trams get help."),
    Word("or less", "Households with €40 or less get help."),
    Word("or fewer", "Towns with 40 or fewer trams get help."),
    Word("or so", "Ostia bought 40 or so trams."),
    Word("or over", "The fee is waived for orders of €40 or over."),
    Word("at most", "Ostia bought 40 at most."),
    Word("at least", "Ostia bought 40 at least."),
)

# What a rate is counted by, after "a" or "an".
RATE_WORDS: tuple[Word, ...] = (
    Word("second", "The well yields 40 litres a second."),
    Word("minute", "The well yields 40 litres a minute."),
    Word("hour", "The well yields 40 litres an hour."),
    Word("day", "The well yields 40 litres a day."),
    Word("night", "A room costs €40 a night."),
    Word("week", "The well yields 40 litres a week."),
    Word("month", "The well yields 40 litres a month."),
    Word("year", "The fund spends up to $3 million a year."),
    Word("head", "The tax brings €40 a head."),
    Word("person", "The tax brings €40 a person."),
    Word("household", "The tax costs €40 a household."),
    Word("pupil", "Schools get €40 a pupil."),
    Word("tonne?", "Carbon costs €40 a tonne."),
    Word("barrel", "Oil costs $40 a barrel."),
    Word("gallon", "Petrol costs $4 a gallon."),
    Word("lit(?:re|er)", "Petrol costs €2 a litre."),
    Word("kilo", "Rice costs €2 a kilo."),
    Word("share", "The bank paid €2 a share."),
)
