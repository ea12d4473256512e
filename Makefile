# The one Makefile. `make help` lists the targets; that list is made from the
# comments after `##` below.
#
# Each configuration (release, check, clang, sanitize) has its own folder of
# objects under build/, so that going from one to another compiles nothing twice.

VERSION := 0.1.0

CFLAGS ?= -O2 -g
PREFIX ?= /usr/local
JOBS   ?= 2

PACKAGES := sqlite3 libcmark yaml-0.1

WARNINGS := -Wall -Wextra -Wpedantic -Wconversion -Wshadow -Wstrict-prototypes \
	-Wmissing-prototypes -Wvla -Wformat=2 -Wundef -Wcast-qual -Wwrite-strings \
	-Wswitch-enum

# Scores must be the same figures on every machine, hence no fused multiply-add.
LANGUAGE := -std=c11 -D_POSIX_C_SOURCE=200809L -ffp-contract=off -pthread

# Asked of the compiler rather than assumed: not every processor has it.
cf_protection := $(shell $(CC) -fcf-protection -E -x c /dev/null >/dev/null 2>&1 && echo -fcf-protection)
HARDENING ?= -U_FORTIFY_SOURCE -D_FORTIFY_SOURCE=2 -fstack-protector-strong -fPIE $(cf_protection)
HARDENING_LINK ?= -pie -Wl,-z,relro,-z,now

# The sanitizers bring their own allocator and checks, in place of hardening.
SANITIZERS := -fsanitize=address,undefined -fno-sanitize-recover=all -fno-omit-frame-pointer

## What is compiled ---------------------------------------------------------

