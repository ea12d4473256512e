#!/usr/bin/env -S bats --tap
# shellcheck disable=SC2016 # quotes and dollars are part of queries
# catalogue search: fields of a query, and what is said when a field or a value is none.
load helpers

setup() {
  make_root
  write_case barbers 'place: Leeds and Bradford' $'cost:\n  amount: 45000\n  per: year' 'start: 2021'
  write_case barbers-again 'title: Barbers measure blood pressure once more' 'start: 2023-05'
  write_case warm-homes 'title: Warm homes for older people' 'place: North Leeds' 'priority_areas: [housing]' \
    'partners: [{name: Example Charity, type: vcse}]' 'deprivation_focus: [ethnic-minority]' 'regions: [north-west]' \
    $'outcomes:\n  - measure: Cold homes\n    unit: "%"\n    better: lower\n    baseline: 20\n    after: 10\n    comparator: England\n    comparator_is: better-off\n    comparator_baseline: 8\n    comparator_after: 8'
  printf '\n## What did not work\n\nLetters.\n' >>"$ROOT/content/case-studies/warm-homes.md"
}

# finds IDS QUERY: what has all the words, in order of ids, with blanks between
finds() {
  catalogue search --format ids --limit 0 -- "$2"
  assert_equal "$(sort <<<"$output" | tr '\n' ' ')" "$1 "
}

assert_equal() {
  [ "$1" = "$2" ] || fail "it is '$1' and should be '$2'"
}

@test "has: what is filled in, by field, kind of figure or section, in any spelling" {
  finds barbers has:cost
  finds barbers has:COSTS
  finds warm-homes has:gap
  finds warm-homes 'has:outcome'
  finds warm-homes has:what_did-not-work
  finds 'barbers warm-homes' has:cost,outcomes
  finds 'barbers-again warm-homes' -has:cost
  finds 'barbers barbers-again warm-homes' has:title
}

@test "what a case has is kept up to date" {
  succeed index
  write_case barbers
  finds '' has:cost
  write_case warm-homes $'cost:\n  amount: 5'
  finds warm-homes has:cost
  finds '' has:gap
}

@test "title: and place: ask for words there, id: for how it begins" {
  finds 'barbers barbers-again' title:barber
  finds barbers-again 'title:"measure pressure"'
  finds 'barbers barbers-again warm-homes' 'title:barb*,warm'
  finds warm-homes -title:barbers
  finds 'barbers warm-homes' place:leeds
  finds warm-homes 'place:"north leeds"'
  finds barbers place:brad*
  finds 'barbers barbers-again' id:barbers
  finds barbers-again id:barbers-
}

@test "a word that no title, place or id has is told" {
  finds '' title:surgeries
  assert_status 1
  assert_stderr_has 'No title has "surgeries".'
  finds '' place:york
  assert_stderr_has 'No place has "york".'
  finds '' id:york
  assert_stderr_has 'No id begins with "york".'
}

@test "the name of a field that there is not is never searched for" {
  local name found
  catalogue search --format ids pressure
  found=$output
  for name in foo warm barbers; do
    catalogue search --format ids "$name:pressure"
    assert_stderr_has "There is no field \"$name\": its value was read as words."
    assert_output "$found"
  done
  catalogue search --explain warm:pressure
  [ "${lines[0]}" = 'Read as: pressure' ]
}

@test "which field was meant is offered, and works" {
  local typed meant
  while read -r typed meant; do
    catalogue search --format ids "$typed:barbers"
    assert_stderr_has "Did you mean $meant?"
    [[ $meant == has:* ]] || meant+=:barbers
    catalogue search --format ids "$meant"
    [[ $stderr != *'There is no field'* ]] || fail "$meant is no field either"
  done <<'END'
priority priority_areas
partners partner_types
deprivation deprivation_focus
regon regions
evidnce evidence
cost has:cost
contact has:contact
END
}

@test "another name of one term is that term; of several they are offered" {
  finds warm-homes partner-type:charity
  assert_stderr_has '"charity" was read as partner_types:vcse.'
  finds warm-homes deprivation-focus:BAME
  assert_stderr_has '"bame" was read as deprivation_focus:ethnic-minority.'
  catalogue search --explain partner-type:charity
  [ "${lines[0]}" = 'Read as: partner_types is vcse' ]
  catalogue search --format ids partner-type:xyzzy
  assert_stderr_has '"xyzzy" is not a term of partner_types: it was read as words.'
  catalogue search --format ids partner-type:health
  assert_stderr_has 'Did you mean partner_types:'
  catalogue search --format ids has:fihs
  assert_stderr_has '"fihs" is nothing that case studies have: it was read as words.'
  catalogue search --format ids has:outcmes
  assert_stderr_has 'Did you mean has:outcomes?'
}

@test "a label of several words needs no quotation marks" {
  finds warm-homes 'region:North West'
  assert_stderr_has '"north West" was read as regions:north-west.'
  finds warm-homes 'region:north west homes'
  finds warm-homes 'homes region:"north west"'
  [[ $stderr != *'was read as'* ]] || fail 'nothing was to be said'
}

@test "a range that ends before it begins is read the other way round, and that is said" {
  finds 'barbers barbers-again' start:2025..2020
  assert_stderr_has 'start:2025..2020 ends before it begins: it was read as 2020..2025.'
  finds 'barbers barbers-again warm-homes' evidence:e5..e0
  assert_stderr_has 'evidence:e5..e0 ends before it begins: it was read as e0..e5.'
  finds barbers start:2021-05..2021
  [[ $stderr != *before* ]] || fail 'that is no wrong order'
}
