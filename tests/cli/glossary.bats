#!/usr/bin/env -S bats --tap
# Words that explain themselves where they stand. tests/browser/glossary-test points at them and touches them.
load helpers

setup() {
  make_root
  cat >"$ROOT/content/vocabulary/glossary.yaml" <<'END'
icb:
  label: "ICB"
  definition: "Integrated care board: plans care <here>."
a-and-e:
  label: "A&E"
  definition: "Accident and emergency."
core20:
  label: "Core20"
  definition: "The poorest fifth."
core20plus5:
  label: "Core20PLUS5"
  definition: "An approach."
  search_words: [Core20PLUS]
END
  PAGE=$ROOT/build/site/case-studies/barbers.html
}

# says TEXT: publishes a case whose need is that text.
says() {
  write_case barbers
  sed -i "s@^Men did not come to the surgery\.@$1@" "$ROOT/content/case-studies/barbers.md"
  succeed publish
}

# The words that the page explains, in their order; but for the evidence level.
explained() {
  grep -o '<button type="button" aria-describedby="[^"]*">[^<]*' "$PAGE" | sed 's/.*>//' | xargs
}

@test "a word explains itself where it first stands, and once on a page" {
  says 'The ICB paid, and the ICB of the next town did not. Both ICBs had asked.'
  [ "$(explained)" = ICB ]
  grep -qF '<button type="button" aria-describedby="word-icb">ICB</button><span role="tooltip" id="word-icb">Integrated care board: plans care &lt;here&gt;.</span>' "$PAGE"
}

@test "whole words only, with the s of the plural, and the longest that fits" {
  says 'Two ICBs, XICB, ICBX, icb and Core20PLUS5 for the Core20.'
  [ "$(explained)" = 'ICBs Core20PLUS5 Core20' ]
}

@test "another spelling, and a sign that a page escapes" {
  says 'Core20PLUS and A\&E; then A\&E again.'
  [ "$(explained)" = 'Core20PLUS A&amp;E' ]
  grep -qF 'id="word-a-and-e"' "$PAGE"
}

@test "nothing is explained within a link, a heading or a table" {
  says '[the ICB](https://board.example/)\n\n### Our ICB\n\n| ICB | 1 |\n| --- | --- |\n| ICB | 2 |'
  [ "$(explained)" = '' ]
}

@test "the evidence level says what it means, on the page and in lists" {
  says 'Men did not come.'
  grep -qF '<button type="button" class="label" aria-describedby="level-barbers">E1 Accounted</button><span role="tooltip" id="level-barbers">Activity, views or estimates; no measured change</span>' "$PAGE"
  grep -qF '>E1 Accounted</button><span role="tooltip"' "$ROOT/build/site/browse/regions/yorkshire-humber.html"
}

@test "the glossary has them all, and every page leads to it" {
  says 'Men did not come.'
  local file
  for word in 'E0 Described' 'E5 Reviewed' ICB 'A&amp;E' Core20PLUS5; do
    grep -qF "<dt>$word</dt>" "$ROOT/build/site/glossary.html" || fail "no $word"
  done
  for file in index.html case-studies/barbers.html browse/regions/yorkshire-humber.html; do
    grep -q 'glossary.html">Glossary' "$ROOT/build/site/$file" || fail "$file does not lead to it"
  done
}

@test "a catalogue without a glossary has the levels alone" {
  rm "$ROOT/content/vocabulary/glossary.yaml"
  says 'The ICB paid.'
  [ "$(explained)" = '' ]
  grep -qF '<dt>E0 Described</dt>' "$ROOT/build/site/glossary.html"
  ! grep -qF 'Names and abbreviations</h2>' "$ROOT/build/site/glossary.html" || fail 'found what must not be there'
}

@test "a changed meaning is on every page that has the word" {
  says 'The ICB paid.'
  sed -i 's/plans care/buys care/' "$ROOT/content/vocabulary/glossary.yaml"
  succeed publish
  grep -qF 'Integrated care board: buys care' "$PAGE"
}
