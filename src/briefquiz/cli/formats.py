"""Formats by name: the deck and the papers that every build makes, and the exports."""

import click

DEFAULT = ("apkg", "quiz", "key", "study")
HELP = (
    "apkg, quiz, key, study, cards, practice, quick-key, overlay, answer-sheet, answer-overlay, "
    "versions, gift, moodle, aiken, markdown, qti21, qti12, tsv, csv, kahoot, blooket; "
    "may be repeated."
)

strict_option = click.option(
    "--strict", is_flag=True, help="Write nothing if a format cannot hold all of a question."
)


def known(
    context: click.Context, option: click.Parameter, names: tuple[str, ...]
) -> tuple[str, ...]:
    """The names, each once. Raises BadParameter, which lists all names, for one that is none."""
    if not names:
        return ()
    from briefquiz.outputs import OUTPUTS
    from briefquiz.outputs.exports import EXPORTS

    formats = [*OUTPUTS, *EXPORTS]
    for name in names:
        if name not in formats:
            raise click.BadParameter(f"{name!r} is no format; it is one of {', '.join(formats)}")
    return tuple(dict.fromkeys(names))
