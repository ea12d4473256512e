#!/usr/bin/env -S bats --tap
# shellcheck disable=SC2013,SC2016 # no blanks in the names of pages; programs of awk and jq have dollars
# Reports say the same in the terminal and on the page, word by word and cell by cell: on the real content, and on the
# small site of tests/golden.
load cli/helpers

setup_file() {
  local root
  for root in "$REPOSITORY" "$REPOSITORY/tests/golden"; do
    "$CATALOGUE" index -C "$root" --database "$(database_of "$root")" >/dev/null
    "$CATALOGUE" publish -C "$root" --database "$(database_of "$root")" --output "$(site_of "$root")" >/dev/null 2>&1
  done
}

name_of() {
  [ "$1" = "$REPOSITORY" ] && echo real || echo golden
}

database_of() {
  echo "$BATS_FILE_TMPDIR/$(name_of "$1").db"
}

site_of() {
  echo "$BATS_FILE_TMPDIR/$(name_of "$1")"
}

# The words of a piece of HTML on stdin: each element that holds text on a line, without tags and
# without what a word is explained with.
words() {
  sed -E 's/<(p|li|td|th|h[1-6]|caption|summary)[ >]/\n&/g; s/<\/(p|li|td|th|h[1-6]|caption|summary)>/&\n/g' |
    sed -E 's/<span role="tooltip"[^>]*>[^<]*<\/span>//g; s/<[^>]*>//g; s/&amp;/\&/g; s/&lt;/</g; s/&gt;/>/g; s/&quot;/"/g; s/&#39;/'"'"'/g; s/^ +//; s/ +$//' | grep -v '^$'
}

# ask ROOT COMMAND ARGUMENT…: the report as JSON.
ask() {
  local root=$1 command=$2
  shift 2
  "$CATALOGUE" "$command" --database "$(database_of "$root")" --format json "$@"
}

# The cells of the first table of that class in a page: the figure of each.
figures() {
  tr -d '\n' <"$1" | sed "s/<table class=\"$2\">/\n&/g; s/<\/table>/&\n/g" | grep "^<table class=\"$2\">" | sed -n 1p |
    sed 's/<td class/\n&/g' | sed -nE 's/^<td class[^>]*><[^>]*>([0-9,]+)<.*/\1/p' | tr -d ,
}

@test "the gap map has the figures of matrix, pair by pair, and the same holes" {
  local root page
  for root in "$REPOSITORY" "$REPOSITORY/tests/golden"; do
    page=$(site_of "$root")/gaps.html
    ask "$root" matrix priority-area deprivation-focus >"$BATS_TEST_TMPDIR/matrix"
    diff <(figures "$page" 'gaps compact heat') <(jq '.parts[] | select(.key == "pairs").rows[].cases' "$BATS_TEST_TMPDIR/matrix")
    words <"$page" >"$BATS_TEST_TMPDIR/words"
    jq -r '.parts[] | select(.key != "pairs").lines[].text' "$BATS_TEST_TMPDIR/matrix" >"$BATS_TEST_TMPDIR/said"
    [ -s "$BATS_TEST_TMPDIR/said" ]
    ! grep -qvxFf "$BATS_TEST_TMPDIR/words" "$BATS_TEST_TMPDIR/said" ||
      fail "not on the page: $(grep -vxFf "$BATS_TEST_TMPDIR/words" "$BATS_TEST_TMPDIR/said")"
  done
}

@test "the other pairs of the gap map have the figures of matrix too" {
  local page down across path number=0
  page=$(site_of "$REPOSITORY")
  while read -r down across path; do
    grep -q "<a href=\"gaps/$path\">" "$page/gaps.html"
    diff <(figures "$page/gaps/$path" 'gaps compact heat') \
      <(ask "$REPOSITORY" matrix "$down" "$across" | jq '.parts[] | select(.key == "pairs").rows[].cases')
    number=$((number + 1))
  done <<'END'
partner-type partner-type partner-types-and-partner-types.html
deprivation-focus involvement deprivation-focus-and-involvement.html
action result actions-and-result.html
END
  [ "$number" = 3 ]
  # What many open on a phone does not carry the others.
  [ "$(wc -c <"$page/gaps.html")" -lt 300000 ] || fail "the gap map has $(wc -c <"$page/gaps.html") bytes"
}

