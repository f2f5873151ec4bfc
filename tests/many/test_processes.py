"""Work over several processes: the same bytes, and one that dies costs its own file only."""

import os
import shutil
import signal
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

import pytest

from briefquiz.cli import many, work
from briefquiz.cli.making import Wanted
from briefquiz.cli.processes import spread
from tests.many.world import FILES, contents, run, the_sum


def test_the_same_bytes_over_one_process_and_over_two(folder: Path) -> None:
    """Briefs, the questions drafted from them, and a course that includes these."""
    Path("briefs").mkdir()
    for number in range(8):
        text = (FILES / "port.md").read_text("utf-8").replace("9 January", f"{number + 2} March")
        Path(f"briefs/b{number}.md").write_text(text, "utf-8")
    course = "briefquiz: 1\nid: course\ntitle: Ports\ninclude: [b0.yaml, b1.yaml, q03.yaml]\n"
    Path("questions/course.yaml").write_text(course, "utf-8")
    made = []
    for jobs in (1, 2):
        result = run(f"build briefs questions --jobs {jobs}")
        assert (result.exit_code, the_sum(result)) == (0, "21 built, 0 unchanged, 0 failed")
        made.append((contents("questions"), contents("decks")))
        shutil.rmtree("decks")
        for path in Path("questions").glob("b*.yaml"):
            path.unlink()
    assert made[0] == made[1]
    others = [name for name in made[0][1] if not name.endswith("-study.html")]
    assert len(others) == 21 * 4 - 1  # a course has the locks of its parts


def die(task: int) -> int:
    if task % 4 == 3:
        os.kill(os.getpid(), signal.SIGKILL)
    return task * task


def test_a_process_that_dies_fails_its_own_task() -> None:
    expected = {(n, None if n % 4 == 3 else n * n) for n in range(9)}
    assert set(spread(die, range(9), 2)) == expected
    assert set(spread(die, [], 2)) == set()


def test_what_a_dead_process_worked_on_is_said(
    folder: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def one_dies(
        _: object, paths: list[Path], jobs: int
    ) -> Iterator[tuple[Path, work.Done | None]]:
        assert jobs == 2
        wanted = Wanted(Path("decks"), 1, ("quiz",))
        for path in paths:
            yield path, None if path.stem == "q04" else work.work(path, wanted)

    monkeypatch.setattr("briefquiz.cli.processes.spread", one_dies)
    result = run("build --jobs 2")
    assert the_sum(result) == "11 built, 0 unchanged, 1 failed"
    assert result.stderr.startswith("questions/q04.yaml: the process that worked on it died")


@pytest.mark.parametrize(
    ("wanted", "files", "processors", "processes"),
    [
        (None, 1, 8, 1), (None, 15, 8, 1), (None, 16, 8, 2), (None, 1000, 2, 2),
        (None, 1000, 64, many.MOST_JOBS), (4, 1000, 1, 4), (4, 3, 8, 3), (1, 1000, 8, 1),
        (2, 0, 2, 1),
    ],
)  # fmt: skip
def test_how_many_processes(
    monkeypatch: pytest.MonkeyPatch, wanted: int | None, files: int, processors: int, processes: int
) -> None:
    monkeypatch.setattr(many, "_processors", lambda: processors)
    assert many.number_of_processes(wanted, files) == processes


def test_a_done_file_can_be_sent_between_processes() -> None:
    import pickle

    done = work.work(FILES / "none.md", Wanted(Path("decks"), 1, ("apkg",)))
    assert pickle.loads(pickle.dumps(done)) == done
    assert done.problems[0].message == "no such file"
    assert replace(done, problems=()) != done
