#include "indexer/content/codes.h"

/*
 * A row is a code, its meaning, where its examples belong, a wrong one and a right one.
 * An example is short, and true: tests/cli/explain.bats puts each into a case study and
 * checks that. "this-case" is the study it stands in, "other-case" is one more that exists.
 * Those of YAML (Y) stand in codes_yaml.inc, those of fields (C) in codes_fields.inc, those of the text (B), of links
 * (L) and of the catalogue's own files (V) in codes_text.inc.
 * The sign that opens a tag is written \74 here, because only html.c prints tags.
 */

// clang-format off
#define ERROR(id, meaning, where, wrong, right) {{id, SEVERITY_ERROR, false}, meaning, where, wrong, right}
#define WARNING(id, meaning, where, wrong, right) {{id, SEVERITY_WARNING, false}, meaning, where, wrong, right}
#define FAILURE(id, meaning, where, wrong, right) {{id, SEVERITY_ERROR, true}, meaning, where, wrong, right}
// clang-format on

const char *const example_places[EXAMPLE_PLACES] = {
    [IN_FRONT] = "in the front matter",
    [IN_TEXT] = "in the text",
    [AS_TEXT] = "as the whole text",
    [AT_TOP] = "at the top of the file",
    [AS_NAME] = "as the file's name",
    [IN_VOCABULARY] = "in a file of content/vocabulary/",
    [IN_SETTINGS] = "in content/catalogue.yaml",
    [AS_PAGE] = "as a file of content/pages/",
    [IN_SYNONYMS] = "in content/vocabulary/synonyms.yaml",
    [IN_PRINCIPLES] = "in content/vocabulary/principles.yaml",
    [AS_LENS] = "as a file of content/lenses/",
    [AS_TRANSLATIONS] = "in content/words.yaml",
    [AS_NEED] = "as content/need.csv",
    [IN_THEME] = "in theme/theme.css",
    [IN_WORDS] = "in words",
};

/* Laid out by hand, so that an example stands by itself. */
// clang-format off
const struct code_entry codes[CODE_COUNT] = {
    [CODE_UNREADABLE] = ERROR("F001", "The file could not be opened or read.", IN_WORDS,
        "only its owner may read the file",
        "everybody who works on the catalogue may read the file"),
    [CODE_NOT_A_FILE] = ERROR("F002", "What has the name of a case study is a folder, a link or a device.", IN_WORDS,
        "barbers.md is a link to a file in another folder",
        "barbers.md is the file itself"),
    [CODE_TOO_LARGE] = ERROR("F003", "A file may have at most 256 KiB.", IN_WORDS,
        "a report of 300 KiB, pasted into the case study",
        "two pages of text, and the report's address under sources"),
    [CODE_NOT_UTF8] = ERROR("F004", "The file is saved in another encoding than UTF-8.", IN_WORDS,
        "saved as Windows-1252 (some editors call it ANSI)",
        "saved as UTF-8"),
    [CODE_CONTROL] = ERROR("F005", "An invisible control character stands in the file.", IN_WORDS,
        "a vertical tab that came along from a slide",
        "the same words, typed again"),
    [CODE_FILE_NAME] = ERROR("F006", "A file name is lower-case letters, digits and single hyphens, at most 64, then .md; other folders read .yaml or .txt.", AS_NAME,
        "Barbers in Leeds.md",
        "barbers-in-leeds.md"),
    [CODE_NO_FRONT] = ERROR("F007", "The file does not begin with a line of three hyphens.", AT_TOP,
        "title: Barbers offer blood pressure checks\n---\n## The need",
        "---\ntitle: Barbers offer blood pressure checks\n---\n## The need"),
    [CODE_FRONT_OPEN] = ERROR("F008", "No second line of three hyphens ends the front matter.", AT_TOP,
        "---\ntitle: Barbers offer blood pressure checks\n\n## The need",
        "---\ntitle: Barbers offer blood pressure checks\n---\n## The need"),
    [CODE_FRONT_LARGE] = ERROR("F009", "The front matter may have at most 64 KiB.", IN_WORDS,
        "a whole report among the answers",
        "short answers, and the rest in the sections below them"),
    [CODE_SYSTEM] = FAILURE("F010", "The machine failed to read the file; what stands in it is not to blame.", IN_WORDS,
        "a shared drive that went away while the file was read",
        "the same file, read again when the drive is back"),
    [CODE_FENCE_FORM] = ERROR("F011", "A line around the answers is not three hyphens and nothing else.", AT_TOP,
        "---\ntitle: Barbers offer blood pressure checks\n----\n## The need",
        "---\ntitle: Barbers offer blood pressure checks\n---\n## The need"),
    [CODE_UNSEEN] = WARNING("F012", "A character stands in the file that nobody sees; readers get the text without it.", IN_FRONT,
        "place: \"Leeds\\u200b and Bradford\"",
        "place: Leeds and Bradford"),
#include "indexer/content/codes_fields.inc"
#include "indexer/content/codes_text.inc"
#include "indexer/content/codes_yaml.inc"
};
// clang-format on
