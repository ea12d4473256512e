#!/usr/bin/env -S bats --tap
# `catalogue check --fix`: what is safe is shown and written, and nothing else in the file changes.
load helpers

setup() {
  make_root
  CASES=$ROOT/content/case-studies
}

# A case study with several mistakes of the kind that can be mended.
write_broken() {
  write_case barbers 'title: "Warm homes: a way out."' 'regions: london' 'stage: [live]' 'result: mixd' \
    'start: Nov 2023' $'cost:\n  # a remark\n  amount: £45,000' $'sources:\n  - title: A report\n    doi: https://doi.org/10.1136/bmj.m1234'
}

@test "what is safe is written, and the difference shown" {
  write_broken
  catalogue check --fix
  assert_status 0
  assert_has '--- content/case-studies/barbers.md'
  assert_has '-title: "Warm homes: a way out."'
  assert_has '+title: "Warm homes: a way out"'
  assert_has '+regions: [london]'
  assert_has '+stage: live'
  assert_has '+result: mixed'
  assert_has '+start: 2023-11'
  assert_has '+  amount: 45000'
  assert_has '+    doi: 10.1136/bmj.m1234'
  assert_stderr_has 'written: 7 corrections in 1 file'
  assert_stderr_has '1 case study checked: 0 errors, 0 warnings'
  catalogue check
  assert_status 0
  [ -z "$output" ]
}

@test "once mended nothing is left to do" {
  write_broken
  catalogue check --fix
  cp "$CASES/barbers.md" "$BATS_TEST_TMPDIR/mended"
  catalogue check --fix
  assert_status 0
  [ -z "$output" ]
  cmp "$CASES/barbers.md" "$BATS_TEST_TMPDIR/mended"
}

@test "a trial shows the difference and writes nothing" {
  write_broken
  cp "$CASES/barbers.md" "$BATS_TEST_TMPDIR/before"
  catalogue check --fix --dry-run
  assert_status 1
  assert_has '+regions: [london]'
  assert_stderr_has 'not written: 7 corrections in 1 file'
  cmp "$CASES/barbers.md" "$BATS_TEST_TMPDIR/before"
  catalogue check --dry-run
  assert_status 2
  assert_stderr_has -- '--dry-run goes with --fix'
}

@test "line ends, byte order mark, comments and permissions stay" {
  write_broken
  { printf '\xEF\xBB\xBF' && sed 's/$/\r/' "$CASES/barbers.md"; } >"$BATS_TEST_TMPDIR/foreign"
  cp "$BATS_TEST_TMPDIR/foreign" "$CASES/barbers.md"
  chmod 640 "$CASES/barbers.md"
  catalogue check --fix
  assert_status 0
  [ "$(stat -c %a "$CASES/barbers.md")" = 640 ]
  [ "$(grep -c $'\r$' "$CASES/barbers.md")" = "$(grep -c '' "$CASES/barbers.md")" ]
  [ "$(head -c 3 "$CASES/barbers.md" | od -An -tx1)" = ' ef bb bf' ]
  grep -q '# a remark' "$CASES/barbers.md"
  # Only the lines of the mistakes are others.
  run diff "$BATS_TEST_TMPDIR/foreign" "$CASES/barbers.md"
  [ "$(grep -c '^>' <<<"$output")" -eq 7 ]
}

@test "a guess is told and not written" {
  write_case barbers 'start: 2021/22' 'deprivation_focus: [BAME]'
  cp "$CASES/barbers.md" "$BATS_TEST_TMPDIR/before"
  catalogue check --fix
  assert_status 1
  assert_has 'write start: 2021-04 (if the financial year is meant, which begins in April)'
  assert_has 'did you mean ethnic-minority'
  cmp "$CASES/barbers.md" "$BATS_TEST_TMPDIR/before"
}

@test "one file by name is mended, the others are not" {
  write_case one 'regions: london'
  write_case two 'regions: london'
  catalogue check --fix "$CASES/one.md"
  assert_status 0
  grep -q 'regions: \[london\]' "$CASES/one.md"
  grep -q 'regions: london' "$CASES/two.md"
}

# The catalogue's own files, with mistakes that can be mended.
write_own_broken() {
  printf '%s\n' 'title: Warm homes: a catalogue' 'publisher: "Example Health Board' \
    'base_url: www.council.example/cases' 'contact [the office]' 'as_of: 24 November 2026' 'require_review:yes' \
    >"$ROOT/content/catalogue.yaml"
  printf '%s\n' 'place:' '  label: Place: a borough' '  search_words: town, borough' 'far:' '  label: "Far" away' \
    '  serach_words: [distant]' >"$ROOT/content/vocabulary/scale.yaml"
  printf '%s\n' '- words: [heart failure, cardiac failure' '- words: kidney, renal' >"$ROOT/content/vocabulary/synonyms.yaml"
  mkdir -p "$ROOT/content/lenses" "$ROOT/content/pages"
  printf '%s\n' 'name: An example: of one' 'source: Example Board' 'cells:' '  • id: men' '    label: Men' \
    '    question: Are men reached?' '    query: deprivation_focus:men' >"$ROOT/content/lenses/example.yaml"
  printf '%s\n' '---' 'title: About us: who we are' 'order: 1' '----' 'Text of it.' >"$ROOT/content/pages/about.md"
}

