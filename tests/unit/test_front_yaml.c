#include "indexer/content/front_yaml.h"

#include <ctype.h>
#include <stdlib.h>
#include <string.h>
#include <time.h>

#include "indexer/base/edit.h"
#include "indexer/base/lines.h"
#include "indexer/base/utf8.h"
#include "indexer/base/yaml_write.h"
#include "indexer/content/case_check.h"
#include "indexer/content/case_parse.h"
#include "indexer/content/codes.h"
#include "indexer/content/source.h"
#include "indexer/content/synonyms.h"
#include "indexer/content/vocabulary_read.h"
#include "tests/unit/unit.h"

/*
 * The same answers are written in all the ways that YAML allows: with and without quotation marks, over several lines, in
 * blocks, brackets and lists, with remarks, blank lines, other line ends. None of them may be told a mistake. Then each
 * is broken in one place: that is told once, on its line, unless it changes nothing. Draws are the same in every run.
 * Names and figures are invented.
 */

enum { VALID = 3000, BROKEN = 6000, WRONG_SHOWN = 16, MARKS_MOST = 600, NASTY_SIZE = 255 * 1024, SECONDS_MOST = 1 };

/* A place in what was written at which it can be broken. */
enum mark_kind {
    MARK_COLON, /* of a key with a value behind it */
    MARK_DASH,
    MARK_CLOSING, /* a quotation mark */
    MARK_COMMA,
    MARK_BRACKET, /* a closing one */
    MARK_LEAD,    /* the first byte of an indented line */
    MARK_TOP,     /* the first byte of a line of the top */
    MARK_PLAIN,   /* the end of a text without quotation marks, alone on its line */
    MARK_KINDS
};

struct mark {
    enum mark_kind kind;
    size_t at;
    size_t begin; /* of what it closes */
};

struct world {
    struct arena arena;
    struct vocabularies vocabularies;
    struct synonyms synonyms;
    struct case_context context;
    size_t wrong;
    struct text out; /* what is written */
    struct mark marks[MARKS_MOST];
    size_t mark_count;
    size_t mended;
    bool to_break; /* nothing is written that a break could fit into */
};

#define wrong(world, ...) ((world)->wrong++ < WRONG_SHOWN ? print_error(__VA_ARGS__) : (void)0)

static unsigned long drawn = 19;

static size_t draw(size_t below)
{
    drawn = (drawn * 1103515245UL + 12345UL) & 0x7FFFFFFFUL;
    return (drawn >> 8) % below;
}

static bool one_in(size_t count)
{
    return draw(count) == 0;
}

static void mark_from(struct world *world, enum mark_kind kind, size_t begin)
{
    if (world->mark_count < MARKS_MOST)
        world->marks[world->mark_count++] = (struct mark){kind, world->out.size, begin};
}

static void mark(struct world *world, enum mark_kind kind)
{
    mark_from(world, kind, world->out.size);
}

static void add(struct world *world, const char *text)
{
    text_add(&world->out, text);
}

static void add_blanks(struct world *world, size_t count)
{
    text_format(&world->out, "%*s", (int)count, "");
}

static const char *const titles[] = {
    "Barbers offer blood pressure checks",
    "Warm homes: a way out of fuel poverty",
    "Ward #1 of two, and what came of it",
    "\"Barbers\" offer blood pressure checks",
    "Men's sheds and women's circles meet",
    "'Men's sheds' and others meet on Monday",
    "50% of men came - and came back",
    "Checks [a pilot] in two wards, and more",
    "@home checks of blood pressure for men",
    "Trust, time and {some} patience pay",
    "It is: a start #2, with \"care\" and men's help",
    "Cafés and fêtes: half an hour each",
    "! Mind the gap in two wards of Leeds",
    "- a dash begins this one, oddly",
    "? who came and why they came",
    "Checks | for men & women > 40 years",
    "result: positive is part of this one",
    "1. Train early and well, then ask",
    "Half of the men came again, they said",
    "Backslashes \\ in a text, as in \\n or C:\\x",
    "Men came – in a text of their own – again",
};

