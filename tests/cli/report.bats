#!/usr/bin/env -S bats --tap
# catalogue report and catalogue stale.
load helpers

setup() {
  make_root
  write_case barbers 'contact: {role: Public health team, email: health@board.example}' 'accountable: Director of public health' \
    $'sources:\n  - title: A report' 'review_by: 2026-03'
  write_case florists 'title: Florists offer blood pressure checks' 'result: too-early' 'start: 2022' \
    'partners: [{name: The Example City Council, type: local-authority}, {name: "Heart & Home (East)", type: vcse}]'
  write_case bakers 'title: Bakers offer blood pressure checks' \
    'partners: [{name: Heart and Home, type: vcse}, {name: Other Council, type: local-authority}]'
}

# The rows of the part of that key, as compact JSON.
rows() {
  jq -c --arg key "$1" '.parts[] | select(.key == $key).rows[]' <<<"$output"
}

lines_of() {
  jq -r --arg key "$1" '.parts[] | select(.key == $key).lines[].text' <<<"$output"
}

@test "without a name the reports are listed, each with its question and what is typed for it" {
  catalogue report
  assert_status 0
  assert_has '- Quality: What do the records not say, and which need another look?'
  catalogue report --format json
  lines_of reports | grep -qx 'Quality: What do the records not say, and which need another look?'
  assert_json '.parts[] | select(.key == "commands").rows | any(.label == "Quality" and .command == "catalogue report quality")'
}

@test "quality counts what is missing, by case and by who leads" {
  SOURCE_DATE_EPOCH=1767225600 catalogue report quality --format json # 1 January 2026
  assert_status 0
  [ "$(rows checks | jq -r '"\(.check) \(.cases)"')" = $'review-overdue 0\ntoo-early 1\nno-source 2\nno-owner 2\nno-contact 2' ] || fail "$(rows checks)"
  [ "$(lines_of too-early)" = 'Florists offer blood pressure checks (too early to tell since 2022)' ]
  [ "$(rows organisations | jq -r '"\(.leads) \(.owners) \(.contacts)"')" = '2 1 of 2 1 of 2' ] || fail "$(rows organisations)"
  rows missing | grep -q '"cases":2,"field":"accountable"'
}

@test "what quality counts, its links find" {
  local query
  catalogue report quality --format json
  for query in -has:sources -has:accountable -has:contact; do
    [ "$("$CATALOGUE" search -C "$ROOT" --count -- "$query")" = 2 ] || fail "$query"
  done
}

@test "stale says what each needs, as of a day" {
  catalogue stale --on 2026-03-31 --format json
  assert_status 0
  [ "$(rows stale | jq -r '"\(.case): \(.checks)"')" = $'bakers: no-source no-owner no-contact\nflorists: too-early no-source no-owner no-contact' ] || fail "$(rows stale)"
  catalogue stale --on 2026-04-01 --format json
  [ "$(rows stale | jq -r 'select(.case == "barbers") | .why')" = 'was due to be looked through by March 2026' ]
  # It becomes too early for too long after as many months as a review takes.
  catalogue stale --on 2023-12-31 --format json
  rows stale | grep -q '"case":"florists","checks":"no-source no-owner no-contact"'
}

@test "stale takes today from SOURCE_DATE_EPOCH, else from the clock, and a day that is one" {
  SOURCE_DATE_EPOCH=1767225600 catalogue stale
  assert_has 'as of 1 January 2026'
  catalogue stale
  assert_has "as of $(date -u '+%-d %B %Y')"
  catalogue stale --on yesterday
  assert_status 2
  assert_stderr_has '--on is "yesterday"; it should be a date'
  catalogue stale --on 2026-02-30
  assert_status 2
  catalogue stale --on 2026-02
  assert_status 2
}

@test "stale lists as many as are wanted and says how many more there are" {
  catalogue stale --on 2026-04-01 --limit 1
  assert_has '3 of 3 case studies, as of 1 April 2026.'
  assert_has 'And 2 more.'
}

@test "where nothing needs a look, stale says so" {
  rm "$ROOT/content/case-studies/florists.md" "$ROOT/content/case-studies/bakers.md"
  catalogue stale --on 2026-01-01
  assert_status 1
  assert_has '0 of 1 case study, as of 1 January 2026.'
}

