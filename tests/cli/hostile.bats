#!/usr/bin/env -S bats --tap
# shellcheck disable=SC1003,SC2016,SC2094 # a backslash before a closing quote, perl's own variables; a copy is added to
# Files made to take long or to break the libraries below: each is dealt with in under a
# second of processor time, and never by a crash.
load helpers

setup() {
  make_root
  HOSTILE=$ROOT/content/case-studies/hostile.md
}

# times COUNT PIECE: the piece so many times over, without line ends of its own.
times() {
  awk -v count="$1" -v piece="$2" 'BEGIN { for (i = 0; i < count; i++) printf "%s", piece }' </dev/null
}

# numbered COUNT FORMAT: lines with a number in each.
numbered() {
  awk -v count="$1" -v format="$2\n" 'BEGIN { for (i = 0; i < count; i++) printf format, i, i }' </dev/null
}

# Good front matter, not yet ended.
front() {
  write_case hostile
  awk '/^---$/ && fences++ { exit } 1' "$HOSTILE"
}

# The text on stdin becomes the body below good front matter, or more front matter.
as_body() {
  { front && printf -- '---\n## The need\n\n' && cat; } >"$HOSTILE.new"
  mv "$HOSTILE.new" "$HOSTILE"
}

as_front() {
  { front && cat && printf -- '\n---\n## The need\n\nx\n'; } >"$HOSTILE.new"
  mv "$HOSTILE.new" "$HOSTILE"
}

check_is_quick() {
  local found=0
  within 1 "$CATALOGUE" check -C "$ROOT" >"$BATS_TEST_TMPDIR/out" 2>&1 || found=$?
  status=$found
  output=$(tail -n 5 "$BATS_TEST_TMPDIR/out")
  [ "$status" -le 1 ] || fail "status $status"
  [ "$(wc -c <"$BATS_TEST_TMPDIR/out")" -le 200000 ] || fail 'more than 200 kB of messages'
}

@test "what takes a second of processor time is noticed" {
  run within 1 bash -c 'while :; do :; done'
  [ "$status" -eq 152 ]
}

@test "Markdown that is quadratic in the library" {
  local piece
  for piece in '![[]()' '> ' '>' '- ' '* ' '1. ' '![' '[' '[a](' '[a](<b' '*a_ ' '**a ' '_a**' '`' '<!--' '<?' '<!A' '&' '\\' '[a][' '[a]:b ' '"' '(' ; do
    times "$((200000 / ${#piece}))" "$piece" | as_body
    check_is_quick || fail "$piece"
  done
}

@test "Markdown that nests deeply, then ends every level" {
  { times 20000 '- ' && echo x && times 20000 $'\n'; } | as_body
  check_is_quick
  assert_status 1
  { times 80000 '>' && times 80000 'a*'; } | as_body
  check_is_quick
  assert_status 1
  { times 5000 '`' && numbered 3000 '%d`'; } | as_body
  check_is_quick
  numbered 12000 '[%d]: /x' | as_body
  check_is_quick
  awk 'BEGIN { for (i = 1; i < 600; i++) { for (j = 0; j < i; j++) printf "`"; printf " " } }' | as_body
  check_is_quick
}

@test "YAML that is quadratic in the library" {
  local piece
  for piece in '[' '{a: ' '- ' '? ' '["]",' '"' "'" '|' '&a ' '!' '%' '#' ': ' 'a: ' ','; do
    { printf 'keywords: ' && times "$((60000 / ${#piece}))" "$piece"; } | as_front
    check_is_quick || fail "$piece"
  done
}

@test "very many lines of front matter" {
  local format
  for format in 'k%d: x' '%d:' '- %d' '-' '' '# %d' '  %d' '@%d' 'k%d: @' 'k%d: "' 'k%d: [' '- @%d' 'k%d: &a%d x' 'k%d: *a%d' '%%TAG !%d! x' 'title: %d' '"\\0%d": x'; do
    numbered "$((60000 / (${#format} + 4)))" "$format" | as_front
    check_is_quick || fail "$format"
  done
}

@test "a long list that breaks at its end" {
  { printf 'keywords:\n' && numbered 14000 '- x' && echo '- @x'; } | as_front
  check_is_quick
  assert_status 1
  { printf 'place: |\n' && numbered 14000 '  x' && printf ' x'; } | as_front
  check_is_quick
  assert_status 1
}

