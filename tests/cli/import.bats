#!/usr/bin/env -S bats --tap
# shellcheck disable=SC2016,SC2059 # jq's own variables; texts with their line ends
# Case studies of another catalogue: what comes is a stranger's, and what is here stays.
load helpers

setup() {
  make_root "$BATS_TEST_TMPDIR/theirs"
  THEIRS=$ROOT
  write_case barbers $'outcomes:\n  - measure: Checks\n    unit: "%"\n    better: higher\n    baseline: 0.50\n    after: 12\n    source: 1' \
    $'sources:\n  - title: "A report: with a colon # and a remark"\n    url: https://board.example/report' \
    $'learning:\n  - "Train the people: whom residents trust"' 'start: 2019-04'
  write_case letters 'title: Letters about heart checks' 'summary: Older people had no heart check. Letters in large print went out. More of them came.' 'licence: OGL-UK-3.0' 'related: [barbers]'
  sed -i 's/^title: A small/title: Their small/' "$THEIRS/content/catalogue.yaml"
  EXPORT=$BATS_TEST_TMPDIR/export.json
  "$CATALOGUE" export -C "$THEIRS" >"$EXPORT" 2>/dev/null
  make_root "$BATS_TEST_TMPDIR/ours"
  OURS=$ROOT/content/case-studies
}

# change FILTER: the export with something else in it.
change() {
  jq "$1" "$EXPORT" >"$EXPORT.new" && mv "$EXPORT.new" "$EXPORT"
}

# Every answer and the text, as JSON has them.
answers() {
  "$CATALOGUE" export -C "$1" 2>/dev/null | jq -S '[.case_studies[] | del(.origin, .licence, .in_words, .path)]'
}

here() {
  (cd "$OURS" && find . -type f | LC_ALL=C sort | xargs)
}

@test "an export becomes case studies that pass the check, and say where they come from" {
  catalogue import "$EXPORT"
  assert_status 0
  assert_output '2 case studies written'
  [ "$(here)" = './barbers.md ./letters.md' ]
  catalogue check --strict
  assert_status 0
  diff <(answers "$THEIRS") <(answers "$ROOT")
  catalogue show barbers --format json
  assert_json '.licence == "CC-BY-4.0" and .origin == {catalogue: "Their small catalogue", publisher: "Example Health Board",
    url: "https://catalogue.example/case-studies/barbers.html"}'
  grep -q '^    baseline: 0.50$' "$OURS/barbers.md"
  catalogue show letters
  assert_has 'Taken over from'
  assert_has 'Their small catalogue'
  catalogue show letters --format json
  assert_json '.licence == "OGL-UK-3.0"'
  catalogue publish
  grep -q '<a href="https://catalogue.example/case-studies/barbers.html"[^>]*>Their small catalogue</a>' \
    "$ROOT/build/site/case-studies/barbers.html"
}

