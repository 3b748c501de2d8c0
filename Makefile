# Two commands on a fresh machine: `make demo` and `make test`. Each makes .venv when it is missing.
PYTHON ?= python3
BIN := .venv/bin

.PHONY: help demo docs page check test latest words compiled samples bench clean

# All targets, one line each.
help:
	@awk '/^#/ { said = substr($$0, 3) } /^[a-z]+:/ { split($$0, name, ":"); if (said) printf "make %-10s %s\n", name[1], said } !/^#/ { said = "" }' Makefile

# A true result on the screen: a sample's audit.
demo: .venv/.ready
	@echo "正在审核 samples/区级未达标.xlsx，约1秒…… (auditing a sample, about a second)"
	@$(BIN)/centre-check audit samples/区级未达标.xlsx || test $$? = 1  # this centre is not compliant

# The page for those without a command line; needs npm, and the network the first time.
page: .venv/.ready
	@echo "正在生成离线自查页（dist/），首次要下载约11 MB…… (building the offline pages; the first time fetches 11 MB)"
	@$(BIN)/python -m page.build

# The documentation as pages in dist/docs; every warning is an error.
docs: .venv/.ready
	@$(BIN)/python -m pip install --quiet --disable-pip-version-check -c constraints.txt -e '.[docs]'
	@$(BIN)/python -m sphinx -W --keep-going -q -b html docs dist/docs
	@echo "dist/docs/index.html"

# Style, types, layers: a minute.
check: .venv/.ready
	$(BIN)/ruff format --check .
	$(BIN)/ruff check .
	$(BIN)/mypy
	$(BIN)/lint-imports

# What must pass before a change is taken: the checks, then all tests.
test: .venv/.ready
	@echo "正在检查格式、类型、分层，再跑全部测试，两核约13分钟…… (style, types, layers, then all tests: about 13 minutes on 2 cores)"
	@$(MAKE) --no-print-directory check
	$(BIN)/python -m pytest -n auto --dist loadgroup

# The same tests with the newest versions of everything, in an environment of its own.
latest:
	@echo "另建环境，不用 constraints.txt，约15分钟…… (an environment of its own without constraints.txt: about 15 minutes)"
	rm -rf .venv-latest
	$(PYTHON) -m venv .venv-latest
	.venv-latest/bin/python -m pip install --quiet --disable-pip-version-check -e '.[dev]'
	.venv-latest/bin/python -m pytest -n auto --dist loadgroup

# The Chinese catalogue from its .po file; commit both.
words: .venv/.ready
	$(BIN)/python tests/words/extract.py

# What the shipped standards compile to; commit it.
compiled: .venv/.ready
	$(BIN)/python -m centre_check.standard.compile

# The sample workbooks and what is printed of them; read the diff.
samples: .venv/.ready
	$(BIN)/python samples/make_samples.py
	$(BIN)/python -m pytest tests/test_samples.py --update -q

# The benchmarks: ratios of this program to its floors and peers.
bench: .venv/.ready
	$(BIN)/python -m benchmarks

# Take the environments away.
clean:
	rm -rf .venv .venv-latest

.venv/.ready: pyproject.toml constraints.txt
	@echo "正在建立环境 .venv，安装依赖，约1分钟…… (making .venv and installing what is needed, about a minute)"
	@$(PYTHON) -m venv .venv
	@$(BIN)/python -m pip install --quiet --disable-pip-version-check -c constraints.txt -e '.[dev]'
	@touch $@
