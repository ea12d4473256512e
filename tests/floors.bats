#!/usr/bin/env -S bats --tap
# shellcheck disable=SC2016 # awk's own variables
# The shape of the source, as tests: floors, homes of libraries, house rules.
#
# Every rule is a function that prints what breaks it in the folder it is run in.
# Each is used twice: on this repository, where it must print nothing, and on a
# small tree made wrong on purpose, where it must not overlook the fault.

REPOSITORY=$BATS_TEST_DIRNAME/..

sources() {
  find indexer search-cli catalogue -name '*.[ch]' 2>/dev/null | LC_ALL=C sort
}

# One line for each include of ours: who includes, what is included.
includes() {
  sources | xargs -r awk '/^#include "/ { split($0, part, "\""); print FILENAME, part[2] }'
}

# The floors, and within the site its rooms, lowest first.
PLACES='indexer/base indexer/content indexer/index search-cli search-cli/report
  catalogue/site/assets catalogue/site/assets/search catalogue/site/theme catalogue/site/model catalogue/site/frame catalogue/site/glossary catalogue/site/parts
  catalogue/site/lists catalogue/site/case catalogue/site/contribute catalogue/site/report catalogue/site/page catalogue/site/picture catalogue/site/feed catalogue/site/coding catalogue/site/search catalogue/site/output
  catalogue/site/single catalogue/site/publish catalogue'

# Knowledge points down only: each place may include itself and those before it.
points_up() {
  includes | awk -v places="$(tr '\n' ' ' <<<"$PLACES")" '
    function height(path, i, best) {
      for (i = 1; i <= count; i++)
        if (index(path, place[i] "/") == 1 && length(place[i]) > length(place[best])) best = i
      return best + 0
    }
    BEGIN { count = split(places, place, " ") }
    height($2) == 0 || height($2) > height($1) { print $1 " includes " $2 }'
}

# A module is its .c and its .h: one that needs another must not be needed by it. tsort names the modules of every circle.
go_in_circles() {
  { includes | awk '{ gsub(/\.[ch]( |$)/, " "); if ($1 != $2) print }' | tsort >/dev/null; } 2>&1
}

does_not_compile_alone() {
  # shellcheck disable=SC2046 # several flags, several files
  cc -std=c11 -D_POSIX_C_SOURCE=200809L -Wall -Wextra -Werror -I. $(pkg-config --cflags sqlite3 libcmark yaml-0.1) \
    -fsyntax-only -x c $(sources | grep '\.h$') 2>&1 || echo "a header does not compile alone"
}

does_not_include_own_header_first() {
  sources | grep '\.c$' | while read -r source; do
    [ ! -e "${source%.c}.h" ] || echo "$source"
  done | xargs -r awk '/^#include/ {
    own = FILENAME
    sub(/\.c$/, ".h", own)
    if ($2 != "\"" own "\"") print FILENAME ": " $0
    nextfile
  }'
}

# The one home of each outside library, as a pattern for paths.
library_away_from_home() {
  while read -r library home; do
    sources | xargs -r grep -Hn "#include <$library" | grep -Ev "^($home)" || true
  done <<'END'
yaml.h    indexer/base/yaml_tree\.c
cmark.h   indexer/content/markdown(_blocks|_links|_parts|_tables)?\.[ch]
sqlite3.h indexer/index/|search-cli/collect\.[ch]
END
}