static const char *const summaries[] = {
    "Few men in two wards had their blood pressure checked. Barbers were trained to offer it. Checks rose in a year.",
    "Few men came: \"no time\". Barbers were trained to offer it #1 of all things. Checks rose - in a year - by half.",
    "Few of the men's groups had checks. Staff [of the council] were trained, and asked: who comes? Checks rose.",
};

static bool is_plain(struct arena *arena, const char *text, bool in_brackets)
{
    return strcmp(yaml_scalar(arena, text, strlen(text), in_brackets), text) == 0;
}

/* Where a text can go over to the next line: at a blank between two plain words. */
static bool can_break(const char *text, size_t at)
{
    static const char awkward[] = "#-?:&*!|>%@`\"'[]{},. •–";
    return at && text[at] == ' ' && text[at + 1] && !strchr(awkward, text[at + 1]) && !strchr(awkward, text[at - 1]) &&
           !((unsigned char)text[at + 1] & 0x80) && !strchr("0123456789", text[at + 1]);
}

/* The text as it is, or broken over lines that are indented. */
static void add_words(struct world *world, const char *text, const char *escape, size_t indent, bool lines)
{
    for (size_t i = 0; text[i]; i++) {
        if (lines && can_break(text, i) && one_in(3)) {
            add(world, one_in(8) ? "  \n" : "\n");
            add_blanks(world, indent);
            continue;
        }
        if (strchr(escape, text[i]))
            text_char(&world->out, *escape == '\'' ? '\'' : '\\');
        text_char(&world->out, text[i]);
    }
}

static void add_quoted(struct world *world, const char *text, size_t indent, bool lines)
{
    bool single = one_in(2);
    size_t begin = world->out.size;
    text_char(&world->out, single ? '\'' : '"');
    add_words(world, text, single ? "'" : "\"\\", indent, lines);
    mark_from(world, MARK_CLOSING, begin);
    text_char(&world->out, single ? '\'' : '"');
}

static void add_block(struct world *world, const char *text, size_t indent)
{
    static const char *const headers[] = {"|", ">", "|-", ">-", "|+", ">+", "> # as it stands", "|2"};
    size_t header = draw(world->to_break ? 7 : 8);
    size_t inner = header == 7 ? 2 : 1 + world->to_break + draw(4);
    add(world, headers[header]);
    add(world, "\n");
    add_blanks(world, indent + inner);
    add_words(world, text, "\n", indent + inner, strchr(headers[header], '>') != NULL);
}

/* A text behind a colon or a dash; what goes on below stands further in than `indent`. */
static void add_text(struct world *world, const char *text, size_t indent)
{
    struct arena arena = {0};
    size_t inner = indent + 1 + world->to_break + draw(4);
    size_t way = draw(6);
    if (way == 5 && one_in(2)) {
        add(world, "\n");
        add_blanks(world, inner);
        way = 1;
    }
    if (way == 0) {
        add_block(world, text, indent);
    } else if (way < 4 && is_plain(&arena, text, false)) {
        size_t from = world->out.size;
        add_words(world, text, "\n", inner, way == 1);
        if (strchr(text, ' ') && !memchr(world->out.data + from, '\n', world->out.size - from))
            mark(world, MARK_PLAIN);
    } else {
        add_quoted(world, text, inner, one_in(2));
        add(world, one_in(10) ? " # a remark" : "");
    }
    arena_free(&arena);
}

static void add_text_in_brackets(struct world *world, const char *text)
{
    struct arena arena = {0};
    if (one_in(2) && is_plain(&arena, text, true))
        add(world, text);
    else
        add_quoted(world, text, 0, false);
    arena_free(&arena);
}

static void add_key(struct world *world, const char *key)
{
    text_format(&world->out, one_in(12) ? "\"%s\"" : "%s", key);
    add(world, one_in(12) ? " " : "");
    mark(world, MARK_COLON);
    add(world, ":");
}

