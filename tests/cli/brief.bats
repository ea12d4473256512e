#!/usr/bin/env -S bats --tap
# catalogue brief.
load helpers

setup() {
  make_root
  write_case barbers 'contact: {role: Public health team, email: health@board.example}' $'cost: {amount: 4500, per: year}' 'gap_effect: narrowed' \
    $'learning:\n  - Ask where people are already' \
    $'sources:\n  - title: A report' \
    $'outcomes:\n  - measure: Men checked\n    unit: "%"\n    better: higher\n    baseline: 20\n    after: 35\n    source: 1'
  write_case florists 'title: Florists offer blood pressure checks' 'result: no-effect' 'evaluation: views' \
    $'learning:\n  - It reduced strokes in two years\n  - A nurse must be near'
  write_case bakers 'title: Bakers offer blood pressure checks' 'result: not-delivered' 'evaluation: none'
  write_case warm 'title: Warm homes for older people' 'summary: Cold homes made old people ill in one valley. Boilers were put in, free. Admissions fell in two winters.' 'priority_areas: [housing]' 'deprivation_focus: [older-people]'
}

part() {
  jq -r --arg key "$1" '.parts[] | select(.key == $key).lines[].text' <<<"$output"
}

@test "a briefing says how many, how well known, what came of them, cost, contact and what is not known" {
  catalogue brief blood pressure --format json
  assert_status 0
  assert_json '.report == "brief" and .cases == 3 and .query == "blood pressure"'
  [ "$(part asked)" = '3 case studies with all these words.' ]
  [ "$(part known)" = '1 of 3 measured the result before and after, or compared it with that of others; the best known is at level E2 Measured.' ] || fail "$(part known)"
  part results | grep -qx 'As the case studies tell it: 1 better, 1 no difference shown, 1 not delivered.'
  part results | grep -qx 'The gap between groups: 1 narrowed, 2 not measured.'
  [ "$(part examples)" = 'Barbers offer blood pressure checks. Men checked: 20% to 35%: +15 points, better. (E2 Measured · Better)' ] || fail "$(part examples)"
  [ "$(part failures | wc -l)" = 2 ]
  part cost | grep -qx '£4,500 a year. (Barbers offer blood pressure checks)'
  [ "$(part contacts)" = 'Public health team: health@board.example (Barbers offer blood pressure checks)' ]
  part unknown | grep -qx 'What happened to the gap between groups, in 2 of 3.'
}

@test "a lesson that claims a cause is quoted only where results were compared" {
  catalogue brief blood pressure --format json
  part learning | grep -qx 'Ask where people are already. (Barbers offer blood pressure checks · E2 Measured)'
  part learning | grep -qx 'A nurse must be near. (Florists offer blood pressure checks · E1 Accounted)'
  [[ $(part learning) != *reduced* ]]
}

@test "few case studies are told to be few, and none to be none" {
  catalogue brief florists
  assert_status 0
  assert_has 'That is too few to draw lessons from together'
  catalogue brief zzzz
  assert_status 1
  assert_has 'No case study here is about this.'
}

# titled QUERY TITLE
titled() {
  catalogue brief -- "$1"
  [ "${lines[0]}" = "Briefing: $2" ] || fail "$1: ${lines[0]}"
}

@test "the title says what was asked, filters too" {
  catalogue brief blood --priority-area cvd --deprivation-focus men
  [ "${lines[0]}" = 'Briefing: blood, Cardiovascular disease, Men and boys' ] || fail "${lines[0]}"
  catalogue brief
  [ "${lines[0]}" = 'Briefing: all case studies' ]
  # Terms are told by their labels; what is more than terms, as it was typed.
  titled 'priority_areas:cvd -stage:ended' 'Cardiovascular disease, not Stage: Ended'
  titled 'deprivation_focus:men,older-people | actions:outreach' 'Men and boys or Older people or Go to people'
  titled 'region:london (evidence:e2,e3 | priority-area:housing)' 'Region: London, Evidence level: E2 Measured or E3 Compared or Housing and homelessness'
  titled '(region:london evidence:e2) | priority-area:housing' '(region:london evidence:e2) | priority-area:housing'
  titled 'priority_areas:cvd blood' 'priority_areas:cvd blood'
  titled 'priority_areas:cvd evidence:>=e2' 'priority_areas:cvd evidence:>=e2'
  titled 'priority_areas:nowhere' 'nowhere'
}

@test "five questions come from disagreements and from what is open" {
  catalogue brief blood pressure --questions --format json
  [ "$(part questions | wc -l)" = 5 ]
  part questions | grep -q '^“Barbers offer blood pressure checks” tells of a better result, and “Florists offer'
}

@test "a page to print stands by itself, and hostile words stay words" {
  write_case hostile 'title: "Checks <b>& more</b> of blood pressure"' 'result: negative'
  catalogue brief blood pressure --format html
  assert_status 0
  assert_has '<title>Briefing: blood pressure</title>'
  assert_has 'Checks &lt;b&gt;&amp; more&lt;/b&gt; of blood pressure'
  assert_has 'href="https://catalogue.example/case-studies/barbers.html"'
  assert_lacks 'src='
  catalogue brief blood pressure --format markdown
  assert_has '[Barbers offer blood pressure checks](https://catalogue.example/case-studies/barbers.html)'
  assert_has 'Checks \<b\>& more\</b\> of'
}