# What is written once, as a pattern, and its home.
written_away_from_home() {
  while read -r pattern home; do
    sources | xargs -r grep -HnE "$pattern" | grep -Ev "^$home:" || true
  done <<'END'
0x0*100000001b3|1099511628211 indexer/base/hash\.h
[^a-z_](tolower|toupper)\( indexer/base/ascii\.h
END
}

# A tag, or its start, in a text of the program. Comments are left out.
prints_tags() {
  sources | grep -v '^catalogue/site/frame/html\.c$' |
    xargs -r grep -HnE '"([^"\\]|\\.)*<[a-zA-Z/!%]' | grep -vE '^[^:]*:[0-9]+: *(/\*|\*|#include)' || true
}

# What was rendered and may stand in a page as it is comes from one place, so that nothing else is taken for it.
makes_rendered() {
  sources | grep -v '^indexer/content/markdown\.c$' | xargs -r grep -HnE '\(struct rendered\) *\{' || true
}

against_house_rules() {
  sources | xargs -r grep -HnE '^ *typedef |[^a-z_](gets|strcpy|strcat|sprintf|vsprintf|atoi|atol|atof|strtok)\(' || true
  # Library code neither prints nor ends the program, but where memory runs out.
  sources | grep -E '^(indexer|search-cli)/' | grep -v '^indexer/base/arena\.c$' |
    xargs -r grep -HnE '[^a-z_](printf|puts|putchar|perror|exit|_exit|abort)\(|[^a-z_]std(out|err)[^a-z_]' |
    grep -vE '^[^:]*:[0-9]+: *(/\*|\*|#include)' || true
}

# A reason that travels in errno is gone after the next call: it is taken where the system was called, and handed on.
far_from_the_call() {
  sources | grep -vE '^(indexer/base/(file(_write)?|sandbox)|indexer/content/given|indexer/index/index_(file|create)|catalogue/(main|needs)|catalogue/site/output/.*)\.[ch]$' |
    xargs -r grep -Hnw errno | grep -vE '^[^:]*:[0-9]+: *(/\*|\*|#include|.*/\*.*errno.*\*/)' || true
}

# A room of the site in which a newcomer would be lost.
too_full() {
  local room
  while read -r room; do
    [ "$(find "$room" -maxdepth 1 -type f | wc -l)" -le 12 ] || echo "$room has more than 12 files: $(find "$room" -maxdepth 1 -type f | sort | xargs)"
  done < <(find catalogue/site -mindepth 1 -type d)
}

too_long() {
  sources | xargs -r wc -l | awk '$1 > 500 && $2 != "total" { print $2 " has " $1 " lines" }'
}

# The repository keeps the rule.
keeps() {
  cd "$REPOSITORY" || return
  run "$1"
  echo "$output"
  [ -z "$output" ]
}

# notices RULE PATH TEXT: a tree of that one file does not.
notices() {
  cd "$BATS_TEST_TMPDIR" || return
  mkdir -p "$(dirname "$2")"
  printf '%b\n' "$3" >"$2"
  run "$1"
  [[ $output == *"$2"* ]]
}

@test "no include points up" {
  keeps points_up
  notices points_up indexer/base/a.c '#include "indexer/content/fields.h"'
  notices points_up indexer/index/b.c '#include "search-cli/query.h"'
  notices points_up search-cli/c.h '#include "catalogue/site/html.h"'
  notices points_up catalogue/d.c '#include "helper.h"'
  notices points_up catalogue/site/page/e.c '#include "catalogue/site/publish/site_publish.h"'
  notices points_up catalogue/site/page/f.c '#include "catalogue/site/output/output.h"'
  notices points_up catalogue/site/model/g.h '#include "catalogue/site/frame/frame.h"'
  notices points_up search-cli/report/h.c '#include "catalogue/site/model/site.h"'
  notices points_up search-cli/i.c '#include "search-cli/report/matrix.h"'
}

@test "no modules need each other" {
  keeps go_in_circles
  cd "$BATS_TEST_TMPDIR"
  mkdir -p indexer/base indexer/content
  echo '#include "indexer/base/b.h"' >indexer/base/a.h
  echo '#include "indexer/base/c.h"' >indexer/base/b.h
  echo '#include "indexer/base/c.h"' >indexer/base/c.c
  run go_in_circles
  [ -z "$output" ]
  echo '#include "indexer/base/a.h"' >indexer/base/c.c
  run go_in_circles
  [[ $output == *indexer/base/a* && $output == *indexer/base/b* && $output == *indexer/base/c* ]]
  echo '#include "indexer/content/e.h"' >indexer/content/d.c
  echo '#include "indexer/content/d.h"' >indexer/content/e.c
  rm indexer/base/c.c
  run go_in_circles
  [[ $output == *indexer/content/d* && $output == *indexer/content/e* ]]
}

@test "every header compiles alone" {
  keeps does_not_compile_alone
  notices does_not_compile_alone search-cli/a.h 'size_t a(void);'
}

@test "errno is read beside the call that set it" {
  keeps far_from_the_call
  notices far_from_the_call indexer/content/a.c 'const char *a(void) { return strerror(errno); }'
}

@test "a source includes its own header first" {
  keeps does_not_include_own_header_first
  cd "$BATS_TEST_TMPDIR"
  mkdir -p indexer/base
  touch indexer/base/a.h
  notices does_not_include_own_header_first indexer/base/a.c '#include <stdio.h>\n#include "indexer/base/a.h"'
}

@test "each outside library has one home" {
  keeps library_away_from_home
  notices library_away_from_home indexer/content/a.c '#include <yaml.h>'
  notices library_away_from_home catalogue/site/b.c '#include <cmark.h>'
  notices library_away_from_home search-cli/rank.c '#include <sqlite3.h>'
}

@test "hashing and lower case are written once" {
  keeps written_away_from_home
  notices written_away_from_home indexer/index/words.c 'sum = (sum ^ *at) * 1099511628211u;'
  notices written_away_from_home search-cli/facets.c '*at = (char)tolower(*at);'
}

@test "only html.c prints tags" {
  keeps prints_tags
  notices prints_tags catalogue/site/a.c 'text_add(out, "<p>");'
  notices prints_tags search-cli/report/b.c 'text_format(out, "x \\"y\\" </%s>", name);'
  notices prints_tags search-cli/c.c 'static const char open[] = "<%s";'
}

@test "only markdown.c makes rendered HTML" {
  keeps makes_rendered
  notices makes_rendered catalogue/site/page/a.c '    html_rendered(html, (struct rendered){text});'
}

@test "house rules: no typedefs, no unsafe calls, libraries neither print nor exit" {
  keeps against_house_rules
  notices against_house_rules catalogue/a.c 'typedef int number;'
  notices against_house_rules indexer/content/b.c '    count = atoi(text);'
  notices against_house_rules indexer/base/c.c '    fprintf(stderr, "no");'
  notices against_house_rules search-cli/d.c '    exit(2);'
}

@test "no room of the site has more than twelve files" {
  keeps too_full
  mkdir -p "$BATS_TEST_TMPDIR/catalogue/site/page"
  touch "$BATS_TEST_TMPDIR/catalogue/site/page/"{1..12}.c
  notices too_full catalogue/site/page/13.c ''
}

@test "no source file is over 500 lines" {
  keeps too_long
  notices too_long indexer/base/a.c "$(seq 501)"
}
