#!/usr/bin/env -S bats --tap
# The hook that checks case studies before they are committed, in a repository of its own.
load helpers

setup() {
  make_root
  cd "$ROOT" || return
  git init -q .
  git config user.name Example
  git config user.email example@council.example
  mkdir .githooks
  cp "$REPOSITORY/.githooks/pre-commit" .githooks/
  sed -n '/^hooks:/,/^$/p' "$REPOSITORY/Makefile" >Makefile
  make -s hooks
  git add . && git commit -qm start
}

commit() {
  git add content && run --separate-stderr env CATALOGUE="$CATALOGUE" git commit -qm "$1"
}

@test "a good case study is committed, a broken one is told and not" {
  write_case barbers
  commit good
  assert_status 0
  write_case barbers 'stage: bogus'
  commit broken
  assert_status 1
  [[ $output$stderr == *'content/case-studies/barbers.md:9:8: error[C203]'* ]] || fail 'it was not told'
  assert_stderr_has 'Nothing was committed.'
  [ "$(git log --format=%s -1)" = good ]
}

@test "what is staged is checked, and not what lies beside it" {
  write_case barbers 'stage: bogus'
  git add content
  write_case barbers
  run --separate-stderr env CATALOGUE="$CATALOGUE" git commit -qm staged
  assert_status 1
  commit good
  assert_status 0
  write_case barbers 'stage: bogus'
  echo more >other
  git add other
  run --separate-stderr env CATALOGUE="$CATALOGUE" git commit -qm other
  assert_status 0
}

@test "a name that no case study may have is told, and a file that is taken out is not looked for" {
  write_case barbers
  commit good
  write_case 'Barbers in Hull'
  commit named
  assert_status 1
  rm 'content/case-studies/Barbers in Hull.md'
  git rm -q content/case-studies/barbers.md
  commit gone
  assert_status 0
}

@test "without the program it says so, and commits" {
  write_case barbers 'stage: bogus'
  git add content
  run --separate-stderr env CATALOGUE= PATH=/usr/bin:/bin git commit -qm unchecked
  assert_status 0
  assert_stderr_has 'there is no build/catalogue'
}