@test "an organisation is one however its name is written" {
  catalogue report organisations --format json
  assert_status 0
  [ "$(rows lead | jq -r '"\(.name): \(.cases) \(.leads)"')" = $'Example City Council: 2 2\nHeart and Home: 2 1' ] || fail "$(rows lead)"
  catalogue report organisations example-city-council --format json
  [ "$(rows lead | jq -r '"\(.case) \(.part)"')" = $'barbers leads\nflorists leads' ] || fail "$(rows lead)"
  lines_of missing | grep -qx 'the post or body that answers for delivery: 1 of 2'
  catalogue report organisations 'Other Council'
  assert_status 0
  assert_has '1 case study, of which it leads 0.'
}

@test "two organisations whose names have the same letters for an address have a page each" {
  write_case eight 'title: Eight offers of checks' 'partners: [{name: "Éire 9", type: vcse}, {name: "ire 9", type: vcse}]'
  write_case nine 'title: Nine offers of checks' 'partners: [{name: "Éire 9", type: vcse}, {name: "ire 9", type: vcse}]'
  succeed publish --output "$ROOT/build/site"
  [ -e "$ROOT/build/site/organisations/ire-9.html" ] && [ -e "$ROOT/build/site/organisations/ire-9--2.html" ]
}

# add_points ID HEADING POINT…: a list under that heading at the end of a case study.
add_points() {
  printf '\n## %s\n\n' "$2" >>"$ROOT/content/case-studies/$1.md"
  printf -- '- %s\n' "${@:3}" >>"$ROOT/content/case-studies/$1.md"
}

@test "barriers count points by action and by kind of partner, and tell them case by case" {
  add_points barbers 'What helped' 'A nurse was near' 'Chairs'
  add_points bakers 'What helped' 'Early hours'
  add_points bakers 'What did not work' 'Posters'
  catalogue report barriers --format json
  assert_status 0
  rows actions | grep -q '"helped":3,"in_the_way":0,"did_not_work":1,"cases":2,"part":"outreach"' || fail "$(rows actions)"
  rows actions | grep -q '"helped":0,"in_the_way":0,"did_not_work":0,"cases":0,"part":"partnership"'
  rows partner_types | grep -q '"helped":1,"in_the_way":0,"did_not_work":1,"cases":1,"part":"with-vcse"' || fail "$(rows partner_types)"
  catalogue report barriers with-vcse --format json
  [ "$(lines_of helped)" = 'Bakers offer blood pressure checks: Early hours.' ] || fail "$(lines_of helped)"
  assert_json '.parts[] | select(.key == "helped").lines[0].links[0].case == "bakers"'
  catalogue report barriers outreach --format json
  # Of the better known first; what is equally well known by title.
  [ "$(lines_of helped)" = $'Bakers offer blood pressure checks: Early hours.\nBarbers offer blood pressure checks: A nurse was near. Chairs.' ] || fail "$(lines_of helped)"
  catalogue report barriers nothing-like-it
  assert_status 1
}

@test "a list of points ends somewhere and says how many more there are" {
  mapfile -t many < <(seq -f 'Point %g of many' 75)
  add_points barbers 'What helped' "${many[@]}"
  catalogue report barriers outreach --format json
  [ "$(lines_of helped | grep -o 'Point [0-9]* of' | wc -l)" = 60 ]
  assert_json '[.parts[].lines[].text] | index("And 15 more.") != null'
}

