"""Damaged inputs without end: `python -m tests.fuzz readers --seconds 600`.

What breaks something is kept in crashes/ as the bytes it was and tried by `tests/test_fuzz.py` from
then on, which also tries a few new ones, the same each time.
"""