static void end_line(struct world *world)
{
    add(world, one_in(15) ? " \n" : "\n");
    while (one_in(12))
        add(world, one_in(2) ? "\n" : "  \n");
}

static void add_remark(struct world *world, size_t indent)
{
    if (!one_in(12))
        return;
    add_blanks(world, indent);
    add(world, one_in(2) ? "# a remark: with \"marks\", [brackets and 'more\n" : "#\n");
}

/* A comma or a line end between brackets. */
static void add_gap(struct world *world, bool lines)
{
    if (lines && one_in(2)) {
        add(world, one_in(6) ? " # so far\n" : "\n");
        add_blanks(world, world->to_break + draw(6));
    } else {
        add(world, one_in(4) ? "" : " ");
    }
}

static void add_in_brackets(struct world *world, const char *const *items, size_t count, bool lines)
{
    size_t begin = world->out.size;
    add(world, "[");
    for (size_t i = 0; i < count; i++) {
        add_text_in_brackets(world, items[i]);
        if (i + 1 < count) {
            mark(world, MARK_COMMA);
            add(world, ",");
            add_gap(world, lines);
        }
    }
    add(world, lines && one_in(3) ? "," : "");
    if (lines)
        add_gap(world, lines);
    mark_from(world, MARK_BRACKET, begin);
    add(world, "]");
}

static void lead(struct world *world, size_t indent)
{
    add_remark(world, indent);
    if (indent)
        mark(world, MARK_LEAD);
    add_blanks(world, indent);
}

static size_t dash(struct world *world)
{
    size_t blanks = one_in(5) ? 1 + draw(3) : 1;
    mark(world, MARK_DASH);
    add(world, "-");
    add_blanks(world, blanks);
    return 1 + blanks;
}

static void add_list(struct world *world, const char *const *items, size_t count)
{
    if (one_in(2)) {
        add(world, " ");
        add_in_brackets(world, items, count, one_in(3));
        end_line(world);
        return;
    }
    size_t indent = draw(5);
    end_line(world);
    for (size_t i = 0; i < count; i++) {
        lead(world, indent);
        dash(world);
        add_text(world, items[i], indent);
        end_line(world);
    }
}

/* A key and its text in a group. */
struct pair {
    const char *key;
    const char *text;
};

static void add_group_in_brackets(struct world *world, const struct pair *pairs, size_t count, bool lines)
{
    size_t begin = world->out.size;
    add(world, "{");
    for (size_t i = 0; i < count; i++) {
        text_format(&world->out, "%s: ", pairs[i].key);
        add_text_in_brackets(world, pairs[i].text);
        if (i + 1 < count) {
            mark(world, MARK_COMMA);
            add(world, ",");
            add_gap(world, lines);
        }
    }
    mark_from(world, MARK_BRACKET, begin);
    add(world, "}");
}

/* The lines of a group whose first line begins here, and the others at `indent`. */
static void add_group(struct world *world, const struct pair *pairs, size_t count, size_t indent)
{
    for (size_t i = 0; i < count; i++) {
        if (i)
            lead(world, indent);
        add_key(world, pairs[i].key);
        add(world, " ");
        add_text(world, pairs[i].text, indent);
        end_line(world);
    }
}

static void add_groups(struct world *world, const struct pair (*groups)[3], size_t count)
{
    if (one_in(4)) {
        bool lines = one_in(2);
        size_t begin = world->out.size;
        add(world, " [");
        for (size_t i = 0; i < count; i++) {
            add(world, i ? "," : "");
            add_gap(world, lines);
            add_group_in_brackets(world, groups[i], 3, lines);
        }
        mark_from(world, MARK_BRACKET, begin);
        add(world, "]");
        end_line(world);
        return;
    }
    size_t indent = draw(5);
    end_line(world);
    for (size_t i = 0; i < count; i++) {
        lead(world, indent);
        size_t inner = indent + dash(world);
        if (one_in(4)) {
            add_group_in_brackets(world, groups[i], 3, one_in(3));
            end_line(world);
        } else {
            add_group(world, groups[i], 3, inner);
        }
    }
}

