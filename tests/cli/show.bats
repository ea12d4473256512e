#!/usr/bin/env -S bats --tap
# catalogue show: one case study, in the terminal and as data.
load helpers

setup() {
  make_root
  write_case barbers 'place: Two wards' 'start: 2021' $'outcomes:\n  - measure: Checks\n    domain: access\n    unit: people\n    better: higher\n    baseline: 40\n    after: 65'
}

@test "a case study is read in the terminal" {
  catalogue show barbers
  assert_status 0
  assert_has 'Barbers offer blood pressure checks'
  assert_has 'Place                 Two wards'
  assert_has 'Priority area         Cardiovascular disease'
  assert_has 'When                  From 2021'
  assert_has 'Main result           Checks: 40 to 65 people: +25 people, better.'
  assert_has $'The need\nMen did not come to the surgery.'
  assert_has 'Partners              Example City Council (Local authority'
}

@test "figures that are not main ones stand in a table where there is room, and each is told once" {
  write_case trial 'evaluation: trial' 'sources: [{title: Does it work?, publisher: A journal, year: 2020, doi: 10.1000/1}]' $'outcomes:
  - {measure: Seen by nobody, unit: "%", better: lower, after: 16, group: In it, comparator: Elsewhere, comparator_is: control, comparator_after: 6, source: 1}
  - measure: Deaths
    better: lower
    estimate: {type: odds-ratio, value: 0.58, low: 0.49, high: 0.69, compared_with: similar towns, comparison: matched, analysed: 900}
    source: 1
  - {measure: Checks, unit: "%", better: higher, baseline: 40, after: 50, target: 45, comparator: The rest, comparator_is: better-off, comparator_baseline: 65, comparator_after: 66, source: 1}'
  COLUMNS=100 catalogue show trial
  assert_has 'Main result           Seen by nobody: 16% instead of 6%, 10 points more. (In it · compared with'
  assert_has 'Other figures'
  [[ $output == *'Measure '*' Figure '*' Compared with '*' Effect or change'* ]]
  [[ $output == *$'\nDeaths  '*' odds ratio 0.58, 95% range'*'lower, which is better'* ]]
  assert_has '    (compared with similar towns · 900 analysed · matched · source 1)'
  [[ $output == *$'\nChecks  '*' 40% to 50%     65% to 66%     +10 points, better; target of 45%'* ]]
  [[ $output == *'the better-off'*'narrowed'*'after.'* ]]
  [ "$(grep -c 'Seen by nobody' <<<"$output")" -eq 1 ]
  [ "$(grep -c '0.58' <<<"$output")" -eq 1 ]
  assert_has '  1 Does it work? A journal, 2020 https://doi.org/10.1000/1'
  COLUMNS=60 catalogue show trial
  assert_lacks 'Effect or change'
  assert_has '  - Deaths: odds ratio 0.58'
  [ "$(LC_ALL=C.UTF-8 wc -L <<<"$output")" -le 60 ]
  catalogue show barbers
  assert_lacks 'Other figures'
}

@test "what a study set out to change is the main result, though it has no figure" {
  write_case homes 'result: mixed' 'sources: [{title: Warm homes}]' $'outcomes:
  - {measure: Comfort, unit: "%", after: 80, source: 1}
  - {measure: Health, primary: yes, kind: finding, finding: No better than elsewhere, source: 1}
  - {measure: Visits, kind: finding, finding: There were as many, source: 1}'
  catalogue show homes
  assert_has 'Main result           Health: No better than elsewhere. (source 1)'
  assert_has $'Other figures\n  - Comfort: 80%. (source 1)\n\nWhat studies found\n  - Visits:'
  [ "$(grep -c 'Health: No better' <<<"$output")" -eq 1 ]
  catalogue show homes --format json
  assert_json '.in_words.main_outcomes == ["Health: No better than elsewhere. (source 1)"] and (.in_words.findings | length) == 1'
}

@test "figures stand as they were reported, and claim no side that nobody named" {
  write_case booking 'evaluation: comparison' 'result: not-reported' 'sources: [{title: Does it work?}]' $'outcomes:
  - measure: Weeks at booking
    unit: weeks
    estimate: {type: difference, value: -1.20, low: -2.0, high: -0.40, compared_with: similar towns}
    source: 1
  - measure: Visits
    better: lower
    estimate: {type: percent-change, value: -12.0, low: -20.50, high: -3, compared_with: similar towns}
    source: 1
  - {measure: Seen, unit: "%", after: 7.50, source: 1}'
  COLUMNS=200 catalogue show booking
  assert_has 'Weeks at booking: difference −1.20 weeks (95% range −2.0 to −0.40): lower. ('
  [[ $output == *'Visits  '*'12.0% lower, 95%'*'20.50%'*'better'* ]]
  [[ $output == *$'\nSeen  '*'7.50%'* ]]
  catalogue show booking --format json
  assert_json '.outcome_figures[1].words.sentence == "12.0% lower (95% range 3% to 20.50% lower): better."'
  assert_json '[.outcome_figures[].estimate_says] == ["no-side", "better", null]'
  assert_json '.outcomes[0].estimate.value == -1.2 and .estimate == ["no-side", "better"]'
  assert_json '.outcome_figures[2].words.after == "7.50%"'
  catalogue search estimate:no-side --format ids
  [ "$output" = booking ]
  catalogue search booking --format csv
  assert_has '12.0% lower'
  catalogue compare booking barbers
  assert_has '7.50%'
  catalogue check
  assert_status 0
}

