# Everything runs in a virtual environment that the first target you call makes; `make help` lists them.
#   make test PYTHON=python3.13 VENV=.venv-3.13    another interpreter, beside the first
#   make lock UPGRADE=--upgrade                    newer versions into requirements/

PYTHON  ?= python3
VENV    ?= .venv
CASES   ?= 100000
UPGRADE ?=

.DEFAULT_GOAL := help
.DELETE_ON_ERROR:
.SUFFIXES:
MAKEFLAGS += --no-print-directory

BIN := $(VENV)/bin
PIP := $(BIN)/python -m pip --quiet --disable-pip-version-check --no-input
SAY := printf '%s\n'

# durable-rules is a C extension written for Python up to 3.12; the one name that 3.13 dropped has this twin.
NATIVE := CPPFLAGS="$$CPPFLAGS -DPyEval_CallObject=PyObject_CallObject"

# Names the interpreter and the place, so that another Python, or a moved checkout, gets a new environment.
KEY := $(shell $(PYTHON) -c 'import os, sys, zlib; \
	print("%d.%d-%08x" % (sys.version_info[0], sys.version_info[1], \
	zlib.crc32((os.getcwd() + getattr(sys, "base_prefix", sys.prefix)).encode()) & 0xffffffff))' 2>/dev/null)

MADE  := $(VENV)/.made-$(KEY)
DEPS  := $(VENV)/.deps-$(KEY)
CORE  := $(VENV)/.core-$(KEY)
AUDIT := $(VENV)/.audit-$(KEY)
DEV   := $(VENV)/.dev-$(KEY)
BENCH := $(VENV)/.bench-$(KEY)
ENGINES := $(VENV)/.engines-$(KEY)

# Old interpreters read this too, so it keeps to the syntax that they know.
define CHECK
import os, sys, sysconfig
def stop(why):
    sys.stderr.write("make: " + why + "\n")
    sys.exit(1)
if sys.version_info < (3, 11):
    stop("Python 3.11 or newer is needed, and $(PYTHON) is %d.%d. Try: make PYTHON=python3.12" % sys.version_info[:2])
try:
    import ensurepip, venv
except ImportError:
    stop("this Python cannot make virtual environments. On Debian or Ubuntu: apt-get install python3-venv")
import shutil
cc = (os.environ.get("CC") or sysconfig.get_config_var("CC") or "cc").split()[0]
if not shutil.which(cc):
    stop("a C compiler is needed to build durable-rules, and there is no '%s'. On Debian or Ubuntu: apt-get install gcc libc6-dev" % cc)
if not os.path.exists(os.path.join(sysconfig.get_path("include"), "Python.h")):
    stop("the Python headers are needed to build durable-rules. On Debian or Ubuntu: apt-get install python3-dev")
endef
export CHECK

.PHONY: help demo test lint pytest agree engines law bench lock schema docs import-check clean

help: ## this list
	@awk -F ':.*## ' '/^[a-z-]+:.*## / { printf "  make %-13s %s\n", $$1, $$2 }' Makefile

demo: $(AUDIT) ## check the practices in features/practices, and audit the log in features/logs
	@$(BIN)/compliance check features/practices --fail-on never
	@$(BIN)/compliance audit features/logs/federal-offices/federal-offices.log.yaml --fail-on never

test: lint pytest ## everything a change must pass: lint, types, imports, tests

lint: $(DEV) ## style, types and the direction of imports
	@$(SAY) '== style' && $(BIN)/ruff check --quiet . && $(BIN)/ruff format --quiet --check .
	@$(SAY) '== types' && $(BIN)/mypy --no-error-summary
	@$(SAY) '== imports' && { out=$$($(BIN)/lint-imports 2>&1) || { $(SAY) "$$out"; exit 1; }; }

pytest: $(DEV) ## the tests alone, with branch coverage (no tests at all is a failure)
	@$(SAY) '== tests' && $(BIN)/pytest -q -n auto --inline-snapshot=disable --cov --cov-report=term

agree: $(DEV) ## both engines on 100,000 random cases (CASES=N for another number)
	@COMPLIANCE_AGREEMENT_CASES=$(CASES) $(BIN)/pytest -q -n auto --inline-snapshot=disable tests/engine/test_agreement.py

# A Java that runs for minutes only is quicker when it does not optimize what it runs. Spark takes seconds for each
# chunk, so that tests of very small ones are left to PostgreSQL.
SHORT_JAVA := -XX:TieredStopAtLevel=1 -XX:+UseSerialGC
ON_ENGINES := $(BIN)/pytest -q -n 0 --inline-snapshot=disable -m engines tests/audit

engines: $(ENGINES) ## audits on Spark and on PostgreSQL (needs Java 17 and a PostgreSQL server)
	@$(SAY) '== audits on PostgreSQL' && tests/audit/with-postgres sh -c \
		'COMPLIANCE_AUDIT_CASES=2 COMPLIANCE_AUDIT_ENGINES="$$POSTGRES_URL" $(ON_ENGINES)'
	@$(SAY) '== audits on Spark' && JAVA_TOOL_OPTIONS="$(SHORT_JAVA)" COMPLIANCE_AUDIT_CASES=1 \
		COMPLIANCE_AUDIT_ENGINES="local[2]" $(ON_ENGINES) -k 'not cut_into_chunks and not edges_of_chunks'

