#!/usr/bin/env -S bats --tap
# `catalogue index`: what changed is read, what is good is kept, what is foreign is left alone.
load helpers

setup() {
  make_root
  write_case barbers
  write_case walks 'title: Walking groups for older people' 'priority_areas: [physical-activity]'
  write_case cooks 'title: Cooking lessons for young parents' 'related: [walks]'
}

database() {
  printf %s "$ROOT/build/catalogue.db"
}

# What the database holds, without row numbers and file times: those may differ.
dump() {
  sqlite3 "$1" <<'END'
SELECT 'case', id, path, title, summary, place, published, stage, result, evaluation, evidence, gap_effect, review_status,
       newest_date, completeness, outdated, length(source) FROM cases LEFT JOIN sources USING (row) ORDER BY id;
SELECT 'tag', field, term, id FROM tags JOIN cases USING (row) ORDER BY 2, 3, 4;
SELECT 'search', id, s.title, s.summary, s.tags, s.body FROM search s JOIN cases ON cases.row = s.rowid ORDER BY id;
SELECT 'mention', from_id, kind, to_id, line, "column" FROM mentions ORDER BY 2, 3, 4, 5;
SELECT 'word', * FROM words ORDER BY 2;
SELECT 'synonym', * FROM synonyms ORDER BY 1, 2, 3, 4;
SELECT 'term', * FROM terms ORDER BY 2, 3;
SELECT 'setting', * FROM settings ORDER BY 2;
SELECT 'set', field, term FROM term_rows ORDER BY 2, 3;
END
}

# Files that are old enough for their time to be trusted.
age() {
  touch -d '2024-01-01 00:00' "$ROOT"/content/case-studies/*.md
}

@test "many changed files, read by several at once, leave what a new index would hold" {
  local i
  for i in {1..80}; do write_case "case-$i" "title: Case number $i of many" "priority_areas: [cvd, mental-health]"; done
  age
  catalogue index
  for i in {1..80}; do write_case "case-$i" "title: Case number $i of many, again" "priority_areas: [diabetes]"; done
  catalogue index --format json
  assert_json '.changed == 80 and .unchanged == 3'
  dump "$(database)" >"$BATS_TEST_TMPDIR/changed"
  catalogue index --rebuild
  dump "$(database)" | diff - "$BATS_TEST_TMPDIR/changed"
}

@test "a first run adds every case, a second finds them unchanged" {
  catalogue index --format json
  assert_status 0
  assert_json '.total == 3 and .added == 3 and .unchanged == 0'
  catalogue index --format json
  assert_status 0
  assert_json '.total == 3 and .added == 0 and .unchanged == 3'
  sed -i 's/^stage: .*/stage: bogus/' "$ROOT/content/case-studies/cooks.md"
  catalogue index --keep-going
  assert_output '3 case studies in the index: 2 unchanged, 1 outdated; 1 broken'
}

@test "plain sqlite3 opens it and MATCH works there" {
  succeed index
  run sqlite3 "$(database)" "SELECT id FROM search JOIN cases ON cases.row = search.rowid WHERE search MATCH 'walk'"
  assert_output walks
  run sqlite3 "$(database)" "SELECT id FROM cases JOIN tags USING (row) WHERE field = 'priority_areas' AND term = 'physical-activity'"
  assert_output walks
}

@test "a file whose size and time are as they were is not opened" {
  age
  succeed index
  sed -i 's/Walking/Wolking/' "$ROOT/content/case-studies/walks.md"
  age
  catalogue index --format json
  assert_status 0
  assert_json '.unchanged == 3'
}

@test "new bytes of the same size and an old time are noticed when the file was fresh" {
  succeed index
  sed -i 's/Barbers offer/Barbers OFFER/' "$ROOT/content/case-studies/barbers.md"
  catalogue index --format json
  assert_json '.changed == 1 and .unchanged == 2'
}

