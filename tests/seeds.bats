#!/usr/bin/env -S bats --tap
# The documents that this catalogue began with, and the systems that each asks for, answered on the real content.
load cli/helpers

setup_file() {
  "$CATALOGUE" index -C "$REPOSITORY" --database "$BATS_FILE_TMPDIR/real.db" >/dev/null
  "$CATALOGUE" publish -C "$REPOSITORY" --database "$BATS_FILE_TMPDIR/real.db" --output "$BATS_FILE_TMPDIR/site" >/dev/null 2>&1
}

# ask COMMAND ARGUMENT…: the report as JSON.
ask() {
  local command=$1
  shift
  "$CATALOGUE" "$command" --database "$BATS_FILE_TMPDIR/real.db" --format json "$@"
}

# How many case studies a query finds.
found() {
  "$CATALOGUE" search --database "$BATS_FILE_TMPDIR/real.db" --count -- "$@" || true
}

# cell LENS CELL: how many case studies the lens counts under that question.
cell() {
  ask lens "$1" | jq --arg cell "$2" '.parts[].rows // [] | .[] | select(.cell == $cell).cases'
}

has_page() {
  [ -s "$BATS_FILE_TMPDIR/site/$1" ] || fail "there is no page $1"
}

# has_case QUERY ID; lacks_case QUERY ID
has_case() {
  ask search --limit 0 -- "$1" | jq -e --arg id "$2" 'any(.results[]; .id == $id)' >/dev/null || fail "$1 does not find $2"
}

lacks_case() {
  ask search --limit 0 -- "$1" | jq -e --arg id "$2" 'all(.results[]; .id != $id)' >/dev/null || fail "$1 finds $2"
}

@test "000_b744e73c855d3b42: four briefings; what was measured and stays a pilot, what is normal business on little; need and evidence" {
  local briefing pilots normal all need national evidence neither
  for briefing in partnerships mainstreaming commissioning learning; do
    has_page "lenses/haz-briefings/$briefing.html"
    [ "$(cell haz-briefings $briefing)" -gt 0 ]
  done
  pilots=$(found stage:pilot evidence:e2,e3,e4,e5)
  normal=$(found stage:mainstreamed evidence:e0,e1)
  [ "$pilots" -gt 0 ] && [ "$(cell haz-briefings measured-pilots)" = "$pilots" ]
  [ "$normal" -gt 0 ] && [ "$(cell haz-briefings unmeasured-normal)" = "$normal" ]
  # The page on stages lists just these.
  ask report stages >"$BATS_TEST_TMPDIR/stages"
  [ "$(jq '[.parts[] | select(.key == "measured-pilots").lines[]] | length' "$BATS_TEST_TMPDIR/stages")" = "$pilots" ]
  [ "$(jq '[.parts[] | select(.key == "unmeasured-normal").lines[]] | length' "$BATS_TEST_TMPDIR/stages")" = "$normal" ]
  # Who names a need, of the place or of the nation, or a body of evidence, and who names neither, are together all of what
  # was commissioned. A cut in money is no buying.
  all=$(cell haz-briefings commissioning)
  need=$(cell haz-briefings documented-need)
  national=$(cell haz-briefings national-need)
  evidence=$(cell haz-briefings body-of-evidence)
  neither=$(cell haz-briefings neither)
  [ "$need" -gt 0 ] && [ $((need + national + neither)) -le "$all" ] && [ $((need + national + evidence + neither)) -ge "$all" ]
  lacks_case 'actions:commissioning' council-funding-cuts-life-expectancy
  # Health Action for Stoke: its sources tell what was learned of accountability and targets, and not to whom it answered.
  has_case 'actions:partnership,shared-posts' health-action-for-stoke-haz
  ask show health-action-for-stoke-haz >"$BATS_TEST_TMPDIR/stoke"
  jq -e '.learning | any(contains("answer to several masters")) and any(contains("measurable targets"))' "$BATS_TEST_TMPDIR/stoke"
  grep -q 'They do not say to whom it answered, which targets it held, local or national' "$BATS_FILE_TMPDIR/site/case-studies/health-action-for-stoke-haz.html"
  grep -q 'Accountable</dt>.*Not stated' <(tr -d '\n' <"$BATS_FILE_TMPDIR/site/case-studies/health-action-for-stoke-haz.html")
}

