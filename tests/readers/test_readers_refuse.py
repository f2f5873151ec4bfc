"""Files that give no brief: one line each that says why."""

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from briefquiz.brief import Brief
from briefquiz.errors import BriefquizError
from briefquiz.readers import READERS, read

GERMAN = (
    "Der Hafen hat im vergangenen Jahr mehr Güter umgeschlagen als je zuvor. Die Behörde führt das "
    "auf die neue Bahnstrecke zurück, die im März eröffnet wurde. Vorher mussten die meisten "
    "Container über die Straße fahren, und die Schlange am Tor war oft zwei Stunden lang. Der "
    "Stadtrat will deshalb ein zweites Gleis bezahlen, das in drei Jahren fertig sein soll."
)
FRENCH = (
    "Le port a traité l'année dernière plus de marchandises que jamais. Les autorités attribuent "
    "cette hausse à la nouvelle ligne de chemin de fer, ouverte en mars. Auparavant, la plupart "
    "des conteneurs partaient par la route, et la file d'attente durait souvent deux heures. Le "
    "conseil municipal veut donc payer une seconde voie, qui doit être prête dans trois ans."
)
POLISH = (
    "Port przeładował w zeszłym roku więcej towarów niż kiedykolwiek. Władze tłumaczą ten wzrost "
    "nową linią kolejową, którą otwarto w marcu. Wcześniej większość kontenerów musiała jechać "
    "drogą, a kolejka przed bramą trwała często dwie godziny. Rada miasta chce więc zapłacić za "
    "drugi tor, który ma być gotowy za trzy lata."
)
DUTCH = (
    "De haven heeft vorig jaar meer goederen overgeslagen dan ooit. De autoriteiten schrijven dat "
    "toe aan de nieuwe spoorlijn, die in maart is geopend. Daarvoor gingen de meeste containers "
    "over de weg en was de rij bij de poort vaak twee uur lang."
)
STANZA = """The harbour sleeps beneath the rain
And no one counts the ships that came
The lamps along the northern quay
Are looking outward to the sea

"""
POEM = "The night shift\n\n" + STANZA * 4
VERSE_RUN_ON = (
    "The night shift\n\n"
    "The harbour sleeps beneath the rain, And no one counts the ships again; The lamps along the "
    "northern quay Are looking outward to the sea, While far away the engines hum, And nobody has "
    "seen them come — Nor will they, till the night is done, Or morning calls them one by one.\n\n"
    "The watchman walks from gate to gate, And thinks of those who have to wait, With hands as "
    "cold as any stone, For trains that leave the yard alone, While over all the clocks agree "
    "That nothing more is left to see.\n"
)
TABLE = "Cargo by year\n\n| Year | Cargo | Rail |\n|---|---|---|\n" + "".join(
    f"| {year} | {year - 1990}.4 | {year - 2000}% |\n" for year in range(2001, 2025)
)
NAMES = "Members of the committee\n\n" + "".join(
    f"{first} {last}\n"
    for first in ("Anna", "Petr", "Jana")
    for last in ("Novak", "Dvorak", "Kral")
)
CODE = """import harbour

def cargo(year):
    total = 0
    for ship in harbour.ships(year):
        total += ship.tonnes
    return total

print(cargo(2024))
"""
TWENTY = (
    "The harbour handled more cargo than in the year before because the rail link was opened in "
    "March this year."
)
NO_ENCODING = (
    "is neither UTF-8 (byte 0xe9 at offset 7) nor Windows-1252 (byte 0x81 at offset 9): "
    "save it as UTF-8"
)
KNOWN = ".docx, .epub, .htm, .html, .markdown, .md, .odt, .pdf, .txt, .xhtml"
REFUSED = {
    "empty": (b"", "a.txt", "is empty"),
    "blank": (b" \r\n\t\n", "a.md", "is empty"),
    "only a byte order mark": (b"\xef\xbb\xbf", "a.txt", "is empty"),
    "NUL": (
        b"The harbour\x00 is full.",
        "a.txt",
        "is not text but binary data (it holds NUL bytes)",
    ),
    "control characters": (b"\x01\x02\xff\x03harbour", "a.txt", "is not text but binary data"),
    "PNG": (
        b"\x89PNG\r\n\x1a\n\x00\x00",
        "a.txt",
        "is not text but a PNG picture: if it shows a brief, have its text recognised (OCR) first",
    ),
    "Word": (
        b"PK\x03\x04...",
        "a.md",
        "is damaged: open it in the program it comes from and save it again",
    ),
    "half UTF-16": (
        b"\xff\xfeT",
        "a.txt",
        "is not UTF-16, though it begins like it (byte 0x54 at offset 2)",
    ),
    "no encoding": (
        b"The caf\xe9 \x81",
        "a.txt",
        NO_ENCODING,
    ),
    "unknown ending": (
        b"The harbour",
        "notes/a.xyz",
        "has the unknown ending '.xyz': briefs can be " + KNOWN,
    ),
    "no ending": (b"The harbour", "a", "has no ending: briefs can be " + KNOWN),
    "German": (GERMAN, "a.txt", "seems to be in German: only English briefs can be read"),
    "French": (FRENCH, "a.md", "seems to be in French: only English briefs can be read"),
    "Polish": (POLISH, "a.txt", "seems to be in Polish: only English briefs can be read"),
    "Dutch": (DUTCH, "a.txt", "seems to be in Dutch: only English briefs can be read"),
    "poem": (POEM, "a.txt", "is verse, not prose: a quiz needs sentences that state facts"),
    "poem in Markdown": (
        POEM,
        "a.md",
        "is verse, not prose: a quiz needs sentences that state facts",
    ),
    "poem run on": (
        VERSE_RUN_ON,
        "a.txt",
        "is verse, not prose: a quiz needs sentences that state facts",
    ),
    "table": (
        TABLE,
        "a.txt",
        "is mostly tables: a quiz is made from prose, and there is too little of it",
    ),
    "table in Markdown": (
        TABLE,
        "a.md",
        "is mostly tables: a quiz is made from prose, and there is too little of it",
    ),
    "names": (
        NAMES,
        "a.txt",
        "is mostly a list of names or catchwords: a quiz needs sentences that state facts",
    ),
    "code": (CODE, "a.txt", "is mostly code, not prose: a quiz needs sentences that state facts"),
    "twenty words": (
        TWENTY,
        "a.txt",
        "is too short: 20 words of prose, and a quiz needs about 60",
    ),
}


