#!/usr/bin/env -S bats --tap
# `catalogue check PATH…`: what lies at a path is read as what it is, wherever one stands.
load helpers

setup() {
  make_root
  write_case barbers
  mkdir -p "$ROOT/content/pages" "$ROOT/content/lenses"
  printf -- '---\ntitle: About\n---\n\nWords.\n' >"$ROOT/content/pages/about.md"
  cd "$ROOT" || exit 1
}

# says STATUS LAST-LINE-OF-STDERR PATH…
says() {
  run --separate-stderr "$CATALOGUE" check "${@:3}"
  [ "$status" -eq "$1" ] || fail "status $status of check ${*:3}: $output $stderr"
  [[ ${stderr##*$'\n'} == "$2"* ]] || fail "check ${*:3} says $stderr"
}

@test "pages, vocabularies, settings and word lists are no case studies" {
  says 0 '1 file checked: 0 errors' content/pages/about.md
  says 0 '1 file checked: 0 errors' content/vocabulary/stage.yaml
  says 0 '2 files checked: 0 errors' content/catalogue.yaml content/vocabulary/known-words/frame.txt
  says 0 '1 case study and 1 other file checked: 0 errors' content/pages/about.md content/case-studies/barbers.md
  says 0 "$(find content/vocabulary -maxdepth 1 ! -name '.*' | sed 1d | wc -l) files checked: 0 errors" content/vocabulary
}

@test "what is wrong with them is told, and what is wrong with others is not" {
  printf 'ordr: 1\n' >>content/catalogue.yaml
  printf -- '---\ntitel: About\n---\n\nWords.\n' >content/pages/about.md
  printf 'a: b\n' >content/vocabulary/glossary.yaml
  says 1 '1 file checked: 1 error' content/pages/about.md
  [[ $output == 'content/pages/about.md:2:1: error'* ]] || fail "$output"
  [[ $output == *'titel: About'* ]] || fail "no line: $output"
  says 1 '1 file checked: 1 error' content/catalogue.yaml
  says 0 '1 case study checked: 0 errors' content/case-studies/barbers.md
  says 1 '1 case study checked: 3 errors'
}

@test "a path is tried from where one stands, and then from the root" {
  cd content/case-studies || exit 1
  says 0 '1 case study checked: 0 errors' barbers.md
  says 0 '1 case study checked: 0 errors' content/case-studies/barbers.md
  says 0 '1 file checked: 0 errors' ../pages/about.md
  cd / || exit 1
  run --separate-stderr "$CATALOGUE" check -C "$ROOT" content/case-studies/barbers.md content/pages
  [ "$status" -eq 0 ]
  [[ $stderr == '1 case study and 1 other file checked'* ]] || fail "$stderr"
}

@test "the same file named twice is read once" {
  says 0 '1 case study checked: 0 errors' content/case-studies/barbers.md ./content/case-studies/../case-studies/barbers.md
}

@test "the root, and content, are the catalogue" {
  local all
  "$CATALOGUE" check >"$BATS_TEST_TMPDIR/out" 2>"$BATS_TEST_TMPDIR/err"
  all=$(cat "$BATS_TEST_TMPDIR/err")
  says 0 "$all" .
  says 0 "$all" content
  says 0 "$all" content content/case-studies/barbers.md
}

@test "what is not there, and what is nothing that is checked, is said" {
  says 2 '0 case studies checked: 1 error' content/case-studies/nobody.md
  [[ $stderr == 'catalogue check: a path that was named is neither here nor in the catalogue'* ]] || fail "$stderr"
  [[ $output == *'content/case-studies/nobody.md: error[F001]'*'paths are looked for where you stand'* ]] || fail "$output"
  touch content/pages/notes.txt report.docx
  says 1 '0 case studies checked: 1 error' content/pages/notes.txt
  [[ $output == *'is nothing that is checked'* ]] || fail "$output"
  says 1 '0 case studies checked: 1 error' report.docx
  mkdir empty
  says 1 '1 case study checked: 1 error' empty content/case-studies/barbers.md
  [[ $output == *'empty: error[F006]: nothing in this folder is checked'* ]] || fail "$output"
}

@test "a file that cannot be read counts no answers that are missing" {
  printf '# Notes\n' >notes.md
  run --separate-stderr "$CATALOGUE" check notes.md
  [ "$status" -eq 1 ]
  [[ $stderr != *advised* ]] || fail "$stderr"
}

# as_others COMMAND…: without the right to read wherever it likes, which root has.
as_others() {
  if [ "$(id -u)" -eq 0 ]; then setpriv --bounding-set=-dac_override,-dac_read_search "$@"; else "$@"; fi
}

@test "what keeps the index from being brought up to date is named by search" {
  succeed index
  chmod 311 "$ROOT/content/case-studies"
  run --separate-stderr as_others "$CATALOGUE" search -C "$ROOT" --format ids checks
  chmod 755 "$ROOT/content/case-studies"
  assert_status 0
  assert_stderr_has 'catalogue: an error in content/case-studies, so the index stays as it was; see: catalogue check'
  printf 'london:\n  lable: London\n' >"$ROOT/content/vocabulary/regions.yaml"
  printf 'titel: Here\n' >"$ROOT/content/catalogue.yaml"
  catalogue search --format ids checks
  [[ $stderr =~ 'catalogue: '[2-9]' errors, the first in content/' ]] || fail 'more than one is not told'
}

@test "of a folder that may not be read nothing is said but that" {
  local folder told
  mkdir -p "$ROOT/content/pages"
  printf -- '---\ntitle: About\n---\nSee [the barbers](barbers.md).\n' >"$ROOT/content/pages/about.md"
  write_case barbers 'related: [letters]'
  write_case letters
  printf '\nSee [how it began](../pages/about.md).\n' >>"$ROOT/content/case-studies/letters.md"
  for folder in content/pages content/case-studies; do
    # It can be gone through: a file in it is there by its name.
    chmod 311 "$ROOT/$folder"
    for told in '' "$ROOT/content/case-studies/barbers.md" "$ROOT/content/case-studies/letters.md"; do
      [ "$folder $told" != "content/pages $ROOT/content/case-studies/barbers.md" ] || continue # it has nothing to do with pages
      run --separate-stderr as_others "$CATALOGUE" check -C "$ROOT" $told
      assert_status 1
      [[ $output == *'cannot be read: Permission denied'* ]] || fail "$folder: $output"
      [[ $output != *'there is no'* && $output != *'there is neither'* ]] || fail "$folder: what nobody saw is told as not there"
    done
    chmod 755 "$ROOT/$folder"
  done
  succeed check
}
