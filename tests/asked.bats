#!/usr/bin/env -S bats --tap
# The real content answers what people ask: a part of what `make bench-search` asks, beside the same goals.
load cli/helpers

@test "topics in frames, words that are not here, slips and judged questions are answered as well as they must be" {
  cd "$REPOSITORY" || return
  local programs=${CATALOGUE%/bin/catalogue}
  [ -d "$programs" ] || programs=build/release
  run "$programs/tests/bench/asked" 4
  assert_status 0
  assert_has 'judged questions of at least 3 words'
  assert_lacks MISSED
}

@test "the question in README has no miss among its first four" {
  cd "$REPOSITORY" || return
  "$CATALOGUE" index --database "$BATS_TEST_TMPDIR/catalogue.db" >/dev/null
  run --separate-stderr "$CATALOGUE" search --database "$BATS_TEST_TMPDIR/catalogue.db" getting men to see a GP --related --format ids --limit 4
  local id
  for id in "${lines[@]}"; do
    [[ " barbershop-blood-pressure-checks-south-london melton-farmers-health-checks hows-thi-ticker-barnsley man-van-prostate-outreach nhs-health-check-uptake-england football-fans-in-training-scotland " == *" $id "* ]] ||
      fail "$id is no answer"
  done
  [ "${#lines[@]}" -eq 4 ]
}

@test "of 150 things that people type at most eight find nothing, and an open call names each of those" {
  cd "$REPOSITORY" || return
  local query total asked=0 nothing=0
  "$CATALOGUE" index --database "$BATS_TEST_TMPDIR/catalogue.db" >/dev/null
  while IFS= read -r query; do
    asked=$((asked + 1))
    total=$("$CATALOGUE" search --database "$BATS_TEST_TMPDIR/catalogue.db" --format json --limit 1 -- "$query" 2>/dev/null | jq .total)
    [ "$total" -eq 0 ] || continue
    nothing=$((nothing + 1))
    grep -qi -- "^- .*$query" content/pages/wanted.md || fail "nothing on \"$query\", and no open call names it"
  done < <(grep -v '^#' tests/asked/typed.txt)
  [ "$asked" -ge 150 ] || fail "only $asked are asked"
  [ "$nothing" -le 8 ] || fail "$nothing of $asked find nothing"
}

@test "what is typed is about what comes first, and words that belong together are not taken apart" {
  cd "$REPOSITORY" || return
  local query first found asked=0
  "$CATALOGUE" index --database "$BATS_TEST_TMPDIR/catalogue.db" >/dev/null
  while IFS=$'\t' read -r query first; do
    asked=$((asked + 1))
    found=$("$CATALOGUE" search --database "$BATS_TEST_TMPDIR/catalogue.db" --format json --limit 1 -- "$query" 2>/dev/null |
      jq -r 'if .total == 0 then "none" else .results[0].id end')
    [ "$found" = "$first" ] || fail "\"$query\" begins with $found, not with $first"
  done < <(grep -v '^#' tests/asked/precise.tsv)
  [ "$asked" -ge 60 ] || fail "only $asked are asked"
}

# What a case is about: its tags. How a figure is written, how the record is kept and what kind of thing a document is
# are no call, nor is a word that the glossary explains, so that a term of theirs may wait for its first use.
@test "only vocabularies of figures, records, documents and words are no tags" {
  "$CATALOGUE" index -C "$REPOSITORY" --database "$BATS_TEST_TMPDIR/catalogue.db" >/dev/null
  run sqlite3 "$BATS_TEST_TMPDIR/catalogue.db" "SELECT DISTINCT vocabulary FROM terms
    WHERE replace(vocabulary, '-', '_') NOT IN (SELECT field FROM tags) ORDER BY vocabulary"
  assert_status 0
  [ "${lines[*]}" = 'better comparator-is cost-per estimate-type glossary groups horizon licence partner-role resource-kind review-status selection' ] ||
    fail "no tags: ${lines[*]}"
}

@test "every term is used by a case study, or an open call names it" {
  cd "$REPOSITORY" || return
  "$CATALOGUE" index --database "$BATS_TEST_TMPDIR/catalogue.db" >/dev/null
  run sqlite3 "$BATS_TEST_TMPDIR/catalogue.db" "SELECT label FROM terms
    WHERE vocabulary <> 'evidence' AND replace(vocabulary, '-', '_') IN (SELECT field FROM tags)
    AND NOT EXISTS (SELECT 1 FROM tags WHERE field = replace(vocabulary, '-', '_') AND term = id)"
  assert_status 0
  local label
  for label in "${lines[@]}"; do
    grep -qi -- "^- .*$label" content/pages/wanted.md || fail "no case study has \"$label\", and no open call names it"
  done
}