@pytest.mark.parametrize(("data", "file", "message"), REFUSED.values(), ids=REFUSED)
def test_refused(data: bytes | str, file: str, message: str) -> None:
    with pytest.raises(BriefquizError) as caught:
        read(data.encode() if isinstance(data, str) else data, file)
    assert str(caught.value) == f"{file}: {message}"


def outcome(data: bytes, file: str) -> Brief | BriefquizError:
    try:
        return read(data, file)
    except BriefquizError as refused:
        return refused


@given(st.binary(max_size=400) | st.text(max_size=400).map(str.encode), st.sampled_from([*READERS]))
@settings(deadline=None, max_examples=150)
def test_any_bytes_are_read_or_refused(data: bytes, ending: str) -> None:
    result = outcome(data, f"brief{ending}")
    assert isinstance(result, Brief) or len(str(result).splitlines()) == 1


LAYOUT = (
    "# Head|**Age.** |- |1. |2.1 |> |[1] |¹|\n|\n\n|    |---\n|***|TO: me\n|DATE: 3 May 2026\n|"
    "ab-\ncd |By Jana Novak\n|[x](|`|<b>|&shy;|a  b   c\n|The harbour was opened in 2019. "
).split("|")
BODY = "\n\nThe harbour of the bay handled more cargo than in the year before. " * 8


@given(
    st.lists(st.sampled_from([*LAYOUT, "| a | b |\n"]), max_size=30).map("".join),
    st.sampled_from([*READERS]),
)
@settings(deadline=None, max_examples=150)
def test_any_layout_is_read_or_refused(text: str, ending: str) -> None:
    result = outcome((text + BODY).encode(), f"brief{ending}")
    assert isinstance(result, Brief) or len(str(result).splitlines()) == 1
