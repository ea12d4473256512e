#!/usr/bin/env -S bats --tap
# `catalogue explain`: every code can be looked up, and its examples are true.
load helpers

# The smallest PNG, for the example that shows one.
picture() {
  printf '\x89PNG\r\n\x1a\n\0\0\0\rIHDR\0\0\0\1\0\0\0\1\10\2\0\0\0\x90wS\xde'
}

# A catalogue for examples: one more case and one picture, as they mention.
make_example_root() {
  make_root "$BATS_TEST_TMPDIR/$1"
  mkdir -p "$ROOT/content/images" "$ROOT/content/pages" "$ROOT/content/lenses" "$ROOT/theme"
  picture >"$ROOT/content/images/checks.png"
  write_case other-case 'adapted_from: l604'
}

# part NAME CODE: what `explain` says about a code, with its own name in place of this-case.
part() {
  jq -j --arg code "$2" --arg id "${2,,}" --arg part "$1" \
    '.[] | select(.code == $code)[$part] | gsub("this-case"; $id)' "$BATS_FILE_TMPDIR/codes"
}

# write_example wrong|right CODE: a case study with the example in it; it is named after the code.
write_example() {
  local example
  local file=$ROOT/content/case-studies/${2,,}.md
  example=$(part "$1" "$2" && echo .)
  example=${example%.}
  example=${example%$'\n'}
  case $(part where "$2") in
  'in the front matter') write_case "${2,,}" "$example" ;;
  'in the text') write_case "${2,,}" && printf '\n%s\n' "$example" >>"$file" ;;
  'as the whole text')
    write_case "${2,,}"
    sed -i '1n; /^---$/q' "$file"
    printf '\n%s\n' "$example" >>"$file"
    ;;
  'at the top of the file') printf '%s\n' "$example" >"$file" ;;
  "as the file's name") write_case "${example%.md}" ;;
  'in words') ;;
  *) ;; # the catalogue's own files have a test of their own, below
  esac
}

# "code path" for each problem that check finds. The cases are copies of one, but for their examples, which is no matter here.
problems() {
  { "$CATALOGUE" check -C "$ROOT" --format json 2>/dev/null || true; } |
    jq -r '.[] | select(.code != "C317") | "\(.code) \(.path | ltrimstr("content/case-studies/"))"' | sort -u
}

# The same for the examples of one kind, each in a case study of its own.
problems_of() {
  local code
  make_example_root "$1"
  for code in $(jq -r '.[].code' "$BATS_FILE_TMPDIR/codes"); do write_example "$1" "$code"; done
  problems
}

setup_file() {
  "$CATALOGUE" explain --format json >"$BATS_FILE_TMPDIR/codes"
}

@test "the codes are listed, in text and as JSON" {
  catalogue explain
  assert_status 0
  assert_has 'C203  error    A term that the vocabulary does not have.'
  [ "${#lines[@]}" -eq "$(jq length "$BATS_FILE_TMPDIR/codes")" ]
  catalogue explain --format json
  assert_json 'all(.code and .meaning and .where and .wrong and .right and (.severity | IN("error", "warning")))'
  assert_json '[.[].code] | unique | length == length'
}

@test "one code is explained with a wrong and a right example" {
  catalogue explain c203
  assert_status 0
  assert_output 'C203 (error): A term that the vocabulary does not have.

wrong, in the front matter

    stage: running

right

    stage: live'
  catalogue explain C301 C302 --format json
  assert_json '[.[].code] == ["C301", "C302"] and .[0].severity == "warning"'
}

@test "a code that does not exist is not found" {
  catalogue explain C2O3
  assert_status 1
  assert_output ''
  assert_stderr_has 'there is no code "C2O3"; did you mean C203'
  catalogue explain nonsense-of-some-length
  assert_status 1
  assert_stderr_has 'for a list of all: catalogue explain'
  catalogue explain C203 --format yaml
  assert_status 2
}

@test "explaining needs no catalogue" {
  cd "$BATS_TEST_TMPDIR"
  run "$CATALOGUE" explain B406
  assert_status 0
  assert_has '<b>checked</b>'
}

