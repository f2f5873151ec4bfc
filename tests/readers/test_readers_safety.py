"""Whatever comes in: a result or one clear line, in bounded time and memory, off the network."""

import json
import os
import random
import subprocess
import sys
import time
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

import briefquiz
from briefquiz.brief import Brief
from briefquiz.errors import BriefquizError
from briefquiz.readers import read
from tests.fuzz.mutating import mutated
from tests.readers.hostile import CASES
from tests.readers.making.texts import FILES

ROOT = Path(__file__).parents[2]
SOURCES = Path(briefquiz.__file__).parents[1]
SECONDS = 15  # of work for one file; none took half of it when this was written
CLOCK = 120  # seconds that pass on a busy machine before a test of one file is given up
MEGABYTES = 800

MEASURE = """
import json, resource, sys
from briefquiz.errors import BriefquizError
from briefquiz.readers import read
data = sys.stdin.buffer.read()
try:
    said = f"read {len(read(data, sys.argv[1]).blocks)}"
except BriefquizError as error:
    said = str(error)
try:  # what the kernel counts for this program alone; the other figure may be its parent's
    status = open("/proc/self/status").read()
    own = int(status.partition("VmHWM:")[2].split()[0])
except OSError:
    own = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss
both = [resource.getrusage(who) for who in (resource.RUSAGE_SELF, resource.RUSAGE_CHILDREN)]
work = sum(one.ru_utime + one.ru_stime for one in both)
print(json.dumps([said, work, max(own, both[1].ru_maxrss) / 1000]))
"""
OFFLINE = """
import pathlib, sys
def no_network(event, arguments):
    if event.startswith(("socket.", "urllib.", "http.", "ftplib.")) and event != "socket.__new__":
        raise AssertionError(f"{event} {arguments}")
    if event == "socket.__new__":
        raise AssertionError("a socket was made")
sys.addaudithook(no_network)
from briefquiz.errors import BriefquizError
from briefquiz.readers import read
done = 0
for path in sorted(pathlib.Path(sys.argv[1]).iterdir()):
    try:
        read(path.read_bytes(), path.name)
        done += 1
    except BriefquizError:
        pass
print(done)
"""


def python(code: str, argument: str, data: bytes = b"") -> str:
    environment = {**os.environ, "PYTHONPATH": str(SOURCES)}
    command = [sys.executable, "-W", "error", "-c", code, argument]
    done = subprocess.run(
        command, input=data, capture_output=True, env=environment, check=False, timeout=CLOCK
    )
    assert done.returncode == 0, done.stderr.decode()
    return done.stdout.decode()


@pytest.mark.skipif(sys.platform == "win32", reason="there is no way to measure a process there")
@pytest.mark.parametrize("case", CASES)
def test_hostile_file_is_refused_within_bounds(case: str) -> None:
    data, file, message = CASES[case]
    said, work, memory = json.loads(python(MEASURE, file, data))
    assert len(said.splitlines()) == 1
    assert message in said
    assert said.startswith((f"{file}: ", "read "))
    assert work < SECONDS
    assert memory < MEGABYTES


def test_no_reader_touches_the_network() -> None:
    """Audit hooks see sockets of C too; the process that reads PDFs has such a hook of its own."""
    assert int(python(OFFLINE, str(FILES))) >= 35


def test_the_process_that_reads_pdfs_forbids_sockets() -> None:
    program = SOURCES / "briefquiz" / "readers" / "pdf" / "letters.py"
    code = f"""
import importlib.util, socket, sys
found = importlib.util.spec_from_file_location("letters", {str(program)!r})
letters = importlib.util.module_from_spec(found)
found.loader.exec_module(letters)
letters.main()
try:
    socket.create_connection(("localhost", 9))
except OSError as error:
    print(error)
"""
    said = python(code, "", (FILES / "reportlab.pdf").read_bytes())
    assert said.endswith("a reader of PDFs has no business on the network\n")


def outcome(data: bytes, file: str) -> Brief | str:
    start = time.process_time()
    try:
        result: Brief | str = read(data, file)
    except BriefquizError as refused:
        result = str(refused)
        assert len(result.splitlines()) == 1
        assert result.startswith(f"{file}: ")
    assert time.process_time() - start < SECONDS
    return result


SMALL = sorted(path.name for path in FILES.iterdir() if path.suffix != ".pdf")


@given(st.sampled_from(SMALL), st.integers(0, 2**32))
@settings(deadline=None, max_examples=120)
def test_damaged_files_are_read_or_refused(file: str, seed: int) -> None:
    outcome(mutated((FILES / file).read_bytes(), random.Random(seed)), file)


@given(st.sampled_from(sorted(path.name for path in FILES.glob("*.pdf"))), st.integers(0, 2**32))
@settings(deadline=None, max_examples=12)
def test_damaged_pdfs_are_read_or_refused(file: str, seed: int) -> None:
    outcome(mutated((FILES / file).read_bytes(), random.Random(seed)), file)


MARKUP = (
    "<p>|</p>|<div>|</div>|<b>|</b>|<sup>3</sup>|<a href='#fn1'>1</a>|<ul><li>|</ul>|"
    "<table><tr><td>|</table>|<br>|<br><br>|<h2>|</h2>|<!--|-->|<script>|</script>|<style>|&amp;|&#0;|&#xD800;|"
    "<article>|</article>|<svg>|<math>|<template>|<![CDATA[|]]>|<?xml|<html>|</body>|\x00|\ufffd|"
    "<time datetime='2024-13-45'>|<meta charset=utf-7>|<meta name=date content='x'>|<title>|"
    '<script type=\'application/ld+json\'>{"@type":"Article","headline":[[[]]]}</script>|'
    "The harbour was opened in 2019. "
).split("|")
BODY = "<p>The harbour of the bay handled more cargo than in the year before.</p>" * 8


@given(st.lists(st.sampled_from(MARKUP), max_size=40).map("".join))
@settings(deadline=None, max_examples=120)
def test_any_markup_is_read_or_refused(text: str) -> None:
    outcome(f"<html><body>{text}{BODY}".encode(), "page.html")


@given(
    st.binary(max_size=300), st.sampled_from([b"%PDF-1.4\n", b"PK\x03\x04", b"<html>", b"{\\rtf"])
)
@settings(deadline=None, max_examples=40)
def test_what_only_begins_like_a_format_is_refused(data: bytes, start: bytes) -> None:
    assert isinstance(outcome(start + data, "brief.docx"), str)