@test "001_430644c05ca6a9a4: seven principles, claimed or shown, by case; owners not stated are counted; time to a measured outcome" {
  local principle cases owners
  ask report principles >"$BATS_TEST_TMPDIR/principles"
  cases=$(jq .cases "$BATS_TEST_TMPDIR/principles")
  # Each case has one of four answers to each principle.
  jq -e --argjson cases "$cases" '.parts[] | select(.key == "principles").rows | length == 7 and all(.[]; .shown + .claimed + .no_evidence + .not_checked == $cases)' "$BATS_TEST_TMPDIR/principles"
  [ "$(jq '[.parts[] | select(.key == "cases").rows[]] | length' "$BATS_TEST_TMPDIR/principles")" -eq "$((cases < 200 ? cases : 200))" ]
  for principle in $(jq -r '.parts[] | select(.key == "principles").rows[].principle' "$BATS_TEST_TMPDIR/principles"); do
    has_page "lenses/partnership-principles/$principle.html"
  done
  # Of those that the record can show, a lens counts just what shows it and what claims it.
  for principle in purpose outcomes pooled-budgets responsibility; do
    [ "$(cell partnership-principles $principle)" = "$(jq --arg id "$principle" '.parts[] | select(.key == "principles").rows[] | select(.principle == $id) | .shown + .claimed' "$BATS_TEST_TMPDIR/principles")" ] || fail "$principle"
  done
  owners=$(found -has:accountable)
  [ "$owners" -gt 0 ] && [ "$(cell partnership-principles no-owner)" = "$owners" ]
  jq -r '.parts[0].lines[].text' "$BATS_TEST_TMPDIR/principles" | grep -qx "Accountable owner not stated: $owners of $cases\."
  [ "$(ask report quality | jq '.parts[] | select(.key == "checks").rows[] | select(.check == "no-owner").cases')" = "$owners" ]
  jq -r '.parts[0].lines[].text' "$BATS_TEST_TMPDIR/principles" | grep -qE '^From the start to the first measured outcome it took [0-9.]+ months? in the middle case'
  has_page principles.html
}

@test "002_897f50c669e06537: three headings; an anchor charter whose empty commitments are shown; shared measures; lived experience" {
  # An inquiry into the work itself is no commission on inequality.
  lacks_case 'governance:independent-commission' liverpool-care-pathway-withdrawn
  [ "$(cell recovery-2020 short-term)" = "$(ask export | jq '[.case_studies[] | select(any(.outcomes[]?; .horizon == "short"))] | length')" ]
  [ "$(ask lens recovery-2020 | jq '[.parts[] | select(.key | startswith("cells-"))] | length')" = 3 ]
  ask lens anchor-charter >"$BATS_TEST_TMPDIR/charter"
  [ "$(jq '[.parts[].rows // [] | .[].cell] | length' "$BATS_TEST_TMPDIR/charter")" = "$(grep -c '^  - id:' "$REPOSITORY/content/lenses/anchor-charter.yaml")" ]
  has_page lenses/anchor-charter.html
  # Measures of which several organisations have figures, and short-term signs marked as such.
  ask report measures | jq -e '[.parts[].rows // [] | .[] | select(.leads > 1)] | length > 3'
  grep -q 'A short-term sign: ' "$BATS_FILE_TMPDIR/site/measures/nhs-health-check-uptake.html"
  [ "$(found has:lived-experience has:figures)" -gt 0 ]
}

@test "003_64d0500007cb4e12: the two questions of the area assessment; joint leadership, targets and what was spent" {
  local question
  for question in creating-good-health poorest-get-good-access staff-health community-health; do
    has_page "lenses/inspection-questions/$question.html"
  done
  [ "$(cell inspection-questions creating-good-health)" -gt 0 ]
  [ "$(cell inspection-questions poorest-get-good-access)" -gt 0 ]
  for question in joint-leadership joint-targets moving-money prevention early-finding not-worse causes falls-and-care workforce; do
    [ "$(cell northwest-2008 $question)" -gt 0 ] || fail "$question"
  done
  [ "$(cell northwest-2008 investment)" = "$(found has:cost)" ]
}

@test "004_f1c2143fff1f72af: five clinical areas for systems and providers; what to start with; what is wanted" {
  local area
  ask lens good-practice-guide >"$BATS_TEST_TMPDIR/guide"
  jq -e '.parts[] | select(.key == "crossed").rows | map(select(.label | IN("Cardiovascular disease", "Mental health", "Maternity", "Respiratory disease", "Cancer"))) | length == 5 and all(.[]; .systems > 0 and .providers > 0)' "$BATS_TEST_TMPDIR/guide"
  for area in cvd mental-health maternity respiratory cancer; do
    has_page "lenses/good-practice-guide/$area.html"
    has_page "browse/priority-areas/$area.html"
  done
  # The page of an action: who can do it, by result and evidence, what to start with.
  has_page browse/actions/outreach.html
  ask report actions outreach >"$BATS_TEST_TMPDIR/action"
  jq -e '[.parts[].key] | index("who") and index("result-evidence") and index("examples")' "$BATS_TEST_TMPDIR/action"
  [ "$(jq '[.parts[] | select(.key == "result-evidence").rows[] | to_entries[].value | numbers] | add' "$BATS_TEST_TMPDIR/action")" = "$(found action:outreach)" ]
  has_page barriers/outreach.html
  # The call: its topic, whom to send it to, and what nobody has told of.
  has_page wanted.html
  grep -q 'id="call"' "$BATS_FILE_TMPDIR/site/wanted.html"
  grep -q 'href="contribute.html?priority_areas=[a-z-]*&amp;deprivation_focus=' "$BATS_FILE_TMPDIR/site/wanted.html"
}
