#!/usr/bin/env -S bats --tap
# shellcheck disable=SC2016,SC2154 # a pager's own variables; stderr is set by bats
# Options and arguments, what commands need before they run, and the pager.
load helpers

setup() {
  make_root
  write_case barbers 'regions: [london]'
}

# wrong WORD…: this command line is wrong usage: nothing is printed, and one line says why.
wrong() {
  catalogue "$@"
  assert_status 2
  assert_output ''
  [[ -n $stderr && $stderr != *$'\n'* ]] || fail "not one line"
}

@test "an option that there is not gets a suggestion" {
  wrong check --stict
  assert_stderr_has 'catalogue check: there is no option --stict; did you mean --strict'
  wrong check -help
  assert_stderr_has 'there is no option -help; did you mean --help'
  wrong check -version
  assert_stderr_has 'there is no option -version; did you mean --version'
  wrong check -x
  assert_stderr_has 'there is no option -x; see catalogue check --help'
  wrong search --output=x
  assert_stderr_has 'there is no option --output; see catalogue search --help; the main filters are --priority-area'
}

@test "an option of few words takes no other, and says which is near" {
  wrong search --format jsn barbers
  assert_stderr_has '--format takes text, json, ndjson, csv, ids or paths, not "jsn"; did you mean json'
  wrong search --sort newst
  assert_stderr_has 'did you mean newest'
  wrong check --format nothing-near
  [[ $stderr == *'--format takes text, json, github or sarif, not "nothing-near"' ]]
  wrong schema --color=alway
  assert_stderr_has '--color takes auto, always or never, not "alway"; did you mean always'
}

@test "values stand in the same word or the next" {
  catalogue search --limit=1 --format=ids barbers
  assert_output barbers
  wrong search --limit
  assert_stderr_has '--limit needs a value: --limit N'
  wrong search --facets=yes
  assert_stderr_has '--facets takes no value'
  wrong search --region ''
  assert_stderr_has '--region needs a value, and this one is empty: --region TERM'
  wrong publish --output=
  assert_stderr_has '--output needs a value, and this one is empty: --output DIR'
  wrong search --limit 1.5
  assert_stderr_has '--limit takes a whole number from 0 on, not "1.5"'
  wrong publish --base-url catalogue.example
  assert_stderr_has '--base-url takes a web address, and "catalogue.example" is none: it begins with neither https:// nor http://'
  wrong publish --base-url 'https://catalogue.example/a b'
  assert_stderr_has '" is none: it has a blank in it'
  local unseen
  for unseen in $'\xe2\x80\x8b' $'\xe2\x80\xae' $'\xef\xbb\xbf' $'\xc2\x85' $'\xef\xbf\xbe' $'\x9b'; do
    wrong publish --base-url "https://catalogue.example/a${unseen}b/"
    assert_stderr_has 'it has a character that nobody sees'
  done
  wrong publish --base-url 'https://me@catalogue.example/'
  assert_stderr_has '" is none: it names a user before the host'
  wrong publish --base-url https:///a
  assert_stderr_has '" is none: it names no host'
  run --separate-stderr "$CATALOGUE" search x -C
  assert_status 2
  assert_stderr_has '-C needs a value: -C DIR'
}

@test "a complaint is told whole, however long the word was" {
  local word
  word=$(printf 'é%.0s' {1..3000})
  wrong show "$word" --format x
  wrong search "--$word"
  assert_stderr_has "there is no option --$word; see catalogue search --help"
}

@test "a command takes only the options that it has a use for" {
  local command
  for command in check schema explain; do
    catalogue "$command" --help
    assert_lacks '--database'
    wrong "$command" --database x.db
  done
  catalogue publish --help
  assert_has '--database FILE           keep the index here'
  catalogue search --help
  assert_has '--database FILE           use this index, as it is'
}

@test "a command takes as many arguments as it can use" {
  wrong publish here
  assert_stderr_has 'it takes no arguments, and "here" is one'
  wrong show
  wrong similar
  wrong similar barbers barbers
  wrong compare barbers
}

@test "what is wrong is said before anything is opened" {
  rm -r "$ROOT/content/vocabulary"
  wrong facets nope
  assert_stderr_has 'there is no field "nope"'
  wrong publish --output "$ROOT/content/site"
  assert_stderr_has 'as content/ has the sources'
  [ ! -e "$ROOT/build" ]
}

# paged WORD…: what a terminal shows of this command line; PAGER and LESS are the caller's.
paged() {
  local command
  printf -v command '%q ' "$CATALOGUE" "$1" -C "$ROOT" "${@:2}"
  run script -qec "$command" /dev/null
}

@test "a long answer goes through the pager, and what a script reads does not" {
  export PAGER='sed s/^/paged:/'
  paged show barbers
  assert_status 0
  assert_has 'paged:'
  paged show barbers --no-pager
  assert_lacks 'paged:'
  paged check
  assert_lacks 'paged:'
  catalogue show barbers
  assert_lacks 'paged:'
  PAGER='' paged show barbers
  assert_has 'Barbers offer'
  PAGER='cat' paged show barbers
  assert_has 'Barbers offer'
}

@test "what the pager's status is makes no second copy" {
  PAGER='cat; exit 3;' paged show barbers
  assert_status 0
  [ "$(grep -c 'The need' <<<"$output")" -eq 1 ]
  PAGER='head -n 1' paged show barbers
  assert_status 0
  assert_lacks 'The need'
}

@test "a pager that is not there stands in nobody's way" {
  PAGER=no-such-pager paged show barbers
  assert_status 0
  [ "$(grep -c 'The need' <<<"$output")" -eq 1 ]
}

@test "less is told to keep colours, unless its user has told it otherwise" {
  PAGER='echo LESS is $LESS;' paged show barbers
  assert_has 'LESS is FIRX'
  PAGER='echo LESS is $LESS;' LESS=S paged show barbers
  assert_has 'LESS is S'
}

@test "colours are for terminals that want them" {
  export PAGER=
  local escape=$'\e['
  TERM=xterm paged show barbers
  assert_has "$escape"
  TERM=dumb paged show barbers
  assert_lacks "$escape"
  TERM=xterm NO_COLOR=1 paged show barbers
  assert_lacks "$escape"
  TERM=dumb paged show barbers --color always
  assert_has "$escape"
  catalogue show barbers
  assert_lacks "$escape"
  catalogue show barbers --color always
  assert_has "$escape"
}
