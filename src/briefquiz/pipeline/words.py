"""The words of a brief, in which quotes are looked for."""

from briefquiz.brief import Brief


def words(brief: Brief) -> str:
    """All the words of a brief, its headings too."""
    return " ".join([brief.title, *(block.text for block in brief.blocks)])
