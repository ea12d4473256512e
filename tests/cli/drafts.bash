# shellcheck shell=bash
# What the tests of drafts share: a catalogue to make them in, and what is true of each.
DOCUMENTS=$REPOSITORY/tests/documents

setup() {
  make_root
  export SOURCE_DATE_EPOCH=1735689600
  HERE=$ROOT/content/case-studies
}

# The one case study that is there.
file() {
  find "$HERE" -name '*.md'
}

# The words of a text on stdin, each once.
words() {
  grep -aoE '[A-Za-z0-9]+' | LC_ALL=C sort -u
}

# What readers of a document see of it.
seen() {
  case $1 in
  *.html)
    iconv -f "$2" -t UTF-8 "$1" | perl -0pe 's/<title>(.*?)<\/title>/<\/head>$1<head>/s; s/<head>.*?<\/head>//gs; s/<script.*?<\/script>//gs;
      s/<!--.*?-->//gs; s/<!\[[^>]*>//g; s/<\/?(font|b|i|em|strong|span|o:p)\b[^>]*>//g; s/<[^>]+>/ /g; s/&[a-z]+;/ /g'
    ;;
  *.eml) perl "$REPOSITORY/tests/cli/mail_words.pl" "$1" ;;
  *) sed 's/<br>/ /g' "$1" ;;
  esac
}

# loses_nothing DOCUMENT [ENCODING]: every word of it is in the file or in what the command said.
loses_nothing() {
  local lost
  lost=$(comm -23 <(seen "$DOCUMENTS/$1" "${2:-UTF-8}" | words) <(cat "$(file)" - <<<"$output" | words))
  [ -z "$lost" ] || fail "lost: $lost"
}

# All that check says of the file was said by the command.
announces_what_check_says() {
  local said message
  said=$(tr -s ' \n' ' ' <<<"$output")
  while IFS= read -r message; do
    [[ $said == *"$message"* ]] || fail "not announced: $message"
  done < <("$CATALOGUE" check -C "$ROOT" --format json "$(file)" 2>/dev/null | jq -r '.[].message')
}

# The file has nothing of the kind.
file_lacks() {
  ! grep -nE "$1" "$(file)" || fail "the file has $1"
}

# Nobody can be reached by what is in the file.
is_private() {
  file_lacks '@|0113 496|07700|01632|943 476'
  ! "$CATALOGUE" check -C "$ROOT" --format json "$(file)" 2>/dev/null | jq -e '.[] | select(.code | IN("B412", "B413", "B414"))' ||
    fail 'check finds somebody in it'
}

# becomes ID DOCUMENT [ENCODING]: it is made a draft, and that is as it should be.
becomes() {
  catalogue new --from "$DOCUMENTS/$2"
  assert_status 0
  assert_has "content/case-studies/$1.md written"
  [ "$(file)" = "$HERE/$1.md" ]
  loses_nothing "${@:2}"
  announces_what_check_says
  is_private
}

# below HEADING: what stands under it in the file.
below() {
  awk -v heading="## $1" '/^## / { inside = $0 == heading; next } inside' "$(file)"
}
