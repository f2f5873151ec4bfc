"""Pictures of a brief, drawn from what its questions know: a timeline and a causal map, as SVG.

`known` reads the facts, `timeline`, `layered` and `column` draw them, `causal_map` says what a
map is made of. Nothing here knows where a picture ends up: a card and a study sheet have a `Look`
each.
"""