@test "vocabularies, synonyms, settings, lenses and pages are mended as well" {
  write_own_broken
  catalogue check --fix
  assert_status 0
  assert_has '+title: "Warm homes: a catalogue"'
  assert_has '+publisher: "Example Health Board"'
  assert_has '+base_url: https://www.council.example/cases'
  assert_has '+contact: the office'
  assert_has '+as_of: 2026-11-24'
  assert_has '+require_review: yes'
  assert_has '+  label: "Place: a borough"'
  assert_has '+  search_words: [town, borough]'
  assert_has '+- words: [heart failure, cardiac failure]'
  assert_has '+- words: [kidney, renal]'
  assert_has '+  - id: men'
  assert_has '+title: "About us: who we are"'
  assert_stderr_has 'in 5 files'
  catalogue check
  assert_status 0
  [ -z "$output" ]
}

@test "an own file by name is mended, the others are not" {
  write_own_broken
  catalogue check --fix "$ROOT/content/vocabulary/scale.yaml"
  assert_status 0
  assert_stderr_has 'in 1 file'
  grep -q 'label: "Place: a borough"' "$ROOT/content/vocabulary/scale.yaml"
  grep -q 'title: Warm homes: a catalogue' "$ROOT/content/catalogue.yaml"
  grep -q 'words: kidney, renal' "$ROOT/content/vocabulary/synonyms.yaml"
}

@test "what is mended and not written is what the rest is held to" {
  printf '%s\n' 'place:' '  label: Place: a borough' 'far:' '  label: "Far" away' >"$ROOT/content/vocabulary/scale.yaml"
  write_case barbers 'scale: far'
  cp "$ROOT/content/vocabulary/scale.yaml" "$BATS_TEST_TMPDIR/before"
  catalogue check --fix --dry-run
  assert_status 1
  assert_has '+scale: [far]'
  assert_stderr_has '1 case study checked: 0 errors'
  cmp "$ROOT/content/vocabulary/scale.yaml" "$BATS_TEST_TMPDIR/before"
}

@test "links are not written through, and what cannot be written is said" {
  write_case one 'regions: london'
  mv "$CASES/one.md" "$BATS_TEST_TMPDIR/elsewhere.md"
  ln -s "$BATS_TEST_TMPDIR/elsewhere.md" "$CASES/one.md"
  catalogue check --fix
  assert_status 1
  grep -q 'regions: london' "$BATS_TEST_TMPDIR/elsewhere.md"
  [ -L "$CASES/one.md" ]
  rm "$CASES/one.md"
  write_case one 'regions: london'
  mkdir "$CASES/.one.md.new" # where the new bytes would be written
  catalogue check --fix
  assert_status 2
  assert_stderr_has 'content/case-studies/one.md cannot be written'
  grep -q 'regions: london' "$CASES/one.md"
}

@test "for a program the answer is what is left, and each problem has its fix" {
  write_case barbers 'start: 2021/22' 'regions: london'
  catalogue check --format json
  assert_json '[.[] | select(.code == "C204").fix | .line, .column, .length, .text, .safe] == [4, 10, 6, "[london]", true]'
  assert_json '[.[] | select(.code == "C210").fix | .text, .safe] == ["2021-04", false]'
  catalogue check --fix --format json
  assert_json 'map(.code) == ["C210"]'
  assert_stderr_has '+regions: [london]'
}

@test "of many mended files no more is printed than anybody reads" {
  local number line
  line=$(printf 'x%.0s' {1..300})
  for ((number = 0; number < 300; number++)); do
    printf -- '---\ntitle: Some good title here\nsummary: "%s\n---\n\nText.\n' "$line" >"$ROOT/content/case-studies/case-$number.md"
  done
  catalogue check --fix --dry-run
  assert_status 1
  [ "${#output}" -le 200000 ] || fail "${#output}"
  assert_has ' more files; name a file'
  catalogue check --fix --dry-run --format json
  assert_status 1
  [ "${#stderr}" -le 200000 ] || fail "${#stderr}"
}

@test "colours only where they are wanted" {
  write_broken
  catalogue check --fix --dry-run --color always
  assert_has $'\e[32m+regions: [london]\e[0m'
  catalogue check --fix --dry-run
  [[ $output != *$'\e'* ]]
}

@test "commas and quotation marks of other notations do not become words" {
  make_root
  write_case barbers $'learning:\n  - "Train the barbers in the shop, after hours.",\n  - "Give them a nurse to ring.",' \
    'actions: "outreach", "case-finding"'
  run "$CATALOGUE" check --fix -C "$ROOT" content/case-studies/barbers.md
  [ "$status" -eq 0 ] || fail "it is not clean: $output"
  grep -qxF '  - "Train the barbers in the shop, after hours."' "$ROOT/content/case-studies/barbers.md"
  grep -qxF '  - "Give them a nurse to ring."' "$ROOT/content/case-studies/barbers.md"
  grep -qxF 'actions: ["outreach", "case-finding"]' "$ROOT/content/case-studies/barbers.md"
}