@test "any order of changes ends in the rows of a fresh index" {
  succeed index
  write_case barbers 'title: Barbers and hairdressers offer checks' 'priority_areas: [cvd, cancer]'
  write_case nurses 'title: Nurses visit hostels every week' 'deprivation_focus: [homeless]'
  succeed index
  rm "$ROOT/content/case-studies/barbers.md"
  succeed index
  write_case walks 'title: Walking groups for everybody'
  write_case barbers 'title: Barbers once more in another way'
  catalogue index
  dump "$(database)" >"$BATS_TEST_TMPDIR/after"
  catalogue index --rebuild
  assert_status 0
  dump "$(database)" >"$BATS_TEST_TMPDIR/fresh"
  [ "$(wc -l <"$BATS_TEST_TMPDIR/fresh")" -gt 500 ]
  diff "$BATS_TEST_TMPDIR/fresh" "$BATS_TEST_TMPDIR/after"
}

@test "the sets of rows say the same as the tags after changes" {
  succeed index
  write_case barbers 'priority_areas: [cancer]'
  rm "$ROOT/content/case-studies/walks.md"
  sed -i /related/d "$ROOT/content/case-studies/cooks.md"
  catalogue index
  assert_status 0
  run sqlite3 "$(database)" "SELECT count(*) FROM term_rows WHERE field = 'priority_areas' AND term = 'physical-activity'"
  assert_output 0
  run sqlite3 "$(database)" "SELECT hex(substr(rows, 1, 1)) FROM term_rows WHERE field = 'priority_areas' AND term = 'cancer'"
  row=$(sqlite3 "$(database)" "SELECT row FROM cases WHERE id = 'barbers'")
  assert_output "$(printf %02X $((1 << row)))"
}

@test "an error leaves the index as it was" {
  succeed index
  cp "$(database)" "$BATS_TEST_TMPDIR/before.db"
  write_case walks 'title: Walking groups for nobody' 'priority_areas: [walking]'
  write_case fresh
  catalogue index
  assert_status 1
  assert_stderr_has 'error[C203]'
  assert_stderr_has '--keep-going'
  diff <(dump "$BATS_TEST_TMPDIR/before.db") <(dump "$(database)")
}

@test "a folder that was not there and now cannot be read is no state that is known" {
  local folder command
  succeed publish
  mkdir "$BATS_TEST_TMPDIR/other"
  for folder in lenses vocabulary/known-words pages; do
    rm -rf "${ROOT:?}/content/$folder"
    succeed index
    ln -s "$BATS_TEST_TMPDIR/other" "$ROOT/content/$folder"
    for command in check index publish; do
      # The index has nothing of pages but where links lead.
      [ "$command $folder" != 'index pages' ] || continue
      catalogue "$command"
      assert_status 1
      [[ $output$stderr == *"content/$folder: error[F001]"* ]] || fail "$command: $folder"
    done
    rm "$ROOT/content/$folder"
  done
}

@test "settings that cannot be read make no other catalogue answer" {
  local kind command other=$BATS_TEST_TMPDIR/other
  succeed index
  mkdir -p "$other/catalogue"
  cp "$(database)" "$other/catalogue/catalogue.db"
  sqlite3 "$other/catalogue/catalogue.db" "UPDATE cases SET title = 'Another catalogue'"
  mv "$ROOT/content/catalogue.yaml" "$ROOT/settings"
  cd "$ROOT"
  for kind in 'ln -s ../settings' mkdir mkfifo; do
    $kind content/catalogue.yaml
    for command in check index publish; do
      run env XDG_DATA_HOME="$other" "$CATALOGUE" "$command"
      assert_status 1
      [[ $output == *'content/catalogue.yaml: error[F002]'* ]] || fail "$command: $kind"
    done
    run --separate-stderr env XDG_DATA_HOME="$other" "$CATALOGUE" search --one-line barbers
    assert_status 0
    [[ $output != *Another* && $stderr == *'see: catalogue check'* ]] || fail "search: $kind"
    rm -r content/catalogue.yaml
  done
}

