"""Several question files as one course: one deck with a deck for each part, one paper."""

import re
from pathlib import Path

import pytest
from click.testing import CliRunner, Result

from briefquiz import cli
from briefquiz.outputs.exports import EXPORTS
from briefquiz.pipeline.compiling import quiz_of
from tests.outputs.deck import Log, Reader

HEAD = "briefquiz: 1\nid: {0}\ntitle: {1}\n"
QUESTION = '  - {{id: {0}, kind: date, type: short, prompt: "When {1}?", answer: "{2}"}}\n'
MATCH = (
    "  - {id: who, kind: actor, type: match, prompt: Who?, "
    "pairs: [[Ann, sold it], [Bob, bought it]]}\n"
)
CHOICE = (
    "  - {id: year, kind: date, type: choice, prompt: Which year?, answer: '2014', "
    "distractors: ['2015', '2016']}\n"
)


def part(name: str, title: str, *questions: str) -> str:
    return HEAD.format(name, title) + "questions:\n" + "".join(questions)


PORT = part("port", "The port", QUESTION.format("open", "did it open", "2001"), MATCH, CHOICE)
QUAY = part("quay", "A::quay", QUESTION.format("open", "did it close", "2002"), CHOICE)
COURSE = HEAD.format("harbours", "Harbours") + "include: [port.yaml, quay.yaml]\n"


SECOND = "questions/harbours.yaml:4:22"


@pytest.fixture
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.chdir(tmp_path)
    monkeypatch.setenv("SOURCE_DATE_EPOCH", "1700000000")
    write(port=PORT, quay=QUAY, harbours=COURSE)
    return tmp_path


def write(**files: str) -> None:
    Path("questions").mkdir(exist_ok=True)
    for name, text in files.items():
        Path(f"questions/{name}.yaml").write_text(text, "utf-8")


def run(*command: str) -> Result:
    result = CliRunner().invoke(cli.main, command)
    assert result.exception is None or isinstance(result.exception, SystemExit)
    return result


def build(name: str, *more: str) -> bytes:
    assert run("build", f"questions/{name}.yaml", *more).exit_code == 0
    return Path(f"decks/{name}.apkg").read_bytes()


def decks(reader: Reader) -> dict[str, int]:
    """Name of each deck → its cards, those below it not counted."""
    found = {}
    for deck in reader.collection.decks.all_names_and_ids():
        cards = reader.collection.decks.cids(deck.id, children=False)  # type: ignore[arg-type]
        found[deck.name] = len(cards)
    return {name: count for name, count in found.items() if name != "Default"}


def test_a_course_alone_has_a_deck_for_each_part(folder: Path) -> None:
    reader = Reader(folder / "anki")
    assert reader.imports(build("harbours")) == Log(6, 0, 0, 0)
    assert decks(reader) == {
        "Briefs": 0,
        "Briefs::Harbours": 0,
        "Briefs::Harbours::A∶∶quay": 2,
        "Briefs::Harbours::The port": 4,
    }
    assert reader.faults() == ""
    assert not Path("decks/harbours.lock.json").exists()
    assert {path.name for path in Path("decks").glob("*.json")} == {
        "port.lock.json",
        "quay.lock.json",
    }
    reader.collection.close()


@pytest.mark.parametrize("order", [("port", "harbours"), ("harbours", "port")])
def test_who_has_a_part_and_the_course_has_each_note_once(
    folder: Path, order: tuple[str, str], monkeypatch: pytest.MonkeyPatch
) -> None:
    """Built in either order, imported in either order, on different days."""
    packages = {}
    for day, name in enumerate(order):
        monkeypatch.setenv("SOURCE_DATE_EPOCH", str(1_700_000_000 + 86_400 * day))
        packages[name] = build(name)
    for turn, names in enumerate((order, order[::-1])):
        reader = Reader(folder / f"anki{turn}")
        logs = [reader.imports(packages[name]) for name in names]
        assert sum(log.new for log in logs) == 6
        assert logs[1].duplicate == 4
        assert logs[1].updated == logs[1].conflicting == 0
        assert reader.faults() == ""
        reader.collection.close()


def test_cards_stay_in_the_deck_of_the_part(folder: Path) -> None:
    """As docs/courses.md says: Anki moves no card that is there already."""
    reader = Reader(folder / "anki")
    reader.imports(build("port"))
    reader.imports(build("harbours"))
    assert {name: count for name, count in decks(reader).items() if count} == {
        "Briefs::The port": 4,
        "Briefs::Harbours::A∶∶quay": 2,
    }
    assert "Briefs::Harbours::The port" in decks(reader)
    reader.collection.close()