@test "very many items and very long texts in fields" {
  { printf 'keywords: [' && numbered 6000 'w%d,' | tr -d '\n' && printf ']'; } | as_front
  check_is_quick
  { printf 'outcomes:\n' && numbered 2000 '  - measure: m%d'; } | as_front
  check_is_quick
  { printf 'place: ' && times 60000 x; } | as_front
  check_is_quick
  { printf 'related: [' && numbered 6000 'w%d,' | tr -d '\n' && printf ']'; } | as_front
  check_is_quick
}

@test "very many sections, links and lines" {
  local format
  for format in '## Part %d' '[x](case-%d.md)' 'ann%d@example.org' '07700 9%d' '| %d | x |' '- %d' '![x](images/%d.png)' '<b>%d</b>' '    %d' 'x%d\\'; do
    numbered "$((200000 / (${#format} + 4)))" "$format" | as_body
    check_is_quick || fail "$format"
  done
}

@test "files larger than the limit are refused unread" {
  front >"$HOSTILE.new" && mv "$HOSTILE.new" "$HOSTILE"
  truncate -s 5G "$HOSTILE"
  check_is_quick
  assert_status 1
  assert_has 'content/case-studies/hostile.md: error[F003]'
}

@test "what is no regular file is refused, and nothing waits for it" {
  mkfifo "$ROOT/content/case-studies/pipe.md"
  mkdir "$ROOT/content/case-studies/folder.md"
  ln -s /etc/passwd "$ROOT/content/case-studies/link.md"
  ln -s /dev/zero "$ROOT/content/case-studies/device.md"
  check_is_quick
  assert_status 1
  local name
  for name in pipe folder link device; do
    grep -q "content/case-studies/$name.md: error\[F002\]" "$BATS_TEST_TMPDIR/out"
  done
}

@test "a folder that is a link is refused by name, and nothing behind it is published" {
  local folder site=$ROOT/build/site secret=$BATS_TEST_TMPDIR/secret
  write_case good
  mkdir -p "$ROOT"/content/{pages,images} "$ROOT/theme/files"
  printf -- '---\ntitle: About us\n---\nText.\n' >"$ROOT/content/pages/about.md"
  echo secret >"$ROOT/theme/files/id_rsa"
  succeed publish
  rm -r "$site"
  for folder in content content/{case-studies,images,pages,vocabulary} theme theme/files; do
    mv "$ROOT/$folder" "$secret"
    ln -s "$secret" "$ROOT/$folder"
    catalogue check
    assert_status 1
    assert_has "$folder"
    assert_has 'is a link, which may lead out of the catalogue: it is not followed'
    catalogue publish
    assert_status 1
    assert_stderr_has "$folder"
    [ ! -e "$site" ] || fail "published through $folder"
    rm "$ROOT/$folder"
    mv "$secret" "$ROOT/$folder"
  done
  succeed publish
  ln -s "$ROOT" "$BATS_TEST_TMPDIR/shortcut"
  ROOT=$BATS_TEST_TMPDIR/shortcut succeed check
}

@test "bytes that are not text are refused where they stand" {
  local row
  for row in '\x00=F005' '\x1b[31m=F005' '\x7f=F005' '\r=F005' '\xc2\x9b=F005' '\xe2\x80\xa8=F005' '\xef\xbf\xbe=F005' '\xef\xbf\xb9=F005' '\xef\xb7\x90=F005' '\xf0\x9f\xbf\xbf=F005' '\xe9=F004' '\xc0\xaf=F004' '\xed\xa0\x80=F004' '\xff\xfe=F004'; do
    printf 'abc%bx\n' "${row%=*}" | as_body
    check_is_quick
    assert_status 1
    grep -q "content/case-studies/hostile.md:[0-9]*:4: error\[${row#*=}\]" "$BATS_TEST_TMPDIR/out" || fail "$row"
    LC_ALL=C grep -q $'[\x01-\x08\x0b-\x1f\x7f]' "$BATS_TEST_TMPDIR/out" && fail "raw bytes: $row"
    true
  done
}

