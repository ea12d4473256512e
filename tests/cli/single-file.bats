#!/usr/bin/env -S bats --tap
# publish --single-file: the whole catalogue in one file. tests/browser/search-page.mjs opens it.
# shellcheck disable=SC2154 # set by bats
load helpers

setup() {
  make_root
  write_case barbers
  ONE=$BATS_TEST_TMPDIR/one.html
}

@test "one file holds the pages, the index and the scripts" {
  catalogue publish --single-file "$ONE"
  assert_status 0
  grep -q 'data-path="case-studies/barbers.html"' "$ONE" || fail "no case"
  grep -q 'data-path="search.html"' "$ONE" || fail "no search"
  ! grep -q 'data-path="browse/regions/yorkshire-humber.html"' "$ONE" || fail "a list of a term, which the search has"
  "$REPOSITORY/tests/cli/unpack" "$ONE" >"$BATS_TEST_TMPDIR/unpacked"
  grep -q 'id="search-form"' "$BATS_TEST_TMPDIR/unpacked" || fail "no form of the search"
  grep -q '^catalogue_shard("base"' "$BATS_TEST_TMPDIR/unpacked" || fail "no index"
  grep -q '^catalogue_shard("texts/0"' "$BATS_TEST_TMPDIR/unpacked" || fail "no text"
  ! grep -q '<link rel="stylesheet"' "$ONE" || fail "a stylesheet elsewhere"
}

@test "nothing is said twice: an e-mail holds the catalogue as it is" {
  local cases
  cases=$(find "$REPOSITORY/content/case-studies" -name '*.md' | wc -l)
  succeed publish -C "$REPOSITORY" --database "$BATS_TEST_TMPDIR/all.db" --output "$BATS_TEST_TMPDIR/all" --single-file "$ONE"
  [ "$(wc -c <"$ONE")" -lt $((cases * 35000)) ] || fail "$(wc -c <"$ONE") bytes for $cases case studies"
}

@test "the same content gives the same file" {
  succeed publish --single-file "$ONE"
  catalogue publish --output "$BATS_TEST_TMPDIR/other" --single-file "$ONE.2"
  cmp "$ONE" "$ONE.2"
}

@test "a file that cannot be written is a failure, and says which" {
  catalogue publish
  cp -Rp "$ROOT/build/site" "$BATS_TEST_TMPDIR/before"
  write_case barbers 'title: Barbers and hairdressers offer checks'
  catalogue publish --single-file "$BATS_TEST_TMPDIR/missing/one.html"
  assert_status 2
  [[ $stderr == *missing/one.html* ]] || fail "$stderr"
  diff -r "$BATS_TEST_TMPDIR/before" "$ROOT/build/site"
  [ "$(ls -A "$ROOT/build")" = $'catalogue.db\nsite' ] || fail "left behind: $(ls -A "$ROOT/build")"
}

@test "a file in the folder of the site is written and kept" {
  local i
  for i in 1 2; do
    catalogue publish --single-file "$ROOT/build/site/all.html"
    assert_status 0
    [ -s "$ROOT/build/site/all.html" ] || fail "not there after $i"
    [ -s "$ROOT/build/site/index.html" ]
  done
}

@test "no source, index, page, link or device goes for the one file" {
  local target before
  cd "$ROOT"
  mkdir theme
  catalogue publish
  ln -s "$BATS_TEST_TMPDIR/elsewhere" link.html
  mkfifo pipe
  before=$(find . -type f ! -name '*.db' -exec md5sum {} + | LC_ALL=C sort && find . ! -type f -printf '%y %p\n' | LC_ALL=C sort)
  for target in content/catalogue.yaml content/case-studies/barbers.md content/new.html theme/header.html \
    build/catalogue.db build/site/index.html link.html pipe build ''; do
    run --separate-stderr "$CATALOGUE" publish --single-file "$target"
    assert_status 2
    [[ $stderr == *'name another place'* || $stderr == *'needs a value'* ]] || fail "$target"
    # A page of a site that stands is no source, and is made again.
    [ "$target" != build/site/index.html ] || continue
    run --separate-stderr "$CATALOGUE" export --format json --output "$target"
    assert_status 2
  done
  [ "$(find . -type f ! -name '*.db' -exec md5sum {} + | LC_ALL=C sort && find . ! -type f -printf '%y %p\n' | LC_ALL=C sort)" = "$before" ]
  succeed search --no-update barbers # the index is one
}