@test "its file, and its data" {
  catalogue show barbers --format markdown
  [ "$output" = "$(cat "$ROOT/content/case-studies/barbers.md")" ]
  catalogue show barbers --format json
  assert_json '.id == "barbers" and .priority_areas == ["cvd"]'
  catalogue show barbers --format html
  assert_has '<article data-case="barbers">'
  assert_has '<h1>Barbers offer blood pressure checks</h1>'
  assert_has '<p>Men did not come to the surgery.</p>'
  catalogue show barbers --format bibtex
  assert_has '@misc{barbers,'
  assert_has 'url = {https://catalogue.example/case-studies/barbers.html}'
  catalogue show barbers --format xml
  assert_status 2
}

@test "several as data are one array, or an object a line" {
  write_case boilers
  catalogue show barbers boilers --format json
  assert_json 'map(.id) == ["barbers", "boilers"]'
  catalogue show barbers boilers --format ndjson
  [ "${#lines[@]}" -eq 2 ]
  jq -e .id <<<"${lines[1]}" >/dev/null
  catalogue show barbers nothing-like-it --format json
  assert_status 1
  assert_json 'map(.id) == ["barbers"]'
}

@test "ids come from another program" {
  write_case boilers
  succeed index
  show_from() { run --separate-stderr bash -c "printf '$1' | '$CATALOGUE' show -C '$ROOT' - --format json"; }
  show_from 'barbers\nboilers\n'
  assert_json 'map(.id) == ["barbers", "boilers"]'
  show_from 'barbers\tits title\n'
  assert_json 'map(.id) == ["barbers"]'
  show_from 'boilers\0barbers\0'
  assert_json 'map(.id) == ["boilers", "barbers"]'
  show_from ''
  assert_status 1
  assert_json '. == []'
  run --separate-stderr "$CATALOGUE" show -C "$ROOT" - </
  assert_status 2
  assert_stderr_has 'standard input: Is a directory'
  run --separate-stderr bash -c "head -c 2000000 /dev/zero | '$CATALOGUE' show -C '$ROOT' -"
  assert_status 2
  assert_stderr_has 'standard input: is too large'
}

@test "a beginning that only one id has will do" {
  write_case boilers
  catalogue show bar --format json
  assert_json '.id == "barbers"'
  catalogue show b
  assert_status 1
  assert_stderr_has '2 case studies begin with "b": barbers, boilers'
  write_case barbers-again
  catalogue show barbers --format json
  assert_json '.id == "barbers"'
  catalogue similar barbers- --format json
  assert_json '.id == "barbers-again"'
  catalogue compare barbers-a boil --format json
  assert_json '.ids == ["barbers-again", "boilers"]'
  catalogue compare barbers-a barbers-ag
  assert_status 2
}

@test "an id that is not there" {
  catalogue show barbrs
  assert_status 1
  assert_stderr_has 'did you mean barbers'
  catalogue show bers
  assert_stderr_has 'did you mean barbers'
  catalogue show nothing-like-it
  assert_stderr_has 'catalogue search finds ids'
  catalogue show ''
  assert_status 1
  catalogue show
  assert_status 2
}

@test "the citation is the one that the site offers" {
  catalogue publish
  local bib
  bib=$(citation "$ROOT/build/site" barbers bib)
  catalogue show barbers --format bibtex
  assert_status 0
  assert_output "$bib"
  assert_has 'https://catalogue.example/case-studies/'
}

@test "what is shown as it last was says so" {
  write_case barbers
  succeed index
  write_case barbers 'stage: ende'
  catalogue show barbers
  [ "${lines[0]}" = '(Its file has errors now; this is its last good state.)' ]
  write_case barbers
  catalogue show barbers
  assert_lacks 'last good state'
}

@test "an address stands whole and by itself, however narrow, for whoever takes it out" {
  local long columns
  long=https://example.net/$(printf 'a-very-long-address-%s/' 1 2 3 4 5 6)report.html
  write_case barbers $'sources:\n  - title: A report with a title of many words that goes over the line\n    url: '"$long"
  for columns in 20 40 80 200; do
    COLUMNS=$columns catalogue show barbers
    [ "$(grep -o 'https://[^ ]*' <<<"$output")" = "$long" ] || fail "not at $columns columns"
  done
}

@test "a shared measure says how many other case studies have a figure of it, and those that are not counted are none" {
  local outcome=$'outcomes:\n  - {measure_id: take-up-of-offer, baseline: 40, after: 65}'
  write_case barbers "$outcome"
  catalogue show barbers
  assert_lacks 'The same measured elsewhere'
  write_case letters "$outcome"
  write_case planned $'outcomes:\n  - {measure_id: take-up-of-offer, finding: "It is to be measured.", kind: finding, domain: access, method: None yet}'
  write_case draft "$outcome" 'review_status: submitted'
  catalogue show barbers
  assert_has $'The same measured elsewhere\n  - Took up the offer (1 other case study)'
}
