#!/usr/bin/env -S bats --tap
# shellcheck disable=SC1003,SC1112,SC2016,SC2034,SC2258 # quotes, backslashes and commas are part of queries; fail shows stderr
# Five hundred queries that nobody should type: every one is answered, found or not, within a
# second of processor time.
load helpers

PIECES=('"' '""' '(' ')' '((((' '))))' '|' '||' '-' '--' '+' '-+' '*' 'a*' 'ba*' 'x* | ' ' ' '  ' $'\t' $'\n' ':' '::' ',' '.' '..'
  'barbers' 'blood' 'pressure' 'the' 'of' 'AND' 'OR' 'NOT' 'NEAR' 'NEAR(a b)' 'MATCH' 'rowid' '^' '{' '}' '{title body}:' 'title:' 'search:'
  'region:' 'region:london' '-region:london' 'region:,' 'region:"' 'regions:nowhere' 'evidence:>=e2' 'evidence:>=' 'evidence:e2..e4' 'stage:..'
  'published:>=2025' 'published:x' 'start:2019..2021' 'start:9999-99-99' 'foo:bar' 'a:b:c' 'https://example.org/?a=b&c=d'
  "don't" "'" "''" '`' '$x' '$(id)' '\' '\\' '%' '%s%n' '_' '?' '#' ';' '; DROP TABLE cases; --' '/*' '*/' '<b>' '&amp;' '../../etc/passwd'
  '“' '”' '«' '–' '—' '…' '‘' '’' 'naïve' 'ΑΒΓ' 'дом' '日本語' '健康' 'مرحبا' '😀' $'\u200b' $'\u202e' $'\ufeff' $'e\u0301' 'ﬁ' '½' 'm²'
  $'\x01' $'\x1b[31m' $'\x7f' $'\xff' $'\xc3' $'\xf0\x9f' $'\xed\xa0\x80' '-5' '+44' '1e9' '0' '99999999999999999999' '-h' '-C' '--help' '--limit')

setup() {
  make_root
  write_case barbers
  write_case walking 'title: Walking groups meet at the surgery'
  succeed index
}

queries=()
answers=()

# What is said of a query is no complaint of the command, and comes without control characters, as the answer does.
ask() {
  local said=$BATS_TEST_TMPDIR/${#queries[@]} line
  within 1 "$CATALOGUE" search -C "$ROOT" --no-update --format json -- "$1" >"$said" 2>"$said.stderr" && status=0 || status=$?
  output=$(<"$said")
  stderr=$(<"$said.stderr")
  [ "$status" -le 1 ] || fail "query: $(printf %q "$1")"
  while IFS= read -r line; do
    [[ $line == 'catalogue: '[^\ ]* ]] || fail "complaint: $(printf %q "$1")"
    [[ $line != *[[:cntrl:]]* ]] || fail "control characters: $(printf %q "$1")"
  done <"$said.stderr"
  [[ ${output//$'\n'/} != *[[:cntrl:]]* ]] || fail "control characters: $(printf %q "$1")"
  queries+=("$1")
  answers+=("$said")
  echo "$status" >>"$BATS_TEST_TMPDIR/statuses"
}

# Each is one answer in JSON, which has results where the status was 0 and nowhere else.
assert_answers() {
  local number
  [ "${#answers[@]}" -eq "$1" ]
  number=$(jq -n --slurpfile statuses "$BATS_TEST_TMPDIR/statuses" \
    '[inputs | .results | length > 0] | [., [$statuses[] == 0]] | transpose | map(.[0] == .[1]) | index(false) // (if length == $ARGS.named.count then empty else length end)' \
    --argjson count "$1" "${answers[@]}") || fail 'no JSON'
  [ -z "$number" ] || fail "query: $(printf %q "${queries[number]}")"
}

@test "five hundred nasty queries" {
  RANDOM=20
  local query i number
  for ((number = 0; number < 500; number++)); do
    query=
    for ((i = RANDOM % 12; i >= 0; i--)); do
      query+=${PIECES[RANDOM % ${#PIECES[@]}]}
      [ $((RANDOM % 2)) -eq 0 ] || query+=' '
    done
    ask "$query"
  done
  assert_answers 500
}

@test "long ones" {
  local piece long
  for piece in a 'a ' 'x* | ' '"' '(' - a: region:london, '“' 'ab* ' '健' $'\xff'; do
    long=$piece
    while [ ${#long} -lt 100000 ]; do long+=$long; done
    ask "${long:0:100000}"
  done
  assert_answers 12
}