# The characters in the files that must not get there: controls, marks of direction, what nobody sees, non-characters.
must_not_be_seen() {
  find "$@" -type f ! -name '*.db' ! -name '*.png' -print0 | xargs -0 perl -CSD -ne '
    s/^\x{feff}// if $. == 1; # a table begins with the mark of its encoding
    s/\r\n/\n/;
    print "$ARGV:$.: ", sprintf("U+%04X", ord $1), "\n"
      if /([\x{0}-\x{8}\x{b}-\x{1f}\x{7f}-\x{9f}\x{ad}\x{34f}\x{61c}\x{115f}\x{180e}\x{200b}\x{200e}\x{200f}\x{2028}-\x{202e}\x{2060}-\x{2064}\x{2066}-\x{206f}\x{3164}\x{fe0f}\x{fff9}-\x{fffb}\x{fdd0}\x{fffe}\x{ffff}\x{1fffe}\x{10ffff}\x{e0041}\x{e0100}])/;
    close ARGV if eof'
}

# everywhere: what each command and format makes of the catalogue, into files of their own.
everywhere() {
  local out=$1 format
  mkdir "$out"
  for format in text json ndjson csv ids paths; do
    catalogue search --format "$format" blood
    [ "$status" -le 1 ] || fail "search --format $format"
    printf '%s\n' "$output" "$stderr" >"$out/search.$format"
  done
  for format in text json markdown; do
    catalogue show --format "$format" hostile
    printf '%s\n' "$output" "$stderr" >"$out/show.$format"
  done
  for format in text json github sarif; do
    catalogue check --format "$format"
    printf '%s\n' "$output" "$stderr" >"$out/check.$format"
  done
  for format in brief\ blood coach\ hostile similar\ hostile 'compare hostile other' 'report partners'; do
    # shellcheck disable=SC2086 # the words of a command
    catalogue $format
    printf '%s\n' "$output" "$stderr" >"$out/${format// /-}.txt"
  done
  for format in json ndjson csv postgresql; do
    catalogue export --format "$format" --output "$out/export-$format"
  done
}

@test "what nobody sees and what is no character reaches no output, as an escape, an entity or itself" {
  local escape hex out=$BATS_TEST_TMPDIR/seen
  write_case other 'title: Letters about blood pressure checks'
  for escape in '\u202E' '\u2066' '\u200B' '\u200F' '\u2028' '\u2060' '\uFEFF' '\uFE0F' '\u00AD' '\u3164' \
    '\U000E0041' '\U000E0100' '\uFFF9' '\uFDD0' '\uFFFE' '\U0001FFFE' '\U0010FFFF' '\x9b' '\e' '\0'; do
    case $escape in '\e') hex=1B ;; *) hex=${escape#\\?} ;; esac
    write_case hostile "title: \"Barbers offer$escape blood pressure\"" "keywords: [\"hair$escape\"]" \
      "learning: [\"Train the barbers$escape before they begin to measure.\"]" "place: \"Leeds$escape\""
    catalogue check
    # What was not refused has lost it.
    [ "$status" -eq 0 ] || write_case hostile
    {
      printf '\nHere &#x%s; [there&#x%s;](https://board.example/b "so&#x%s;").\n\n' "$hex" "$hex" "$hex"
      printf '## What helped\n\n- A nurse&#x%s; to ring.\n' "$hex"
      # The body is told as it was written, so that only what steers is taken out of it.
      [[ $hex != @(202E|2066) ]] || LC_ALL=C.UTF-8 printf 'And %b itself.\n' "\\U$(printf %08x "0x$hex")"
    } >>"$ROOT/content/case-studies/hostile.md"
    catalogue check
    [ "$status" -eq 0 ] || sed -i '$d' "$ROOT/content/case-studies/hostile.md"
    rm -rf "$out" "$ROOT/build/site"
    everywhere "$out"
    # What an entity makes of no character is refused, so that there is nothing to publish.
    [[ $escape != '\uFFFE' ]] || { catalogue publish && [ "$status" -eq 1 ] && [ ! -e "$ROOT/build/site" ]; } || fail "$escape"
    [[ $escape != '\u202E' && $escape != '\u200B' ]] || succeed publish
    run must_not_be_seen "$out" "$(ls -d "$ROOT/build/site" 2>/dev/null || echo "$out")"
    [[ $status -eq 0 && -z $output ]] || fail "$escape"
  done
}

@test "a link to an address with what nobody sees is refused, and told why" {
  local hex
  for hex in 202E 200B 2060 AD E0041; do
    write_case unseen
    printf '\nA [report](https://board.example/a&#x%s;b).\n' "$hex" >>"$ROOT/content/case-studies/unseen.md"
    catalogue check
    assert_status 1
    [ "$(grep -c 'error\[B409\].*: it has a character that nobody sees$' <<<"$output")" -eq 1 ] || fail "$hex"
  done
}

