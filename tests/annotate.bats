#!/usr/bin/env -S bats --tap
# Annotations in a pull request: errors first, and nothing in a message can end its command.

ANNOTATE=$BATS_TEST_DIRNAME/../.ci/annotate

@test "each problem becomes a command at its line" {
  run "$ANNOTATE" <<'END'
[{"path": "content/a.md", "line": 3, "column": 7, "severity": "error", "code": "unknown-key",
  "message": "unknown field \"sumary\"", "help": "did you mean \"summary\"?"}]
END
  [ "$status" -eq 0 ]
  [ "$output" = '::error file=content/a.md,line=3,col=7,title=unknown-key::unknown field "sumary" — did you mean "summary"?' ]
}

@test "errors come before warnings, otherwise the order stays" {
  run "$ANNOTATE" <<'END'
[{"path": "a", "line": 1, "column": 1, "severity": "warning", "code": "w", "message": "1", "help": null},
 {"path": "a", "line": 2, "column": 1, "severity": "error", "code": "e", "message": "2", "help": null},
 {"path": "a", "line": 3, "column": 1, "severity": "error", "code": "e", "message": "3", "help": null}]
END
  [ "${lines[0]}" = '::error file=a,line=2,col=1,title=e::2' ]
  [ "${lines[1]}" = '::error file=a,line=3,col=1,title=e::3' ]
  [ "${lines[2]}" = '::warning file=a,line=1,col=1,title=w::1' ]
}

@test "a message cannot start a command of its own" {
  run "$ANNOTATE" <<'END'
[{"path": "a,b:c\n.md", "line": 0, "column": 0, "severity": "error", "code": "e",
  "message": "50%\n::stop-commands::x\r", "help": null}]
END
  [ "${#lines[@]}" -eq 1 ]
  [ "$output" = '::error file=a%2Cb%3Ac%0A.md,line=1,col=1,title=e::50%25%0A::stop-commands::x%0D' ]
}

@test "nothing wrong, nothing said; no JSON, an error" {
  run "$ANNOTATE" <<<'[]'
  [ "$status" -eq 0 ]
  [ -z "$output" ]
  run "$ANNOTATE" <<<'catalogue: no'
  [ "$status" -ne 0 ]
}