static void top_key(struct world *world, const char *key)
{
    add_remark(world, 0);
    mark(world, MARK_TOP);
    add_key(world, key);
}

static void top_text(struct world *world, const char *key, const char *text)
{
    top_key(world, key);
    add(world, " ");
    add_text(world, text, 0);
    end_line(world);
}

static const char *title(void)
{
    return titles[draw(COUNT_OF(titles))];
}

static const char *const regions[] = {"yorkshire-humber", "london"};
static const char *const areas[] = {"cvd", "smoking", "respiratory"};
static const char *const focus[] = {"core20", "men"};
static const char *const actions[] = {"outreach", "case-finding"};
static const char *const words[] = {"warm homes", "barbers, and more", "blood pressure: checks"};

/* One case study, in a way that is drawn. */
static void write_case(struct world *world)
{
    world->out.size = world->mark_count = 0;
    const char *lessons[] = {titles[draw(7)], titles[7 + draw(7)], titles[14 + draw(7)]};
    struct pair partners[2][3] = {{{"name", "Barnsley Council: public health"},
                                   {"type", "local-authority"},
                                   {"url", "https://council.example/a:b#c"}},
                                  {{"name", title()}, {"type", "employer"}, {"url", "https://barbers.example/"}}};
    struct pair sources[2][3] = {{{"title", title()}, {"year", "2021"}, {"url", "https://council.example/report"}},
                                 {{"title", title()}, {"year", "2022"}, {"url", "https://council.example/other"}}};
    struct pair cost[] = {{"amount", "45000"}, {"per", "year"}, {"year", "2020"}};
    add(world, "---\n");
    top_text(world, "title", title());
    top_text(world, "summary", summaries[draw(COUNT_OF(summaries))]);
    top_key(world, "regions");
    add_list(world, regions, 2);
    top_key(world, "partners");
    add_groups(world, (const struct pair(*)[3])partners, 2);
    top_key(world, "priority_areas");
    add_list(world, areas, 3);
    top_key(world, "deprivation_focus");
    add_list(world, focus, 2);
    top_key(world, "actions");
    add_list(world, actions, 2);
    top_text(world, "stage", "live");
    top_text(world, "result", "reached");
    top_text(world, "evaluation", "none");
    top_text(world, "place", titles[draw(10)]);
    top_key(world, "learning");
    add_list(world, lessons, 3);
    top_key(world, "cost");
    if (one_in(3)) {
        add(world, " ");
        add_group_in_brackets(world, cost, 3, one_in(2));
        end_line(world);
    } else {
        size_t indent = 1 + draw(4);
        end_line(world);
        lead(world, indent);
        add_group(world, cost, 3, indent);
    }
    top_key(world, "sources");
    add_groups(world, (const struct pair(*)[3])sources, 2);
    top_key(world, "keywords");
    add_list(world, words, 3);
    add(world, "---\n## The need\n\nMen did not come.\n\n## What we did\n\nBarnsley Council trained staff.\n\n"
               "## What changed\n\nMore men were checked.\n");
}

/* With a byte order mark, or the line ends of another system. */
static const char *as_saved(struct arena *arena, const struct text *text, bool mark, bool returns)
{
    struct text out = {0};
    text_add(&out, mark ? "\xEF\xBB\xBF" : "");
    for (size_t i = 0; i < text->size; i++) {
        if (text->data[i] == '\n' && returns)
            text_char(&out, '\r');
        text_char(&out, text->data[i]);
    }
    const char *saved = arena_copy(arena, text_string(&out), out.size);
    text_free(&out);
    return saved;
}

/* That readers do not see remarks is told of valid files, too; it is no mistake. */
static void forget_remarks(struct diagnostics *found)
{
    size_t kept = 0;
    for (size_t i = 0; i < found->count; i++)
        if (strcmp(found->items[i].code->id, "Y133") != 0)
            found->items[kept++] = found->items[i];
    found->count = kept;
}

