"""From bytes to bytes, without files or clock: drafting, checking, compiling.

One module each, because only drafting may load spaCy.
"""
