"""Links: none leads a file out of the folder, none is replaced."""

import shutil
from pathlib import Path

from tests.writing.world import FILES, fails, run, tree


def test_a_decks_folder_elsewhere_is_not_written_to(folder: Path) -> None:
    Path("decks").symlink_to(folder.parent / "outside")
    fails(
        run("build questions/port.yaml"),
        f"decks/any: is behind a link that leads out of {folder}; name the place itself: "
        f"{folder.parent / 'outside'}",
    )
    assert tree(folder.parent / "outside") == {}
    assert run(f"build questions/port.yaml --out {folder.parent / 'outside'}").exit_code == 0
    assert len(tree(folder.parent / "outside")) == 4


def test_a_questions_folder_elsewhere_gets_no_draft(folder: Path) -> None:
    shutil.rmtree("questions")
    Path("questions").symlink_to(folder.parent / "outside")
    shutil.copy(FILES / "port.md", "harbour.md")
    result = run("draft harbour.md")
    assert "is behind a link that leads out of" in result.output
    assert (result.exit_code, tree(folder.parent / "outside")) == (1, {})


def test_an_output_that_is_a_link_to_elsewhere_stays(folder: Path) -> None:
    run("build questions/port.yaml")
    before = tree(folder)
    victim = folder.parent / "outside/victim"
    victim.write_text("mine", "utf-8")
    Path("decks/port-key.html").unlink()
    Path("decks/port-key.html").symlink_to(victim)
    result = run("build questions/port.yaml")
    assert (result.exit_code, result.output.count("\n")) == (1, 1)
    assert "decks/port-key.html: is behind a link that leads out of" in result.output
    assert victim.read_text("utf-8") == "mine"
    assert tree(folder) == before | {"decks/port-key.html": b"mine"}


def test_a_link_inside_the_folder_stays_a_link(folder: Path) -> None:
    Path("real").mkdir()
    Path("decks").symlink_to("real")
    Path("real/port-key.html").symlink_to(folder / "key.html")
    assert run("build questions/port.yaml").exit_code == 0
    assert Path("decks/port-key.html").is_symlink()
    assert b"</html>" in Path("key.html").read_bytes()
    assert len(tree(folder / "real")) == 4


def test_a_link_to_itself_is_said(folder: Path) -> None:
    Path("decks").mkdir()
    Path("decks/port.apkg").symlink_to("port.apkg")
    result = run("build questions/port.yaml")
    assert (result.exit_code, result.output.count("\n")) == (1, 1)
    assert "decks/port.apkg: cannot be written" in result.output