static const struct case_study *check(struct world *world, struct arena *arena, const char *text,
                                      struct diagnostics *found)
{
    const char *path = "content/case-studies/this-case.md";
    diagnostics_file(found, path, text, strlen(text));
    const struct case_study *study = case_parse(arena, path, text, strlen(text), &world->vocabularies, found);
    case_check(arena, study, &world->context, found);
    forget_remarks(found);
    return study;
}

static void dump(struct text *out, const struct yaml_node *node)
{
    if (!node || node->kind == TREE_SCALAR) {
        text_format(out, "\"%s\"", node ? node->text : "");
        return;
    }
    for (size_t i = 0; i < node->count; i++) {
        text_format(out, "%c%s", node->kind == TREE_LIST ? '-' : '.',
                    node->kind == TREE_MAP ? node->entries[i].key : "");
        dump(out, node->kind == TREE_MAP ? node->entries[i].value : node->items[i]);
    }
    text_char(out, ';');
}

/* What libyaml makes of the front matter; an empty text where it refuses it. */
static const char *tree_of(struct arena *arena, const char *text)
{
    struct yaml_problems problems = {0};
    const char *end = strstr(text + 4, "\n---\n## ");
    const struct yaml_node *root = yaml_tree_read(arena, text + 4, (size_t)(end - text - 3), 2, &problems);
    struct text out = {0};
    if (root && !problems.count)
        dump(&out, root);
    const char *tree = arena_copy(arena, text_string(&out), out.size);
    text_free(&out);
    return tree;
}

static void show(struct world *world, const char *how, const char *text, size_t line, const struct diagnostics *found)
{
    struct text out = {0};
    for (size_t i = line > 4 ? line - 4 : 1; i < line + 5; i++) {
        struct line shown = line_number(text, strlen(text), i);
        text_format(&out, "  %zu| %.*s\n", i, (int)shown.size, shown.at);
    }
    for (size_t i = 0; i < found->count; i++)
        text_format(&out, "  %s:%zu:%zu %s\n", found->items[i].code->id, found->items[i].place.line,
                    found->items[i].place.column, found->items[i].message);
    wrong(world, "%s on line %zu, %zu messages\n%s\n", how, line, found->count, text_string(&out));
    text_free(&out);
}

static void what_is_valid_is_told_nothing(void **state)
{
    struct world *world = *state;
    for (size_t i = 0; i < VALID; i++) {
        struct arena arena = {0};
        struct diagnostics found = {0};
        write_case(world);
        const char *text = as_saved(&arena, &world->out, one_in(4), one_in(3));
        check(world, &arena, text, &found);
        if (found.count || !*tree_of(&arena, text_string(&world->out)))
            show(world, "valid", text_string(&world->out), found.count ? found.items[0].place.line : 1, &found);
        diagnostics_free(&found);
        arena_free(&arena);
    }
    assert_int_equal(world->wrong, 0);
}

/* What stands at a mark gives way to a text. */
static const char *replaced(struct arena *arena, const struct world *world, size_t at, size_t size, const char *text)
{
    return arena_format(arena, "%.*s%s%s", (int)at, world->out.data, text, world->out.data + at + size);
}

