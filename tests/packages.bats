#!/usr/bin/env -S bats --tap
# shellcheck disable=SC2016 # what a command does is expanded when it runs
# Installing what is missing, on machines made of a few commands: nothing is really installed.

INSTALL=$BATS_TEST_DIRNAME/../.ci/install-packages

setup() {
  MACHINE=$BATS_TEST_TMPDIR/bin
  SAID=$BATS_TEST_TMPDIR/said
  mkdir "$MACHINE"
  : >"$SAID"
  local command
  for command in sh cat sort tr ls env; do
    ln -s "$(command -v "$command")" "$MACHINE/"
  done
  has id 'echo 0'
}

# The machine has a command, which does this.
has() {
  printf '#!%s\n%s\n' "$(command -v sh)" "$2" >"$MACHINE/$1"
  chmod +x "$MACHINE/$1"
}

notes_what_it_is_told() {
  has "$1" "echo $1 \"\$@\" >>'$SAID'"
}

on_machine() {
  run env -i PATH="$MACHINE" sh "$INSTALL" "$@"
}

@test "when nothing is missing, nothing is done" {
  has cc true
  has pkg-config true
  notes_what_it_is_told apt-get
  on_machine build
  [ "$status" -eq 0 ]
  [ -z "$output" ]
  [ ! -s "$SAID" ]
}

@test "only what is missing is installed, without asking" {
  has cc true
  has pkg-config '[ "$2" != libcmark ]'
  notes_what_it_is_told apt-get
  on_machine build
  [ "$status" -eq 0 ]
  [ "$(tail -n 1 "$SAID")" = 'apt-get install --yes --no-install-recommends libcmark-dev' ]
}

@test "only the groups that are named count" {
  has cc true
  has pkg-config true
  notes_what_it_is_told apt-get
  on_machine build valgrind
  [ "$(tail -n 1 "$SAID")" = 'apt-get install --yes --no-install-recommends valgrind' ]
}

@test "who is not root goes through sudo" {
  has id 'echo 1000'
  notes_what_it_is_told sudo
  has apt-get false
  on_machine valgrind
  [ "$status" -eq 0 ]
  [[ $(tail -n 1 "$SAID") == 'sudo env '*' apt-get install '*' valgrind' ]]
}

@test "neither root nor sudo: the command is named" {
  has id 'echo 1000'
  has apt-get true
  on_machine valgrind
  [ "$status" -eq 1 ]
  [[ $output == *'As root, run: '*'apt-get '* ]]
}

@test "without apt, the packages are named" {
  on_machine build
  [ "$status" -eq 1 ]
  [[ $output == *'no apt-get'* ]]
  [[ $output == *'gcc libc6-dev libcmark-dev libsqlite3-dev libyaml-dev pkg-config'* ]]
}

@test "an old list of packages is renewed and tried again" {
  has apt-get "echo apt-get \"\$1\" >>'$SAID'; [ \"\$1\" = update ] && echo yes >'$SAID.new'; [ -e '$SAID.new' ]"
  on_machine valgrind
  [ "$status" -eq 0 ]
  [ "$(tail -n 2 "$SAID" | tr '\n' ' ')" = 'apt-get update apt-get install ' ]
}

# A test of the browser, on a machine that has a shell and no more.
in_browser() {
  run env -i PATH="$MACHINE" "${@:2}" bash "$BATS_TEST_DIRNAME/browser/$1"
}

@test "a browser test that cannot run fails, says why, and names what leaves it out" {
  local command test
  for command in bash dirname; do ln -s "$(command -v "$command")" "$MACHINE/"; done
  for test in "$BATS_TEST_DIRNAME"/browser/{run,*-test}; do
    in_browser "${test##*/}"
    [ "$status" -eq 1 ]
    [ "${lines[1]}" = 'not ok 1 the browser tests cannot run: node is not installed' ]
    [[ $output == *WITHOUT_BROWSER=1* ]]
    in_browser "${test##*/}" WITHOUT_BROWSER=1
    [ "$status" -eq 0 ]
    [ "$output" = '1..0 # SKIP WITHOUT_BROWSER is set' ]
  done
}

@test "so does one without the browser itself" {
  local command
  for command in bash dirname; do ln -s "$(command -v "$command")" "$MACHINE/"; done
  has node true
  mkdir -p "$BATS_TEST_TMPDIR/tests/node_modules/playwright-core"
  cp -R "$BATS_TEST_DIRNAME/browser" "$BATS_TEST_TMPDIR/tests/"
  run env -i PATH="$MACHINE" CHROMIUM=/nowhere/chromium bash "$BATS_TEST_TMPDIR/tests/browser/run"
  [ "$status" -eq 1 ]
  [[ ${lines[1]} == 'not ok 1 '*'there is no /nowhere/chromium'* ]]
}
