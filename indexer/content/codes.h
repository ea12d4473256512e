#ifndef INDEXER_CONTENT_CODES_H
#define INDEXER_CONTENT_CODES_H

/*
 * Every kind of problem that content can have, each once. An id is never
 * reused for something else, because people and tools remember it. F: the file,
 * Y: the YAML of its front matter, C: a field, B: the body, L: links between cases,
 * V: the catalogue's own files.
 */

#include "indexer/base/diagnostics.h"

enum code_id {
    CODE_UNREADABLE,
    CODE_NOT_A_FILE,
    CODE_TOO_LARGE,
    CODE_NOT_UTF8,
    CODE_CONTROL,
    CODE_FILE_NAME,
    CODE_NO_FRONT,
    CODE_FRONT_OPEN,
    CODE_FRONT_LARGE,
    CODE_SYSTEM,
    CODE_YAML_SYNTAX,
    CODE_YAML_DEPTH,
    CODE_YAML_ALIAS,
    CODE_YAML_TAG,
    CODE_YAML_DIRECTIVE,
    CODE_YAML_SECOND,
    CODE_YAML_DUPLICATE,
    CODE_YAML_KEY,
    CODE_YAML_NUL,
    CODE_UNKNOWN_KEY,
    CODE_MISSING,
    CODE_UNKNOWN_TERM,
    CODE_SHAPE,
    CODE_TOO_SHORT,
    CODE_TOO_LONG,
    CODE_ITEMS,
    CODE_REPEATED,
    CODE_NUMBER,
    CODE_DATE,
    CODE_ADDRESS,
    CODE_ID,
    CODE_YES_NO,
    CODE_FULL_STOP,
    CODE_ALONE,
    CODE_END_BEFORE_START,
    CODE_CONTACT,
    CODE_CONSENT,
    CODE_REACH,
    CODE_OUTCOME,
    CODE_COMPARATOR,
    CODE_SOURCE_NUMBER,
    CODE_MEASURE,
    CODE_LEADS,
    CODE_ESTIMATE,
    CODE_REFERENCE,
    CODE_NOT_ONE,
    CODE_NOT_GROUP,
    CODE_WHOLE,
    CODE_NEGATIVE_COST,
    CODE_NO_SUCH_DATE,
    CODE_YEAR,
    CODE_EMAIL_ADDRESS,
    CODE_DOI,
    CODE_NO_ANSWER,
    CODE_BASELINE,
    CODE_NO_MEASURE,
    CODE_NO_FINDING,
    CODE_COMPARATOR_FIGURE,
    CODE_COMPARATOR_BEFORE,
    CODE_COMPARATOR_BETTER,
    CODE_ESTIMATE_END,
    CODE_TARGET,
    CODE_ESTIMATE_RATIO,
    CODE_ESTIMATE_LEVEL,
    CODE_NO_SOURCES,
    CODE_NO_SOURCE,
    CODE_NO_END,
    CODE_GAP_AT_ODDS,
    CODE_NOT_MAINSTREAMED,
    CODE_MAILBOX,
    CODE_PERSON,
    CODE_PADDED,
    CODE_MARKUP,
    CODE_QUOTED,
    CODE_PLACEHOLDER_ANSWER,
    CODE_UNSUPPORTED,
    CODE_CO_PRODUCTION,
    CODE_ADOPTER,
    CODE_AVERAGE,
    CODE_CONTACT_SOURCE,
    CODE_ROUNDED,
    CODE_SAME_SAMPLE,
    CODE_LEAD_UNNAMED,
    CODE_SAID_BY,
    CODE_ABSENCE,
    CODE_FAR_DATE,
    CODE_COPY,
    CODE_SECTION_MISSING,
    CODE_SECTION_EMPTY,
    CODE_SECTION_TWICE,
    CODE_SECTION_UNKNOWN,
    CODE_TOP_HEADING,
    CODE_HTML,
    CODE_NESTING,
    CODE_PATTERN,
    CODE_LINK,
    CODE_IMAGE,
    CODE_IMAGE_TEXT,
    CODE_EMAIL,
    CODE_PHONE,
    CODE_NHS_NUMBER,
    CODE_HEADING_FORM,
    CODE_HEADING_EMPTY,
    CODE_HEADING_SKIPS,
    CODE_UNDERLINED,
    CODE_COMMENT,
    CODE_LINE_BREAK,
    CODE_LINK_WORDS,
    CODE_TABLE,
    CODE_LEFT_LINK,
    CODE_LEFT_NOTE,
    CODE_LEFT_REFERENCE,
    CODE_LEFT_BULLET,
    CODE_LEFT_STARS,
    CODE_LEFT_STRIKE,
    CODE_LEFT_TASK,
    CODE_LEFT_BOX,
    CODE_HEADING_BOLD,
    CODE_PLACEHOLDER,
    CODE_INDENTED,
    CODE_BARE_ADDRESS,
    CODE_LINK_NOWHERE,
    CODE_MENTION_NOWHERE,
    CODE_MENTION_SELF,
    CODE_CIRCLE,
    CODE_ALIAS_TAKEN,
    CODE_VOCABULARY,
    CODE_SETTING,
    CODE_PAGE,
    CODE_TAKEN,
    CODE_SYNONYM,
    CODE_CONDITION,
    CODE_LENS,
    CODE_NO_CONTACT,
    CODE_COUNT
};

/* Where the examples of a code belong. IN_TEXT adds to the text, AS_TEXT is all of it; IN_WORDS only describes. */
enum example_place {
    IN_FRONT,
    IN_TEXT,
    AS_TEXT,
    AT_TOP,
    AS_NAME,
    IN_VOCABULARY,
    IN_SETTINGS,
    AS_PAGE,
    IN_SYNONYMS,
    IN_PRINCIPLES,
    AS_LENS,
    IN_WORDS,
    EXAMPLE_PLACES
};

/* Each place as a reader is told it: "in the front matter". */
extern const char *const example_places[EXAMPLE_PLACES];

/* One kind of problem: what it means, in one sentence, and an example with it and one without. */
struct code_entry {
    struct code code;
    const char *meaning;
    enum example_place where;
    const char *wrong;
    const char *right;
};

extern const struct code_entry codes[CODE_COUNT];

/* Reports a problem of this kind: diagnostics_add with the table's code. */
#define report(diagnostics, id, place, help, ...)                                                                      \
    diagnostics_add((diagnostics), &codes[(id)].code, (place), (help), __VA_ARGS__)

#endif
