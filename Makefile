# Everything a newcomer runs. Needs Python 3.11+, make and git; the rest is set up here.
PYTHON ?= python3
VENV := .venv
BIN := $(VENV)/bin
READY := $(VENV)/.ready

.PHONY: help demo test check bench quality clean

help: ## list these targets
	@grep -E '^[a-z]+:.*##' $(MAKEFILE_LIST) | sed -E 's/:.*## /\t/' | expand -t 12

$(READY): pyproject.toml uv.lock
	@echo "== setting up $(VENV)"
	@$(PYTHON) -c 'import sys; sys.exit(sys.version_info < (3, 11))' \
	  || { echo "riwaya needs Python 3.11 or newer; $(PYTHON) is older. Try: make PYTHON=python3.12"; exit 1; }
	@test -x $(BIN)/python || $(PYTHON) -m venv $(VENV) \
	  || { rm -rf $(VENV); echo "Python cannot make virtual environments here. Install the package python3-venv."; exit 1; }
	@test -x $(BIN)/uv || $(BIN)/python -m pip install --quiet --disable-pip-version-check "uv>=0.5"
	@VIRTUAL_ENV=$(CURDIR)/$(VENV) $(BIN)/uv sync --frozen --quiet --inexact --python $(BIN)/python
	@touch $@

demo: $(READY) ## run the main job on the bundled dossier
	@$(BIN)/python examples/demo.py

test: $(READY) ## run the whole test suite
	$(BIN)/python -m pytest

check: $(READY) ## lint, format, types, import direction
	$(BIN)/ruff check
	$(BIN)/ruff format --check
	$(BIN)/mypy
	$(BIN)/pyright
	$(BIN)/lint-imports

bench: $(READY) ## run the speed benchmarks
	$(BIN)/python -m benchmarks.speed

quality: $(READY) ## run the quality gate
	$(BIN)/python -m benchmarks.quality

clean: ## remove everything that was set up
	rm -rf $(VENV) demo-output
