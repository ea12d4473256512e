#!/usr/bin/env -S bats --tap
# Every cell of every lens in the content: its query names known fields and terms, and
# search counts what the tags themselves say.
load cli/helpers

setup_file() {
  export DATABASE=$BATS_FILE_TMPDIR/catalogue.db
  "$CATALOGUE" index -C "$REPOSITORY" --database "$DATABASE" >/dev/null
}

cell_queries() {
  sed -n 's/^ *query: *"\(.*\)" *$/\1/p' "$REPOSITORY"/content/lenses/*.yaml
}

# field:a,b … as a condition on a row: side by side is AND, `|` is OR and binds tighter, `-` before it is NOT.
as_sql() {
  awk -v visible="(SELECT row FROM cases WHERE review_status IN ('', 'accepted'))" '
    function condition(filter, part, terms, count, i, list, without) {
      without = sub(/^-/, "", filter) ? " NOT" : ""
      split(filter, part, ":")
      count = split(part[2], terms, ",")
      for (i = 1; i <= count; i++) list = list (i > 1 ? "," : "") "\x27" terms[i] "\x27"
      return "row" without " IN (SELECT row FROM tags WHERE field = \x27" part[1] "\x27 AND term IN (" list "))"
    }
    {
      sql = "SELECT count(*) FROM cases WHERE row IN " visible " AND ("
      for (i = 1; i <= NF; i++)
        if ($i == "|") { sql = sql " OR "; joined = 1 }
        else { sql = sql (i > 1 && !joined ? ") AND (" : "") condition($i); joined = 0 }
      print sql ");"
    }' <<<"$1"
}

# A process each only for what is tested: the tags are asked all at once, and so are the answers.
@test "every cell of a lens is a query of known fields and terms, and counts what the tags say" {
  local query answers=$BATS_TEST_TMPDIR/answers
  while IFS= read -r query; do
    "$CATALOGUE" search --database "$DATABASE" --format json "$query" >>"$answers" || [ $? -eq 1 ] || fail "query: $query"
    as_sql "$query" >>"$answers.sql"
  done < <(cell_queries)
  diff <(jq -r '"\(.total) \(.query)"' "$answers") \
    <(paste -d' ' <(sqlite3 "$DATABASE" <"$answers.sql") <(cell_queries))
  jq -es 'length >= 40 and all(.[]; .notes == [] and .related == 0)' "$answers"
}
