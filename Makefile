# Everything a newcomer needs: set-up, build, run, test.

# The processor built for: on x86-64 those with AVX2, which halves the time of a run and changes no bit of its results.
# For an older one: make TARGET=
TARGET := $(if $(filter x86_64,$(shell uname -m)),-Xcc -march=haswell)
# Nothing for a debugger: a tenth of the time of a build and two thirds of the program. For one: make DEBUG_INFO=dwarf
DEBUG_INFO := none
SWIFT_FLAGS := -c release -debug-info-format $(DEBUG_INFO) $(TARGET)
# One set of flags for the program and its tests, so that nothing is built twice.
TEST_FLAGS := $(SWIFT_FLAGS) --disable-testable-imports
PROGRAM = $(shell swift build $(SWIFT_FLAGS) --show-bin-path)/minzheng

export OPENBLAS_NUM_THREADS := 1

.PHONY: run build install uninstall deb test-deb schemas seal static test trials workbook page coverage handbook test-completions nightly mutants address threads bugs test-slurm fuzz notebooks check-notebooks setup stamp format check clean

run: compile ## run the baseline for Hangzhou and print its report
	@$(PROGRAM) run scenarios/baseline.yaml

build: compile ## build the program and print its path
	@echo $(PROGRAM)

seal: compile ## seal the Hangzhou package after an edit
	@$(PROGRAM) dataset seal datasets/hangzhou

# What is installed needs no Swift: its libraries are linked in, in a folder of its own, as the flags are others.
PREFIX := /usr/local
STATIC_FLAGS := $(SWIFT_FLAGS) --static-swift-stdlib --scratch-path .build/static
STATIC = $(shell swift build $(STATIC_FLAGS) --show-bin-path)/minzheng

install: static ## install under PREFIX: program, data, manual, completions
	@Scripts/install $(STATIC) $(PREFIX)

uninstall: ## take away what was installed under PREFIX
	@Scripts/install --remove $(PREFIX)

deb: static ## make a Debian package and print its path
	@Scripts/make-deb $(STATIC) .build/deb

test-deb: ## try the package in a bare Debian 12; needs root, debootstrap and lintian, without which it says so
	@Scripts/test-deb $$($(MAKE) -s deb | tail -n 1)

static: setup stamp
	@swift build $(STATIC_FLAGS) --product minzheng

schemas: compile ## write the schemas of input files anew
	@mkdir -p schemas
	@set -e; for kind in scenario study plan; do $(PROGRAM) schema $$kind > schemas/$$kind.json; done

test: setup stamp ## run every test
	@swift build $(SWIFT_FLAGS) --build-tests
	@swift test $(TEST_FLAGS) --skip-build

# Kills at random moments in each place and way, and the places.
KILLS := 5
PLACES := memory,overlay

trials: compile ## kill the program while it writes, break its disk, and look at what stands there afterwards
	@Scripts/publish-trials $(PROGRAM) --kills $(KILLS) --places $(PLACES)

workbook: compile ## hold the budget workbook against the engine, in LibreOffice
	@Scripts/test-workbook $(PROGRAM)

page: compile ## look at the pages in a browser
	@Scripts/test-page $(PROGRAM)

# Invented cities in which intervals are held against the truth.
CITIES := 200

coverage: setup stamp ## see whether 80 % intervals hold the truth in 80 % of invented cities
	@swift build $(SWIFT_FLAGS) --build-tests
	@SYNTHETIC_CITIES=$(CITIES) swift test $(TEST_FLAGS) --skip-build --filter SyntheticCitiesTests

handbook: compile ## run the handbook and the session of the README in both languages and hold what they show against what is printed
	@Scripts/run-handbook $(PROGRAM)

test-completions: compile ## type command lines into bash, zsh and fish, those that are installed, and press the tabulator
	@Scripts/test-completions $(PROGRAM)

nightly: ## what takes too long for every change
	@$(MAKE) trials KILLS=500 PLACES=disk,memory,overlay,bind
	@$(MAKE) mutants RUNS=5000
	@$(MAKE) fuzz SECONDS=600
	@$(MAKE) workbook
	@$(MAKE) page
	@$(MAKE) coverage
	@$(MAKE) handbook
	@$(MAKE) test-completions
	@$(MAKE) address
	@$(MAKE) threads
	@$(MAKE) bugs

# How many mutated inputs are tried, and where their dice start.
RUNS := 500

mutants: compile ## run the program on inputs mutated at random
	@Scripts/mutate-inputs --program $(PROGRAM) --runs $(RUNS) --seed $(if $(filter 0,$(SEED)),1,$(SEED))

