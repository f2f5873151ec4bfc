"""Letters that no font of the sheet has are printed in another one."""

import re
from dataclasses import replace

from briefquiz.outputs.paper import key, quiz
from briefquiz.quiz import Build, Words
from tests.outputs.conftest import Print
from tests.outputs.samples import sample_quiz

FAMILIES = re.compile(r"(?:font-family|--(?:font|serif|sans|mono)[\w-]*)\s*:\s*([^;}]+)[;}]")
GENERIC = ("sans-serif", "serif", "monospace", "system-ui", "inherit", ")")
EMOJI = "😀"


def test_an_emoji_is_printed(either: Print) -> None:
    item = replace(
        sample_quiz().items[0], prompt=f"Who wrote “{EMOJI}”?", response=Words(f"Ostia {EMOJI}")
    )
    of = replace(sample_quiz(), items=(item,))
    for module in (quiz, key):
        (artifact,) = module.render(of, Build())
        source = artifact.data.decode()
        assert EMOJI in "".join(either(source, "A4").pages)
        for families in FAMILIES.findall(source):
            assert families.strip().endswith(GENERIC), families