def test_a_correction_reaches_both_decks(folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    reader = Reader(folder / "anki")
    reader.imports(build("harbours"))
    write(port=PORT.replace("2001", "2011"))
    monkeypatch.setenv("SOURCE_DATE_EPOCH", "1700100000")
    assert reader.imports(build("port")) == Log(0, 1, 3, 0)
    monkeypatch.setenv("SOURCE_DATE_EPOCH", "1700200000")
    assert reader.imports(build("harbours")) == Log(0, 0, 6, 0)
    reader.collection.close()


def test_what_leaves_a_part_is_retired_and_what_leaves_the_course_is_not(folder: Path) -> None:
    build("harbours")
    write(port=PORT.replace(MATCH, ""), harbours=COURSE.replace(", quay.yaml", ""))
    result = run("build", "questions/harbours.yaml")
    assert "notes: 0 new, 0 changed, 2 retired, 2 unchanged" in result.output
    reader = Reader(folder / "anki")
    reader.imports(Path("decks/harbours-retired.apkg").read_bytes())
    assert set(reader.notes()) == {"who/1", "who/2"}
    assert '"retired"' not in Path("decks/quay.lock.json").read_text("utf-8")
    reader.collection.close()


def test_paper_has_a_section_for_each_part_and_one_numbering(folder: Path) -> None:
    build("harbours")
    for name in ("quiz", "key"):
        page = Path(f"decks/harbours-{name}.html").read_text("utf-8")
        headings = re.findall(r"<h2>(.+?)</h2>|<h3[^>]*>(Part \d)|\"number\">(\d)<", page)
        assert ["".join(found) for found in headings] == [
            "The port", "Part 1", "1", "Part 2", "2", "Part 3", "3",
            "A::quay", "Part 4", "4", "Part 5", "5",
        ]  # fmt: skip
    assert "Answer from the briefs." in Path("decks/harbours-quiz.html").read_text("utf-8")


def test_a_part_is_printed_as_by_itself(folder: Path) -> None:
    """The same options at the same letters, whether a class has the part or the course."""
    build("harbours")
    build("quay")
    options = re.compile(r'class="options.+?</ol>', re.DOTALL)
    alone = options.findall(Path("decks/quay-quiz.html").read_text("utf-8"))
    course = options.findall(Path("decks/harbours-quiz.html").read_text("utf-8"))
    assert alone == course[-len(alone) :]


def test_other_formats_have_every_question_under_an_id_of_its_own(folder: Path) -> None:
    texts = {name: Path("questions", name).read_bytes() for name in ("port.yaml", "quay.yaml")}
    quiz = quiz_of(COURSE.encode(), "harbours.yaml", texts)
    assert [item.id for item in quiz.items] == [
        "port-open", "port-who", "port-year", "quay-open", "quay-year",
    ]  # fmt: skip
    for export in EXPORTS.values():
        assert {loss.item for loss in export(quiz).losses} <= {item.id for item in quiz.items}


def test_the_shelves(folder: Path) -> None:
    statuses = {"open": "approved", "who": "review", "year": "ready"}
    text = PORT
    for name, status in statuses.items():
        text = text.replace(f"id: {name},", f"id: {name}, status: {status},")
    write(port=text + QUESTION.format("gone", "not", "1").replace("{id", "{status: rejected, id"))
    assert run("build", "questions/port.yaml").output.splitlines()[-3:] == [
        "2 questions: 2 date",
        "left out: 1 on the review shelf, 1 rejected",
        "notes: 2 new, 0 changed, 0 retired, 0 unchanged",
    ]
    assert run("build", "--all", "questions/port.yaml").output.splitlines()[-3:] == [
        "3 questions: 2 date, 1 actor",
        "left out: 1 rejected",
        "notes: 2 new, 0 changed, 0 retired, 2 unchanged",
    ]
    assert run("build", "--approved", "questions/port.yaml").output.splitlines()[-3:] == [
        "1 question: 1 date",
        "left out: 1 ready, 1 on the review shelf, 1 rejected",
        "notes: 0 new, 0 changed, 0 retired, 4 unchanged",
    ]
    both = run("build", "--all", "--approved", "questions/port.yaml")
    assert both.exit_code == 2
    assert "exclude each other" in both.output


@pytest.mark.parametrize(
    ("files", "lines"),
    [
        (
            {"harbours": COURSE.replace("quay.yaml", "kay.yaml")},
            [f"{SECOND}: no such file: 'kay.yaml'"],
        ),
        (
            {"quay": "briefquiz: 1\ntitle: t\ninclude: [port.yaml]\n"},
            [f"{SECOND}: 'quay.yaml' includes others itself; name those here instead"],
        ),
        (
            {"quay": QUAY.replace("id: quay", "id: port")},
            [f"{SECOND}: the id 'port' of 'quay.yaml' is that of 'port.yaml' too"],
        ),
        (
            {"quay": QUAY.replace("id: quay", "id: harbours")},
            [f"{SECOND}: the id 'harbours' of 'quay.yaml' is that of this file too"],
        ),
        (
            {"quay": QUAY.replace("{id: open", "{kin: date, id: open", 1), "port": "title: t\n"},
            [
                "questions/port.yaml:1:1: 'briefquiz' is missing",
                "questions/port.yaml:1:1: 'questions' is missing",
                "questions/quay.yaml:5:6: unknown key 'kin' (did you mean 'kind'?)",
            ],
        ),
    ],
)  # fmt: skip
def test_what_is_wrong_with_a_part(folder: Path, files: dict[str, str], lines: list[str]) -> None:
    write(**files)
    result = run("build", "questions/harbours.yaml")
    assert result.exit_code == 1
    kept = "questions/harbours.yaml: nothing was built; files of an earlier build are as they were"
    assert result.output.splitlines() == [*lines, kept]
    checked = run("check", "questions/harbours.yaml")
    assert checked.exit_code == 1
    assert set(lines) <= set(checked.output.splitlines())


def test_check_counts_the_parts_of_a_course(folder: Path) -> None:
    output = run("check", "questions/harbours.yaml").output.splitlines()
    assert output == [
        "questions/harbours.yaml: no mistakes",
        "questions/port.yaml: no mistakes",
        "questions/quay.yaml: no mistakes",
        "5 questions: 5 ready",
    ]
    assert run("check").output.splitlines()[-1] == "5 questions: 5 ready"
