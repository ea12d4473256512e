#!/usr/bin/env -S bats --tap
# The lists that have every case study: A to Z, and by place; cut when they are long.
load helpers

setup() {
  make_root
  SITE=$ROOT/build/site
}

# listed PAGE: the cases that it lists, in its order
listed() {
  grep -o 'class="listed" value="[a-z0-9-]*' "$SITE/$1" | sed 's/.*"//' | xargs -n 10
}

# many COUNT: so many cases, every tenth of them in London.
many() {
  local number file=$ROOT/content/case-studies/case-1.md
  write_case case-1 'title: Barbers offer checks number 1'
  for ((number = 2; number <= $1; number++)); do
    sed "s/number 1\$/number $number/$( ((number % 10)) || echo '; s/yorkshire-humber/london/')" "$file" >"$ROOT/content/case-studies/case-$number.md"
  done
}

@test "A to Z goes by titles without their article, whatever their capitals" {
  write_case one 'title: The barbers of the town'
  write_case two 'title: An apple a day for all'
  write_case three 'title: barbershop talk for men'
  write_case four 'title: 9 to 5 checks at work'
  succeed publish
  [ "$(listed case-studies/index.html)" = 'two one three four' ]
  [ ! -e "$SITE/case-studies/letters" ]
}

@test "by place: under its region, places from A to Z, those without one last" {
  write_case one 'place: York' 'title: Barbers of the first town'
  write_case two 'place: the Barnsley estates' 'title: Barbers of the second town'
  write_case three 'title: Barbers of no town'
  write_case four 'regions: [yorkshire-humber, london]' 'place: Camden' 'title: Barbers of two regions'
  succeed publish
  [ "$(listed places.html)" = 'four two four one three' ] || fail "$(listed places.html)"
  grep -q '<span class="place">York</span><a href="case-studies/one.html">' "$SITE/places.html"
  grep -q '"../places.html">place</a>' "$SITE/case-studies/index.html"
}

# listed_on PAGE FIRST SECOND: so many stand on it and on the one behind it, which leads back.
listed_on() {
  local behind=${1%.html}/page-2.html
  [ "$(listed "$1" | wc -w)" -eq "$2" ]
  [ "$(listed "$behind" | wc -w)" -eq "$3" ]
  grep -q "<a rel=\"next\" href=\"$(basename "$1" .html)/page-2.html\">" "$SITE/$1"
  grep -q "<a rel=\"prev\" href=\"../$(basename "$1")\">" "$SITE/$behind"
}

@test "a list of 300 is one page; of more, each letter and region has its own, with its count, and more than one when it is long" {
  mkdir "$ROOT/content/lenses"
  printf '%s\n' 'name: A plan' 'source: A plan' 'summary: A plan of the town.' 'cells:' \
    '  - {id: going, label: Going out, question: "Did anybody go out?", query: "actions:outreach"}' >"$ROOT/content/lenses/plan.yaml"
  many 300
  succeed publish
  [ "$(listed lenses/plan/going.html | wc -w)" -eq 300 ]
  [ "$(listed case-studies/index.html | wc -w)" -eq 300 ]
  [ ! -e "$SITE/places" ]
  listed_on browse/priority-areas/cvd.html 50 50
  grep -q 'Page 1 of 6' "$SITE/browse/priority-areas/cvd.html"
  ! grep -q 'class="titles"' "$SITE/browse/priority-areas/cvd/page-6.html" || fail 'a list of 300 is cards to its end'
  many 301
  succeed publish
  [ -z "$(listed case-studies/index.html)" ]
  grep -q '<a href="letters/letter-b.html">B (301)</a>' "$SITE/case-studies/index.html"
  listed_on case-studies/letters/letter-b.html 100 100
  listed_on lenses/plan/going.html 100 100
  [ "$(listed lenses/plan/going/page-4.html | wc -w)" -eq 1 ]
  # Of a term the first page tells what came of each, the others have titles; each case stands once.
  listed_on browse/priority-areas/cvd.html 50 251
  grep -q 'Page 1 of 2' "$SITE/browse/priority-areas/cvd.html"
  grep -q 'class="titles"' "$SITE/browse/priority-areas/cvd/page-2.html"
  [ ! -e "$SITE/browse/priority-areas/cvd/page-3.html" ]
  [ "$({ listed browse/priority-areas/cvd.html; listed browse/priority-areas/cvd/page-2.html; } | xargs -n 1 | sort -u | wc -l)" -eq 301 ]
  grep -q '<a href="places/london.html">London <span class="count">30</span></a>' "$SITE/places.html"
  [ "$(listed places/london.html | wc -w)" -eq 30 ]
  # The pages that go when the list is short again go from the site too.
  rm "$ROOT/content/case-studies/case-301.md"
  succeed publish
  [ ! -e "$SITE/case-studies/letters" ] && [ ! -e "$SITE/places" ]
}

@test "a page that sends its visitor on is in the language of the others" {
  write_case one 'aliases: [old-one]'
  echo 'language: cy' >>"$ROOT/content/catalogue.yaml"
  succeed publish
  grep -q '<html lang="cy">' "$SITE/case-studies/old-one.html"
}
