# `make run` and `make test` do all of their own set-up, on Debian 12 and 13 with git, make and Python 3.11 or newer.
# What they make stands in .venv/ and exemple/.
PYTHON ?= python3
BIN := .venv/bin
EXAMPLE := exemple/exemple.labdesk
# Tests of the floors that know Qt; all others run first, with PySide6 not importable.
WINDOW_TESTS := $(wildcard tests/ui tests/journeys tests/access tests/house tests/bench tests/test_app.py tests/test_main.py)

.PHONY: run test lint bench torture pictures words format setup-run setup-test

run: setup-run .venv/run
	@mkdir -p exemple
	@test -e $(EXAMPLE) || $(BIN)/labdesk example $(EXAMPLE)
	@$(BIN)/labdesk export $(EXAMPLE) exemple/dossier.pdf
	@echo "Projet exemple : $(CURDIR)/$(EXAMPLE)"
	@echo "Son dossier    : $(CURDIR)/exemple/dossier.pdf"
	@if [ -n "$$DISPLAY$$WAYLAND_DISPLAY" ]; then $(BIN)/labdesk $(EXAMPLE); else echo "Pas d’écran ici : la fenêtre n’est pas ouverte."; fi

test: lint
	$(BIN)/python -m pytest -n 2 -p no:pytest-qt -p tests.without_qt tests $(WINDOW_TESTS:%=--ignore=%)
	QT_QPA_PLATFORM=offscreen $(BIN)/python -m pytest -n 2 $(WINDOW_TESTS)

lint: setup-test .venv/dev
	$(BIN)/ruff check .
	$(BIN)/ruff format --check .
	$(BIN)/mypy
	$(BIN)/lint-imports

torture: setup-test .venv/dev
	LABDESK_TORTURE=1 QT_QPA_PLATFORM=offscreen $(BIN)/python -m pytest -n 2 tests

bench: setup-test .venv/dev
	$(BIN)/python -m tests.bench

pictures: setup-test .venv/dev
	$(BIN)/python -m tests.pictures

words: .venv/dev
	$(BIN)/python -m tests.house.words

format: .venv/dev
	$(BIN)/ruff check --fix .
	$(BIN)/ruff format .

setup-run setup-test: setup-%:
	@bash packaging/linux/setup.sh $* $(PYTHON)

.venv/run: pyproject.toml
	$(PYTHON) -m venv .venv
	$(BIN)/pip install --quiet --editable .
	@touch $@

.venv/dev: pyproject.toml
	$(PYTHON) -m venv .venv
	$(BIN)/pip install --quiet --editable ".[dev]"
	@touch .venv/run $@
