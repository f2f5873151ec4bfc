"""`python -m briefquiz`."""

from briefquiz.cli import main

if __name__ == "__main__":  # a process of a batch imports this as well
    main(prog_name="briefquiz")
