#include "indexer/content/front_words.h"

#include <string.h>

#include "indexer/base/utf8.h"
#include "indexer/content/codes.h"

/* One kind of YAML problem in the author's words. %s in a message is the detail. */
struct yaml_words {
    enum code_id code;
    const char *message;
    const char *help;
};

static const struct yaml_words problem_words[TREE_TROUBLE_COUNT] = {
    [TREE_TOO_DEEP] = {CODE_YAML_DEPTH, "lists or brackets are nested more than 32 deep",
                       "write it flatter; no field needs more than three levels"},
    [TREE_ALIAS] = {CODE_YAML_ALIAS, "*%s is an alias, which is not used here",
                    "write the text out, or put it in quotes if it begins with *"},
    [TREE_ANCHOR] = {CODE_YAML_ALIAS, "&%s is an anchor, which is not used here",
                     "take it out, or put the text in quotes if it begins with &"},
    [TREE_TAG] = {CODE_YAML_TAG, "%s is a tag, which is not used here",
                  "take it out, or put the text in quotes if it begins with !"},
    [TREE_DIRECTIVE] = {CODE_YAML_DIRECTIVE, "a line that begins with % is not used here", "take the line out"},
    [TREE_SECOND_DOCUMENT] = {CODE_YAML_SECOND, "a second document begins here",
                              "take this line out; only one front matter is read"},
    [TREE_KEY_NOT_TEXT] = {CODE_YAML_KEY, "a key must be a word", "begin the line with a key of letters and a colon"},
    [TREE_CONTROL] = {CODE_YAML_CONTROL, "this text holds a control character",
                      "take out what begins with a backslash, such as \\0 or \\x1b"},
    [TREE_UNSEEN] = {CODE_UNSEEN, "this text holds %s, which is left out",
                     "take out what begins with a backslash, such as \\u200b"},
};

/*
 * %t in a message is what the mistake is in (the text after "title:"), %s what stands at its place. Where there is no
 * help, the lines as they can be read are shown.
 */