INDEXER    := $(sort $(wildcard indexer/*/*.c))
SEARCH     := $(sort $(wildcard search-cli/*.c search-cli/*/*.c))
CATALOGUE_ := $(sort $(filter-out catalogue/main.c,$(wildcard catalogue/*.c catalogue/*/*.c catalogue/*/*/*.c)))
SOURCES    := $(INDEXER) $(SEARCH) $(CATALOGUE_) $(wildcard catalogue/main.c)
UNIT_TESTS := $(sort $(wildcard tests/unit/test_*.c))
ASK        := tests/browser/ask
ASKED      := tests/bench/asked
FUZZ       := $(sort $(wildcard tests/fuzz/fuzz_*.c))
HEADERS    := $(sort $(wildcard indexer/*/*.h search-cli/*.h search-cli/*/*.h catalogue/*.h \
	catalogue/*/*.h catalogue/*/*/*.h tests/unit/*.h))

# Each of these becomes a list of bytes, '\x2f','\x2a', and so on, which C code takes
# into an array of char with `#include "<its path>.inc"` and ends with a 0.
ASSETS    := $(sort $(wildcard $(addprefix catalogue/site/assets/,*.css *.js *.svg contribute/*.js inline/*.js lists/*.js search/*.js) catalogue/shells/* catalogue/export/*.sql indexer/index/schema.sql indexer/content/words.yaml))
# What the program is made of, as one number: pages that another program made are made anew.
SOURCE_KEY := build/gen/catalogue/site/model/source_key.h
# What a new catalogue begins with: the folder as it stands, and the terms of this one; its rows are those of a table.
START     := $(sort $(shell find catalogue/start content/vocabulary -type f 2>/dev/null))
START_INC := build/gen/catalogue/start.inc
GENERATED := $(ASSETS:%=build/gen/%.inc) $(SOURCE_KEY) $(START_INC)

# One short line for each step; `make V=1` shows the whole commands, `make QUIET=1` nothing.
Q   := $(if $(V),,@)
say = $(if $(V)$(QUIET),,@printf '%-8s %-9s %s\n' $(1) $(2) $(3))

.DEFAULT_GOAL := all
.DELETE_ON_ERROR:
.SUFFIXES:
.SECONDARY:

.PHONY: all
all: build/catalogue ## build the program, build/catalogue

build/gen/%.inc: %
	@mkdir -p $(@D)
	$(Q)od -An -v -tx1 $< | sed "s/ \(..\)/'\\\\x\1',/g" >$@

$(START_INC): $(START)
	@mkdir -p $(@D)
	$(Q)for file in $(START); do printf '{"%s", %d, (const char[]){' "$${file#catalogue/start/}" "$$(wc -c <"$$file")" && \
	od -An -v -tx1 "$$file" | sed "s/ \(..\)/'\\\\x\1',/g" && echo '0}},'; done >$@

$(SOURCE_KEY): $(SOURCES) $(filter-out tests/%,$(HEADERS)) $(ASSETS)
	@mkdir -p $(@D)
	$(Q)cat $^ | cksum | sed 's/\([0-9]*\) \([0-9]*\).*/#define SOURCE_KEY "\1-\2"/' >$@

## Configurations -----------------------------------------------------------

# Asked once for a whole build. What is not installed yet is named by build/packages.
pkg_cflags  := $(shell pkg-config --cflags $(PACKAGES) 2>/dev/null)
shared_libs := $(shell pkg-config --libs $(PACKAGES) 2>/dev/null)
cmocka_libs := $(shell pkg-config --libs cmocka 2>/dev/null)

# The libraries become part of the program where their archives are there, as on Debian: half of
# a search's start went into binding shared ones, and the program can be copied to a machine without them.
archives := $(filter /%,$(foreach l,sqlite3 cmark yaml,$(shell $(CC) -print-file-name=lib$(l).a 2>/dev/null)))
pkg_libs := $(if $(word 3,$(archives)),$(archives),$(shared_libs)) -lm -pthread

common = $(LANGUAGE) $(WARNINGS) -I. -Ibuild/gen -DCATALOGUE_VERSION='"$(VERSION)"' $(CPPFLAGS)

compile_release  = $(CC) $(common) $(HARDENING) $(CFLAGS)
compile_check    = $(CC) $(common) -Werror $(HARDENING) $(CFLAGS)
compile_clang    = clang $(common) -Werror -O1
compile_sanitize = $(CC) $(common) -O1 -g $(SANITIZERS)
compile_fuzz     = clang $(common) -O1 -g $(SANITIZERS) -fsanitize=fuzzer-no-link
# Many times as many inputs a second, as what is compared with what is not noted either, which takes half the time and more;
# what leads to new ways is then handed to the sanitizers, where it is.
compile_explore  = clang $(common) -O2 -g1 -fsanitize=undefined -fno-sanitize-recover=all -fsanitize=fuzzer-no-link -fno-sanitize-coverage=trace-cmp

# What was run writes its counts beside the objects when it ends, which the sandbox has to let it.
compile_coverage = $(CC) $(common) -O0 -g --coverage -fprofile-update=atomic -DSANDBOX_TRACE='"$(CURDIR)/build/coverage"'

link_release  = $(CC) $(HARDENING_LINK) $(CFLAGS) $(LDFLAGS)
link_check    = $(link_release)
link_clang    = clang
link_sanitize = $(CC) $(SANITIZERS)
link_coverage = $(CC) --coverage -Wl,--wrap=_exit,--wrap=__assert_fail
link_fuzz     = clang $(SANITIZERS) -fsanitize=fuzzer
link_explore  = clang -fsanitize=undefined -fsanitize=fuzzer

# A unit test links the floor of the module it is named after and those below, so
# that a floor which leans on a higher one is noticed.
floor_of = $(if $(wildcard indexer/*/$(1).c),indexer,$(if \
	$(wildcard search-cli/$(1).c search-cli/*/$(1).c),search-cli,catalogue))
floors_indexer    := indexer
floors_search-cli := search-cli indexer
floors_catalogue  := catalogue search-cli indexer
sources_indexer    := $(INDEXER)
sources_search-cli := $(SEARCH)
sources_catalogue  := $(CATALOGUE_)

# $(1) is a configuration, $(2) a floor
define floor
build/$(1)/$(2).a: $(sources_$(2):%.c=build/$(1)/%.o)
	@mkdir -p $$(@D)
	@rm -f $$@
	$$(Q)ar rcs $$@ $$^
endef

# $(1) is a configuration, $(2) a unit test without its suffix
define unit_test
build/$(1)/$(2): build/$(1)/$(2).o $(patsubst %,build/$(1)/%.a,\
	$(floors_$(call floor_of,$(2:tests/unit/test_%=%))))
	$$(call say,link,$(1),$$@)
	$$(Q)$$(link_$(1)) -o $$@ $$^ $$(pkg_libs) $$(cmocka_libs)
endef

# $(1) is a configuration: the program that answers as the terminal does, for tests of the browser's search
define ask
build/$(1)/$(ASK): build/$(1)/$(ASK).o $(patsubst %,build/$(1)/%.a,$(floors_search-cli))
	$$(call say,link,$(1),$$@)
	$$(Q)$$(link_$(1)) -o $$@ $$^ $$(pkg_libs)
endef

# $(1) is a configuration, $(2) a fuzz target without its suffix; but for fuzz it is driven by files alone
define fuzz_target
build/$(1)/$(2): build/$(1)/$(2).o $(if $(filter fuzz explore,$(1)),,build/$(1)/tests/fuzz/driver.o) \
	$(patsubst %,build/$(1)/%.a,$(floors_catalogue))
	$$(call say,link,$(1),$$@)
	$$(Q)$$(link_$(1)) -o $$@ $$^ $$(pkg_libs)
endef

# $(1) is a configuration: the program that asks the real content what people ask
define asked
build/$(1)/$(ASKED): $(patsubst %,build/$(1)/tests/bench/%.o,asked collection measures) \
	$(patsubst %,build/$(1)/%.a,$(floors_search-cli))
	$$(call say,link,$(1),$$@)
	$$(Q)$$(link_$(1)) -o $$@ $$^ $$(pkg_libs)
endef

# $(1) is a configuration, $(2) where its program goes
define configuration
build/$(1)/%.o: %.c build/$(1)/flags | $(GENERATED)
	@mkdir -p $$(@D)
	$$(call say,compile,$(1),$$<)
	$$(Q)$$(compile_$(1)) $$(pkg_cflags) -MMD -MP -c -o $$@ $$<

# Other flags or another version compile everything again.
build/$(1)/flags: FORCE | build/packages
	@mkdir -p $$(@D)
	@printf '%s\n' '$$(subst ','\'',$$(compile_$(1)) : $$(link_$(1)))' >$$@.new
	@cmp -s $$@.new $$@ && rm $$@.new || mv $$@.new $$@

