"""`python -m briefquiz`."""

from briefquiz.cli import main

main(prog_name="briefquiz")