@test "facets, matrix and home page count alike" {
  local facet
  for facet in priority-area deprivation-focus; do
    # A case with several terms on the other side stands in several cells, so a row is no sum: cross it with a field of one.
    diff <("$CATALOGUE" facets "$facet" --database "$(database_of "$REPOSITORY")" --format json | jq -r '.facets[][] | "\(.id) \(.count)"') \
      <(ask "$REPOSITORY" matrix "$facet" evidence | jq -r '[.parts[] | select(.key == "pairs").rows[]] | group_by(.row) | map("\(.[0].row) \(map(.cases) | add)") | .[]' |
        awk 'NR == FNR { count[$1] = $2; next } { print $1, count[$1] }' - <("$CATALOGUE" facets "$facet" --database "$(database_of "$REPOSITORY")" --format json | jq -r '.facets[][].id'))
  done
  words <"$(site_of "$REPOSITORY")/index.html" | grep -q "^$("$CATALOGUE" search --database "$(database_of "$REPOSITORY")" --count --evidence e2,e3,e4,e5) with a result that was measured"
}

# pair PAGE ROOT COMMAND ARGUMENT…: the page is to say what the command does. All of a test are read at once, as thousands
# of programs begun would take minutes: each page and each answer behind a line of their number.
pair() {
  local page=$1
  shift
  echo "$page" >>"$BATS_TEST_TMPDIR/pages"
  # One that lists no case studies ends with 1.
  ask "$@" >"$BATS_TEST_TMPDIR/$(printf '%04d' "$(wc -l <"$BATS_TEST_TMPDIR/pages")").json" || [ $? -eq 1 ]
}

# What pages say of a report, and what the terminal says, without the marks that set notes apart; what stands at the axis
# of a drawing is left out, how it is read, what a long table opens by, and the list of headings at the top of a long page.
said_on_pages() {
  xargs awk 'FNR == 1 { printf "\n@@ %d\n", ++page } { printf "%s", $0 }' <"$BATS_TEST_TMPDIR/pages" |
    sed 's/<tfoot[ >]/\n&/g; s/<\/tfoot>/&\n/g' | awk '/^@@ / { printf "\n%s\n", $0; next } !/^<tfoot/ { printf "%s", $0 }' | sed -E 's/<details class="rows"><summary>[^<]*<\/summary>//g; s/<details class="contents">([^<]|<[^\/]|<\/[^d])*<\/details>//g; s/<svg class="effect ticks"([^<]|<[^\/]|<\/[^s])*<\/svg>//g; s/<caption[^>]*>[^<]*<\/caption>//g; s/<p class="note">[^<]*<\/p>//g; s/<div data-report="[a-z]*">/\n&/g; s/<details>/\n&/g; s/<p>You know of such work/\n&/g; s/<\/(ul|p)><\/div><\/details>/&\n/g; s/<div class="beside">/\n&/g; s/<\/main>/\n&/g' |
    grep -E '^(<div data-report|@@ )' | with_whole_addresses | words | tr -d '()' | sed -E 's/ +/ /g'
}

said_in_terminal() {
  jq -nr 'inputs | "@@ \(input_filename | split("/")[-1] | rtrimstr(".json") | tonumber)", .question, (.parts[] | .heading, .lines[].text, (select((.rows // []) != []) | (.columns[] | select(.for_people).label), (. as $part | .rows[] as $row | .columns[] | select(.for_people) | $row[.key] | tostring)))' "$BATS_TEST_TMPDIR"/*.json |
    tr -d '()' | sed -E 's/ +/ /g' | grep -v '^$'
}

# same_said LEAST: so many pairs at least, and the same in each.
same_said() {
  local count
  count=$(wc -l <"$BATS_TEST_TMPDIR/pages")
  said_on_pages >"$BATS_TEST_TMPDIR/said"
  [ "$(grep -c '^@@ ' "$BATS_TEST_TMPDIR/said")" -eq "$count" ]
  diff --show-function-line='^@@ ' -U1 "$BATS_TEST_TMPDIR/said" <(said_in_terminal) || fail "$(nl "$BATS_TEST_TMPDIR/pages")"
  [ "$count" -gt "$1" ] || fail "only $count"
}

@test "every lens and every question of it say the same in the terminal and on the page" {
  local root site lens cell
  for root in "$REPOSITORY" "$REPOSITORY/tests/golden"; do
    site=$(site_of "$root")
    pair "$site/lenses/index.html" "$root" lens
    for lens in $(ask "$root" lens | jq -r '.parts[0].rows[].id'); do
      pair "$site/lenses/$lens.html" "$root" lens "$lens"
      pair "$site/lenses/$lens/index.html" "$root" lens "$lens" --brief
      for cell in $(ask "$root" lens "$lens" | jq -r '.parts[].rows // [] | .[].cell // empty'); do
        pair "$site/lenses/$lens/$cell.html" "$root" lens "$lens" "$cell"
      done
    done
  done
  same_said 80
}

@test "the briefing on the page of a term is the one that brief gives for it" {
  local site=$BATS_FILE_TMPDIR/real page option
  for option in priority-area partner-type deprivation-focus; do
    for page in $(grep -l 'data-report="brief"' "$site/browse/$option"*/*.html); do
      pair "$page" "$REPOSITORY" brief "--$option" "$(basename "$page" .html)"
    done
  done
  same_said 50
}

