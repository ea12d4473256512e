#!/usr/bin/env -S bats --tap
# shellcheck disable=SC1112 # the marks of Word are what is tested
# Three contributors, each followed to the letter of what the program prints: how often they have to run it. Names,
# places and figures are invented.
load helpers

setup() {
  make_root
  CASES=$ROOT/content/case-studies
}

# A round: what is safe is written by --fix; what is left is printed.
round() {
  catalogue check --fix "$CASES/$1.md"
}

sections() {
  printf '%s\n' '---' '## The need' '' "Few women in the hostels of Hull had been screened." '' '## What we did' '' \
    "Hull Hostels gave a room, and a nurse came on Tuesdays." '' '## What changed' '' "More women came within a year."
}

@test "a careful officer, who has read CONTRIBUTING, needs one round" {
  cat - <(sections) >"$CASES/night-clinics.md" <<'END'
---
title: "Night clinics: women in hostels are screened where they live"
summary: Few women in hostels came to be screened. Nurses visited them in the evening. More came within a year.
place: Hull
regions: [yorkshire-humber]
partners:
  - name: Hull Hostels
    type: vcse
    role: lead
  - name: Example City Council
    type: local-authority
priority_areas: [cancer]
deprivation_focus: [homeless, women]
actions: [outreach]
stage: live
result: positive
evaluation: before-after
published: 2024-05-01
start: 2021-11
outcomes:
  - measure: Women who were screened in a year
    better: higher
    unit: women
    baseline: 12
    after: 31
    source: 1
learning:
  - Go where people are, in the evening
cost:
  amount: 42500
  per: year
contact:
  role: Outreach team
  email: outreach@hull.example
sources:
  - title: A year of night clinics
    publisher: Hull Hostels
    year: 2023
END
  round night-clinics
  assert_status 0
  [ -z "$output" ]
  assert_stderr_has '0 errors, 0 warnings'
}

@test "an officer who pastes from Word needs two rounds" {
  printf '%s\n' '---' \
    $'title: Night clinics: women in Hull\xe2\x80\x99s hostels are screened.' \
    'summary: “Few women in hostels came to be screened. Nurses visited them in the evening. More came within a year.”' \
    'place: “Hull”' 'regions: Yorkshire and the Humber' 'partners:' '• name: Hull Hostels' '  type: Voluntary sector' \
    'priority_areas: Cancer' 'deprivation_focus: homeless; women' 'actions: [Go to people]' 'stage: [Live]' \
    'result: Not reported' 'evaluation: None' 'published: 3 Nov 2023' 'start: Nov 2021' 'cost: £42,500' \
    'contact: Outreach team, outreach@hull.example' 'learning:' '• Go where people are, in the evening' \
    '• Let the staff of the hostel choose the day' '---' '##Background' '' \
    'Few women in the hostels of Hull had been screened. Ring 0113 496 0000 for more.' '' '**What we did**' '' \
    'Hull Hostels gave a room:' '• a nurse came on Tuesdays' '• a doctor came once a month' '' '## Results' '' \
    $'\tWomen came, and said so: “It is near.”' '' '| Year | Women |' '| 2021 | 12 |' '| 2022 | 31 |' \
    >"$CASES/night-clinics.md"
  round night-clinics
  assert_status 1
  assert_stderr_has '5 errors, 1 warning'
  assert_has $'+title: "Night clinics: women in Hull\xe2\x80\x99s hostels are screened"'
  assert_has '+- Go where people are, in the evening'
  assert_has 'did you mean vcse'
  assert_has 'which of its answers is it: role:, name:, email:, url: and consent:? Write each on a line of its own'
  assert_has 'did you mean ## The need?'
  assert_has 'did you mean ## What changed?'
  assert_has 'take it out; readers ask through the contact'
  assert_has 'write | --- | --- | as the line below it'
  sed -i -e 's/type: Voluntary sector/type: vcse/' -e 's/^## Background/## The need/' -e 's/^## Results/## What changed/' \
    -e 's/^contact: .*/contact:\n  role: Outreach team\n  email: outreach@hull.example/' \
    -e 's/ Ring 0113 496 0000 for more\.//' -e 's/^| Year | Women |$/&\n| --- | --- |/' "$CASES/night-clinics.md"
  round night-clinics
  assert_status 0
  [ -z "$output" ]
  assert_stderr_has '0 errors, 0 warnings'
  # What was written is there.
  for words in 'amount: 42500' 'start: 2021-11' '- a doctor came once a month' 'Women came, and said so: “It is near.”' \
    '[homeless, women]' 'published: 2023-11-03'; do
    grep -qF -- "$words" "$CASES/night-clinics.md" || fail "lost: $words"
  done
}

@test "one who copies a case and forgets half of it needs two rounds" {
  cat - <(sections) >"$CASES/night-clinics.md" <<'END'
---
title: Women in hostels are screened where they live
summary: Few women in hostels came to be screened. Nurses visited them in the evening. More came within a year.
regions: [yorkshire-humber]
partners:
  - name: Hull Hostels
    type: vcse
priority_areas: [cancer]
deprivation_focus: [homeless, women]
actions: [outreach]
stage: live
result: positive
evaluation: before-after
start: 2021-04
outcomes:
  - measure: Women who were screened in a year
    better: higher
    unit: women
    baseline: 1204
    after: 3107
    source: 1
contact:
  role: Outreach team
  email: outreach@hull.example
sources:
  - title: A year of night clinics
    publisher: Hull Hostels
    url: https://hull.gov.uk/night-clinics
END
  sed -e 's/^title: .*/title: Men in barber shops have their blood pressure taken/' \
    -e 's/^summary: .*/summary: Few men in Goole knew their blood pressure. Barbers took it on Saturdays. More men knew it./' \
    -e 's/name: Hull Hostels/name: Goole Barbers/' -e 's/\[cancer\]/[cvd]/' -e 's/\[homeless, women\]/[men]/' \
    -e '/^sources:/,/url:/d' -e 's/hostels of Hull/town of Goole/' -e 's/^Hull Hostels gave.*/Goole Barbers took it./' \
    -e 's/Few women/Few men/; s/More women came/More men knew it/' \
    "$CASES/night-clinics.md" >"$CASES/barber-shops.md"
  round barber-shops
  assert_status 1
  assert_has 'figures name their sources by number, and there are no sources'
  assert_has 'the figures and contact are the same as in "night-clinics"'
  assert_has 'Each source is an item of sources:, with its title: and url:'
  [ "$(grep -c '\[[A-Z][0-9]*\]' <<<"$output")" -eq 2 ]
  sed -i -e 's|^contact:|sources:\n  - title: A year of readings\n    url: https://goole.gov.uk/readings\n&|' \
    -e 's/1204/40/; s/3107/95/; s/Women who were screened/Men who knew their blood pressure/; s/unit: women/unit: men/' \
    -e 's/outreach@hull/barbers@goole/; s/Outreach team/Public health team/' "$CASES/barber-shops.md"
  round barber-shops
  assert_status 0
  [ -z "$output" ]
  assert_stderr_has '0 errors, 0 warnings'
}

@test "a copy that nothing was changed in is told at once" {
  write_case one
  cp "$CASES/one.md" "$CASES/two.md"
  catalogue check "$CASES/two.md"
  assert_has 'C317'
}
