"""`python -m tests.quality [--missed]`: the scoreboard of every brief with a gold list."""

import sys

from briefquiz import nlp
from tests.quality import board


def main() -> None:
    """Print a line a brief, then the sums."""
    found = list(board.lines(nlp.load().both, board.briefs()))
    head = f"{'brief':34}" + "".join(f"{kind:>10}" for kind in board.KINDS)
    print(head + f"{'facts':>8}{'ready':>7}{'review':>8}")
    for line in found:
        cells = "".join(
            f"{line.found.get(kind, 0):>6}/{line.gold.get(kind, 0):<3}" for kind in board.KINDS
        )
        print(f"{line.name:34}{cells}{line.facts:>8}{line.ready:>7}{line.review:>8}")
        if "--missed" in sys.argv:
            print("".join(f"    {missed}\n" for missed in line.missed), end="")
    print()
    for kind, (facts, asked, gold) in board.totals(found).items():
        print(
            f"{kind:8} found {facts:4} of {gold:4} ({facts / gold:4.0%})"
            f"   asked {asked:4} ({asked / gold:4.0%})"
        )
    judged = sum(line.judged for line in found)
    if judged:
        right = sum(line.right for line in found)
        print(f"right    {right:10} of {judged} found facts that a reader judged")
    words = sum(line.words for line in found)
    ready = sum(line.ready for line in found)
    print(f"ready    {ready:10} questions, {ready * 750 / words:.1f} per 750 words")
    print()
    head = "accepted of judged on real texts: known ready, review; unseen ready, review"
    print(f"{'rule':36}{'drafted':>8}{'ready':>7}   {head}")
    for rule in board.rules(found):
        print(
            f"{rule.name:36}{rule.drafted:>8}{rule.ready:>7}   "
            + "   ".join(f"{cell:>12}" for cell in rule.cells)
        )


main()
