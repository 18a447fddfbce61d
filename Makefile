# `make run` uses the app, `make test` checks it. Both first set up what is missing; a second time that costs nothing.

PORT ?= 8501
MINUTES ?= 60
PYTHON ?= python3
BIN := .venv/bin

.DEFAULT_GOAL := help
.DELETE_ON_ERROR:
# Two installers at once get in each other's way.
.NOTPARALLEL:
.PHONY: help run test bench soak setup setup-test lock clean

help: ## this list
	@sed -n 's/^\([a-z-]*\):.*## /\1	/p' Makefile | expand -t 14

run: setup ## start the app on http://localhost:8501 (another port: make run PORT=8600)
	$(BIN)/streamlit run app.py --server.port $(PORT)

test: setup-test ## lint, types, data and tests
	$(BIN)/ruff check
	$(BIN)/ruff format --check
	$(BIN)/mypy
	$(BIN)/python -m wizard procedures check
	$(BIN)/pytest -n auto --dist worksteal $(ARGS)

bench: setup-test ## measure beside bare Streamlit, WeasyPrint and Flask, and write docs/bench.md (some of it: PARTS="load letters")
	$(BIN)/python -m tests.bench $(PARTS)

soak: setup-test ## visits, steps and letters for MINUTES, and whether memory stays flat
	$(BIN)/python -m tests.bench.soak $(MINUTES)

setup: .venv/.run ## what `run` needs: .venv, the libraries that draw PDFs, and small static files
	@deploy/setup.sh run
	@$(BIN)/python -c 'from wizard.ui import web; web.prepare()'

setup-test: .venv/.test ## what `test` needs: the same, test packages, Chromium and Java
	@deploy/setup.sh test
	@$(BIN)/python -c 'from wizard.ui import web; web.prepare()'

# Universal: one file for every platform and Python. No index address: everyone installs from their own.
LOCK = $(BIN)/uv pip compile --quiet --upgrade --universal --python-version 3.11 --generate-hashes \
	--no-emit-index-url --annotation-style line --custom-compile-command 'make lock'

lock: $(BIN)/python ## pin all packages again from pyproject.toml
	$(BIN)/python -m pip install --quiet uv==0.13.9
	$(LOCK) --output-file requirements.txt pyproject.toml
	$(LOCK) --output-file tests/requirements.txt --extra test --constraint requirements.txt pyproject.toml

clean: ## remove all that make and the tools made
	rm -rf .venv .cache .mypy_cache .pytest_cache .ruff_cache .hypothesis
	find . -name __pycache__ -type d -prune -exec rm -rf {} +

# The stamps say for which requirements .venv was filled.
.venv/.run: requirements.txt $(BIN)/python
	$(BIN)/python -m pip install --quiet --disable-pip-version-check --require-hashes -r $<
	@touch $@

.venv/.test: tests/requirements.txt .venv/.run
	$(BIN)/python -m pip install --quiet --disable-pip-version-check --require-hashes -r $<
	@touch $@

# The check comes first, because without ensurepip `venv` fails halfway and leaves a .venv that looks whole.
$(BIN)/python:
	@for python in $(PYTHON) python3 python3.14 python3.13 python3.12 python3.11 none; do \
		$$python -c 'import sys; sys.exit(sys.version_info < (3, 11))' 2>/dev/null && break; \
	done; \
	if [ $$python = none ]; then \
		echo 'Python 3.11 or newer is needed, and not found. Debian/Ubuntu: apt install python3 python3-venv; Fedora: dnf install python3; macOS: brew install python'; \
		echo 'If it has another name: make PYTHON=/path/to/python'; exit 1; \
	fi; \
	if ! $$python -c 'import ensurepip, venv' 2>/dev/null; then \
		echo "$$python cannot make a virtual environment. Debian/Ubuntu: apt install $$($$python -c 'import sys; print("python%d.%d-venv" % sys.version_info[:2])')"; exit 1; \
	fi; \
	$$python -m venv --clear .venv
