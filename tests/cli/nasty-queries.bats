#!/usr/bin/env -S bats --tap
# shellcheck disable=SC1003,SC1112,SC2016,SC2258 # quotes, backslashes and commas are part of queries
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

ask() {
  run --separate-stderr within 1 "$CATALOGUE" search -C "$ROOT" --no-update --format json -- "$1"
  [ "$status" -le 1 ] || fail "query: $(printf %q "$1")"
  jq -e "(.results | length > 0) == ($status == 0)" <<<"$output" >/dev/null || fail "query: $(printf %q "$1")"
  # What is said of a query is no complaint of the command, and comes without control characters too.
  grep -qv '^catalogue: [^ ]' <<<"${stderr:-catalogue: nothing}" && fail "complaint: $(printf %q "$1")"
  LC_ALL=C grep -q '[[:cntrl:]]' <<<"${stderr//$'\n'/}" && fail "control characters: $(printf %q "$1")"
  LC_ALL=C grep -q '[[:cntrl:]]' <<<"${output//$'\n'/}" && fail "control characters: $(printf %q "$1")"
  return 0
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
}

@test "long ones" {
  local piece long
  for piece in a 'a ' 'x* | ' '"' '(' - a: region:london, '“' 'ab* ' '健' $'\xff'; do
    long=$piece
    while [ ${#long} -lt 100000 ]; do long+=$long; done
    ask "${long:0:100000}"
  done
}