# The reports across all case studies, as completion has them.
across() {
  "$CATALOGUE" completion --next -- report '' | cut -f 1
}

@test "every report across all case studies, and every part of it, says the same in the terminal and on the page" {
  local root site name page
  for root in "$REPOSITORY" "$REPOSITORY/tests/golden"; do
    site=$(site_of "$root")
    for name in $(across); do
      page=$site/$name.html
      [ "$name" = reports ] && page=$site/answers.html
      pair "$page" "$root" report "$name"
      # On the page of a term without case studies stands no report.
      for page in $(grep -ls data-report "$site/$name"/*.html "$site/browse/$name"/*.html); do
        pair "$page" "$root" report "$name" "$(basename "$page" .html)"
      done
    done
  done
  same_said 60
}

@test "what a measure is says itself in words: no id of another, no key of the file" {
  local ids
  ids=$(sed -n 's/^\([a-z0-9-]*-[a-z0-9-]*\):$/\1/p' "$REPOSITORY/content/vocabulary/measures.yaml")
  [ "$(wc -l <<<"$ids")" -gt 10 ]
  ! grep '^ *definition:' "$REPOSITORY/content/vocabulary/measures.yaml" | grep -F -e '`' -f <(cat <<<"$ids") || fail 'a definition shows an id'
}

@test "the list of answers names every report with its page, and what is typed for it is a command" {
  local name page
  "$CATALOGUE" report --database "$(database_of "$REPOSITORY")" --format json >"$BATS_TEST_TMPDIR/list"
  jq -r '.parts[].lines[].links[].report // empty' "$BATS_TEST_TMPDIR/list" >"$BATS_TEST_TMPDIR/named"
  for name in $(across); do
    [ "$name" = reports ] || grep -qx "$name" "$BATS_TEST_TMPDIR/named" || fail "$name is not in the list"
  done
  grep -o 'href="[^"]*"' <(sed -n '/data-report/,/<\/main>/p' "$(site_of "$REPOSITORY")/answers.html") | cut -d '"' -f 2 |
    while read -r page; do [ -e "$(site_of "$REPOSITORY")/$page" ] || fail "there is no $page"; done
  jq -r '.parts[] | select(.key == "commands").rows[].command' "$BATS_TEST_TMPDIR/list" | sed -nE 's/^catalogue ([a-z]+).*/\1/p' >"$BATS_TEST_TMPDIR/typed"
  # Each that has a page, and two that stand on pages of others.
  [ "$(wc -l <"$BATS_TEST_TMPDIR/typed")" -eq "$(jq '.parts[] | select(.key == "reports").lines | length + 2' "$BATS_TEST_TMPDIR/list")" ]
  while read -r name; do "$CATALOGUE" "$name" --help >/dev/null; done <"$BATS_TEST_TMPDIR/typed"
}

@test "a briefing has at most 450 words, whatever is asked" {
  local query words
  while read -r query; do
    # shellcheck disable=SC2086 # several words
    words=$("$CATALOGUE" brief --database "$(database_of "$REPOSITORY")" --format json $query |
      jq -r '.title, .question, (.parts[] | .heading, .lines[].text)' | wc -w)
    [ "$words" -le 450 ] || fail "$query: $words words"
    [ "$words" -ge 60 ] || fail "$query: only $words words"
  done <<'END'
smoking
blood pressure
warm homes
--priority-area mental-health
--priority-area cancer
--priority-area respiratory
--priority-area maternity
--priority-area cvd
--deprivation-focus homeless
social prescribing
health action zone
--region london
--evidence e3
vaccination
END
}
