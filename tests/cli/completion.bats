#!/usr/bin/env -S bats --tap
# shellcheck disable=SC2016,SC2030,SC2031,SC2154 # what a shell expands when it runs; set by bats
# catalogue completion: what may come next on a command line, and the scripts that ask for it.
load helpers

setup() {
  make_root
  write_case barbers 'regions: [london]'
  write_case warm-homes 'title: Warm homes for older people'
  succeed index
}

# next WORD…: what may stand in place of the last of these words, without what it is.
next() {
  catalogue completion --next -- "$@"
  output=${output//$'\t'*([^$'\n'])/}
}

# offers EXPECTED WORD…
offers() {
  local expected=$1
  shopt -s extglob
  next "${@:2}"
  assert_output "$expected"
  [ -z "$stderr" ] || fail "it talks"
}

@test "commands come first, each with what it does" {
  catalogue completion --next -- sea
  assert_output $'search\tfind case studies'
  offers $'-C\n--color\n--help\n--version' -
  offers compare -C "$ROOT" compa
  offers similar help si
  offers '' no-such-command x
}

@test "reports, codes and shells are offered where a command takes them" {
  local name offered
  shopt -s extglob
  next report ''
  offered=$output
  succeed report
  [ "$(grep -c '^- ' <<<"$output")" -gt "$(wc -l <<<"$offered")" ] || fail 'more than it lists'
  for name in $offered; do succeed report "$name"; done
  offers quality report qu
  offers $'bash\nzsh\nfish' completion ''
  offers C201 explain C201
}

@test "options are those that the command takes, but not behind --" {
  offers --sort search --so
  offers $'--strict' check --st
  offers '' check --data
  offers $'--database' show --data
  offers '' show -- --data
  catalogue completion --next -- search --limit
  [ "${lines[0]}" = $'--limit\tshow at most N case studies; 0 is all (10 if not said)' ]
}

@test "an option of few words offers them, in the next word or the same" {
  offers $'text\njson\nndjson\ncsv\nids\npaths' search --format ''
  offers $'json-schema\nmarkdown\nwords' schema --format ''
  offers newest search --sort n
  offers --sort=newest search --sort=n
  offers $'auto\nalways\nnever' show --color ''
  offers '' search --limit ''
}

@test "terms have their labels, in options and in the query" {
  catalogue completion --next -- search --region lon
  assert_output $'london\tLondon'
  offers london facets --region lon
  offers --region=london,north-west search --region=london,north-w
  offers region:london search region:lon
  offers region:london,north-west search region:london,north-w
  offers -region:london search -region:lon
  offers $'evidence:>=e2' search 'evidence:>=e2'
  offers $':nospace\nregion:\nresult:\nreviewed:' search re
  offers $'has:contact\nhas:context-that-mattered' search has:conte has:cont
  offers has:cost,contact search has:cost,contac
  offers id:warm-homes search id:war
  offers '' search title:ba
  offers $'region:london' search -- region:lon
}

@test "arguments are offered as the command takes them" {
  catalogue completion --next -- show bar
  assert_output $'barbers\tBarbers offer blood pressure checks'
  offers warm-homes compare barbers warm
  offers C201 explain C201
  offers regions facets reg
  offers fish completion f
  offers :files check content
  offers :folders publish --output x
  offers :files publish --single-file=x
  offers :folders -C x
}

@test "ids are those of the catalogue that is being typed" {
  make_root "$BATS_TEST_TMPDIR/other"
  write_case florists
  "$CATALOGUE" index -C "$ROOT" >/dev/null
  ROOT=$BATS_TEST_TMPDIR/root
  offers florists show -C "$BATS_TEST_TMPDIR/other" ''
  offers florists -C "$BATS_TEST_TMPDIR/other" show ''
  offers florists show --database "$BATS_TEST_TMPDIR/other/build/catalogue.db" ''
  offers '' show -C "$BATS_TEST_TMPDIR/nowhere" ''
}

@test "without an index there are no terms and ids, and no complaint" {
  rm -r "$ROOT/build"
  offers '' show bar
  offers '' search --region lon
  offers --sort search --so
  [ ! -e "$ROOT/build" ]
}

# in_bash LINE: what bash offers behind this line, in words parted as bash parts them.
in_bash() {
  PATH=$BATS_TEST_TMPDIR/bin:$PATH CATALOGUE_ROOT=$ROOT run bash -c '
    source <(catalogue completion bash)
    COMP_LINE=$1 COMP_POINT=${#1}
    read -r -a COMP_WORDS <<<"$(sed -E "s/[:=]+/ & /g" <<<"$1")"
    [[ $1 != *" " ]] || COMP_WORDS+=("")
    COMP_CWORD=$((${#COMP_WORDS[@]} - 1))
    _catalogue
    printf "%s\n" "${COMPREPLY[@]}"' bash "$1"
}

@test "bash shows them, where it parts words at colons and equals signs too" {
  mkdir "$BATS_TEST_TMPDIR/bin"
  ln -s "$CATALOGUE" "$BATS_TEST_TMPDIR/bin/catalogue"
  in_bash 'catalogue sea'
  assert_output search
  in_bash 'catalogue search --sor'
  assert_output --sort
  in_bash 'catalogue search --region lon'
  assert_output london
  in_bash 'catalogue search region:lon'
  assert_output london
  in_bash 'catalogue search --region=lon'
  assert_output london
  in_bash 'catalogue search --sort='
  assert_output $'relevance\nnewest\ntitle\nevidence'
  in_bash 'catalogue show '
  assert_output $'barbers\nwarm-homes'
  in_bash "catalogue -C $ROOT/cont"
  assert_output "$ROOT/content"
  in_bash "$BATS_TEST_TMPDIR/bin/catalogue show bar"
  assert_output barbers
}

@test "fish shows them" {
  mkdir -p "$BATS_TEST_TMPDIR/bin" "$BATS_TEST_TMPDIR/config/fish/completions"
  ln -s "$CATALOGUE" "$BATS_TEST_TMPDIR/bin/catalogue"
  "$CATALOGUE" completion fish >"$BATS_TEST_TMPDIR/config/fish/completions/catalogue.fish"
  export PATH=$BATS_TEST_TMPDIR/bin:$PATH CATALOGUE_ROOT=$ROOT XDG_CONFIG_HOME=$BATS_TEST_TMPDIR/config HOME=$BATS_TEST_TMPDIR
  run fish -c 'complete -C "catalogue search --region=lon"'
  assert_output $'--region=london\tLondon'
  run fish -c 'complete -C "catalogue show bar"'
  assert_output $'barbers\tBarbers offer blood pressure checks'
}

@test "the scripts are ones, and other shells have none" {
  "$CATALOGUE" completion bash | bash -n
  "$CATALOGUE" completion zsh | zsh -n
  catalogue completion zsh
  assert_has '#compdef catalogue'
  catalogue completion
  assert_status 2
  catalogue completion tcsh
  assert_status 2
  assert_stderr_has 'bash, zsh or fish'
}

@test "terms and ids can be had for a script of one's own" {
  catalogue completion --ids
  assert_output $'barbers\nwarm-homes'
  catalogue completion --terms region
  assert_has london
  catalogue completion --terms nothing
  assert_status 1
  [ -z "$stderr" ]
}