@test "all of the real content comes back the same, field for field" {
  local real=$BATS_TEST_TMPDIR/real
  mkdir "$real" && cp -R "$REPOSITORY/content" "$real/"
  succeed_in() { "$CATALOGUE" "$1" -C "$real" "${@:2}" 2>/dev/null; }
  succeed_in export --output "$EXPORT"
  answers "$real" >"$BATS_TEST_TMPDIR/before"
  rm -r "$ROOT/content" && cp -R "$real/content" "$ROOT/" && rm "$OURS"/*.md
  catalogue import "$EXPORT"
  assert_status 0
  assert_output "$(jq '.case_studies | length' "$EXPORT") case studies written"
  [ -z "$stderr" ] || [ "$stderr" = 'Next: catalogue check' ]
  answers "$ROOT" >"$BATS_TEST_TMPDIR/after"
  cmp "$BATS_TEST_TMPDIR/before" "$BATS_TEST_TMPDIR/after"
  [ "$(jq length "$BATS_TEST_TMPDIR/after")" -gt 150 ]
  catalogue check
  assert_status 0
}

@test "what a site offers will do: its folder, its data, one case study, and lines" {
  local what
  succeed_there() { "$CATALOGUE" "$@" -C "$THEIRS" >/dev/null 2>&1; }
  succeed_there publish
  succeed_there export --format ndjson --output "$BATS_TEST_TMPDIR/export.ndjson"
  rm -rf "$BATS_TEST_TMPDIR/apart" && mkdir "$BATS_TEST_TMPDIR/apart"
  cp "$THEIRS/build/site/data/case-studies/"*.json "$BATS_TEST_TMPDIR/apart/"
  mkdir "$BATS_TEST_TMPDIR/data" && cp -R "$THEIRS/build/site/data/case-studies" "$BATS_TEST_TMPDIR/data/"
  for what in "$THEIRS/build/site" "$THEIRS/build/site/data" "$BATS_TEST_TMPDIR/export.ndjson" \
    "$BATS_TEST_TMPDIR/apart" "$BATS_TEST_TMPDIR/data"; do
    rm -f "$OURS"/*
    catalogue import "$what"
    assert_status 0
    assert_output '2 case studies written'
    diff <(answers "$THEIRS") <(answers "$ROOT")
  done
  rm -f "$OURS"/*
  catalogue import "$BATS_TEST_TMPDIR/apart/letters.json"
  [ "$(here)" = ./letters.md ]
}

@test "what is here already is left alone, and another of the same id is told" {
  local before
  catalogue import "$EXPORT"
  before=$(md5sum "$OURS"/*)
  catalogue import "$EXPORT"
  assert_status 0
  assert_output $'0 case studies written\n2 case studies here already'
  change '.case_studies[0].title = "Barbers of another name"'
  catalogue import "$EXPORT"
  assert_status 1
  assert_output $'0 case studies written\n1 case study here already\n1 case study not taken over, because another case study has the id:\n  barbers'
  [ "$(md5sum "$OURS"/*)" = "$before" ]
  rm "$OURS"/*
  ln -s /nowhere "$OURS/barbers.md"
  catalogue import "$EXPORT"
  assert_status 1
  [ -L "$OURS/barbers.md" ] && [ ! -e /nowhere ]
}

@test "its own export is here already" {
  write_case barbers
  write_case hostel 'title: Nurses visit a hostel'
  "$CATALOGUE" export -C "$ROOT" --output "$EXPORT" 2>/dev/null
  catalogue import "$EXPORT"
  assert_status 0
  assert_output $'0 case studies written\n2 case studies here already'
}

@test "two of one id in the same export: the second is told" {
  change '.case_studies[1].id = "barbers"'
  catalogue import "$EXPORT"
  assert_status 1
  assert_has '1 case study written'
  assert_has $'has the id:\n  barbers'
}

@test "an id that is none becomes no name of a file" {
  local id
  for id in '"../../evil"' '"/tmp/evil"' '"a/b"' '".."' '""' '"Upper"' '"nul"' '"index"' '"a\u001b[2Jb"' '"a\nb"' '"x.md"' null 7 '["a"]' '{"a": 1}' \
    "\"$(printf 'a%.0s' {1..65})\"" '"caf\u00e9"' '"-a"'; do
    rm -f "$OURS"/*
    jq --argjson id "$id" '.case_studies[0].id = $id' "$EXPORT" >"$BATS_TEST_TMPDIR/hostile.json"
    catalogue import "$BATS_TEST_TMPDIR/hostile.json"
    [ "$id" = 7 ] || assert_status 1
    [ "$id" = 7 ] || [ "$(here)" = ./letters.md ] || fail "$id made a file: $(here)"
    [[ $output != *$'\e'* && $stderr != *$'\e'* ]] || fail "$id reached the terminal"
  done
  [ ! -e "$BATS_TEST_TMPDIR/evil.md" ] && [ ! -e /tmp/evil.md ]
}

@test "a case study that may not stand here is refused, with the reason, and the others come" {
  local change
  while IFS= read -r change; do
    rm -f "$OURS"/*
    jq "$change" "$EXPORT" >"$BATS_TEST_TMPDIR/hostile.json"
    catalogue import "$BATS_TEST_TMPDIR/hostile.json"
    [ "$status" -eq 1 ] && [ "$(here)" = ./letters.md ] || fail "$change: $(here)"
    assert_has $'not taken over:\n  barbers: '
    [[ $output != *$'\e'* && $stderr != *$'\e'* ]] || fail "$change reached the terminal"
  done <<'END'
.case_studies[0].title = "A \u001b[31mred title of some length"
.case_studies[0].title = ["a", "b"]
.case_studies[0].title = {"a": "b"}
.case_studies[0].title = " blanks at both ends are not kept  "
.case_studies[0].title = ("x" * 300000)
.case_studies[0].regions = ["nowhere"]
.case_studies[0].regions = "london"
.case_studies[0].regions = [["london"]]
.case_studies[0].regions = [{"london": "x"}]
.case_studies[0].partners[0] = "Example"
.case_studies[0].partners[0].url = "javascript:alert(1)"
.case_studies[0].outcomes[0].baseline = 1e300
.case_studies[0].outcomes[0].baseline = "12 per cent"
.case_studies[0].outcomes[0].estimate = [1]
.case_studies[0].sources[0] = {}
.case_studies[0].stage = "running"
.case_studies[0].body = "## The need\n\n<script>alert(1)</script>\n"
.case_studies[0].body = "\nno sections\n"
.case_studies[0].body = ("## The need\n\n" + "x" * 300000)
.case_studies[0].body = "## The need\n\nRing 07700 900123 or a.person@nhs.example.net for John.\n\n## What we did\n\nIt.\n\n## What changed\n\nMore.\n"
.case_studies[0].body = 7
.case_studies[0] |= del(.body)
.case_studies[0].contact = {"role": "Team", "name": "A Person"}
END
}

@test "a picture is no part of an export: it is named, and with it the case study comes" {
  change '.case_studies[0].body += "\n![A shop](../images/shop.png)\n"'
  catalogue import "$EXPORT"
  assert_status 1
  assert_stderr_has 'the image shop.png is not there'
  assert_stderr_has 'add the file to content/images/'
  assert_has $'not taken over:\n  barbers: '
  [ "$(here)" = ./letters.md ]
  mkdir "$ROOT/content/images"
  printf '\x89PNG\r\n\x1a\n\0\0\0\rIHDR\0\0\0\1\0\0\0\1\10\2\0\0\0\x90wS\xde' >"$ROOT/content/images/shop.png"
  catalogue import "$EXPORT"
  [ "$(here)" = './barbers.md ./letters.md' ] || fail "$(here)"
}

@test "a text that looks like YAML stays a text" {
  local text
  for text in '---\ntitle: two words\n---' 'yes: [no, &a, *a] and' '# a remark, or not' '"quoted" and more' "'single' and more" \
    '- one of a long list' '{a: b, c: [d], e: f}' '? a key : a value' '!!str a tag, then' 'a back\\slash \\n and on' \
    'it ends in a colon:' '| a block, > a fold' '0x1F, 1e3 and null'; do
    rm -f "$OURS"/*
    jq --arg text "$(printf -- "$text")" '.case_studies[0] |= (.accountable = $text | .learning = [$text] | .keywords = [$text]
      | .partners[0].name = $text)' "$EXPORT" >"$BATS_TEST_TMPDIR/odd.json"
    catalogue import "$BATS_TEST_TMPDIR/odd.json"
    [ "$status" -eq 0 ] || fail "refused: $text"
    catalogue show barbers --format json
    assert_json --arg text "$(printf -- "$text")" '[.accountable, .learning[0], .keywords[0], .partners[0].name] | all(. == $text)'
  done
}

@test "answers that are not known here are left out, and told" {
  change '.case_studies[0].shoe_size = 9 | .case_studies[0].partners[0]["a\u001b: b"] = "x"'
  catalogue import "$EXPORT"
  assert_status 0
  assert_has $'2 answers unknown, and left out:\n'
  assert_has shoe_size
  [[ $output != *$'\e'* ]]
  ! grep -q 'shoe\|a.: b' "$OURS/barbers.md" || fail 'found what must not be there'
}

@test "what is no export is told, and nothing is written" {
  local bytes
  for bytes in '' '{' '[1, 2' '"text"' '{"case_studies": [' '{"format_version": 99, "case_studies": []}' '{"a": "\ud800"}' $'\xff\xfe{}' \
    '{"case_studies": 7}' "$(printf '[%.0s' {1..5000})"; do
    printf %s "$bytes" >"$BATS_TEST_TMPDIR/bad.json"
    catalogue import "$BATS_TEST_TMPDIR/bad.json"
    [ "$status" -ne 0 ] || fail "taken: $bytes"
    [ -z "$(here)" ]
  done
  for bytes in /nowhere.json "$BATS_TEST_TMPDIR/empty" /dev/zero; do
    mkdir -p "$BATS_TEST_TMPDIR/empty"
    catalogue import "$bytes"
    assert_status 2
    [ -n "$stderr" ]
  done
}

@test "with --dry-run nothing is written, and JSON names what would be" {
  change '.case_studies[1].regions = ["nowhere"]'
  catalogue import --dry-run "$EXPORT" --format json
  assert_status 1
  assert_json '.written == ["barbers"] and (.refused | length == 1) and .same == [] and .clashes == []'
  [ -z "$(here)" ]
}

@test "a case study that came from a third catalogue says so still" {
  change '.case_studies[0].origin = {catalogue: "A third catalogue"}'
  catalogue import "$EXPORT"
  assert_status 0
  catalogue show barbers --format json
  assert_json '.origin == {catalogue: "A third catalogue"}'
}

@test "a folder of case studies that leads elsewhere is not written to" {
  mkdir "$BATS_TEST_TMPDIR/elsewhere"
  rmdir "$OURS"
  ln -s "$BATS_TEST_TMPDIR/elsewhere" "$OURS"
  catalogue import "$EXPORT"
  assert_status 2
  [ -z "$(ls "$BATS_TEST_TMPDIR/elsewhere")" ]
}

@test "a run that is killed leaves whole files, and the next one takes the rest" {
  local at
  for at in 1 2; do
    killed change "$at" import "$EXPORT"
    [ "$(here | wc -w)" -lt 4 ]
  done
  catalogue import "$EXPORT"
  assert_status 0
  [ "$(here)" = './barbers.md ./letters.md' ]
  diff <(answers "$THEIRS") <(answers "$ROOT")
}