/* Breaks what was written at a mark; NULL where this way does not fit. `*at` is where. */
static const char *broken(struct arena *arena, const struct world *world, const struct mark *mark, const char **how)
{
    const char *data = world->out.data + mark->at;
    size_t blanks = strspn(data, " ");
    static const char *const bullets[] = {"•", "–", "·"};
    static const char *const tails[] = {" #1 of all things", ": a start of it"};
    switch (mark->kind) {
    case MARK_COLON:
        *how = "a key's colon or its blank is gone";
        return data[1] != ' ' || data[-1] == '"' || data[-1] == ' ' ? NULL
                                                                    : replaced(arena, world, mark->at + draw(2), 1, "");
    case MARK_DASH:
        *how = "a dash is another";
        return one_in(2) ? replaced(arena, world, mark->at, 1, bullets[draw(3)])
                         : replaced(arena, world, mark->at + 1, strspn(data + 1, " "), "");
    case MARK_CLOSING:
        *how = "a quotation mark is gone";
        return replaced(arena, world, mark->at, 1, "");
    case MARK_COMMA:
        *how = "a comma is two";
        return replaced(arena, world, mark->at, 0, ",");
    case MARK_BRACKET:
        *how = "a bracket is gone or another";
        return replaced(arena, world, mark->at, 1, one_in(2) ? "" : *data == ']' ? "}" : "]");
    case MARK_LEAD:
        *how = "a line is indented otherwise";
        return one_in(3)   ? replaced(arena, world, mark->at, 0, " ")
               : one_in(3) ? replaced(arena, world, mark->at, 1, "")
               : one_in(2) ? replaced(arena, world, mark->at, 1, "\xC2\xA0")
                           : replaced(arena, world, mark->at, blanks, "\t");
    case MARK_TOP:
        *how = "a line stands before an answer";
        return mark->at < 6 ? NULL : replaced(arena, world, mark->at, 0, one_in(2) ? "---\n" : "--- # more\n");
    case MARK_PLAIN:
        *how = "a text needs marks";
        return replaced(arena, world, mark->at, 0, tails[draw(2)]);
    case MARK_KINDS:
        break;
    }
    return NULL;
}

/* The first line at which two texts differ. */
static size_t line_of_difference(const char *one, const char *other)
{
    size_t line = 1;
    for (; *one && *one == *other; one++, other++)
        line += *one == '\n';
    return line;
}

static size_t line_of(const struct world *world, size_t at)
{
    size_t line = 1;
    for (size_t i = 0; i < at; i++)
        line += world->out.data[i] == '\n';
    return line;
}

/* The letters and digits of a text, which no edit may lose. */
static const char *letters_of(struct arena *arena, const char *text)
{
    char *letters = arena_string(arena, text);
    size_t kept = 0;
    for (size_t i = 0; text[i]; i++) {
        i += strncmp(text + i, "\xC2\xA0", 2) == 0; /* a blank; its last byte is left out below */
        if (text[i] != '\xA0' && ((unsigned char)text[i] & 0x80 || isalnum((unsigned char)text[i])))
            letters[kept++] = text[i];
    }
    letters[kept] = '\0';
    return letters;
}

/* Does the edit of the only message: then there is none, and all words are there. */
static void mend_once(struct world *world, struct arena *arena, const char *how, const char *text,
                      const struct diagnostic *problem)
{
    struct diagnostics left = {0};
    struct edited edited = edit_all(arena, text, strlen(text), &problem->fix, 1);
    bool bullet = strcmp(problem->code->id, "Y119") == 0; /* whose sign goes */
    check(world, arena, edited.data, &left);
    if (left.count || (!bullet && strcmp(letters_of(arena, text), letters_of(arena, edited.data)) != 0)) {
        show(world, how, text, problem->place.line, &left);
        print_error("%s becomes %s\n", problem->message, problem->fix.text);
    }
    world->mended++;
    diagnostics_free(&left);
}

static void break_once(struct world *world, size_t *told)
{
    struct arena arena = {0};
    struct diagnostics found = {0};
    const char *how = "";
    world->to_break = true;
    write_case(world);
    const struct mark *mark = &world->marks[draw(world->mark_count)];
    const char *text = broken(&arena, world, mark, &how);
    if (text) {
        bool same = strcmp(tree_of(&arena, text_string(&world->out)), tree_of(&arena, text)) == 0;
        size_t line = line_of_difference(text_string(&world->out), text);
        check(world, &arena, text, &found);
        size_t first = line_of(world, mark->begin);
        bool placed = found.count == 1 && ((found.items[0].place.line >= first && found.items[0].place.line <= line) ||
                                           mark->kind == MARK_LEAD);
        if (found.count == 1 && found.items[0].fix.text)
            mend_once(world, &arena, how, text, &found.items[0]);
        if (same && mark->kind != MARK_PLAIN ? found.count > 0 : !placed)
            show(world, how, text, line, &found);
        *told += found.count > 0;
    }
    diagnostics_free(&found);
    arena_free(&arena);
}

