"""Faults that people reported of neighbouring tools, as inputs of our own genre: none of them here.

`test_proofs.py` has the table: which test proves which report wrong for us.
"""
