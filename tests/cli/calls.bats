#!/usr/bin/env -S bats --tap
# Pages that call for case studies. The case studies are invented.
load helpers

setup() {
  make_root
  SITE=$ROOT/build/site
  write_case barbers
  mkdir "$ROOT/content/pages"
}

# call FRONT: a page with this in front.
call() {
  printf -- '---\ntitle: Wanted\n%s\n---\nTell us.\n' "$1" >"$ROOT/content/pages/wanted.md"
}

# What stands in the page's call, without tags.
told() {
  sed -n '/id="call"/,/<\/main>/p' "$SITE/wanted.html" | tr '\n' ' ' | sed 's/<[^>]*>/ /g; s/  */ /g'
}

@test "a call says on what, for whom, until when and whom to send it to, and what is not there" {
  call 'call: {priority_areas: [maternity, cvd], deprivation_focus: [core20], closes: 2027-03-31, contact: "Editors, editors@board.example"}'
  catalogue publish
  assert_status 0
  told=$(told)
  for words in 'Priority area Maternity , Cardiovascular disease' 'Deprivation focus Core20' 'Open until 31 March 2027' 'Send it to Editors, editors@board.example'; do
    [[ $told == *"$words"* ]] || fail "$words: $told"
  done
  grep -q '<a href="mailto:editors@board.example">' "$SITE/wanted.html"
  # barbers is about cvd and core20; nothing is about maternity and core20, and nothing else is asked for.
  [ "$(grep -c 'contribute.html?priority_areas=[a-z-]*&amp;deprivation_focus=' "$SITE/wanted.html")" = 1 ]
  grep -q 'href="contribute.html?priority_areas=maternity&amp;deprivation_focus=core20"' "$SITE/wanted.html"
  # One group is certain, one of two areas is not.
  grep -q 'href="contribute.html?deprivation_focus=core20"' "$SITE/wanted.html"
}

@test "a call for anything stays open, and names the catalogue's contact and the ten pairs that come first" {
  call 'call: {closes: 2027}'
  catalogue publish
  [[ $(told) == *'Open until 2027 '*'Send it to catalogue@board.example '* ]] || fail "$(told)"
  [ "$(grep -c 'contribute.html?priority_areas=[a-z-]*&amp;deprivation_focus=' "$SITE/wanted.html")" = 10 ]
  call 'call: {priority_areas: [cvd]}'
  catalogue publish
  [[ $(told) == *'Open until No closing date '* ]] || fail "$(told)"
}

@test "what somebody tells of is no longer missing" {
  call 'call: {priority_areas: [maternity], deprivation_focus: [core20]}'
  catalogue publish
  [[ $(told) == *'No case study is about these yet'* ]] || fail "$(told)"
  write_case midwives 'title: The same midwife all the way' 'priority_areas: [maternity]' 'deprivation_focus: [core20]'
  catalogue publish
  [[ $(told) != *'No case study is about these yet'* ]] || fail "$(told)"
}

@test "without a form nothing leads there, and without a contact nobody is named" {
  sed -i 's/^contact:.*/contact: ""/' "$ROOT/content/catalogue.yaml"
  echo 'page_kinds_off: [contribute]' >>"$ROOT/content/catalogue.yaml"
  call 'call: {priority_areas: [maternity]}'
  catalogue publish
  [[ $(told) == *'Send it to This copy does not name a contact yet.'*'Maternity and '* ]] || fail "$(told)"
  ! grep -q 'href="contribute.html' "$SITE/wanted.html" || fail 'something leads to the form'
}

@test "a mistake in a call is told at its place" {
  call 'call: {priority_areas: [matrnity], closes: 31 March 2027}'
  catalogue check
  assert_status 1
  assert_has 'content/pages/wanted.md:3:25: error'
  assert_has 'maternity'
  assert_has 'content/pages/wanted.md:3:44: error'
  call 'call: {until: 2027}'
  catalogue check
  assert_status 1
  assert_has 'content/pages/wanted.md:3:8: error'
}