@test "a file that is not read because of its name stops index and publish, as check says" {
  local stray
  succeed publish
  for stray in case-studies/new.MD case-studies/new.txt case-studies/2026/new.md lenses/new.yml pages/new.markdown \
    vocabulary/Actions.YAML vocabulary/known-words/new.md; do
    mkdir -p "$ROOT/content/$(dirname "$stray")"
    cp "$ROOT/content/case-studies/barbers.md" "$ROOT/content/$stray"
    for command in check index publish; do
      catalogue "$command"
      assert_status 1
      [[ $output$stderr == *'error[F006]'*'is not read, because its name does not end in '* ]] || fail "$command: $stray"
    done
    catalogue index --keep-going
    assert_status 1
    [[ $output == *'3 unchanged'* ]] || fail "$stray"
    case $stray in */2026/*) rm -r "$ROOT/content/case-studies/2026" ;; *) rm "$ROOT/content/$stray" ;; esac
    succeed index
  done
}

@test "a name that was probably meant for another is told, with the other" {
  local made
  succeed publish
  for made in Need.csv:need.csv catalog.yaml:catalogue.yaml case_studies/:case-studies Image/:images \
    vocabulary/priority-area.yaml:priority-areas.yaml vocabulary/Glossary.yaml:glossary.yaml vocabulary/own-words.yaml:actions; do
    case ${made%:*} in */) mkdir "$ROOT/content/${made%:*}" ;; *) touch "$ROOT/content/${made%:*}" ;; esac
    for command in check index publish; do
      catalogue "$command"
      assert_status 1
      [[ $output$stderr == *'error[F006]'*"${made#*:}"* ]] || fail "$command: $made"
    done
    rm -r "$ROOT/content/${made%:*}"
  done
  # What is far from every name may lie there.
  touch "$ROOT/content/README.md" "$ROOT/content/minutes.docx"
  succeed index
}

@test "no index and no site comes to lie among the sources" {
  local folder
  for folder in content theme; do
    for path in "$folder/x" "./$folder" "$ROOT/$folder/x"; do
      (cd "$ROOT" && run --separate-stderr "$CATALOGUE" index --database "$path" && assert_status 2 &&
        assert_stderr_has "the index cannot be written to $path, as $folder/ has the sources") || fail "$path"
      (cd "$ROOT" && run --separate-stderr "$CATALOGUE" publish --output "$path" && assert_status 2 &&
        assert_stderr_has "the site cannot be written to $path, as $folder/ has the sources") || fail "$path"
    done
  done
  [ ! -e "$ROOT/theme" ]
  mkdir "$ROOT/theme"
  catalogue publish --output "$ROOT/theme/site"
  assert_status 2
}

@test "--keep-going keeps the last good rows of a broken file and marks them" {
  succeed index
  write_case walks 'title: Walking groups for nobody' 'priority_areas: [walking]'
  write_case fresh
  catalogue index --keep-going --format json
  assert_status 1
  assert_json '.added == 1 and .broken == 1 and .outdated == 1'
  run sqlite3 "$(database)" "SELECT title, outdated FROM cases WHERE id = 'walks'"
  assert_output 'Walking groups for older people|1'
  write_case walks 'title: Walking groups for older people' 'priority_areas: [physical-activity]'
  catalogue index
  assert_status 0
  run sqlite3 "$(database)" "SELECT outdated FROM cases WHERE id = 'walks'"
  assert_output 0
}

@test "another vocabulary makes every row anew, and a broken file still keeps its last good state" {
  succeed index
  write_case walks 'priority_areas: [walking]'
  printf 'tea:\n  label: "Tea"\n  definition: "Hot"\n  group: services\n' >>"$ROOT/content/vocabulary/priority-areas.yaml"
  catalogue index --keep-going --format json
  assert_json '.outdated == 1 and .total == 3'
  catalogue index --rebuild --keep-going --format json
  assert_json '.outdated == 0 and .total == 2'
}

@test "a case that others mention cannot go unnoticed" {
  succeed index
  rm "$ROOT/content/case-studies/walks.md"
  catalogue index
  assert_status 1
  assert_stderr_has 'content/case-studies/cooks.md'
  assert_stderr_has 'error[L602]'
}

@test "another version is built anew" {
  catalogue index
  sqlite3 "$(database)" 'PRAGMA user_version = 99; UPDATE cases SET title = "old"'
  catalogue index --format json
  assert_status 0
  assert_json '.added == 3'
  run sqlite3 "$(database)" "SELECT count(*) FROM cases WHERE title = 'old'"
  assert_output 0
}