static const struct yaml_words mistake_words[MISTAKE_KINDS] = {
    [MISTAKE_COLON_INSIDE] = {CODE_YAML_COLON_INSIDE, "%t holds a colon, so it needs quotation marks", NULL},
    [MISTAKE_QUOTE_OPEN] = {CODE_YAML_QUOTE_OPEN, "this quotation mark is not closed", NULL},
    [MISTAKE_QUOTE_REST] = {CODE_YAML_QUOTE_REST, "%t goes on behind this quotation mark, which ends it", NULL},
    [MISTAKE_QUOTE_INSIDE] = {CODE_YAML_QUOTE_INSIDE, "a quotation mark inside %t would end it here", NULL},
    [MISTAKE_INDICATOR] = {CODE_YAML_INDICATOR, "%t begins with %s, so it needs quotation marks", NULL},
    [MISTAKE_ALIAS] = {CODE_YAML_ALIAS, "%s is an alias, which is not used here", NULL},
    [MISTAKE_ANCHOR] = {CODE_YAML_ALIAS, "%s is an anchor, which is not used here", NULL},
    [MISTAKE_TAG] = {CODE_YAML_TAG, "%s is a tag, which is not used here", NULL},
    [MISTAKE_SECOND] = {CODE_YAML_SECOND, "a line %s stands between the answers",
                        "take this line out; only one front matter is read"},
    [MISTAKE_HASH] = {CODE_YAML_HASH,
                      "what stands after # is a comment and would be lost, so this text needs quotation marks", NULL},
    [MISTAKE_COLON_BLANK] = {CODE_YAML_COLON_BLANK, "a space is missing after the colon", NULL},
    [MISTAKE_COLON_MISSING] = {CODE_YAML_COLON_MISSING, "a colon is missing after \"%s\"", NULL},
    [MISTAKE_DASH_BLANK] = {CODE_YAML_DASH_BLANK, "a space is missing after the dash", NULL},
    [MISTAKE_BULLET] = {CODE_YAML_BULLET, "an item of a list begins with a hyphen and a space, not with %s", NULL},
    [MISTAKE_DASH_MISSING] = {CODE_YAML_DASH_MISSING, "this item lacks its dash", NULL},
    [MISTAKE_INDENT] = {CODE_YAML_INDENT, "this line does not stand below the lines that it belongs to", NULL},
    [MISTAKE_TAB] = {CODE_YAML_TAB, "a tab stands where spaces belong", NULL},
    [MISTAKE_ODD_BLANK] = {CODE_YAML_ODD_BLANK, "this blank only looks like a space: it is a no-break or a wide one",
                           NULL},
    [MISTAKE_BRACKET_OPEN] = {CODE_YAML_BRACKET_OPEN, "this %s is not closed", NULL},
    [MISTAKE_BRACKET_WRONG] = {CODE_YAML_BRACKET_WRONG, "%s does not fit the brackets before it", NULL},
    [MISTAKE_BRACKET_INSIDE] = {CODE_YAML_BRACKET_INSIDE, "%t has brackets in it, so it needs quotation marks", NULL},
    [MISTAKE_LINK] = {CODE_YAML_LINK, "the address alone belongs here, without words in brackets", NULL},
    [MISTAKE_COMMA] = {CODE_YAML_COMMA, "a comma is missing before this", NULL},
    [MISTAKE_COMMA_EXTRA] = {CODE_YAML_COMMA_EXTRA, "there is a comma too many", NULL},
    [MISTAKE_ESCAPE] = {CODE_YAML_ESCAPE, "%s means something else in double quotation marks", NULL},
    [MISTAKE_LIST_BESIDE] = {CODE_YAML_LIST_BESIDE, "a list begins on a line below its key", NULL},
    [MISTAKE_GROUP_BESIDE] = {CODE_YAML_GROUP_BESIDE, "\"%s\" belongs on a line of its own", NULL},
    [MISTAKE_DASH_EXTRA] = {CODE_YAML_DASH_EXTRA, "a dash stands before an answer that is no list", NULL},
    [MISTAKE_KEY_MARKED] = {CODE_YAML_KEY_MARKED, "%s stands for a key, which has no marks around it", NULL},
    [MISTAKE_BRACES] = {CODE_YAML_BRACES, "a group of answers stands in braces { }, and not in brackets", NULL},
    [MISTAKE_STRAY] = {CODE_YAML_SYNTAX, "this line is neither \"key: value\" nor a list item \"- text\"",
                       "join it to the line before, or give it a key and a colon"},
};

/* What a mistake is in: the text after its key, or an item. */
static const char *whereabouts(const struct yaml_mistakes *mistakes, const struct yaml_lines *lines, size_t at)
{
    const struct yaml_line *line = &lines->items[yaml_line_of(lines, at)];
    const char *text = lines->data + line->at + line->lead;
    size_t size = line->size - line->lead;
    size_t dash = yaml_dash(text, size);
    struct yaml_key key = yaml_key_find(text + dash, size - dash);
    if (!key.size || line->at + line->lead + dash + key.colon >= at)
        return dash ? "this item" : "this text";
    return arena_format(mistakes->arena, "the text after \"%.*s:\"", (int)key.size, text + dash);
}

static const char *message_of(const struct yaml_mistakes *mistakes, const struct yaml_lines *lines,
                              const struct yaml_mistake *mistake)
{
    struct text out = {0};
    for (const char *at = mistake_words[mistake->kind].message; *at; at++) {
        if (at[0] == '%' && at[1] == 't')
            text_add(&out, whereabouts(mistakes, lines, mistake->at));
        else if (at[0] == '%' && at[1] == 's')
            text_append(&out, mistakes->data + mistake->at, mistake->size);
        else {
            text_char(&out, *at);
            continue;
        }
        at++;
    }
    const char *message = arena_copy(mistakes->arena, text_string(&out), out.size);
    text_free(&out);
    return message;
}

static const char *indentation_help(struct arena *arena, size_t spaces, size_t count)
{
    if (!spaces)
        return count > 1 ? "begin the first of these lines without blanks, and keep the step of the others"
                         : "take out what stands before its first letter";
    if (spaces == 1 && count == 1)
        return "begin this line with one space";
    return arena_format(arena,
                        count > 1 ? "begin the first of these lines with %zu spaces, and keep the step of the others"
                                  : "begin this line with %zu spaces",
                        spaces);
}

