#!/usr/bin/env -S bats --tap
# .ci/changed-cases: what a change touches, as one file. The case studies are invented.
load helpers

setup() {
  make_root
  export CATALOGUE HOME=$BATS_TEST_TMPDIR GIT_CONFIG_NOSYSTEM=1
  write_case barbers 'related: [letters]'
  write_case letters 'title: Letters about heart checks'
  write_case hostel 'title: Nurses visit a hostel'
  mkdir "$ROOT/content/pages"
  printf -- '---\ntitle: About\n---\nSee [the letters](letters.md).\n' >"$ROOT/content/pages/about.md"
  cd "$ROOT" || exit
  git init -q
  commit
}

commit() {
  git add -A
  git -c user.name=Editors -c user.email=editors@board.example commit -qm 'as it stands'
}

changed_cases() {
  run --separate-stderr "$REPOSITORY/.ci/changed-cases" HEAD^ "$BATS_TEST_TMPDIR/changed.html"
}

@test "the changed and the new case studies are in one file, and no others" {
  write_case barbers 'title: Barbers offer checks once more' 'related: [letters]'
  write_case market 'title: Blood pressure checks at the market'
  rm content/case-studies/hostel.md
  commit
  changed_cases
  assert_status 0
  [[ $output == 'and as one file, '*'changed.html: '* ]] || fail "$output"
  grep -q 'data-path="case-studies/barbers.html"' "$BATS_TEST_TMPDIR/changed.html"
  grep -q 'data-path="case-studies/market.html"' "$BATS_TEST_TMPDIR/changed.html"
  ! grep -q 'data-path="case-studies/\(letters\|hostel\).html"' "$BATS_TEST_TMPDIR/changed.html" || fail 'others are in it'
  [ -z "$(git status --porcelain)" ] || fail "it leaves: $(git status --porcelain)"
}

@test "a change of something else has no case studies" {
  echo 'Words.' >>content/pages/about.md
  commit
  changed_cases
  assert_status 0
  assert_output 'No case study was changed.'
  [ ! -e "$BATS_TEST_TMPDIR/changed.html" ]
}

@test "one that cannot be read does not keep the others back" {
  write_case barbers 'title: Barbers offer checks once more'
  write_case market 'stage: bogus'
  commit
  changed_cases
  assert_status 0
  grep -q 'data-path="case-studies/barbers.html"' "$BATS_TEST_TMPDIR/changed.html"
  ! grep -q 'data-path="case-studies/market.html"' "$BATS_TEST_TMPDIR/changed.html" || fail 'the broken one is in it'
}
