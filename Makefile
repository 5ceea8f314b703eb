# Everything a newcomer runs. Needs Python 3.11+, make and git; the rest is set up here.

# The first Python that is new enough; `make PYTHON=/path/to/python3` names another.
PYTHON ?= $(shell for python in python3 python3.14 python3.13 python3.12 python3.11; do \
	$$python -c 'import sys; sys.exit(sys.version_info < (3, 11))' 2>/dev/null \
	&& echo $$python && break; done)
VENV := .venv
BIN := $(VENV)/bin
READY := $(VENV)/.ready
READY_DEV := $(VENV)/.ready-dev
SYNC := VIRTUAL_ENV=$(CURDIR)/$(VENV) $(BIN)/uv sync --frozen --inexact --quiet --python $(BIN)/python

.DELETE_ON_ERROR:
.PHONY: help demo test check quality bench clean

help: ## list these targets
	@grep -E '^[a-z]+:.*##' $(MAKEFILE_LIST) | sed -E 's/:.*## /\t/' | expand -t 12

$(BIN)/uv:
	@test -n "$(PYTHON)" || { echo "riwaya needs Python 3.11 or newer, and none was found." \
	  "Install one (Debian, Ubuntu: apt install python3 python3-venv) or name it: make PYTHON=/path/to/python3"; exit 1; }
	@$(PYTHON) -c 'import sys; sys.exit(sys.version_info < (3, 11))' \
	  || { echo "riwaya needs Python 3.11 or newer, and $(PYTHON) is not. Name another: make PYTHON=/path/to/python3"; exit 1; }
	@echo "== making $(VENV) with $$($(PYTHON) --version)"
	@$(PYTHON) -m venv --clear $(VENV) >$(VENV).log 2>&1 \
	  || { cat $(VENV).log; rm -rf $(VENV) $(VENV).log; \
	       echo "Python cannot make virtual environments here. On Debian and Ubuntu install the package" \
	            "$$($(PYTHON) -c 'import sys; print("python%d.%d-venv" % sys.version_info[:2])') or python3-venv."; exit 1; }
	@rm -f $(VENV).log
	@echo "== installing uv"
	@$(BIN)/python -m pip install --quiet --disable-pip-version-check "uv>=0.5"

$(READY): pyproject.toml uv.lock | $(BIN)/uv
	@echo "== installing riwaya as locked"
	@$(SYNC) --no-default-groups
	@touch $@

$(READY_DEV): $(READY)
	@echo "== installing the tools for tests and checks"
	@$(SYNC)
	@touch $@

demo: $(READY) ## run the main job on the bundled dossier
	@$(BIN)/python examples/demo.py

test: $(READY_DEV) ## run the whole test suite
	$(BIN)/python -m pytest

check: $(READY_DEV) ## lint, format, types, import direction
	$(BIN)/ruff check
	$(BIN)/ruff format --check
	$(BIN)/mypy
	$(BIN)/pyright
	$(BIN)/lint-imports

quality: $(READY_DEV) ## hold extraction to its floors
	$(BIN)/python -m benchmarks.quality

bench: $(READY) ## run the speed benchmarks
	$(BIN)/python -m benchmarks.speed

clean: ## remove everything that was set up
	rm -rf $(VENV) demo-output
