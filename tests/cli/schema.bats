#!/usr/bin/env -S bats --tap
# shellcheck disable=SC2016 # Markdown's quotation marks and jq's names
# `catalogue schema`: the fields, for editors and for people, as the program knows them.
load helpers

setup() {
  make_root
}

@test "the JSON schema has every field, what it needs and its terms" {
  catalogue schema
  assert_status 0
  assert_json '."$schema" == "https://json-schema.org/draft/2020-12/schema" and .additionalProperties == false'
  assert_json '.required == ["title", "summary", "regions", "partners", "priority_areas", "deprivation_focus",
    "actions", "stage", "result", "evaluation"]'
  assert_json '(.required - (.properties | keys)) == []'
  assert_json '.properties.title | .type == "string" and .minLength == 10 and .maxLength == 110'
  assert_json '.properties.priority_areas | .type == "array" and .minItems == 1 and .maxItems == 5
    and (.items.enum | index("cvd"))'
  assert_json '.properties.partners.items | .required == ["name", "type"] and (.properties.type.enum | index("local-authority"))'
  assert_json '.properties.published.type == ["string", "integer"]'
  assert_json '[.. | objects | select(has("enum")) | .enum | length] | min > 1'
}

@test "a key that the schema does not have is one that check refuses" {
  succeed schema
  local key
  for key in $(jq -r '.properties | keys[]' <<<"$output"); do write_case "key-${key//_/-}" "$key: x"; done
  catalogue check --format json
  assert_json 'all(.code != "C201")'
  write_case barbers 'colour: red'
  catalogue check --format json
  assert_json 'any(.code == "C201")'
}

@test "a term that is added to a vocabulary is in the schema" {
  printf '\nmoon:\n  label: Moon\n  definition: Far away\n' >>"$ROOT/content/vocabulary/regions.yaml"
  catalogue schema
  assert_json '.properties.regions.items.enum | index("moon")'
}

@test "the tables have the same fields, each once" {
  catalogue schema
  jq -r '.properties | keys[]' <<<"$output" | sort >"$BATS_TEST_TMPDIR/fields"
  catalogue schema --format markdown
  assert_status 0
  sed -n '/^### Groups/q; s/^| `\([a-z_]*\)` |.*/\1/p' <<<"$output" | sort >"$BATS_TEST_TMPDIR/rows"
  diff "$BATS_TEST_TMPDIR/fields" "$BATS_TEST_TMPDIR/rows"
  assert_has '| `priority_areas` | list, 1 to 5: term of [priority-areas](content/vocabulary/priority-areas.yaml) |'
  assert_has '| `better` | `higher` or `lower` |'
  assert_has '| `currency` | text, 3 characters |'
}

@test "every example in the tables passes check" {
  local line number=0
  write_case other-case && write_case older-case
  catalogue schema --format markdown
  # The examples of fields stand in the last column, those of groups in blocks of YAML.
  while IFS= read -r line; do
    number=$((number + 1))
    write_case "example-$number" "$line"
  done < <(sed -n 's/^| `\([a-z_]*\)` |.* | `\(.*\)` |$/\1: \2/p' <<<"$output")
  [ "$number" -gt 20 ]
  while IFS= read -r -d '' line; do
    number=$((number + 1))
    write_case "example-$number" "${line%$'\n'}"
  done < <(awk '/^```yaml/ { inside = 1; next } /^```/ && inside { inside = 0; printf "%c", 0; next } inside' <<<"$output")
  [ "$number" -gt 30 ]
  catalogue check --format json
  # An outcome names a source and gets its years from others, and what became normal business a stage: the examples have only their own field. The cases
  # are copies of one.
  assert_json 'map(select(.code | IN("C246", "C304", "C317", "C318") | not)) == []'
}

@test "wrong formats, no catalogue and a broken vocabulary are said" {
  catalogue schema --format xml
  assert_status 2
  assert_stderr_has '--format takes json-schema, markdown or words, not "xml"'
  echo 'x' >"$ROOT/content/vocabulary/regions.yaml"
  catalogue schema
  assert_status 1
  assert_stderr_has 'catalogue check'
  cd "$BATS_TEST_TMPDIR"
  run --separate-stderr "$CATALOGUE" schema
  assert_status 2
  assert_stderr_has 'no catalogue here'
}