@test "every wrong example is found, with its code" {
  local code
  found=$(problems_of wrong)
  for code in $(jq -r '.[] | select(.where | test("front matter|text|top")).code' "$BATS_FILE_TMPDIR/codes"); do
    grep -qx "$code ${code,,}.md" <<<"$found" || fail "$code is not found in: $(part wrong "$code")"
  done
  grep -qx "F006 $(part wrong F006)" <<<"$found"
}

# Whoever brings an index up to date looks for errors alone. Those of links (L…) are of two files, and keep out neither.
@test "the wrong examples that are errors are those that are not in the index" {
  local code
  make_example_root wrong
  for code in $(jq -r '.[].code' "$BATS_FILE_TMPDIR/codes"); do write_example wrong "$code"; done
  "$CATALOGUE" index -C "$ROOT" --keep-going >"$BATS_TEST_TMPDIR/said" 2>&1 || true
  { "$CATALOGUE" check -C "$ROOT" --format json 2>/dev/null || true; } |
    jq -r '.[] | select(.severity == "error" and (.code[:1] != "L")) | .path | capture("case-studies/(?<id>.*)[.]md$").id' |
    sort -u >"$BATS_TEST_TMPDIR/broken"
  "$CATALOGUE" search -C "$ROOT" --limit 0 --format ids 2>/dev/null | sort >"$BATS_TEST_TMPDIR/there"
  [ "$(wc -l <"$BATS_TEST_TMPDIR/broken")" -gt 60 ]
  (cd "$ROOT/content/case-studies" && printf '%s\n' *.md | sed 's/[.]md$//' | sort) |
    diff - <(sort -m "$BATS_TEST_TMPDIR/broken" "$BATS_TEST_TMPDIR/there")
}

@test "no right example has the problem, nor another" {
  # Four examples are only the top of a file: what is below is missing.
  found=$(problems_of right | grep -Ev '^[BCF][0-9]+ (f007|f008|f011|y105)\.md$|^C301 ' || true)
  [ -z "$found" ] || fail "$found"
}

@test "the tops of files lack only what is below them" {
  local code
  found=$(problems_of right)
  for code in F007 F008 F011 Y105; do ! grep -q "^$code " <<<"$found" || fail "$code is found in: $(part right "$code")"; done
}

# own_file CODE PATH: the wrong example in a file of the catalogue's own is found, the right one is not.
own_file() {
  local kind
  for kind in wrong right; do
    make_example_root "$kind-$1"
    write_case l604
    part "$kind" "$1" >>"$ROOT/$2"
    problems >"$BATS_TEST_TMPDIR/$kind"
  done
  grep -q "^$1 " "$BATS_TEST_TMPDIR/wrong"
  ! grep -q "^$1 " "$BATS_TEST_TMPDIR/right" || fail 'found what must not be there'
}

@test "the examples for the catalogue's own files are true" {
  own_file V701 content/vocabulary/regions.yaml
  own_file V703 content/pages/us.md
  own_file V704 content/vocabulary/regions.yaml
  own_file V705 content/vocabulary/synonyms.yaml
  own_file V706 content/vocabulary/principles.yaml
  own_file V707 content/lenses/example.yaml
  own_file V711 content/lenses/example.yaml
  own_file V712 content/lenses/example.yaml
  own_file V714 content/lenses/example.yaml
  own_file V718 content/need.csv
  own_file V719 theme/theme.css
  make_root() { # the settings without the keys of the examples
    ROOT=$1
    mkdir -p "$ROOT/content/case-studies"
    cp -R "$REPOSITORY/content/vocabulary" "$ROOT/content/"
    printf 'title: A small catalogue\n' >"$ROOT/content/catalogue.yaml"
  }
  own_file V702 content/catalogue.yaml
  own_file V716 content/catalogue.yaml
  own_file V717 content/words.yaml
  own_file V801 content/catalogue.yaml
  own_file V802 content/catalogue.yaml
  own_file V803 content/words.yaml
}

@test "every code of the catalogue's own files has its example tried" {
  run jq -r '.[] | select(.where != "in words").code | select(startswith("V"))' "$BATS_FILE_TMPDIR/codes"
  [ "$output" = "$(sed -n 's/^  own_file \(V[0-9]*\) .*/\1/p' "$BATS_TEST_FILENAME" | sort)" ]
}
