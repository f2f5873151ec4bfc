# make demo   a quiz from the brief in questions/, into the folder demo/
# make test   every check, as CI runs it
# make quality  how much of what a teacher would ask is found and asked, brief by brief
# All need only python3 (3.11 or newer), pip and make, and all are quick the second time.

PYTHON ?= python3
DEMO_BRIEF := questions/china-kazakhstan.md
SHELL := /bin/bash
.SHELLFLAGS := -euo pipefail -c
.DELETE_ON_ERROR:
.PHONY: demo test quality tools clean

demo: .venv/installed
	@rm -rf demo && mkdir -p demo/questions && cp $(DEMO_BRIEF) demo/questions/
	@cd demo && ../.venv/bin/briefquiz build $(DEMO_BRIEF)
	@echo && echo "Look into the folder demo/:" && ls demo/*/* | sed 's/^/  /'

test: .venv-test/installed tools
	.venv-test/bin/ruff check
	.venv-test/bin/ruff format --check
	.venv-test/bin/mypy
	.venv-test/bin/lint-imports
	.venv-test/bin/pytest -n 2

quality: .venv-test/installed
	.venv-test/bin/python -m tests.quality $(QUALITY)

# Tests print papers with Chromium and read them with pdftotext.
tools:
	@bash .ci/tools

.venv/installed: pyproject.toml
	@echo "Installing briefquiz into .venv (once; 500 MB on disk) …"
	@$(PYTHON) -m venv .venv
	@.venv/bin/pip install -qq --disable-pip-version-check -e .
	@touch $@

.venv-test/installed: pyproject.toml
	@echo "Installing briefquiz and its tests' tools into .venv-test (once) …"
	@$(PYTHON) -m venv .venv-test
	@.venv-test/bin/pip install -qq --disable-pip-version-check -e '.[dev]'
	@touch $@

clean:
	rm -rf .venv .venv-test demo .mypy_cache .ruff_cache .pytest_cache .hypothesis .import_linter_cache
