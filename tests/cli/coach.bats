#!/usr/bin/env -S bats --tap
# What would strengthen a case study. What coach proposes works: a file that takes it passes.
load helpers

# Puts the lines of every step of the last answer into a file: fields into its front matter, sections at its end.
take_lines() {
  jq -r '.steps[] | select(.field) | .lines' <<<"$output" >"$BATS_TEST_TMPDIR/fields"
  jq -r '.steps[] | select(.section) | "\n" + .lines' <<<"$output" >"$BATS_TEST_TMPDIR/sections"
  sed -i "1r $BATS_TEST_TMPDIR/fields" "$1"
  cat "$BATS_TEST_TMPDIR/sections" >>"$1"
}

# The same, and whoever does it decides what the lines leave open: the first term, a figure, words of their own.
take_advice() {
  take_lines "$1"
  sed -i -E '
    s|which of content/vocabulary/settings.yaml\?|community-venue|
    s|which of content/vocabulary/.*-effect.yaml\?|narrowed|
    s|^( *[- ]*type:) .*/.*|\1 odds-ratio|
    s|^([- ]*[a-z_]+: \[?)([a-z-]+) / [^]]*|\1\2|
    s|"\[([^]]*)\]"|\1|
    s|YYYY|2023|
    s|-MM||
    s|(low:) which number|\1 0.4|
    s|(high:) which number|\1 0.9|
    s|(value:) which number|\1 0.5|
    s|(source:) which number|\1 1|
    s|(baseline:) which number|\1 1|
    s|(of:) which number|\1 3|
    s|which number|2|
    s|the address of the page|https://council.example/page|
    s|\[In a sentence or two\]|Too few came in the winter|' "$1"
}

@test "the first steps are those that tell most, with the lines to add" {
  make_root
  write_case barbers
  catalogue coach content/case-studies/barbers.md
  assert_status 0
  assert_has 'Evidence: '
  assert_has 'To raise it: '
  assert_has $'\n1. outcomes: '
  assert_has $'\n       outcomes:\n         - measure: '
  assert_has $'\n5. '
  ! grep -q '^6\. ' <<<"$output" || fail 'found what must not be there'
  assert_has 'more, of less weight: run this again.'
}