law: $(DEV) ## what our scenarios leave open: coverage and mutation of the law that ships
	@$(BIN)/compliance coverage features --fail-under 100 --format markdown --output /dev/null
	@code=0; $(BIN)/compliance mutate features --explained features/survivors.yaml --fail-under 90 \
		--output $(VENV)/.mutation || code=$$?; \
	if [ $$code -eq 0 ]; then sed '/^S[a-z ]*urvivors$$/,$$d' $(VENV)/.mutation; else cat $(VENV)/.mutation; fi; exit $$code

bench: $(BENCH) $(ENGINES) ## speed, side by side with other engines
	@$(BIN)/python -m benchmarks
	@$(BIN)/python -m benchmarks.audit

docs: $(DEV) ## write the generated pages of docs/
	@$(BIN)/python -m tests.docs.generated

schema: $(CORE) ## write the JSON schemas of the file formats
	@$(BIN)/compliance schema --write

import-check: $(CORE) ## durable-rules builds and imports with this PYTHON
	@$(BIN)/python -c 'import sys, durable.engine, compliance; print("durable-rules imports on Python %d.%d" % sys.version_info[:2])'

clean: ## remove the environment, caches and builds
	@if [ -f $(VENV)/pyvenv.cfg ]; then rm -rf $(VENV); fi
	@rm -rf .coverage .coverage.* .hypothesis .import_linter_cache .mypy_cache .pytest_cache .ruff_cache build dist
	@find . -name __pycache__ -type d -not -path './.venv*' -prune -exec rm -rf {} +

# --- the environment: each stamp is renewed only when what it was made from changes -----------------------

$(MADE):
	@command -v "$(PYTHON)" >/dev/null 2>&1 || { $(SAY) 'make: there is no $(PYTHON); name another: make PYTHON=python3.12' >&2; exit 1; }
	@$(PYTHON) -c "$$CHECK"
	@if [ -e $(VENV) ] && [ ! -f $(VENV)/pyvenv.cfg ]; then \
		$(SAY) 'make: $(VENV) exists and is not a virtual environment; name another: make VENV=.venv-new' >&2; exit 1; fi
	@$(SAY) 'Making $(VENV) (once)' >&2
	@$(PYTHON) -m venv --clear $(VENV)
	@touch $@

# No cache: a wheel of durable-rules that someone built without NATIVE would be taken from it.
$(DEPS): $(MADE) requirements/build.lock requirements/core.lock
	@$(SAY) 'Installing what it needs, and compiling durable-rules' >&2
	@$(PIP) install --require-hashes -r requirements/build.lock
	@$(NATIVE) $(PIP) --no-cache-dir install --no-build-isolation --require-hashes -r requirements/core.lock
	@$(BIN)/python -c 'import durable.engine'
	@touch $@

$(CORE): $(DEPS) pyproject.toml
	@$(PIP) install --no-deps --no-build-isolation --editable .
	@$(BIN)/python -m compileall -q src
	@touch $@

$(AUDIT): $(CORE) requirements/audit.lock
	@$(SAY) 'Installing what audits need' >&2
	@$(PIP) install --no-deps --require-hashes -r requirements/audit.lock
	@touch $@

# The lock names everything already; no package brings in more than stands there.
$(DEV): $(CORE) requirements/dev.lock
	@$(SAY) 'Installing what the tests need' >&2
	@$(NATIVE) $(PIP) install --no-deps --no-build-isolation --require-hashes -r requirements/dev.lock
	@touch $@

$(BENCH): $(CORE) requirements/bench.lock
	@$(SAY) 'Installing what the benchmarks need' >&2
	@$(NATIVE) $(PIP) install --no-build-isolation --require-hashes -r requirements/bench.lock
	@touch $@

# PySpark comes as source that has Spark in it, and is large: a download of half a gigabyte, once.
$(ENGINES): $(DEV) requirements/engines.lock
	@$(SAY) 'Installing the other engines of an audit: PySpark and a PostgreSQL driver' >&2
	@$(NATIVE) $(PIP) install --no-deps --no-build-isolation --require-hashes -r requirements/engines.lock
	@touch $@

# --- the lock files: one for every Python and platform, with hashes, and naming no registry --------------

COMPILE = "$$dir/bin/uv" pip compile --quiet $(UPGRADE) --universal --python-version 3.11 --generate-hashes \
	--no-emit-index-url --no-emit-find-links --no-annotate --no-header

lock: ## resolve the dependencies again into requirements/*.lock (UPGRADE=--upgrade for newer versions)
	@dir=$$(mktemp -d) && trap 'rm -rf "$$dir"' EXIT && set -e && \
	$(PYTHON) -m venv "$$dir" && "$$dir/bin/python" -m pip --quiet --disable-pip-version-check install uv && \
	$(COMPILE) --group build -o requirements/build.lock && \
	$(COMPILE) pyproject.toml --extra audit --extra prove --extra test --group dev -c requirements/build.lock -o requirements/dev.lock && \
	$(COMPILE) pyproject.toml -c requirements/dev.lock -o requirements/core.lock && \
	$(COMPILE) pyproject.toml --extra audit -c requirements/dev.lock -o requirements/audit.lock && \
	$(COMPILE) pyproject.toml --extra test -c requirements/dev.lock -o requirements/test.lock && \
	$(COMPILE) pyproject.toml --group bench -c requirements/dev.lock -o requirements/bench.lock && \
	$(COMPILE) pyproject.toml --extra audit --extra postgres --extra spark -c requirements/build.lock -c requirements/dev.lock -o requirements/engines.lock
	@if grep -nE '://|--index|--find-links|file:' requirements/*.lock; then \
		$(SAY) 'make: a lock file names a registry or a path' >&2; exit 1; fi