@test "a page leaves out what only a terminal needs, and draws what results come to" {
  succeed publish --output "$ROOT/build/site"
  grep -q '<summary>In a terminal</summary>' "$ROOT/build/site/answers.html"
  grep -q 'class="bar direction"' "$ROOT/build/site/actions.html"
  # The line that says what came of them, and a number that is part of all case studies; none has no bar.
  grep -A 1 'As the case studies tell it: ' "$ROOT/build/site/browse/actions/outreach.html" | grep -q 'class="bar direction"'
  grep -A 3 'data-label="Led it"' "$ROOT/build/site/browse/actions/outreach.html" | grep -q '<rect class="share" width="66.7"'
  [ "$(grep -A 1 'class="number">0' "$ROOT/build/site/quality.html" | grep -c 'class="bar')" = 0 ]
}

@test "a shared measure has the figures of all its cases, drawn on one axis on its page" {
  write_case barbers $'sources:\n  - title: A report' $'outcomes:\n  - measure_id: take-up-of-offer\n    baseline: 40\n    after: 65.0\n    group: Men\n    source: 1'
  write_case bakers 'title: Bakers offer blood pressure checks' $'sources:\n  - title: A report' \
    'partners: [{name: Other Council, type: local-authority}]' $'outcomes:\n  - measure_id: take-up-of-offer\n    after: 30\n    horizon: short\n    source: 1'
  catalogue report measures --format json
  rows shared | grep -q '"range":"30% to 65.0%",.*"cases":2,"figures":2,"leads":2,"measure":"take-up-of-offer"' || fail "$(rows shared)"
  ! rows single | grep -q take-up-of-offer && rows single | grep -q '"range":"".*"leads":0,"measure":"smoking-at-delivery"'
  catalogue report measures take-up-of-offer --format json
  [ "$(rows lead | jq -r '"\(.case) \(.baseline) \(.after) \(.group)"')" = $'bakers  30 \nbarbers 40 65.0 Men' ] || fail "$(rows lead)"
  rows lead | grep -q '"says":"A short-term sign: 30%.'
  catalogue report measures smoking-at-delivery
  assert_status 1
  succeed publish --output "$ROOT/build/site"
  page=$ROOT/build/site/measures/take-up-of-offer.html
  # One dot of a figure alone, two with a line between them of one before and after; and the numbers of the axis.
  [ "$(grep -o '<circle' "$page" | wc -l)" = 3 ] && [ "$(grep -o 'class="range"' "$page" | wc -l)" = 1 ]
  grep -q 'class="dot better"' "$page" && grep -q '<tfoot' "$page"
}

@test "beside a case people read which principles it shows and which it claims, programs what it says of each" {
  cp "$REPOSITORY/content/vocabulary/principles.yaml" "$ROOT/content/vocabulary/"
  write_case barbers 'principles: [outcomes, bespoke]' 'accountable: Director of public health'
  catalogue report principles --format json
  assert_json '[.parts[] | select(.key == "cases").columns[] | select(.for_people) | .key] == ["title", "shown", "claimed"]'
  [ "$(rows cases | jq -r 'select(.case == "barbers") | "\(.shown)|\(.claimed)|\(.bespoke)|\(.outcomes)|\(.time)"')" = \
    'Clarify responsibilities|Bespoke solutions; Focus on outcomes|claimed; no field can show it|claimed|no evidence either way' ] || fail "$(rows cases)"
}

# write_need FIGURE: content/need.csv with a need of two terms; the figures are invented.
write_need() {
  printf 'term,figure,what,source\ncvd,%s,"People not treated, 2024","Example Board, 2025"\nmen,80.5,Years of life,Example Board\n' "$1" >"$ROOT/content/need.csv"
}

@test "investment keeps costs of different kinds and currencies apart, and leads to each case" {
  write_case barbers 'cost: {amount: 45000, per: total, year: 2021, covers: Training}'
  write_case florists 'title: Florists offer blood pressure checks' 'cost: {amount: 1000.50, per: total}'
  write_case bakers 'title: Bakers offer blood pressure checks' 'cost: {amount: 7000, per: total, year: 2019}'
  write_case warm 'title: Warm homes for men' 'priority_areas: [housing]' 'cost: {amount: 12, per: person, covers: A visit}'
  write_case boats 'title: Boats for men' 'priority_areas: [housing]' 'cost: {amount: 3000, per: total, currency: EUR}'
  catalogue report investment --format json
  assert_status 0
  [ "$(lines_of lead | sed -n 1p)" = '5 of 5 case studies state what the work cost: 4 a total, 1 a cost per person.' ] || fail "$(lines_of lead)"
  assert_json '.parts[] | select(.key == "priority_areas").rows[] | select(.term == "cvd") | .cases == 3 and .state_cost == 3 and .share == "3 of 3" and .in_total == "£1,000.50, £7,000 and £45,000" and .in_total_cases == 3 and .a_year == ""'
  # What is in pounds and in euros is neither ranked nor added.
  assert_json '.parts[] | select(.key == "deprivation_focus").rows[] | select(.term == "men") | .in_total == "4 in different currencies" and .a_person == "£12"'
  # Zeros are kept.
  assert_json '.parts[] | select(.key == "priority_areas").rows[] | select(.term == "cancer") | .cases == 0 and .state_cost == 0'
  [ "$(jq -r '.parts[] | select(.key == "reading").lines[0].text' <<<"$output" | grep -c '^A catalogue is not a budget')" = 1 ]
  assert_json '[.parts[].columns // [] | .[].key] | index("need") == null'
  [ "$("$CATALOGUE" search -C "$ROOT" --count priority_areas:cvd has:cost)" = 3 ]
  catalogue report investment for-men --format json
  assert_json '.parts[] | select(.key == "in_total").rows | map("\(.case) \(.amount) \(.currency) \(.covers)") == ["florists 1000.50 GBP ", "boats 3000 EUR ", "bakers 7000 GBP ", "barbers 45000 GBP Training"]'
  assert_json '.parts[] | select(.key == "a_person").rows[0].case == "warm"'
  catalogue report investment cancer
  assert_status 1
  catalogue report investment --format csv
  [ "${lines[0]%$'\r'}" = 'label,cases,state_cost,in_total,a_year,a_person,term,in_total_cases' ] || fail "${lines[0]}"
  # Those in total and in pounds are drawn on an axis of powers of ten, three as dots on a line; by area one row, by group none.
  succeed publish --output "$ROOT/build/site"
  [ "$(grep -c 'class="range"' "$ROOT/build/site/investment.html")" = 1 ] && [ "$(grep -c '<circle' "$ROOT/build/site/investment.html")" = 3 ]
  grep -q '>£10k</text>' "$ROOT/build/site/investment.html"
}

@test "of many costs the lowest and the highest are told" {
  local n amounts=(1000 2000.50 3000 4000 9000000 1000)
  for n in 1 2 3 4 5; do write_case "barbers$n" "cost: {amount: ${amounts[n - 1]}, per: total, covers: Chairs, year: 2019}"; done
  catalogue report investment --format json
  assert_json '.parts[] | select(.key == "priority_areas").rows[] | select(.term == "cvd").in_total == "5, from £1,000 to £9 million"'
  write_case barbers6 'cost: {amount: 1000, per: total}'
  catalogue report investment --format json
  assert_json '.parts[] | select(.key == "priority_areas").rows[] | select(.term == "cvd").in_total == "6, from £1,000 to £9 million"'
  catalogue report investment cvd --format json
  assert_json '[.parts[] | select(.key == "in_total").rows[] | "\(.case) \(.what)"] | index("barbers6 ") != null and index("barbers1 Chairs (prices of 2019)") != null'
  # Two of one place are one dot; in the area, and in two groups.
  succeed publish --output "$ROOT/build/site"
  [ "$(grep -c '<circle' "$ROOT/build/site/investment.html")" = 15 ] || fail "$(grep '<circle' "$ROOT/build/site/investment.html")"
}

@test "the need that the owner states stands beside the costs, with its source, in the index, the page and the download" {
  write_case barbers 'cost: {amount: 45000, per: total, year: 2021}'
  write_need 12400
  catalogue report investment --format json
  assert_json '.parts[] | select(.key == "priority_areas").rows[] | select(.term == "cvd") | .need == "People not treated, 2024: 12,400" and .need_figure == "12400" and .need_source == "Example Board, 2025"'
  assert_json '.parts[] | select(.key == "deprivation_focus").rows[] | select(.term == "men").need == "Years of life: 80.5"'
  [ "$(lines_of sources)" = $'Cardiovascular disease: Example Board, 2025.\nMen and boys: Example Board.' ] || fail "$(lines_of sources)"
  succeed publish --output "$ROOT/build/site"
  grep -q 'People not treated, 2024: 12,400' "$ROOT/build/site/investment.html"
  # Another figure changes that report and the database that is offered, and no page of a case study.
  write_need 13000
  touch -d '2000-01-01' "$ROOT/build/site/case-studies/barbers.html"
  succeed publish --output "$ROOT/build/site"
  grep -q 'People not treated, 2024: 13,000' "$ROOT/build/site/investment.html"
  [ "$(date -r "$ROOT/build/site/case-studies/barbers.html" +%Y)" = 2000 ]
  run "$CATALOGUE" report investment --database "$ROOT/build/site/data/catalogue.db" --format json
  assert_json '.parts[] | select(.key == "priority_areas").rows[] | select(.term == "cvd").need_figure == "13000"'
  # As if it had been published at once.
  succeed publish --output "$ROOT/build/again" --database "$BATS_TEST_TMPDIR/again.db"
  diff -r --exclude='.*' "$ROOT/build/site" "$ROOT/build/again"
  rm "$ROOT/content/need.csv"
  catalogue report investment
  [[ $output != *'People not treated'* ]]
}

@test "a mistake in need.csv stops the index, and questions keep their answers" {
  write_need 12400
  succeed index
  write_need many
  catalogue index
  assert_status 1
  assert_stderr_has 'content/need.csv:2:5: error[C209]'
  catalogue report investment
  assert_has '12,400'
}

@test "a report or a part that there is not gets what is near" {
  catalogue report qualty
  assert_status 2
  assert_stderr_has 'did you mean quality'
  catalogue report organisations example-city-counsil
  assert_status 1
  assert_stderr_has 'did you mean example-city-council'
  catalogue report quality barbers
  assert_status 2
  assert_stderr_has 'has no parts'
}

@test "an empty catalogue has empty reports" {
  rm "$ROOT"/content/case-studies/*
  catalogue report quality
  assert_status 1
  assert_has '0 case studies. Of the answers'
  succeed publish --output "$ROOT/build/site"
  [ -e "$ROOT/build/site/quality.html" ]
}

@test "an action has who leads it, its cases by result and level, and what to start with; one that nobody took has none" {
  local measured=$'outcomes:\n  - {measure: Checks, domain: access, unit: people, better: higher, baseline: 40, after: 65, source: 1}'
  write_case barbers "$measured" $'sources:\n  - title: A report' 'learning: [Ask in the chair.]'
  write_case bakers 'title: Bakers offer blood pressure checks' 'result: not-reported' \
    'partners: [{name: Bakers, type: employer, role: lead}, {name: Example City Council, type: local-authority}]'
  write_case florists 'title: Florists offer blood pressure checks' 'actions: [case-finding]'
  catalogue report actions --format json
  rows lead | grep -q '"better":1.*"cases":2.*"action":"outreach"\|"action":"outreach".*"better":1' || fail "$(rows lead)"
  catalogue report actions outreach --format json
  [ "$(rows who | jq -r '"\(.partner_type) \(.led) \(.took_part)"')" = $'local-authority 1 2\nemployer 1 1' ] || fail "$(rows who)"
  [ "$(rows result-evidence)" = $'{"result":"Better","e1":0,"e2":1}\n{"result":"Not known","e1":1,"e2":0}' ] || fail "$(rows result-evidence)"
  [ "$(jq -r '.parts[] | select(.key == "examples").heading' <<<"$output")" = 'What to start with' ]
  assert_json '.parts[] | select(.key == "examples").lines[0].links[].case == "barbers"'
  catalogue report actions train-workforce
  assert_status 1
  succeed publish --output "$ROOT/build/site"
  grep -q 'href="browse/actions/outreach.html"' "$ROOT/build/site/actions.html"
  ! grep -q 'href="browse/actions/train-workforce.html"' "$ROOT/build/site/actions.html" || fail 'found what must not be there'
  grep -q '<h2 id="who">Who can do it</h2>' "$ROOT/build/site/browse/actions/outreach.html"
  # What a count leads to finds as many.
  sed -nE 's/.*class="number"><a href="[^"]*search.html\?q=([^"]*)">([0-9]+)<.*/\2 \1/p' "$ROOT/build/site/browse/actions/outreach.html" |
    sed 's/%3A/:/g; s/%2C/,/g; s/+/ /g; s/%20/ /g' >"$BATS_TEST_TMPDIR/counts"
  [ "$(wc -l <"$BATS_TEST_TMPDIR/counts")" = 6 ] || fail "$(cat "$BATS_TEST_TMPDIR/counts")"
  while read -r count query; do
    [ "$("$CATALOGUE" search -C "$ROOT" --count -- "$query")" = "$count" ] || fail "$count $query"
  done <"$BATS_TEST_TMPDIR/counts"
}
