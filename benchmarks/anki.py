"""How fast decks are compiled, beside genanki: prints ratios. A timing is no test.

    pip install genanki && python benchmarks/anki.py           # a minute or so
    python benchmarks/anki.py --peers DIR [DIR …]              # bin folders of venvs with peers

"bare" is genanki with the same notes: models, note objects and `write_to_file`, with no escaping,
no lock, no pictures. "compile" is ours from a quiz to deck and lock; "package" is only our writer,
given the same fields as genanki. Time is the processor's, memory the largest resident set of a
process of its own. Peers are whole programs, the start of Python included.
"""

import argparse
import gc
import json
import resource
import statistics
import subprocess
import sys
import tempfile
from collections.abc import Callable, Iterator
from functools import partial
from pathlib import Path

from briefquiz.outputs.anki import note_types, render
from briefquiz.outputs.anki.lock import Lock
from briefquiz.outputs.anki.notes import contents, guid
from briefquiz.outputs.anki.package import DeckHead, Package, ReadyNote
from briefquiz.outputs.anki.pictures import drawn
from briefquiz.quiz import Build, Choice, Item, Option, Quiz, Source, Words

NOW = 1_800_000_000
Job = Callable[[], object]


def quiz(count: int, name: str = "bench") -> Quiz:
    """A quiz of so many questions, every other one a choice."""
    return Quiz(name=name, id=name, title=f"Ports {name}", items=tuple(_items(count)))


def _items(count: int) -> Iterator[Item]:
    for n in range(count):
        year = str(1900 + n % 120)
        others = tuple(Option(str(int(year) + step)) for step in (-2, 3, 5))
        yield Item(
            id=f"opened-{n}",
            kind="date",
            prompt=f"In which year was harbour number {n} of the southern coast opened?",
            response=Choice(year, others, order="sorted") if n % 2 else Words(year),
            explain=f"Harbour {n} came after harbour {n - 1}.",
            sources=(
                Source(f"Harbour {n} was opened in {year}, with a quay & a mole.", n % 9 + 1),
            ),
        )


def ready(whole: Quiz) -> list[ReadyNote]:
    """The notes of a quiz as the writers get them."""
    names = [name for name, _ in note_types.basic().fields]
    return [
        ReadyNote(
            guid(whole.id, note.key),
            note.note_type,
            tuple(note.fields.get(name, "") for name in names),
            note.tags,
            NOW,
        )
        for note in contents(whole, Lock(NOW), drawn(whole))
    ]


def bare(decks: list[list[ReadyNote]], target: Path) -> None:
    """The same notes through genanki."""
    import genanki  # type: ignore[import-untyped]

    kind = note_types.basic()
    model = genanki.Model(
        kind.id,
        kind.name,
        fields=[{"name": name, "id": number} for name, number in kind.fields],
        templates=[{"name": "Card", "qfmt": kind.front, "afmt": kind.back}],
        css=kind.css,
    )
    made = []
    for number, notes in enumerate(decks):
        deck = genanki.Deck(10_000 + number, f"Ports {number}")
        for n in notes:
            deck.add_note(
                genanki.Note(model=model, fields=list(n.fields), tags=list(n.tags), guid=n.guid)
            )
        made.append(deck)
    genanki.Package(made).write_to_file(target)


def package(notes: list[ReadyNote], target: Path) -> None:
    """The same notes through our writer."""
    head = DeckHead(10_000, "Ports", "", NOW)
    made = Package(head)
    for note in notes:
        made.add(note, note_types.basic())
    target.write_bytes(made.finish({note_types.basic().name: NOW}, {}))


def compiled(whole: Quiz, folder: Path) -> None:
    """From a quiz to its files."""
    for artifact in render(whole, Build("", NOW)):
        (folder / artifact.name).write_bytes(artifact.data)


def cpu() -> float:
    """Seconds of processor time so far, children included: a busy machine changes it little."""
    used = [resource.getrusage(who) for who in (resource.RUSAGE_SELF, resource.RUSAGE_CHILDREN)]
    return sum(each.ru_utime + each.ru_stime for each in used)


def fair(jobs: dict[str, Job], times: int) -> dict[str, float]:
    """Median seconds of processor time of each job, taken in turns."""
    taken: dict[str, list[float]] = {name: [] for name in jobs}
    for turn in range(times + 1):
        for name, job in jobs.items():
            gc.collect()
            start = cpu()
            job()
            if turn:  # the first turn warms caches
                taken[name].append(cpu() - start)
    return {name: statistics.median(seconds) for name, seconds in taken.items()}


def say(what: str, ours: float, theirs: float, goal: float = 0.0, unit: str = "ms") -> None:
    """One line: a ratio, and whether it is as good as wanted."""
    scale = 1000 if unit == "ms" else 1
    verdict = f"(at most {goal}: {'ok' if ours <= goal * theirs else 'MISSED'})" if goal else ""
    print(
        f"{what:<58} {ours * scale:9.1f} / {theirs * scale:9.1f} {unit} = "
        f"{ours / theirs:5.2f} {verdict}"
    )


def small(folder: Path, times: int) -> None:
    """60 notes, and whether time is linear in notes."""
    for count in (60, 300):
        whole = quiz(count)
        notes = ready(whole)
        jobs: dict[str, Job] = {
            "bare": partial(bare, [notes], folder / "g.apkg"),
            "package": partial(package, notes, folder / "p.apkg"),
            "compile": partial(compiled, whole, folder),
        }
        took = fair(jobs, times)
        say(f"{count} notes: compile / genanki bare", took["compile"], took["bare"], 1.5)
        say(f"{count} notes: package / genanki bare", took["package"], took["bare"], 1.5)


