#!/usr/bin/env -S bats --tap
# What became of the gap between better-off and worse-off people is told by at least 35 real cases. In at least 30 of
# them there are figures for both sides, in most as a comparison that the program reckons with; in the others there is a
# figure for the difference itself.
load cli/helpers

setup_file() {
  export DATABASE=$BATS_FILE_TMPDIR/catalogue.db CASES=$BATS_FILE_TMPDIR/cases.json
  "$CATALOGUE" index -C "$REPOSITORY" --database "$DATABASE" >/dev/null
  local ids
  mapfile -t ids < <("$CATALOGUE" search --database "$DATABASE" --format ids --limit 0)
  "$CATALOGUE" show --database "$DATABASE" --format json "${ids[@]}" >"$CASES"
}

# Cases that say what became of the gap, and whose figures stand beside those of better-off people.
side_by_side() {
  jq -r '.[] | select((.gap_effect // "not-measured") != "not-measured")
    | select(any(.outcomes[]?; .comparator_is == "better-off" and has("after") and has("comparator_after"))) | .id' "$CASES"
}

# Cases with a figure for each side, each in an outcome of its own or both in a finding: the case, then words of these.
in_two_outcomes() {
  cat <<'END'
keep-well-scotland	Patients of Keep Well practices	Patients of practices outside Keep Well
london-20mph-zones-road-injuries	Zones in the most deprived fifth	Zones in the least deprived fifth
new-deal-for-communities-health	In areas with low deprivation the log odds of smoking fell by	In the programme areas they fell by
soft-drinks-industry-levy	Households with less than £20,000 a year	Households with more than £50,000 a year
END
}

# Cases with a figure for the difference, or for one side alone: the case, then words of the outcomes.
in_other_ways() {
  cat <<'END'
benefit-cap-housing-benefit-cuts-mental-health	people at low risk of being capped
calderdale-huddersfield-fair-waiting-lists	Most against least deprived areas
free-school-breakfast-wales-trial	children who were not entitled to free school meals
healthy-start-vouchers	families who could have vouchers
nhs-diabetes-prevention-programme	most deprived fifth against least deprived fifth
spearhead-areas-life-expectancy-target	life expectancy between the spearhead areas and England
sure-start-local-programmes-evaluation	pupils with free school meals, in GCSE grades	six times as large
teenage-pregnancy-strategy-england	correlation 0.817
universal-credit-psychological-distress	people who were not unemployed
END
}

@test "30 cases tell what became of the gap with figures for both sides, and 35 with a figure" {
  local id words said
  while IFS=$'\t' read -r id words; do
    while IFS= read -r said; do
      run jq -e --arg id "$id" --arg said "$said" '.[] | select(.id == $id)
        | select((.gap_effect // "not-measured") != "not-measured") | .outcomes
        | any((has("estimate") or (has("baseline") and has("after")) or has("finding")) and (tostring | contains($said)))' "$CASES"
      [ "$status" -eq 0 ] || fail "$id does not say what became of the gap, or has no figure with \"$said\""
    done <<<"${words//$'\t'/$'\n'}"
  done < <(in_two_outcomes && in_other_ways)

  local both told
  both=$({ side_by_side && in_two_outcomes | cut -f 1; } | sort -u | wc -l)
  [ "$both" -ge 30 ] || fail "only $both cases have figures for both sides"
  told=$({ side_by_side && { in_two_outcomes && in_other_ways; } | cut -f 1; } | sort -u | wc -l)
  [ "$told" -ge 35 ] || fail "only $told cases have a figure"
}