/* Blanks before a line cannot be shown; they are told. NULL for other edits. */
static const char *blanks_help(const struct yaml_mistakes *mistakes, const struct yaml_lines *lines,
                               const struct yaml_mistake *mistake)
{
    const struct yaml_edit *first = &mistake->edits[0];
    const struct yaml_line *line = &lines->items[yaml_line_of(lines, first->at)];
    if (first->at != line->at || first->size > line->lead || strspn(first->text, " ") != strlen(first->text))
        return NULL;
    return indentation_help(mistakes->arena, strlen(first->text), mistake->edit_count);
}

static void report_mistake(const struct yaml_mistakes *mistakes, const struct yaml_lines *lines,
                           const struct yaml_mistake *mistake, struct place_cursor *cursor,
                           struct diagnostics *diagnostics)
{
    const struct yaml_words *words = &mistake_words[mistake->kind];
    struct place place = place_cursor_at(cursor, mistake->at, utf8_length(mistakes->data + mistake->at, mistake->size));
    if (diagnostics_full(diagnostics)) {
        report(diagnostics, words->code, place, NULL, "%s", words->message);
        return;
    }
    if (mistake->kind == MISTAKE_STRAY) {
        report(diagnostics, words->code, place, words->help, "%s", message_of(mistakes, lines, mistake));
        return;
    }
    size_t from = mistake->edits[0].at;
    size_t size = yaml_mistake_end(mistake) - from;
    struct place_cursor edit = *cursor;
    struct place whole = place_cursor_at(&edit, from, utf8_length(mistakes->data + from, size));
    const char *text = yaml_mistake_mended(mistakes, mistake, from, size);
    const char *help = words->help ? words->help : blanks_help(mistakes, lines, mistake);
    report(diagnostics, words->code, place, help, "%s", message_of(mistakes, lines, mistake));
    if (help)
        diagnostics_fix(diagnostics, whole, text, mistake->safe);
    else
        diagnostics_offer(diagnostics, whole, text, mistake->safe, NULL);
}

/* Remarks are allowed; that readers do not see them is said once. */
static void report_remarks(const struct yaml_mistakes *mistakes, size_t first_line, struct diagnostics *diagnostics)
{
    struct place_cursor cursor = {.source = mistakes->data, .size = mistakes->size, .first_line = first_line};
    size_t more = mistakes->remark_count - 1;
    report(diagnostics, CODE_YAML_REMARK, place_cursor_at(&cursor, mistakes->remark, 1),
           "write it into the text if readers are to see it; a remark to yourself may stay",
           more ? "what stands after # is a remark, which readers do not see; so it is in %zu more %s"
                : "what stands after # is a remark, which readers do not see",
           more, more == 1 ? "place" : "places");
}

void front_words_report(const struct yaml_mistakes *mistakes, const struct yaml_lines *lines, size_t first_line,
                        struct diagnostics *diagnostics)
{
    struct place_cursor cursor = {.source = mistakes->data, .size = mistakes->size, .first_line = first_line};
    for (size_t i = 0; diagnostics && i < mistakes->count; i++)
        report_mistake(mistakes, lines, &mistakes->items[i], &cursor, diagnostics);
    if (diagnostics && mistakes->remark_count)
        report_remarks(mistakes, first_line, diagnostics);
}

void front_words_report_problem(struct arena *arena, const struct yaml_problem *problem,
                                struct diagnostics *diagnostics)
{
    if (problem->trouble == TREE_DUPLICATE_KEY) {
        report(diagnostics, CODE_YAML_DUPLICATE, problem->place, "keep one of them",
               "\"%s\" stands twice; it is on line %zu already", problem->detail, problem->first_line);
        return;
    }
    const struct yaml_words *words = &problem_words[problem->trouble];
    const char *spot = strstr(words->message, "%s");
    const char *message = spot ? arena_format(arena, "%.*s%s%s", (int)(spot - words->message), words->message,
                                              problem->detail ? problem->detail : "", spot + 2)
                               : words->message;
    report(diagnostics, words->code, problem->place, words->help, "%s", message);
}
