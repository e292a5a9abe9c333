# The build is Maven's; these are the lines that one would otherwise have to remember.
.PHONY: help test verify it demo format faults nightly prove

MVN ?= mvn
# Where the seeds of a night begin; printed, so that what it finds can be run again.
BASE ?= $(shell date +%s)

help: ## show these lines
	@awk -F ':.*## ' '/^[a-z]+:.*## / { printf "make %-8s  %s\n", $$1, $$2 }' $(firstword $(MAKEFILE_LIST))

test: ## all tests without a broker, a browser or a child process
	$(MVN) test

verify: ## everything: those tests, the tests with a broker, and the formatting
	$(MVN) verify

it: ## tests with a broker, all of them or TEST=ReplayIT, TEST='ReplayIT#aMethod*'
	$(MVN) verify -pl it -am -Dskip.unit.tests -Dspotless.check.skip $(if $(TEST),-Dit.test='$(TEST)')

demo: ## the whole pipeline over a sample day, on this machine alone
	./courant demo

format: ## format all sources
	$(MVN) spotless:apply

faults: ## the product under faults, short form: a fixed seed and a fresh one, about four minutes
	lab/run faults --minutes 4 --every 6

nightly: ## ten times the seeds, from a new BASE, and five days, on containers and on the embedded broker
	@echo "seeds from $(BASE); 'make nightly BASE=$(BASE)' runs the same ones again"
	$(MVN) verify -Pnightly -Dcourant.seed.base=$(BASE)

prove: ## what docker-compose.yml promises, on containers
	./courant build
	docker/prove
