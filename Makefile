# The commands of MKM; what each does is a script in tools/.

.DEFAULT_GOAL := help
.PHONY: help run dev test check drill load bench fuzz queries deb try-package clean

help:
	@echo "make run      build MKM and serve it with demo data on http://localhost:3000"
	@echo "make dev      the same, unoptimized, rebuilt and reloaded with every change"
	@echo "make test     every test: rules, SQL, HTTP, browser"
	@echo "make check    formatting, lints, dependencies, licences, stored queries"
	@echo "make drill    break the database, the disk, the clock, the mail server and MKM itself: nothing may be lost"
	@echo "make load     500 people at work for two minutes, then half an hour slowly"
	@echo "make bench    MKM beside Django's admin and three table libraries: how quick, how large (45 minutes)"
	@echo "make fuzz     a million random inputs for each parser (nightly compiler; takes a while)"
	@echo "make queries  store anew what the SQL in server/db means to PostgreSQL"
	@echo "make deb      a Debian package, in target/debian"
	@echo "make try-package  install that package in a Debian that is booted for it, and use it"
	@echo "make clean    remove everything that was built (tools and data stay)"
	@echo "Each installs what it needs, once, in ~/.cache/mkm/tools (or MKM_TOOLS)."

run:
	@tools/install postgres
	@tools/build
	@exec target/release/mkm serve --demo

dev:
	@tools/install build postgres
	@tools/with-tools cargo leptos watch --split -- serve --demo

test:
	@tools/install build postgres browser npm clock
	@tools/test

check:
	@tools/install build check postgres npm
	@tools/check

drill:
	@tools/install postgres clock
	@tools/drill

load:
	@tools/install postgres
	@tools/load

bench:
	@tools/install bench
	@tools/bench

fuzz:
	@tools/install fuzz
	@tools/fuzz

queries:
	@tools/install build check postgres
	@tools/with-postgres --migrated tools/queries

deb:
	@tools/install deb
	@tools/build --shipped
	@tools/with-tools cargo deb --no-build -p server --output target/debian/

try-package: deb
	@tools/install boot
	@tools/try-package

clean:
	cargo clean
	rm -rf end2end/test-results end2end/playwright-report
