#!/usr/bin/env -S bats --tap
# shellcheck disable=SC2016 # jq expressions
# What check advises is done, and then the complaint is gone: each `write KEY: …` of a help
# takes the place of the line that it is about.
load helpers

# follow CODE LINE: a case study with this line in its front matter gets the complaint with
# such a help; with the line that it advises the complaint is gone.
follow() {
  local code=$1 line=$2 help number
  write_case advised "$line"
  catalogue check --format json
  read -r number help < <(jq -r --arg code "$code" \
    'first(.[] | select(.code == $code and (.help // "" | startswith("write ")))) | "\(.line) \(.help)"' <<<"$output")
  [ -n "$help" ] || fail "no advice on: $line"
  help=${help#write }
  advised=$help
  KEY=${help%%:*} HELP=$help awk -v number="$number" '
    NR == number { sub(ENVIRON["KEY"] ":?.*", ""); print $0 ENVIRON["HELP"]; next } { print }' \
    "$ROOT/content/case-studies/advised.md" >"$BATS_TEST_TMPDIR/advised.md"
  mv "$BATS_TEST_TMPDIR/advised.md" "$ROOT/content/case-studies/advised.md"
  catalogue check --format json
  assert_json --arg code "$code" --argjson number "$number" \
    'all(.[]; .code != $code or .line != $number)' || fail "advice on: $line"
}

setup() {
  make_root
}

@test "a text that YAML would read otherwise is quoted so that it is read" {
  follow Y110 'title: Warm homes: a way out of fuel poverty'
  [ "$advised" = 'title: "Warm homes: a way out of fuel poverty"' ]
  follow Y110 'title: Warm "homes": a way out'
  [ "$advised" = "title: 'Warm \"homes\": a way out'" ]
  follow Y113 'title: "Warm "homes" for all"'
  follow Y112 'title: "Warm" homes for "all"'
  follow Y112 "title: 'Warm' homes for 'all'"
  follow Y114 'title: @home with the "nurse"'
  follow Y114 'title: *warm* homes: for all'
  follow Y110 'title: back\slash: a way out'
  follow Y115 'title: Number one # and "two"'
  follow Y116 'place:Leeds'
  follow Y116 'place:Leeds: the north'
  follow Y116 'programme:"Healthy: barbers"'
}

@test "a title without its full stop is still quoted where it must be" {
  follow C214 'title: Barbers offer blood pressure checks.'
  follow C214 'title: "Warm homes: a way out."'
  [ "$advised" = 'title: "Warm homes: a way out"' ]
  follow C214 "title: '\"Warm homes\" are a way out of it.'"
}

@test "one text becomes a list of it" {
  follow C204 'regions: london'
  follow C204 'scale: place, neighbourhood'
  [ "$advised" = 'scale: [place, neighbourhood]' ]
  follow C204 'keywords: hairdressers, men'
  follow C204 'keywords: "men: older"'
  follow C204 'learning: Train the people whom residents trust, then wait'
  [ "$advised" = 'learning: ["Train the people whom residents trust, then wait"]' ]
  follow C204 'answers_to: "The board [of the trust]"'
}

@test "figures, dates, addresses and a yes are written as advised" {
  follow C209 $'cost:\n  amount: £45,000'
  follow C209 $'cost:\n  amount: 1.2 million'
  follow C210 'start: April 2021'
  follow C210 'start: 24/11/2026'
  follow C211 $'contact:\n  role: The team\n  url: www.example.org/contact'
}