def many_decks(folder: Path, decks: int, each: int, times: int) -> None:
    """So many decks against one deck of as many notes."""
    whole, parts = quiz(decks * each), [quiz(each, f"deck-{n}") for n in range(decks)]

    def apart() -> None:
        for part in parts:
            compiled(part, folder)

    took = fair({"one": lambda: compiled(whole, folder), "many": apart}, times)
    notes = decks * each
    say(f"{decks} decks / one deck, {notes} notes: compile", took["many"], took["one"], 5.0, "s")
    theirs = fair(
        {
            "one": lambda: bare([ready(whole)], folder / "g.apkg"),
            "many": lambda: bare([ready(part) for part in parts], folder / "g.apkg"),
        },
        1,
    )
    say("    genanki, the same, one package", theirs["many"], theirs["one"], 5.0, "s")


def alone(what: str, count: int) -> dict[str, float]:
    """Seconds and megabytes of one job in a process of its own."""
    command = [sys.executable, __file__, "--alone", what, str(count)]
    done = subprocess.run(command, check=True, capture_output=True, text=True)
    told: dict[str, float] = json.loads(done.stdout)
    return told


def measured(what: str, count: int) -> dict[str, float]:
    """The process that `alone` starts."""
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        whole = quiz(count)
        job: Job
        if what == "compile":
            job = lambda: compiled(whole, folder)  # noqa: E731
        else:
            notes = ready(whole)
            whole = quiz(0)
            gc.collect()
            write = {"bare": lambda: bare([notes], folder / "g.apkg")}
            job = write.get(what, lambda: package(notes, folder / "p.apkg"))
        start = cpu()
        job()
        seconds = cpu() - start
    peak = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024
    return {"seconds": seconds, "megabytes": peak}


def large(count: int, times: int) -> None:
    """Time and memory of a very large deck."""
    runs: dict[str, list[dict[str, float]]] = {what: [] for what in ("bare", "package", "compile")}
    for _ in range(times):
        for what, told in runs.items():
            told.append(alone(what, count))
    best = {
        what: {key: statistics.median(run[key] for run in told) for key in told[0]}
        for what, told in runs.items()
    }
    for what, key, unit in (
        ("package", "seconds", "s"), ("compile", "seconds", "s"), ("compile", "megabytes", "MB"),
    ):  # fmt: skip
        name = f"{count} notes: {what} / genanki bare, {key}"
        say(name, best[what][key], best["bare"][key], 1.2, unit)


PEERS = {
    "anki-yaml-tool": ("deck.yaml", ["build", "--file", "deck.yaml", "--output", "out.apkg"]),
    "yaml2anki": ("cards.yaml", ["cards.yaml", "-o", "out.apkg"]),
    "ankc": ("cards.md", ["build", "--all"]),
}
MODEL = """config:
  name: Ports
  fields: [Front, Back]
  templates: [{name: Card, qfmt: '{{Front}}', afmt: '{{Back}}'}]
  css: ''
deck-name: Ports
data:
"""


def peers(folders: list[Path], count: int, times: int) -> None:
    """Whole programs, from a file of so many cards to a package; the start of Python included."""
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        rows = [(item.prompt, f"{1900 + n % 120}") for n, item in enumerate(quiz(count).items)]
        cards = "".join(f"- {{front: '{ask}', back: '{answer}'}}\n" for ask, answer in rows)
        (folder / "deck.yaml").write_text(MODEL + cards)
        (folder / "cards.yaml").write_text("deck_name: Ports\ncards:\n" + cards)
        blocks = "".join(
            f"---\n\n{ask} ::: {answer}\n\n---\n[^uid]: u{n:09}\n\n"
            for n, (ask, answer) in enumerate(rows)
        )
        (folder / "cards.md").write_text(f"---\ndeck: Ports\n---\n{blocks}")
        (folder / "questions").mkdir()
        questions = "".join(
            f'  - {{id: q-{n}, kind: date, type: short, prompt: "{ask}", answer: "{answer}"}}\n'
            for n, (ask, answer) in enumerate(rows)
        )
        head = 'briefquiz: 1\ntitle: "Ports"\nquestions:\n'
        (folder / "questions/ports.yaml").write_text(head + questions)

        def run(*command: str) -> Job:
            return lambda: subprocess.run(command, cwd=folder, check=True, capture_output=True)

        jobs = {"briefquiz": run(sys.executable, "-m", "briefquiz", "build")}
        for peer, (_, arguments) in PEERS.items():
            found = next((f / peer for f in folders if (f / peer).exists()), None)
            if found:
                jobs[peer] = run(str(found.resolve()), *arguments)
        took = fair(jobs, times)
        for peer in jobs.keys() - {"briefquiz"}:
            name = f"{count} cards: briefquiz (deck and papers) / {peer}"
            say(name, took["briefquiz"], took[peer], unit="s")


def main() -> None:
    """All of it."""
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("--peers", nargs="+", type=Path, default=[])
    parser.add_argument("--times", type=int, default=5)
    parser.add_argument("--notes", type=int, default=100_000)
    parser.add_argument("--alone", nargs=2, metavar=("WHAT", "COUNT"), help=argparse.SUPPRESS)
    given = parser.parse_args()
    if given.alone:
        print(json.dumps(measured(given.alone[0], int(given.alone[1]))))
        return
    with tempfile.TemporaryDirectory() as name:
        small(Path(name), given.times)
        many_decks(Path(name), 1000, 20, 1)
    large(given.notes, 2)
    if given.peers:
        peers(given.peers, 60, given.times)


if __name__ == "__main__":
    main()
