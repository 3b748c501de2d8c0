# Two commands on a fresh machine: `make demo` and `make test`. Each makes .venv when it is missing.
PYTHON ?= python3
BIN := .venv/bin

.PHONY: demo test words compiled samples bench clean

demo: .venv/.ready
	@$(BIN)/centre-check audit samples/区级未达标.xlsx || test $$? = 1  # this centre is not compliant

test: .venv/.ready
	$(BIN)/ruff format --check .
	$(BIN)/ruff check .
	$(BIN)/mypy
	$(BIN)/lint-imports
	$(BIN)/python -m pytest -n auto

# The Chinese catalogue from its .po file; commit both.
words: .venv/.ready
	$(BIN)/python tests/words/extract.py

# What the shipped standards compile to; commit it.
compiled: .venv/.ready
	$(BIN)/python -m centre_check.standard.compile

samples: .venv/.ready
	$(BIN)/python samples/make_samples.py
	$(BIN)/python -m pytest tests/test_samples.py --update -q

bench: .venv/.ready
	$(BIN)/python -m benchmarks

clean:
	rm -rf .venv

.venv/.ready: pyproject.toml
	$(PYTHON) -m venv .venv
	$(BIN)/python -m pip install --quiet --disable-pip-version-check -e '.[dev]'
	@touch $@
