#!/usr/bin/env -S bats --tap
# No fact has two wordings: what `show`, a case's page, `compare` (in the terminal and in the browser), JSON and CSV
# say of ten real cases and of the small catalogue is put side by side, fact by fact.
load cli/helpers

# The letters and signs of a text: blanks, line ends, dashes of lists and what sets notes off are how it is laid
# out, not what it says.
bare() {
  sed 's/[·–-]//g' | tr -d ' \t\r\n()[]'
}

# What a reader sees of a page.
page_words() {
  sed -e 's/<script.*<\/script>//' -e 's/<[^>]*>/ /g' -e 's/&lt;/</g; s/&gt;/>/g; s/&quot;/"/g; s/&#39;/'"'"'/g; s/&amp;/\&/g' "$1" | bare
}

# The facts of a case as lines `key TAB words`, from what `compare` and `show` give as data.
facts_of() {
  jq -r --arg id "$1" '(.ids | index($id)) as $i | .rows[] | .key as $key | .cells[$i][] | [$key, .] | @tsv' "$2"
  jq -r '.in_words | to_entries[] | .key as $key | .value[] | [$key, .] | @tsv' "$3"
}

# says WHERE WORDS FILE: or tells which fact is worded otherwise.
says() {
  local words
  words=$(printf %b "$2" | bare)
  grep -qF -- "$words" "$3" || echo "$1 does not say: $2" >>"$BATS_TEST_TMPDIR/differences"
}

# check_case ROOT SITE ID OTHER: every fact of the case has one wording.
check_case() {
  local root=$1 site=$2 id=$3 dir=$BATS_TEST_TMPDIR/$3 key words
  mkdir -p "$dir"
  "$CATALOGUE" show -C "$root" --no-update "$id" >"$dir/show.txt"
  "$CATALOGUE" show -C "$root" --no-update --format json "$id" >"$dir/case.json"
  "$CATALOGUE" compare -C "$root" --no-update --format json "$id" "$4" >"$dir/compare.json"
  COLUMNS=40 "$CATALOGUE" compare -C "$root" --no-update "$id" "$4" | sed '/^$/,$d' >"$dir/compare.txt"
  bare <"$dir/show.txt" >"$dir/show"
  bare <"$dir/compare.txt" >"$dir/compare"
  page_words "$site/case-studies/$id.html" >"$dir/page"
  sed 's/""/"/g' "$site/data/case-studies.csv" | bare >"$dir/csv"
  facts_of "$id" "$dir/compare.json" "$dir/case.json" | sort -u >"$dir/facts"
  [ "$(wc -l <"$dir/facts")" -ge 10 ]
  while IFS=$'\t' read -r key words; do
    says "show $id ($key)" "$words" "$dir/show"
    # A page has its other figures in a table, which is looked at below.
    [ "$key" = other_outcomes ] || says "the page of $id ($key)" "$words" "$dir/page"
  done <"$dir/facts"
  jq -r --arg id "$id" '(.ids | index($id)) as $i | .rows[] | .cells[$i][]' "$dir/compare.json" | while read -r words; do
    says "compare $id" "$words" "$dir/compare"
  done
  jq -r '.in_words[][]' "$dir/case.json" | while read -r words; do
    says "case-studies.csv of $id" "$words" "$dir/csv"
  done
  # The cells of the table on the page are pieces of the sentences in the terminal.
  jq -r '.outcome_figures[].words // {} | del(.sentence)[]' "$dir/case.json" | while read -r words; do
    says "the page of $id" "$words" "$dir/page"
    says "show $id" "$words" "$dir/show"
  done
  # The short facts of the page stand in the terminal with the same label in front.
  sed -n '/<aside class="facts"/,/<\/aside>/p' "$site/case-studies/$id.html" |
    sed 's/<\/div>/\n/g' | sed 's/<[^>]*>/ /g; s/&quot;/"/g; s/&#39;/'"'"'/g; s/&amp;/\&/g' | grep -v '^ *Facts *$' |
    while read -r words; do says "show $id, as the page has it" "$words" "$dir/show"; done
  sed 's/^catalogue_compare(/[/; s/);$/]/' "$site/compare/$id.js" | jq -S '.[2]' >"$dir/browser"
  jq -S --arg id "$id" '(.ids | index($id)) as $i |
    [.rows[] | select(.key != "title" and (.cells[$i] | length) > 0) | [.key, .label, .cells[$i]]]' "$dir/compare.json" |
    diff - "$dir/browser" >>"$BATS_TEST_TMPDIR/differences" || true
}

# The catalogue at ROOT is published to SITE; then the cases on stdin are looked at.
check_cases() {
  local root=$1 site=$2 first='' id
  local -a ids
  mapfile -t ids
  [ "${#ids[@]}" -ge 2 ]
  : >"$BATS_TEST_TMPDIR/differences"
  for id in "${ids[@]}"; do
    first=${ids[0]}
    [ "$id" != "$first" ] || first=${ids[1]}
    check_case "$root" "$site" "$id" "$first"
  done
  cat "$BATS_TEST_TMPDIR/differences" >&2
  [ ! -s "$BATS_TEST_TMPDIR/differences" ]
}

@test "ten real cases: one fact, one wording" {
  make_root
  cp -R "$REPOSITORY"/content/{case-studies,catalogue.yaml} "$ROOT/content/"
  catalogue publish --output "$ROOT/site"
  assert_status 0
  # Those that say most.
  jq -r '.case_studies | sort_by(-(tostring | length)) | .[:10][].id' "$ROOT/site/data/catalogue.json" |
    check_cases "$ROOT" "$ROOT/site"
}

@test "the small catalogue: one fact, one wording" {
  ROOT=$BATS_TEST_TMPDIR/root
  mkdir "$ROOT"
  cp -R "$REPOSITORY/tests/golden/content" "$ROOT/"
  catalogue publish --output "$ROOT/site"
  assert_status 0
  jq -r '.case_studies[].id' "$ROOT/site/data/catalogue.json" | check_cases "$ROOT" "$ROOT/site"
}