# Test suites of the modules that hold C and pointers, and of readers; the whole would take hours.
SANITIZED := CSVTests|NumericCoreTests|AllocationTests|PopulationTests|InputsTests.Broken|InputsTests.FileKind|InputsTests.LookAlike|InputsTests.Typing

address: setup ## run tests under AddressSanitizer
	@swift build $(SWIFT_FLAGS) --build-tests --sanitize address --scratch-path .build/address
	@swift test $(TEST_FLAGS) --skip-build --sanitize address --scratch-path .build/address --filter '$(SANITIZED)'

# OpenBLAS is not built for it: its own threads are off, and what runs side by side is ours.
threads: setup ## run tests under ThreadSanitizer
	@swift build $(SWIFT_FLAGS) --build-tests --sanitize thread --scratch-path .build/threads
	@swift test $(TEST_FLAGS) --skip-build --sanitize thread --scratch-path .build/threads \
	  --filter 'SimulationTests.(Ensemble|SameWorlds|PointRun)|NumericCoreTests.BLASThreads'

bugs: setup ## put bugs by hand into the sources, one at a time, and see that the tests of their module find them
	@Scripts/plant-bugs

# Of a run and of studies; each in a folder of its own.
NOTEBOOKS := notebooks-export

notebooks: compile ## write the notebooks of notebooks-export anew
	@rm -rf $(NOTEBOOKS)/*/
	@$(PROGRAM) run scenarios/baseline.yaml > /dev/null
	@$(PROGRAM) export notebook out/baseline --out $(NOTEBOOKS)/baseline
	@for study in budget-2030-tornado caregivers; do \
	  $(PROGRAM) export notebook studies/$$study.yaml --out $(NOTEBOOKS)/$$study || exit 1; \
	done
	@rm -f $(NOTEBOOKS)/*/manifest.json

check-notebooks: ## run every notebook from top to bottom
	@Scripts/setup-notebooks
	@Scripts/run-notebooks $(NOTEBOOKS)

test-slurm: compile ## compute a study as a real job array of Slurm, unpacked here and not installed
	@Scripts/test-slurm $(PROGRAM)

# Seconds of fuzzing for each grammar, and where its dice start: 0 is somewhere new each time.
SECONDS := 30
SEED := 0
FUZZ := Fuzz/.build/release/Fuzz
FUZZ_LIMITS := -timeout=10 -rss_limit_mb=2048 -dict=Fuzz/dictionary.txt
GRAMMARS := scenario address quantity csv package rates transitions start allocation

# The runtime's own report of a crash would keep libFuzzer from saving the text that caused it.
fuzz: export SWIFT_BACKTRACE := enable=no
fuzz: setup ## feed the readers with broken text; what they fall over is left in Fuzz/.build/finds
	@swift build $(SWIFT_FLAGS) --package-path Fuzz --sanitize fuzzer --product Fuzz
	@mkdir -p Fuzz/.build/finds $(GRAMMARS:%=Fuzz/.build/corpus/%)
	@set -e; for grammar in $(GRAMMARS); do \
	  echo "fuzz: $$grammar, $(SECONDS) s"; \
	  log=Fuzz/.build/finds/$$grammar.log; \
	  GRAMMAR=$$grammar $(FUZZ) -max_total_time=$(SECONDS) -seed=$(SEED) $(FUZZ_LIMITS) -print_final_stats=1 \
	    -artifact_prefix=Fuzz/.build/finds/$$grammar- Fuzz/.build/corpus/$$grammar Fuzz/corpus/$$grammar \
	    > $$log 2>&1 || { tail -n 60 $$log; exit 1; }; \
	  grep -E 'number_of_executed|average_exec' $$log; \
	done

compile: setup stamp
	@swift build $(SWIFT_FLAGS) --product minzheng

stamp:
	@Scripts/stamp

setup: ## install missing system packages
	@Scripts/setup

format: ## lay out every source file
	@swift format --in-place --recursive --parallel Sources Tests Fuzz/Sources Fuzz/Package.swift \
	  Benchmarks/Sources Benchmarks/Package.swift Package.swift

check: ## check the layout, the imports, and that handbook and README have the same commands in both languages
	@swift format lint --strict --recursive --parallel Sources Tests Fuzz/Sources Fuzz/Package.swift \
	  Benchmarks/Sources Benchmarks/Package.swift Package.swift
	@Scripts/check-imports
	@Scripts/run-handbook

clean:
	@rm -rf .build Fuzz/.build Benchmarks/.build out