@test "what it says fits eighty columns, and what is to be added is set in" {
  local file wide=0
  cd "$REPOSITORY"
  for file in content/case-studies/a*.md; do
    catalogue coach "$file"
    assert_status 0
    while IFS= read -r line; do
      [[ $line == '       '* || ${#line} -le 80 ]] || { echo "$file: $line"; wide=1; }
    done <<<"$output"
  done
  [ "$wide" -eq 0 ]
}

# Every line that leaves something open is told, whether or not what can be mended is mended.
assert_all_told() {
  local file=$1 number line
  run --separate-stderr "$CATALOGUE" check -C "$ROOT" --format json content/case-studies/barbers.md
  while IFS=: read -r number line; do
    jq -e --argjson line "$number" 'any(.line == $line)' <<<"$output" >/dev/null || fail "nothing is told of: $line"
  done < <(grep -nxF -f <(grep -hvE '^(## .*|[a-z_ ]+:|)$' "$BATS_TEST_TMPDIR/fields" "$BATS_TEST_TMPDIR/sections") "$file")
}

@test "lines that are added as they stand are told, each of them, and no --fix makes claims of them" {
  local file rounds=0
  make_root
  file=$ROOT/content/case-studies/barbers.md
  write_case barbers 'stage: ended'
  while :; do
    catalogue coach --format json content/case-studies/barbers.md
    assert_json '.errors == 0'
    jq -e '.steps == []' <<<"$output" >/dev/null && break
    cp "$file" "$BATS_TEST_TMPDIR/before" && answer=$output
    take_lines "$file"
    assert_all_told "$file"
    run "$CATALOGUE" check --fix -C "$ROOT" content/case-studies/barbers.md
    assert_all_told "$file"
    cp "$BATS_TEST_TMPDIR/before" "$file" && output=$answer
    take_advice "$file"
    rounds=$((rounds + 1))
  done
  [ "$rounds" -ge 3 ]
}

@test "every step is taken up, round by round, until nothing is missing, and the file passes each time" {
  local rounds=0 before=
  make_root
  write_case barbers
  while :; do
    catalogue coach --format json content/case-studies/barbers.md
    assert_status 0
    assert_json '.errors == 0 and (.steps | length) <= 5'
    jq -e '.steps == []' <<<"$output" >/dev/null && break
    [ "$output" != "$before" ] || fail 'the same advice again'
    before=$output
    take_advice "$ROOT/content/case-studies/barbers.md"
    run --separate-stderr "$CATALOGUE" check -C "$ROOT" content/case-studies/barbers.md
    [ "$status" -eq 0 ] || fail "after round $rounds: $output"
    rounds=$((rounds + 1))
    [ "$rounds" -le 5 ] || fail 'it never ends'
  done
  [ "$rounds" -ge 3 ]
  assert_json '.more == 0 and .filled == .advised'
}

@test "so it is with the case studies of the content" {
  local file
  ROOT=$BATS_TEST_TMPDIR/real
  mkdir "$ROOT" && cp -R "$REPOSITORY/content" "$ROOT/"
  for file in $(find "$ROOT/content/case-studies" -name '*.md' | LC_ALL=C sort | awk 'NR % 19 == 1'); do
    catalogue coach --format json "$file"
    assert_status 0
    assert_json '.errors == 0'
    take_advice "$file"
  done
  run --separate-stderr "$CATALOGUE" check -C "$ROOT"
  [ "$status" -eq 0 ] || fail "$output"
}

@test "what cannot be in a case is not asked for: an end while it runs, an evaluator where nothing was measured" {
  make_root
  write_case barbers 'stage: live' 'result: not-reported'
  catalogue coach --format json content/case-studies/barbers.md
  ! grep -q '"end"\|"evaluator"' <<<"$output" || fail 'found what must not be there'
  write_case barbers 'stage: ended' $'outcomes: []'
  seen=''
  for _ in 1 2 3 4 5; do
    catalogue coach --format json content/case-studies/barbers.md
    seen+=$output
    take_advice "$ROOT/content/case-studies/barbers.md"
  done
  grep -q '"field": "end"' <<<"$seen"
}

@test "a principle that is claimed and not shown is named, with what would show it" {
  make_root
  cp "$REPOSITORY/content/vocabulary/principles.yaml" "$ROOT/content/vocabulary/"
  write_case barbers 'principles: [purpose, outcomes, pooled-budgets, time, bespoke]' 'start: 2025'
  catalogue coach --format json content/case-studies/barbers.md
  assert_json '[.principles[] | {(.id): .shown_by}] | add == {purpose: ["governance"],
    outcomes: ["outcomes with baseline", "outcomes with target"],
    "pooled-budgets": ["funding: [pooled-budget]", "funding: [aligned-budget]"], time: ["start, 3 years ago or more"]}'
  catalogue coach content/case-studies/barbers.md
  assert_has 'Principles that it claims, and nothing in its file shows'
  write_case barbers 'principles: [purpose, bespoke]' 'governance: [joint-board]'
  catalogue coach --format json content/case-studies/barbers.md
  assert_json '.principles == []'
}

@test "a file with errors is coached too, and told to be mended first" {
  make_root
  write_case barbers 'stage: bogus'
  catalogue coach content/case-studies/barbers.md
  assert_status 0
  assert_has 'It has 1 error. First: catalogue check content/case-studies/barbers.md'
}

@test "what is no case study is told" {
  make_root
  catalogue coach nowhere.md
  assert_status 1
  assert_stderr_has 'nowhere.md is not there; name the file of a case study'
  catalogue coach content/vocabulary/stage.yaml
  assert_status 1
  assert_stderr_has 'is no case study'
  printf '\377' >"$ROOT/x.md"
  catalogue coach "$ROOT/x.md"
  assert_status 1
  [ -n "$stderr" ]
  catalogue coach
  assert_status 2
}
