#!/usr/bin/env -S bats --tap
# The Makefile, on a product of one small file in each place.

setup() {
  unset MAKEFLAGS MAKELEVEL MFLAGS CC CFLAGS CPPFLAGS LDFLAGS
  cp "$BATS_TEST_DIRNAME/../Makefile" "$BATS_TEST_TMPDIR"
  cd "$BATS_TEST_TMPDIR" || return
  mkdir -p indexer/base indexer/index search-cli catalogue/site/assets tests/unit
  echo 'int low_number(void);' >indexer/base/low.h
  printf '#include "%s"\nint low_number(void)\n{\n    return 7;\n}\n' indexer/base/low.h >indexer/base/low.c
  printf 'body {}' >catalogue/site/assets/a.css
  cat >catalogue/main.c <<'END'
#include <stdio.h>
#include "indexer/base/low.h"
static const char asset[] = {
#include "catalogue/site/assets/a.css.inc"
    0};
int main(void)
{
    fwrite(asset, 1, sizeof asset - 1, stdout);
    return printf(" %d %s\n", low_number(), CATALOGUE_VERSION) < 0;
}
END
  printf 'manual' >catalogue/catalogue.1
}

# How many files the last make compiled.
compiled() {
  grep -c '^compile' <<<"$output"
}

@test "one make builds the program, the next does nothing" {
  run make VERSION=1.2
  [ "$status" -eq 0 ]
  [ "$(build/catalogue)" = 'body {} 7 1.2' ]
  run make VERSION=1.2
  [[ $output != *compile* && $output != *link* ]]
}

@test "what changed is compiled again, and what includes it" {
  run make
  [ "$(compiled)" -eq 2 ]
  echo '/* more */' >>indexer/base/low.h
  run make
  [ "$(compiled)" -eq 2 ]
  printf 'p {}' >catalogue/site/assets/a.css
  run make
  [ "$(compiled)" -eq 1 ]
  [[ $(build/catalogue) == 'p {} 7 '* ]]
  run make CFLAGS=-O1
  [ "$(compiled)" -eq 2 ]
}

@test "an asset keeps its bytes, whatever they are" {
  local byte
  for byte in {0..255}; do printf %b "\\x$(printf %x "$byte")"; done >catalogue/site/assets/a.css
  cat Makefile >>catalogue/site/assets/a.css
  make
  build/catalogue | head -c "$(wc -c <catalogue/site/assets/a.css)" | cmp - catalogue/site/assets/a.css
  : >catalogue/site/assets/a.css
  make
  [[ $(build/catalogue) == ' 7 '* ]]
}

@test "a compiler and flags from outside are used" {
  run make V=1 CC='gcc -DOURS' CFLAGS=-O0 CPPFLAGS=-DTHEIRS LDFLAGS=-Wl,-O1
  [[ $output == *'gcc -DOURS '*' -DTHEIRS '*' -O0 '* ]]
  [[ $output == *' -Wl,-O1 '* ]]
}

@test "the default build is hardened" {
  make
  readelf -hW build/catalogue | grep -q 'DYN'
  readelf -lW build/catalogue | grep -q 'GNU_RELRO'
  readelf -dW build/catalogue | grep -q 'BIND_NOW'
  run make V=1 build/release/indexer/base/low.o --always-make
  [[ $output == *'-D_FORTIFY_SOURCE=2 -fstack-protector-strong'* ]]
}

