#!/usr/bin/env -S bats --tap
# No fact has two wordings: what `show`, a case's page, `compare` (in the terminal and in the browser), JSON and CSV
# say of ten real cases and of the small catalogue is put side by side, fact by fact.
load cli/helpers

# The letters and signs of a text, line by line: blanks, dashes of lists and what sets notes off are how it is laid
# out, not what it says.
bare() {
  sed 's/·//g; s/–//g; s/-//g; s/[][() \t\r]//g'
}

# What a reader sees of a page; what a word means is seen when one points at it.
page_words() {
  with_whole_addresses |
    sed -e 's/<script.*<\/script>//; s/<span role="tooltip"[^<]*<\/span>//g; s/<[^>]*>/ /g' \
      -e 's/&lt;/</g; s/&gt;/>/g; s/&quot;/"/g; s/&#39;/'"'"'/g; s/&amp;/\&/g'
}

# Reads lines `what`, `words` one after the other; tells of those that TEXT does not have.
lacks() {
  local where=$1 text=$2 what words
  while IFS=$'\t' read -r what words; do
    [[ $text == *"$words"* ]] || echo "$where ($what) does not say: $words"
  done >>"$BATS_TEST_TMPDIR/differences"
}

# What `show` and `compare` give as data of the case $id, as lines `key TAB bare words`.
facts_of() {
  jq -r --arg id "$id" '(.ids | index($id)) as $i | .rows[] | .key as $key | .cells[$i][] | $key + "\t" + .' "$dir/compare.json"
  jq -r '.in_words | to_entries[] | .key as $key | .value[] | $key + "\t" + .' "$dir/case.json"
}
with_bare_words() {
  sed 's/\t/\n/' | sed 'n; s/·//g; s/–//g; s/-//g; s/[][() \r]//g' | paste - -
}

# Where a link leads stands behind its words in the terminal alone.
without_addresses() {
  sed -E 's#https?://[^[:space:]]*##g'
}

# check_case ROOT SITE ID OTHER: every fact of the case has one wording.
check_case() {
  local root=$1 site=$2 id=$3 dir=$BATS_TEST_TMPDIR/$3 show page compare csv
  mkdir -p "$dir"
  "$CATALOGUE" show -C "$root" --no-update --format json "$id" >"$dir/case.json"
  "$CATALOGUE" compare -C "$root" --no-update --format json "$id" "$4" >"$dir/compare.json"
  # Where it is narrow, every figure is told in a sentence.
  show=$(COLUMNS=70 "$CATALOGUE" show -C "$root" --no-update "$id" | tr '\n' ' ' | without_addresses | bare)
  compare=$(COLUMNS=40 "$CATALOGUE" compare -C "$root" --no-update "$id" "$4" | sed '/^$/,$d; s/^.\{22\}//' | bare | tr -d '\n')
  page=$(page_words <"$site/case-studies/$id.html" | bare | tr -d '\n')
  csv=$(sed 's/""/"/g' "$site/data/case-studies.csv" | bare | tr -d '\n')
  facts_of | sort -u | with_bare_words >"$dir/facts"
  [ "$(wc -l <"$dir/facts")" -ge 10 ]
  facts_of | sort -u | without_addresses | with_bare_words | lacks "show $id" "$show"
  # A page has its other figures in a table: what was measured in one cell, what it says in the next.
  sed '/^other_outcomes/s/://g' "$dir/facts" | lacks "the page of $id" "$page$(tr -d : <<<"$page")"
  jq -r --arg id "$id" '(.ids | index($id)) as $i | .rows[] | .key as $key | .cells[$i][] | $key + "\t" + .' \
    "$dir/compare.json" | with_bare_words | lacks "compare $id" "$compare"
  jq -r '.in_words | to_entries[] | .key as $key | .value[] | $key + "\t" + .' "$dir/case.json" | with_bare_words |
    lacks "case-studies.csv of $id" "$csv"
  # Pieces of which tables are made are pieces of the sentences, where two figures share a unit and a sentence may go on.
  jq -r '.outcome_figures[].words // {} | del(.sentence) | to_entries[] | .key + "\t" + .value' "$dir/case.json" |
    with_bare_words >"$dir/cells"
  sed -E 's/^((comparator_)?(before|after)\t[^a-z]+)[a-z].*/\1/; s/^(finding\t.*)\.$/\1/' "$dir/cells" | lacks "show $id" "$show"
  # The short facts of the page stand in the terminal with the same label in front.
  sed -n '/<aside class="facts"/,/<\/aside>/p' "$site/case-studies/$id.html" | tr -d '\n' |
    sed 's/<div>/\naside\t/g' | page_words | sed 1d | with_bare_words | lacks "show $id" "$show"
  # The browser compares with the same rows.
  sed -n 's/^catalogue_compare(\(.*\));$/[\1]/p' "$site/compare/$id.js" | jq -S '.[2]' >"$dir/browser"
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
