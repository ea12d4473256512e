#!/usr/bin/env -S bats --tap
# Publishing file by file, for a folder that cannot change places with another.
# shellcheck disable=SC2154 # set by bats
load helpers

setup() {
  make_root
  write_case barbers 'related: [clubs]'
  write_case clubs 'title: Clubs for men who live alone' 'priority_areas: [housing]'
  write_case gardens 'title: Gardens on prescription' 'regions: [london]'
  SITE=$ROOT/build/site
  succeed publish
  echo mine >"$SITE/mine.txt"
}

# A page comes, another goes, and lists change.
change_content() {
  write_case walks 'title: Walks that anybody may join' 'related: [clubs]'
  rm "$ROOT/content/case-studies/gardens.md"
  sed -i 's/^title:.*/title: Barbers measure blood pressure/' "$ROOT/content/case-studies/barbers.md"
}

is_as_new() {
  local new=$BATS_TEST_TMPDIR/new
  [ -d "$new" ] || succeed publish --output "$new"
  diff -r -x mine.txt "$SITE" "$new"
  [ "$(<"$SITE/mine.txt")" = mine ]
}

# What a page of the site leads to and is not there.
dead_links() {
  (cd "$1" && find . -name '*.html' -not -path './.catalogue*' -exec perl -0ne '
    while (/\b(?:href|src)="([^"#?:]+)[^":]*"/g) {
      my $link = $1;
      my ($folder) = $ARGV =~ m{^(.*)/};
      print "$ARGV: $link\n" unless -e "$folder/$link";
    }' {} +)
}

@test "the folder stays the same folder, and what is in it becomes what a new site would be" {
  local folder
  folder=$(stat -c %i "$SITE")
  change_content
  catalogue publish --in-place
  assert_status 0
  assert_has 'file by file, as --in-place asks for'
  assert_has '1 file there that publish did not write was kept'
  [ "$(stat -c %i "$SITE")" = "$folder" ]
  is_as_new
  [ ! -e "$SITE/case-studies/gardens.html" ]
  [ -z "$(find "$SITE" -name '.catalogue-n*' -o -name '.catalogue-r*')" ]
}

@test "it is told in JSON which way was taken" {
  change_content
  catalogue publish --in-place --format json
  assert_json '.file_by_file and .changed > 3 and .removed > 0 and .kept == 1'
  sed -i 's/^title:.*/title: Barbers/' "$ROOT/content/case-studies/barbers.md"
  catalogue publish --format json
  assert_json '.file_by_file == false'
}

@test "a server that stands in the folder sees the new site" {
  change_content
  cd "$SITE"
  (cd "$OLDPWD" && "$CATALOGUE" publish -C "$ROOT" --in-place >"$BATS_TEST_TMPDIR/said")
  grep -q 'Barbers measure blood pressure' case-studies/barbers.html
}

@test "an empty folder and one that is not there yet are filled" {
  mkdir "$BATS_TEST_TMPDIR/empty"
  local folder name
  folder=$(stat -c %i "$BATS_TEST_TMPDIR/empty")
  for name in empty none; do
    catalogue publish --in-place --output "$BATS_TEST_TMPDIR/$name"
    assert_status 0
    diff -r -x mine.txt "$SITE" "$BATS_TEST_TMPDIR/$name"
  done
  [ "$(stat -c %i "$BATS_TEST_TMPDIR/empty")" = "$folder" ]
}

@test "where nothing can be written beside the folder it goes file by file" {
  change_content
  succeed index
  local at good=$BATS_TEST_TMPDIR/good struck=$BATS_TEST_TMPDIR/struck
  cp -a "$SITE" "$good"
  for at in {1..20}; do
    rm -rf "$SITE" "$struck"
    cp -a "$good" "$SITE"
    run --separate-stderr with_faults "change:$at:EACCES:once" "$struck" publish
    [ "$(<"$struck")" != mkdirat ] || break
  done
  assert_status 0
  assert_has 'file by file, as nothing can be written beside it'
  is_as_new
}

@test "where folders cannot change places the files do, and that is said" {
  change_content
  FAULTS_NO_EXCHANGE=EBUSY run --separate-stderr with_faults none /dev/null publish
  assert_status 0
  assert_has 'file by file, as the folders could not change places'
  is_as_new
}

@test "a run that is killed leaves no page that leads nowhere, and the next run finishes it" {
  local at last good=$BATS_TEST_TMPDIR/good
  cp -a "$SITE" "$good"
  change_content
  # Old enough that the index need not be written again in the next run.
  find "$ROOT/content" -exec touch -d 2020-01-01T00:00:00Z {} +
  succeed index
  last=$(calls change publish --in-place --jobs 1)
  [ "$last" -gt 50 ]
  [ -z "$(dead_links "$SITE")" ] || fail "the site has dead links: $(dead_links "$SITE")"
  for ((at = 1; at <= last; at += last / 12)); do
    rm -rf "$SITE"
    cp -a "$good" "$SITE"
    killed change "$at" publish --in-place --jobs 1
    [ -z "$(dead_links "$SITE")" ] || fail "killed before change $at of $last: $(dead_links "$SITE")"
    succeed publish
    is_as_new || fail "killed before change $at of $last"
  done
}

@test "what stands ready and is no list of ours is told, and nothing is touched" {
  mkdir "$SITE/.catalogue-ready"
  echo rubbish >"$SITE/.catalogue-ready/.catalogue-manifest"
  change_content
  catalogue publish
  assert_status 2
  assert_stderr_has 'cannot finish what an earlier run began in'
  [ -e "$SITE/case-studies/gardens.html" ]
}