$(2): build/$(1)/catalogue/main.o $(patsubst %,build/$(1)/%.a,$(floors_catalogue))
	@mkdir -p $$(@D)
	$$(call say,link,$(1),$$@)
	$$(Q)$$(link_$(1)) -o $$@ $$^ $$(pkg_libs)

$(foreach f,$(floors_catalogue),$(eval $(call floor,$(1),$(f))))
$(foreach t,$(UNIT_TESTS:%.c=%),$(eval $(call unit_test,$(1),$(t))))
$(foreach t,$(FUZZ:%.c=%),$(eval $(call fuzz_target,$(1),$(t))))
$(eval $(call ask,$(1)))
$(eval $(call asked,$(1)))

-include $(patsubst %.c,build/$(1)/%.d,$(SOURCES) $(UNIT_TESTS) $(ASK).c $(wildcard tests/fuzz/*.c tests/bench/*.c))
endef

$(eval $(call configuration,release,build/catalogue))
$(eval $(call configuration,check,build/check/bin/catalogue))
$(eval $(call configuration,clang,build/clang/bin/catalogue))
$(eval $(call configuration,sanitize,build/sanitize/bin/catalogue))
$(eval $(call configuration,fuzz,build/fuzz/bin/catalogue))
$(eval $(call configuration,explore,build/explore/bin/catalogue))
$(eval $(call configuration,coverage,build/coverage/bin/catalogue))

.PHONY: FORCE
FORCE:

# Says what is missing before the compiler complains about the consequence.
build/packages:
	@pkg-config --exists --print-errors $(PACKAGES) || { \
	echo 'Libraries are missing. "make demo" installs them, or see .ci/install-packages.' >&2; exit 1; }
	@mkdir -p $(@D) && touch $@

## For everybody ------------------------------------------------------------

.PHONY: demo
demo: ## install what is missing, build, search and publish the real content
	@.ci/install-packages build
	@echo 'Building the program; this takes a quarter of a minute.'
	@$(MAKE) --no-print-directory -j$(JOBS) QUIET=1 all
	build/catalogue check
	build/catalogue index
	build/catalogue search blood pressure barbers
	build/catalogue publish
	@echo 'The site is ready. Open $(CURDIR)/build/site/index.html in a browser.'

## Tests --------------------------------------------------------------------

# Stands between the program and the system; see tests/faults/run.
FAULTS_LIBRARY := $(patsubst tests/%.c,build/%.so,$(wildcard tests/faults/faults.c))

COMMAND_TESTS := tests/cases/run tests/cases/single/run $(wildcard tests/fuzz/run) $(sort $(wildcard tests/cli/*.bats))
# What takes longest begins first, so that no core waits for it at the end.
TESTS         := $(wildcard tests/browser/run tests/browser/*-test tests/faults/run) $(sort $(wildcard tests/*.bats)) $(COMMAND_TESTS)

unit_tests = $(UNIT_TESTS:%.c=build/$(1)/%)
fuzz       = $(FUZZ:%.c=build/$(1)/%)
objects    = $(patsubst %.c,build/$(1)/%.o,$(SOURCES) $(UNIT_TESTS) $(ASK).c $(wildcard tests/fuzz/*.c))

# Everything that speaks TAP, run by one hand. $(1) is the configuration whose programs are tested.
prove = CMOCKA_MESSAGE_OUTPUT=TAP CATALOGUE=build/$(1)/bin/catalogue \
	prove -j$(JOBS) --timer --failures --comments --exec tests/remarks

# Tests work in folders of their own.
sources_now = { git diff HEAD; git status --porcelain; } | cksum

# Where npm has no network the other tests still run, and those that need it fail and say why.
.PHONY: test
test: export TEST_MINUTES ?= 20
test: ## install what is missing, compile with gcc and clang, run all tests; WITHOUT_BROWSER=1 leaves some out
	@.ci/install-packages build test $(if $(WITHOUT_BROWSER),,browser)
	@$(MAKE) --no-print-directory -j$(JOBS) test-programs
	@$(if $(WITHOUT_BROWSER),,$(MAKE) --no-print-directory build/node-modules ||) true
	@before=$$($(sources_now)) && $(call prove,check) $(call unit_tests,check) $(TESTS) && \
	if [ "$$($(sources_now))" != "$$before" ]; then echo 'The sources changed while the tests ran: git status' >&2; exit 1; fi

.PHONY: test-programs
test-programs: build/check/bin/catalogue build/clang/bin/catalogue build/check/$(ASK) build/check/$(ASKED) $(FAULTS_LIBRARY) $(call unit_tests,check) $(call fuzz,check) $(call objects,clang)

# What the browser tests need beside the browser, and eslint; nothing of it is in the product.
build/node-modules: tests/package.json tests/package-lock.json
	@mkdir -p $(@D)
	@npm ci --prefix tests --no-audit --no-fund --fetch-retry-maxtimeout=10000 && touch $@ || { \
	echo 'npm could not fetch what tests/package.json names, so the browser tests cannot run.' >&2; exit 1; }

.PHONY: test-sanitize
test-sanitize: ## the same tests under the address, leak and undefined-behaviour sanitizers
	@.ci/install-packages build test
	@$(MAKE) --no-print-directory -j$(JOBS) build/sanitize/bin/catalogue $(FAULTS_LIBRARY) $(call unit_tests,sanitize) $(call fuzz,sanitize)
	@ASAN_OPTIONS=detect_leaks=1:exitcode=99 UBSAN_OPTIONS=print_stacktrace=1 SLOWER=10 \
	$(call prove,sanitize) $(call unit_tests,sanitize) $(COMMAND_TESTS) $(wildcard tests/faults/run)

build/faults/%.so: tests/faults/%.c
	@mkdir -p $(@D)
	$(call say,compile,faults,$<)
	$(Q)$(CC) -std=c11 $(WARNINGS) -Werror -O1 -fPIC -shared -o $@ $<

$(addprefix build/coverage/,bin/catalogue $(ASK) $(ASKED)) $(call unit_tests,coverage) $(call fuzz,coverage): build/coverage/tests/coverage.o

# Those that run the program, but for the browser's: what they have it write, others have it write too.
COUNTED := tests/faults/run $(filter-out $(addprefix tests/,build.bats floors.bats packages.bats),$(wildcard tests/*.bats)) $(COMMAND_TESTS)

# A test that fails under it is told, and what was run is counted all the same.
.PHONY: coverage
coverage: ## which lines and branches the tests come to, file by file: COVERED='tests/cli/search.bats' for some alone
	@.ci/install-packages build test
	@$(MAKE) --no-print-directory -j$(JOBS) build/coverage/bin/catalogue build/coverage/$(ASKED) $(FAULTS_LIBRARY) $(call unit_tests,coverage) $(call fuzz,coverage)
	@find build/coverage -name '*.gcda' -delete
	@SLOWER=10 $(call prove,coverage) $(call unit_tests,coverage) $(or $(COVERED),$(COUNTED)) || true
	@tests/coverage build/coverage

.PHONY: test-scale
test-scale: ## the catalogue in two servers of PostgreSQL: CASES=20000
	@.ci/install-packages build test scale
	@$(MAKE) --no-print-directory -j$(JOBS) build/catalogue build/release/tests/bench/corpus
	@prove --failures --comments --exec tests/remarks tests/scale/run :: $(CASES)

.PHONY: faults
faults: build/check/bin/catalogue build/clang/bin/catalogue $(FAULTS_LIBRARY) ## let every call of the system that a command makes fail, one by one (a night)
	@CATALOGUE=build/check/bin/catalogue prove --failures --comments --exec tests/remarks \
	tests/faults/run :: --all --jobs $(JOBS)
	@CATALOGUE=build/check/bin/catalogue prove --failures --comments --exec tests/remarks tests/faults/damaged
	@CATALOGUE=build/check/bin/catalogue prove --failures --comments --exec tests/remarks tests/faults/killed :: 1000
	@CATALOGUE=build/check/bin/catalogue prove --failures --comments --exec tests/remarks tests/faults/readers :: 300 8
	@CATALOGUE=build/check/bin/catalogue prove --failures --comments --exec tests/remarks tests/faults/steps

.PHONY: fuzz
fuzz: ## let libFuzzer invent inputs, for a minute each: SECONDS=60 FUZZ_ONLY='query yaml'
	@.ci/install-packages build fuzz
	@$(MAKE) --no-print-directory -j$(JOBS) $(call fuzz,explore) $(call fuzz,fuzz)
	@tests/fuzz/run $(or $(SECONDS),60) $(FUZZ_ONLY)

VALGRIND := valgrind --quiet --error-exitcode=99 --leak-check=full --errors-for-leak-kinds=definite

.PHONY: test-valgrind
test-valgrind: ## unit tests and the main commands, on the small site, under valgrind
	@.ci/install-packages build test valgrind
	@$(MAKE) --no-print-directory -j$(JOBS) build/check/bin/catalogue $(call unit_tests,check)
	@SLOWER=50 CMOCKA_MESSAGE_OUTPUT=TAP prove -j$(JOBS) --failures --comments --exec '$(VALGRIND)' $(call unit_tests,check)
	@rm -rf build/valgrind && mkdir -p build/valgrind
	@set -e; export CATALOGUE_DATABASE=$(CURDIR)/build/valgrind/catalogue.db; \
	for command in check index 'search blood pressure' 'search region:london -x --format json' 'show barbers' 'similar barbers' \
	'compare barbers outreach' 'facets actions' 'report quality' 'index --rebuild' 'export --output $(CURDIR)/build/valgrind/tables' \
	'publish --output $(CURDIR)/build/valgrind/site --single-file $(CURDIR)/build/valgrind/one.html'; do \
	echo "valgrind catalogue $$command"; \
	$(VALGRIND) build/check/bin/catalogue $$command -C tests/golden >build/valgrind/output; done

.PHONY: golden
golden: build/catalogue ## show how the small site differs from tests/golden/site; ACCEPT=1 keeps it
	@rm -rf build/golden
	@build/catalogue publish -C tests/golden --database $(CURDIR)/build/golden/catalogue.db \
	--output $(CURDIR)/build/golden/site
	@tests/golden/digest build/golden/site build/golden/digest
	@diff -ruN tests/golden/site build/golden/digest || test -n '$(ACCEPT)'
	@$(if $(ACCEPT),rm -rf tests/golden/site && cp -R build/golden/digest tests/golden/site)

.PHONY: words
words: ## list the phrases of pages anew, in indexer/content/words.yaml
	@tests/phrases >indexer/content/words.yaml.new && mv indexer/content/words.yaml.new indexer/content/words.yaml

# What the benchmarks are made of, each a program of one file.
BENCH_TOOLS := $(patsubst %,build/release/tests/bench/%,corpus bare insert race spend)

# Linked as anybody would link them: the bare program gains nothing from how ours is made.
$(BENCH_TOOLS): %: %.o build/release/indexer.a
	$(call say,link,release,$@)
	$(Q)$(CC) $(CFLAGS) -o $@ $^ $(shared_libs) -lm

# Each of them prepares what it measures, installs its peers, prints ours, theirs, the ratio and the goal, and keeps them as
# JSON in build/bench.
.PHONY: bench
bench: ## how fast it is beside its peers, all of it: SIZES='1000 10000' SIZE=10000 ROUNDS=1
	@$(MAKE) --no-print-directory bench-queries
	@$(MAKE) --no-print-directory bench-site
	@$(MAKE) --no-print-directory bench-waiting
	@$(MAKE) --no-print-directory bench-payload

.PHONY: bench-queries
bench-queries: build/catalogue $(BENCH_TOOLS) ## how long search takes beside its peers: SIZES='1000 10000' ROUNDS=15
	@.ci/install-packages build bench
	@tests/bench/queries

.PHONY: bench-publish
bench-publish: build/catalogue build/release/tests/bench/corpus ## what publishing again costs beside the first time: SIZE=2000 ROUNDS=3
	@tests/bench/publish

.PHONY: bench-site
bench-site: build/catalogue $(BENCH_TOOLS) ## what a whole site costs beside Hugo and Pagefind: SIZE=10000 TEXTS=real
	@.ci/install-packages site
	@tests/bench/site

.PHONY: bench-waiting
bench-waiting: build/catalogue build/node-modules ## how long a slow line waits for ten results, beside Pagefind
	@tests/bench/waiting

.PHONY: bench-payload
bench-payload: build/catalogue build/node-modules ## what searching many invented cases fetches, beside Pagefind
	@tests/bench/search-payload

## Source ---------------------------------------------------------------------

C_FILES := $(SOURCES) $(UNIT_TESTS) $(ASK).c $(wildcard tests/fuzz/*.[ch]) $(HEADERS) $(wildcard tests/faults/*.c) tests/coverage.c
# Whatever says that a shell runs it.
hash    := \#
SCRIPTS  = $(sort $(shell grep -rlE --exclude-dir=node_modules '^$(hash)(!.*(/sh|bash|bats)| shellcheck shell=)' .ci .githooks tests catalogue/shells))

.PHONY: format
format: ## lay out the C files as clang-format has it
	clang-format -i $(C_FILES)

.PHONY: lint
lint: $(GENERATED) ## layout, and what clang-tidy, shellcheck, eslint and action-validator find
	@.ci/install-packages build test lint
	clang-format --dry-run -Werror $(C_FILES)
	shellcheck -x $(SCRIPTS)
	@$(MAKE) --no-print-directory build/node-modules
	tests/node_modules/.bin/eslint --config tests/eslint.config.mjs catalogue/site/assets 'tests/*/*.mjs' tests/eslint.config.mjs
	@for file in .github/workflows/*.yml catalogue/start/.github/workflows/*.yml; do \
	tests/node_modules/.bin/action-validator "$$file" || exit 1; done
	clang-tidy --quiet $(SOURCES) $(UNIT_TESTS) -- $(common) $(pkg_cflags)

.PHONY: hooks
hooks: ## have git check the case studies that are about to be committed
	git config core.hooksPath .githooks

## Installing -----------------------------------------------------------------

BIN_DIR := $(DESTDIR)$(PREFIX)/bin
MAN_DIR := $(DESTDIR)$(PREFIX)/share/man/man1
MANUALS := $(wildcard catalogue/*.1 catalogue/*/*.1)
SHARE   := $(DESTDIR)$(PREFIX)/share
# Where each shell looks for completions of programs that are installed there.
COMPLETIONS := bash:bash-completion/completions/catalogue zsh:zsh/site-functions/_catalogue \
	fish:fish/vendor_completions.d/catalogue.fish
completion_files = $(foreach c,$(COMPLETIONS),'$(SHARE)/$(lastword $(subst :, ,$(c)))')

.PHONY: install
install: build/catalogue ## install program, manual and completions under PREFIX (/usr/local), within DESTDIR
	install -d '$(BIN_DIR)' '$(MAN_DIR)'
	install -m 755 build/catalogue '$(BIN_DIR)/catalogue'
	$(if $(MANUALS),install -m 644 $(MANUALS) '$(MAN_DIR)')
	$(foreach c,$(COMPLETIONS),install -d '$(SHARE)/$(dir $(lastword $(subst :, ,$(c))))' && \
	build/catalogue completion $(firstword $(subst :, ,$(c))) >'$(SHARE)/$(lastword $(subst :, ,$(c)))' &&) true

.PHONY: uninstall
uninstall: ## remove what install put there
	rm -f $(completion_files) '$(BIN_DIR)/catalogue' $(patsubst %,'$(MAN_DIR)/%',$(notdir $(MANUALS)))

.PHONY: help
help: ## list the targets
	@awk -F ':.*## ' '/^[a-z-]+:.*## / { printf "make %-15s %s\n", $$1, $$2 }' $(firstword $(MAKEFILE_LIST))

.PHONY: clean
clean: ## remove everything that was built
	rm -rf build

## Relevance ------------------------------------------------------------------

RELEVANCE := tests/bench/relevance tests/bench/collection tests/bench/measures

build/release/tests/bench/relevance: $(RELEVANCE:%=build/release/%.o) $(patsubst %,build/release/%.a,search-cli indexer)
	$(call say,link,release,$@)
	$(Q)$(link_release) -o $@ $^ $(pkg_libs)

.PHONY: bench-search
bench-search: build/release/$(ASKED) ## how search answers what people ask, beside the goals
	@build/release/$(ASKED)

.PHONY: bench-relevance
bench-relevance: build/release/tests/bench/relevance ## how well search finds: COLLECTION=DIR RUN=FILE TYPOS=SEED
	@$(if $(RUN),RUN='$(RUN)') $(if $(TYPOS),TYPOS='$(TYPOS)') $< $(COLLECTION)