static void what_is_broken_is_told_once(void **state)
{
    struct world *world = *state;
    world->wrong = 0;
    size_t told = 0;
    for (size_t i = 0; i < BROKEN; i++)
        break_once(world, &told);
    print_message("%zu of %d told, %zu mended\n", told, BROKEN, world->mended);
    assert_true(told > BROKEN / 2);
    assert_int_equal(world->wrong, 0);
}

/* Lines that are wrong in all the ways that could make reading slow, as many as a file may have. */
static void nasty_files_end_soon(void **state)
{
    struct world *world = *state;
    world->wrong = 0;
    static const char *const pieces[] = {
        "\"\n",
        "a: \"b\n",
        "- 'c\n",
        "a: [b\n",
        "a: [b,\n",
        "a: {b: [c, {\n",
        "- - - - - -\n",
        "\t- a\n",
        "\ta:\n",
        "• a\n",
        " • a\n  b\n",
        "-a\n",
        "a: b: c\n",
        "- a: b\n   c: d\n",
        "# \n",
        "a: # b\n",
        "---\n",
        "...\n",
        "\xC2\xA0\n",
        "\xC2\xA0- a\n",
        "a: |\n  b\n c\n",
        "[a, b]: c\n",
        "title: stage: live\n",
        "stage live\n",
        "a",
        "a: ",
        "[",
        "\"a\"",
        "'",
        "{{a}} ",
        "*a &b !c ",
        "a: &b\n",
        "## a\n",
        "title: a\n---\n",
        "  title: a\n",
        "- title: a\n  title: b\n",
        "cost:\nper: a\n",
        "title: a #b\n",
        "a: \\\"\\z\n",
        "\"\\z",
        ", ,",
        "] } ",
        "a:\r\n",
        "regions: [a\n#\n",
        "keywords: [a, b\n: c\n",
        "{",
        " ",
        "\t",
        "[a](b) ",
        ", per: year",
        ", a: b",
        "; ",
        "**place:** a\n",
        "stage: live, result: mixed\n",
    };
    for (size_t i = 0; i < 2 * COUNT_OF(pieces); i++) {
        const char *piece = pieces[i / 2];
        struct arena arena = {0};
        struct diagnostics found = {0};
        struct text out = {0};
        text_add(&out, "---\n");
        while (out.size + strlen(piece) < (i % 2 ? FRONT_MATTER_MAX : NASTY_SIZE))
            text_add(&out, piece);
        text_add(&out, "\n---\n## The need\n");
        clock_t start = clock();
        check(world, &arena, text_string(&out), &found);
        double seconds = seconds_since(start);
        if (seconds >= SECONDS_MOST)
            wrong(world, "%.2f s for %zu bytes of \"%s\"\n", seconds, out.size, piece);
        text_free(&out);
        diagnostics_free(&found);
        arena_free(&arena);
    }
    assert_int_equal(world->wrong, 0);
}

static int read_world(void **state)
{
    struct world *world = calloc(1, sizeof *world);
    struct diagnostics diagnostics = {0};
    assert_non_null(world);
    assert_true(vocabularies_read(&world->arena, ".", &world->vocabularies, &diagnostics));
    assert_true(synonyms_read(&world->arena, ".", &world->synonyms, &diagnostics));
    world->vocabularies.synonyms = &world->synonyms;
    world->context = (struct case_context){&world->vocabularies, NULL};
    diagnostics_free(&diagnostics);
    *state = world;
    return 0;
}

static int free_world(void **state)
{
    struct world *world = *state;
    text_free(&world->out);
    arena_free(&world->arena);
    free(world);
    return 0;
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(what_is_valid_is_told_nothing),
        cmocka_unit_test(what_is_broken_is_told_once),
        cmocka_unit_test(nasty_files_end_soon),
    };
    return cmocka_run_group_tests(tests, read_world, free_world);
}
