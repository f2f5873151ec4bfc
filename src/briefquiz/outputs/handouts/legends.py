"""What the marks of a drawing mean: only those that it uses."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from markupsafe import Markup

from briefquiz.outputs.pictures.causal_map import DASHES
from briefquiz.outputs.pictures.known import Event, Link


@dataclass(frozen=True, slots=True)
class Mark:
    """A mark as it is drawn, and what it means."""

    svg: Markup
    text: str


def of_events(events: Iterable[Event], words: Mapping[str, str]) -> tuple[Mark, ...]:
    """The marks of a timeline."""
    kinds = {("soft" if event.soft else event.precision) for event in events}
    shapes = {
        "day": '<circle cx="1.5" cy="1.5" r=".95" fill="#000"/>',
        "span": '<rect x=".65" y=".2" width="1.7" height="2.6" rx=".85" fill="none" '
        'stroke="#000" stroke-width=".3"/>',
        "range": '<rect x="1" y=".2" width=".9" height="2.6" fill="#000"/>',
        "soft": '<circle cx="1.5" cy="1.5" r=".95" fill="none" stroke="#000" stroke-width=".25"/>'
        '<rect x="3.65" y=".2" width="1.7" height="2.6" rx=".85" fill="none" stroke="#000" '
        'stroke-width=".3" stroke-dasharray=".8 .6"/>',
    }
    used = {"span" if kind in ("month", "year") else kind for kind in kinds}
    return tuple(
        Mark(_svg(shape, 6 if name == "soft" else 3), words[name])
        for name, shape in shapes.items()
        if name in used
    )


def of_links(links: Iterable[Link], words: Mapping[str, str]) -> tuple[Mark, ...]:
    """The marks of a causal map; none where every arrow is drawn alike and plain."""
    if not any(link.soft for link in links):
        return ()
    return (
        Mark(_arrow(""), words["solid"]),
        Mark(_arrow(f' stroke-dasharray="{DASHES}"'), words["dashed"]),
    )


def _arrow(dashes: str) -> Markup:
    shaft = f'<path d="M0 1.5H7" fill="none" stroke="#000" stroke-width=".4"{dashes}/>'
    return _svg(f'{shaft}<path d="M9 1.5l-2.2 -1.05v2.1z" fill="#000"/>', 9)


def _svg(shape: str, wide: int) -> Markup:
    size = f'viewBox="0 0 {wide} 3" style="width:{wide}mm;height:3mm"'
    return Markup(
        f'<svg xmlns="http://www.w3.org/2000/svg" aria-hidden="true" {size}>{shape}</svg>'
    )