@test "a database of somebody else is left alone" {
  mkdir -p "$ROOT/build"
  sqlite3 "$(database)" 'CREATE TABLE mine (a); INSERT INTO mine VALUES (1)'
  for arguments in '' --rebuild; do
    # shellcheck disable=SC2086 # no argument, or one
    catalogue index $arguments
    assert_status 2
    assert_stderr_has 'not an index of a catalogue'
  done
  run sqlite3 "$(database)" 'SELECT a FROM mine'
  assert_output 1
}

@test "a damaged index is said to be damaged, and built anew" {
  succeed index
  dd if=/dev/urandom of="$(database)" bs=4096 seek=2 count=6 conv=notrunc status=none
  catalogue index --rebuild
  assert_status 0
  run sqlite3 "$(database)" 'PRAGMA integrity_check'
  assert_output ok
}

@test "a killed run leaves the last good index" {
  local before after class count i
  succeed index
  for i in $(seq 30); do write_case "case-$i" "title: Case number $i of many"; done
  before=$(dump "$(database)")
  cp "$(database)" "$BATS_TEST_TMPDIR/before.db"
  succeed index
  after=$(dump "$(database)")
  [ "$before" != "$after" ]
  for class in write sync change; do
    cp "$BATS_TEST_TMPDIR/before.db" "$(database)"
    count=$(calls "$class" index)
    for i in 1 2 3 4 5 6; do
      cp "$BATS_TEST_TMPDIR/before.db" "$(database)"
      killed "$class" $(((count * i + 5) / 6)) index
      [ "$(dump "$(database)")" = "$before" ] || fail "killed at $class $i of 6 of $count"
    done
  done
  succeed index
  [ "$(dump "$(database)")" = "$after" ]
}

@test "a folder that cannot be written to is said so" {
  local -a as_others=()
  # Root too, without the right to write wherever it likes.
  [ "$(id -u)" -ne 0 ] || as_others=(setpriv --bounding-set=-dac_override)
  mkdir -p "$ROOT/build"
  chmod 555 "$ROOT/build"
  run --separate-stderr "${as_others[@]}" "$CATALOGUE" index -C "$ROOT"
  assert_status 2
  assert_stderr_has 'cannot be read or written: Permission denied'
}

@test "a folder for the index that cannot be made is said so, with its reason" {
  local -a as_others=()
  [ "$(id -u)" -ne 0 ] || as_others=(setpriv --bounding-set=-dac_override)
  chmod 555 "$ROOT"
  for command in index publish; do
    run --separate-stderr "${as_others[@]}" "$CATALOGUE" "$command" -C "$ROOT"
    assert_status 2
    assert_stderr_has "the folder $ROOT/build cannot be made: Permission denied"
  done
  chmod 755 "$ROOT"
  touch "$ROOT/build"
  for command in index publish; do
    catalogue "$command"
    assert_status 2
    assert_stderr_has "the folder $ROOT/build cannot be made: Not a directory"
  done
  rm "$ROOT/build"
  run --separate-stderr with_faults change:1:ENOSPC:ever /dev/null index
  assert_status 2
  assert_stderr_has "the folder $ROOT/build cannot be made: No space left on device"
  run --separate-stderr with_faults change:1:ENOSPC:once /dev/null search walking
  assert_stderr_has "(the folder $ROOT/build cannot be made: No space left on device)"
}

@test "a damaged index is built anew without being asked" {
  succeed index
  dd if=/dev/zero of="$(database)" bs=4096 seek=3 count=40 conv=notrunc status=none
  write_case walks 'title: Walking groups in every park'
  catalogue index
  assert_status 0
  run sqlite3 "$(database)" 'PRAGMA integrity_check; SELECT count(*) FROM cases'
  assert_output $'ok\n3'
}

@test "an answer from a damaged index does not stand" {
  succeed index
  dd if=/dev/zero of="$(database)" bs=4096 seek=3 count=40 conv=notrunc status=none
  run --separate-stderr "$CATALOGUE" search --database "$(database)" walking
  assert_status 2
  assert_stderr_has 'is damaged'
}

@test "why the index or the content cannot be read is told with the reason that the system gave" {
  local last
  succeed index
  last=$(calls read search --no-update walking)
  run --separate-stderr with_faults "read:$last:ESTALE:once" /dev/null search --no-update walking
  assert_status 2
  assert_stderr_has "the index $(database) cannot be read or written: Stale file handle"
  run --separate-stderr with_faults "open:1:EMFILE:ever" /dev/null check
  assert_status 2
  assert_stderr_has 'Too many open files'
}