@test "no name in the content makes a file that another system cannot have" {
  local name number=0 site=$ROOT/build/site files
  for name in Index Con nul COM1 'Lpt9.' 'A' 'a' 'Á' '...' 'Ελλάς' '../x' 'a/b' '.hidden' "$(times 139 x)"; do
    number=$((number + 1))
    write_case "case-$number" "title: Offer $number of checks" "partners: [{name: \"$name\", type: local-authority}]" \
      "place: \"${name::80}\"" "programme: \"$name\"" "keywords: [\"${name::60}\"]"
    write_case "same-$number" "title: Another offer $number of checks" "partners: [{name: \"$name\", type: local-authority}]"
  done
  succeed publish
  files=$(cd "$site" && find . -type f ! -name '.*' | LC_ALL=C sort)
  run grep -iE '/(con|prn|aux|nul|com[0-9]|lpt[0-9])(\.[^/]*)?$' <<<"$files"
  [ -z "$output" ] || fail 'names of devices'
  run grep -vE '^(\./[a-z0-9.-]+|(/[a-z0-9][a-z0-9.-]*)+)+$' <<<"$files"
  [ -z "$output" ] || fail 'names that are not lower-case words'
  run bash -c 'tr A-Z a-z <<<"$1" | uniq -d' - "$files"
  [ -z "$output" ] || fail 'two names that are one elsewhere'
  run awk -F/ '{ for (i = 1; i <= NF; i++) if (length($i) > 200) print }' <<<"$files"
  [ -z "$output" ] || fail 'long names'
  catalogue report organisations con
  assert_status 0
}

@test "an id that the site or another system has is an error at its line, however it is written" {
  local id file line
  for file in actions measures regions; do
    for id in index con nul prn aux com1 lpt9 Con INDEX co-n; do
      cp "$REPOSITORY/content/vocabulary/$file.yaml" "$ROOT/content/vocabulary/$file.yaml"
      line=$(($(wc -l <"$ROOT/content/vocabulary/$file.yaml") + 1))
      if [ "$file" = measures ]; then
        printf '%s:\n  label: Some label\n  unit: "%%"\n  better: lower\n' "$id"
      else
        printf '%s:\n  label: Some label\n  definition: Use when. Not when.\n%s\n' "$id" "$(grep -m1 '^  group:' "$ROOT/content/vocabulary/$file.yaml")"
      fi >>"$ROOT/content/vocabulary/$file.yaml"
      catalogue check
      if [ "$id" = co-n ]; then
        assert_status 0
      else
        assert_status 1
        [[ $output == *"content/vocabulary/$file.yaml:$line:1: error[V70"* ]] || fail "$file: $id"
      fi
    done
    cp "$REPOSITORY/content/vocabulary/$file.yaml" "$ROOT/content/vocabulary/$file.yaml"
  done
  printf 'upper:\n  label: One\n  definition: Use when. Not when.\nUpper:\n  label: Two\n  definition: Use when. Not when.\n' >>"$ROOT/content/vocabulary/settings.yaml"
  catalogue check
  assert_status 1
  assert_has 'error[V704]: "upper" and "Upper" would have the same page'
  write_case con
  catalogue check content/case-studies/con.md
  assert_has '"con.md" cannot be the name of a case study'
  assert_lacks 'rename it to con.md'
}

@test "a link or a folder where a file of the catalogue goes is told, whatever the index knew before" {
  local path
  write_case good
  succeed publish
  for path in content/need.csv content/words.yaml content/vocabulary/measures.yaml content/vocabulary/glossary.yaml content/lenses/x.yaml; do
    mkdir -p "$ROOT/${path%/*}"
    [ ! -e "$ROOT/$path" ] || mv "$ROOT/$path" "$BATS_TEST_TMPDIR/kept"
    ln -s /etc/hostname "$ROOT/$path"
    catalogue publish
    assert_status 1
    assert_stderr_has "$path: error[F002]"
    rm "$ROOT/$path"
    mkdir "$ROOT/$path"
    catalogue publish
    assert_status 1
    assert_stderr_has "$path: error[F002]"
    rmdir "$ROOT/$path"
    [ ! -e "$BATS_TEST_TMPDIR/kept" ] || mv "$BATS_TEST_TMPDIR/kept" "$ROOT/$path"
  done
  succeed publish
}