# The mark in a program that every jump and return in it is guarded is set by the linker where each piece has it. Ours have;
# Debian's start of programs (Scrt1.o) and its archives of SQLite, cmark and libyaml are built without.
@test "the program itself says that it is hardened, and each of our pieces that its jumps are guarded" {
  local program=$BATS_TEST_DIRNAME/../${CATALOGUE:-build/check/bin/catalogue} objects object count=0
  [[ ${CATALOGUE-} != /* ]] || program=$CATALOGUE
  objects=$(dirname "$program")/..
  [[ $(readelf -hW "$program") == *'Type:'*'DYN'* ]]
  [[ $(readelf -dW "$program") == *'BIND_NOW'* && $(readelf -dW "$program") == *'NOW PIE'* ]]
  readelf -lW "$program" | grep -q GNU_RELRO
  readelf -lW "$program" | grep GNU_STACK | grep -q ' RW  *0x'
  ! readelf -lW "$program" | grep "LOAD .*RWE" || false
  nm -D --undefined-only "$program" | grep -q __stack_chk_fail
  nm -D --undefined-only "$program" | grep -qE '__(sn?printf|vsn?printf|memcpy|read|realpath|fgets|fread)_chk'
  if cc -fcf-protection -E -x c /dev/null >/dev/null 2>&1; then
    while read -r object; do
      [[ $(readelf -n "$object") == *'x86 feature: IBT, SHSTK'* ]] || { echo "$object" && false; }
      count=$((count + 1))
    done < <(find "$objects/indexer" "$objects/search-cli" "$objects/catalogue" -name '*.o')
    [ "$count" -gt 1 ]
  fi
  [[ $(readelf -n "$program") == *'IBT, SHSTK'* ]] || echo '# guarded jumps: not in the whole program, as libraries lack them' >&3
}

@test "a warning is an error where tests are built, and no error where users build" {
  printf 'int low_number(void)\n{\n    int unused;\n    return 7;\n}\n' >indexer/base/low.c
  run make build/check/bin/catalogue
  [ "$status" -ne 0 ]
  run make build/clang/indexer/base/low.o
  [ "$status" -ne 0 ]
  run make
  [ "$status" -eq 0 ]
}

# Where arena.h no longer tells that it is there, the test for it is not compiled either.
@test "the address sanitizer sees what runs over a piece of an arena" {
  local -a cmocka
  read -ra cmocka < <(pkg-config --cflags --libs cmocka)
  cd "$BATS_TEST_DIRNAME/.."
  cc -std=c11 -D_POSIX_C_SOURCE=200809L -I. -fsanitize=address -o "$BATS_TEST_TMPDIR/test_arena" \
    tests/unit/test_arena.c indexer/base/arena.c "${cmocka[@]}"
  CMOCKA_MESSAGE_OUTPUT=TAP ASAN_OPTIONS=detect_leaks=0 run "$BATS_TEST_TMPDIR/test_arena"
  [ "$status" -eq 0 ]
  [[ $output == *' - the_sanitizer_sees_what_runs_over_its_piece'* ]]
}

@test "a unit test links nothing above the floor of its module" {
  echo 'int high_number(void);' >search-cli/high.h
  printf '#include "search-cli/high.h"\nint high_number(void)\n{\n    return 8;\n}\n' >search-cli/high.c
  printf '#include "search-cli/high.h"\nint main(void)\n{\n    return high_number() - 8;\n}\n' >tests/unit/test_high.c
  cp tests/unit/test_high.c tests/unit/test_low.c
  make build/check/tests/unit/test_high
  build/check/tests/unit/test_high
  run make build/check/tests/unit/test_low
  [ "$status" -ne 0 ]
  [[ $output == *high_number* ]]
}

@test "the machine is asked once for a whole build, however many files there are" {
  local name
  mkdir bin
  for name in cc pkg-config; do
    printf '#!/bin/sh\necho "%s $*" >>"%s"\nexec "%s" "$@"\n' "$name" "$PWD/asked" "$(command -v $name)" >bin/$name
    chmod +x bin/$name
  done
  PATH=$PWD/bin:$PATH make
  cp asked first
  for name in {1..20}; do cp indexer/base/low.c "indexer/base/more$name.c"; sed -i "s/low_number(void)/more_$name(void)/" "indexer/base/more$name.c"; done
  rm -r asked build
  PATH=$PWD/bin:$PATH make CPPFLAGS=-Wno-missing-prototypes
  # Compiling and linking apart, which say where their output goes.
  diff <(grep -v ' -o ' first) <(grep -v ' -o ' asked)
  [ "$(grep -c ' -o ' asked)" -eq 23 ] # twenty-two files and the program
}

@test "lint reads every script, and only what is there" {
  cd "$BATS_TEST_DIRNAME/.."
  local read path
  read=$(make -n lint | grep '^shellcheck')
  for path in ${read#shellcheck -x}; do [ -f "$path" ]; done
  for path in .ci/run tests/cases/run tests/cli/helpers.bash tests/floors.bats tests/cli/search.bats tests/bench/queries; do
    [[ $read == *" $path"* ]]
  done
}

@test "every test can be run" {
  cd "$BATS_TEST_DIRNAME"
  run find . -path ./node_modules -prune -o \( -name '*.bats' -o -name run -o -name '*-test' \) ! -perm -u+x -print
  [ -z "$output" ]
}

# A machine where npm is without a network, and prove takes note of what it is to run.
without_network() {
  mkdir -p bin .ci tests/browser tests/bench
  printf '#!/bin/sh\necho "$@" >>packages\n' >.ci/install-packages
  printf '#!/bin/sh\necho "$@" >proved\n' >bin/prove
  printf '#!/bin/sh\nexit 1\n' >bin/npm
  touch tests/package.json tests/package-lock.json tests/browser/run tests/browser/ask.c
  printf 'int main(void)\n{\n    return 0;\n}\n' | tee tests/browser/ask.c >tests/bench/asked.c
  printf 'extern int none;\n' | tee tests/bench/collection.c >tests/bench/measures.c
  chmod +x .ci/install-packages bin/*
  PATH=$PWD/bin:$PATH
}

@test "a test that waits for ever has failed, by name, with what it started" {
  local waiting=$BATS_TEST_TMPDIR/waiting-test
  printf '#!/bin/sh\necho 1..2; echo ok 1; sleep 999 | cat\n' >"$waiting"
  chmod +x "$waiting"
  # The answer ends when nobody is left who could write to it.
  run timeout 500 env TEST_MINUTES=0.02 "$BATS_TEST_DIRNAME/remarks" "$waiting"
  [ "$status" -eq 124 ]
  [ "${lines[2]}" = "not ok $waiting has not ended within 0.02 minutes" ]
}

@test "a test has nothing to read, and its status is kept" {
  printf '#!/bin/sh\necho aside >&2; cat; exit 3\n' >"$BATS_TEST_TMPDIR/reading-test"
  chmod +x "$BATS_TEST_TMPDIR/reading-test"
  run "$BATS_TEST_DIRNAME/remarks" "$BATS_TEST_TMPDIR/reading-test" <<<'not to be read'
  [ "$status" -eq 3 ]
  [ "$output" = '# aside' ]
}

@test "what npm cannot fetch is a failure, and the other tests run all the same" {
  without_network
  run make build/node-modules
  [ "$status" -ne 0 ]
  [[ $output == *'the browser tests cannot run'* ]]
  [ ! -e build/node-modules ]
  make test
  [[ $(cat packages) == *browser* ]]
  [[ $(cat proved) == *tests/browser/run* ]]
}

@test "without a browser nothing is fetched for one" {
  without_network
  run make test WITHOUT_BROWSER=1
  [ "$status" -eq 0 ]
  [[ $(cat packages) != *browser* ]]
  [[ $output != *npm* ]]
}

@test "install and uninstall keep to DESTDIR and PREFIX" {
  make install DESTDIR="$PWD/to here" PREFIX=/opt/x
  [ -x 'to here/opt/x/bin/catalogue' ]
  [ "$(cat 'to here/opt/x/share/man/man1/catalogue.1')" = manual ]
  make uninstall DESTDIR="$PWD/to here" PREFIX=/opt/x
  [ -z "$(find 'to here' -type f)" ]
}

@test "help names every target that has a remark" {
  run make help
  [ "$status" -eq 0 ]
  local target
  for target in all demo test test-sanitize test-valgrind lint format golden bench install uninstall clean; do
    [[ $output == *"make $target "* ]]
  done
}