@test "an index that the system does not let be read is not called damaged" {
  local at count told=0
  succeed index
  count=$(calls read publish)
  for ((at = 1; at <= count; at += 5)); do
    rm -rf "$ROOT/build/site"
    run --separate-stderr with_faults "read:$at:EIO:once" /dev/null publish
    [[ $stderr != *'is damaged'* ]] || fail "read $at of $count: $stderr"
    [[ $status -ne 2 || $stderr == *'Input/output error'* ]] || fail "read $at of $count: $stderr"
    [[ $stderr != *'the index '*': Input/output error'* ]] || told=$((told + 1))
  done
  [ "$told" -gt 5 ] || fail "of the reads of the index only $told were told"
}

@test "killed first runs leave one unfinished file at most, and the next run none" {
  local class i count
  for class in write sync change; do
    rm -rf "$ROOT/build"
    count=$(calls "$class" index)
    rm -rf "$ROOT/build"
    for i in 1 2 3 4; do
      rm -f "$(database)"
      killed "$class" $(((count * i + 3) / 4)) index
      [ "$(find "$ROOT/build" -name 'catalogue.db?*' | wc -l)" -le 1 ] || fail "$class $i: $(ls -A "$ROOT/build")"
    done
    succeed index
    [ -z "$(find "$ROOT/build" -name 'catalogue.db?*')" ] || fail "$class: $(ls -A "$ROOT/build")"
  done
}

@test "two first runs at once both end well" {
  "$CATALOGUE" index -C "$ROOT" >/dev/null &
  catalogue index
  assert_status 0
  wait $!
  run sqlite3 "$(database)" 'PRAGMA integrity_check; SELECT count(*) FROM cases'
  assert_output $'ok\n3'
}

@test "a missing database is not said to be made with a command that cannot make it" {
  cd "$BATS_TEST_TMPDIR"
  run --separate-stderr "$CATALOGUE" search --database nope.db walking
  assert_status 2
  assert_stderr_has '--database FILE'
  [[ ${stderr-} != *'catalogue index'* ]]
}

@test "what a killed writer left half written is undone by whoever reads first" {
  local database=$ROOT/build/catalogue.db before
  write_case barbers
  catalogue index
  catalogue search --no-update --format json ''
  before=$output
  # Too large for its cache, the change is in the file before it is committed, and the old pages in the journal.
  run sqlite3 "$database" <<'END'
PRAGMA cache_size = 1;
BEGIN;
DELETE FROM tags;
UPDATE cases SET title = hex(randomblob(100000)), summary = hex(randomblob(100000));
.shell kill -9 $PPID
END
  [ -s "$database-journal" ] || fail 'no journal was left'
  catalogue search --no-update --format json ''
  assert_status 0
  assert_output "$before"
  [ ! -e "$database-journal" ]
}

@test "who asks beside a run that writes, or makes the index anew, gets a whole answer" {
  run "$REPOSITORY/tests/faults/readers" 9 3
  [ "$status" -eq 0 ] || fail 'see above'
}

@test "a run that is killed at any moment leaves what was there or what it was making, and the next one goes on" {
  run "$REPOSITORY/tests/faults/killed" 4
  [ "$status" -eq 0 ] || fail 'see above'
}

@test "a folder that the system fails to list is never told as errors in the content" {
  local count at met=0
  mkdir -p "$ROOT/content/pages"
  printf -- '---\ntitle: About\n---\n\nWords.\n' >"$ROOT/content/pages/about.md"
  succeed publish
  echo 'More.' >>"$ROOT/content/pages/about.md"
  count=$(calls list publish | tail -n 1)
  for ((at = 1; at <= count; at++)); do
    run --separate-stderr with_faults "list:$at:EIO:once" /dev/null publish
    [[ $stderr != *'have errors'* ]] || fail "list $at: $stderr"
    [[ $stderr != *'not all could be read, so the site stays as it was: content/pages: '*'Input/output error'* ]] || met=1
  done
  [ "$met" -eq 1 ] || fail 'no call listed the pages'
}
