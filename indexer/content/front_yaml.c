#include "indexer/content/front_yaml.h"

#include <assert.h>
#include <stdint.h>
#include <string.h>

#include "indexer/base/utf8.h"
#include "indexer/base/utf8_marks.h"
#include "indexer/base/yaml_lines.h"
#include "indexer/base/yaml_mistakes.h"
#include "indexer/base/yaml_scan.h"
#include "indexer/content/codes.h"
#include "indexer/content/front_words.h"

enum { RECOVERIES_MAX = 12, DOUBTED_MAX = 8 };

/* What is known of the text while it is read. */
struct reading {
    struct arena *arena;
    size_t first_line;
    const struct yaml_names *names;
    struct yaml_lines lines; /* of the text as it was written */
    struct yaml_mistakes mistakes;
    struct yaml_mended mended;
    struct yaml_lines mended_lines;
    struct utf8_marks marks; /* of both texts; a line may be all of one */
    struct utf8_marks mended_marks;
    struct diagnostics *diagnostics;
};

/* The tree of a text; *last is the problem that ended the reading, or NULL. */
static struct yaml_node *read_tree(struct arena *arena, const char *data, size_t size, size_t first_line,
                                   struct yaml_problems *problems, const struct yaml_problem **last)
{
    *problems = (struct yaml_problems){0};
    struct yaml_node *root = yaml_tree_read(arena, data, size, first_line, problems);
    *last = problems->count ? &problems->items[problems->count - 1] : NULL;
    if (*last && (*last)->trouble != TREE_SYNTAX)
        *last = NULL;
    return root;
}

static bool is_readable(const char *data, size_t size)
{
    struct arena arena = {0};
    struct yaml_problems problems;
    const struct yaml_problem *last = NULL;
    read_tree(&arena, data, size, 1, &problems, &last);
    bool readable = !last;
    arena_free(&arena);
    return readable;
}

static void take_out(struct yaml_mistakes *mistakes, size_t at)
{
    memmove(mistakes->items + at, mistakes->items + at + 1, (mistakes->count - at - 1) * sizeof *mistakes->items);
    mistakes->count--;
}

/*
 * Where libyaml reads the text, a mistake is only what makes it read something else than was meant. What was meant may
 * need the others: "title:Warm homes: a way" is a key to libyaml, and has two mistakes.
 */
static void keep_lost(struct reading *reading)
{
    struct yaml_mistakes *mistakes = &reading->mistakes;
    struct yaml_mistakes lost = *mistakes;
    lost.items = arena_array(reading->arena, mistakes->count + 1, sizeof *lost.items);
    lost.count = 0;
    for (size_t i = 0; i < mistakes->count; i++)
        if (mistakes->items[i].lost)
            lost.items[lost.count++] = mistakes->items[i];
    struct yaml_mended mended = yaml_mend(&lost, SIZE_MAX);
    if (lost.count < mistakes->count && is_readable(mended.data, mended.size))
        *mistakes = lost;
}

/* A mistake without whose edits the text can be read is none. */
static void drop_needless(struct reading *reading)
{
    struct yaml_mistakes *mistakes = &reading->mistakes;
    if (mistakes->count > DOUBTED_MAX)
        return;
    for (size_t i = mistakes->count; i > 0 && mistakes->count > 1; i--) {
        struct yaml_mended without = yaml_mend(mistakes, i - 1);
        if (!mistakes->items[i - 1].lost && is_readable(without.data, without.size))
            take_out(mistakes, i - 1);
    }
}

static void find_mistakes(struct reading *reading, bool readable)
{
    struct yaml_mistakes *mistakes = &reading->mistakes;
    yaml_scan(mistakes, &reading->lines, reading->names);
    if (readable)
        keep_lost(reading);
    reading->mended = yaml_mend(mistakes, SIZE_MAX);
    if (!readable && mistakes->count > 1 && is_readable(reading->mended.data, reading->mended.size)) {
        drop_needless(reading);
        reading->mended = yaml_mend(mistakes, SIZE_MAX);
    }
}

/* Bytes of the mended text up to a place in it. */
static size_t mended_offset(const struct reading *reading, struct place place)
{
    const struct yaml_line *line = &reading->mended_lines.items[place.line - reading->first_line];
    return utf8_marks_offset(&reading->mended_marks,
                             utf8_marks_count(&reading->mended_marks, line->at) + place.column - 1);
}

/* The place in the file of a place in the mended text; its length is left as it is. */
static struct place origin(const struct reading *reading, struct place place)
{
    if (!reading->mended.piece_count || !place.line || place.line < reading->first_line ||
        place.line - reading->first_line >= reading->mended_lines.count)
        return place;
    size_t offset = mended_offset(reading, place);
    size_t old = yaml_mended_origin(&reading->mended, offset);
    const struct yaml_line *old_line = &reading->lines.items[yaml_line_of(&reading->lines, old)];
    return (struct place){yaml_line_of(&reading->lines, old) + reading->first_line,
                          utf8_marks_count(&reading->marks, old) - utf8_marks_count(&reading->marks, old_line->at) + 1,
                          place.length};
}

/* The same with the length: from where it begins to where it ended. */
static struct place origin_between(const struct reading *reading, struct place place)
{
    struct place from = origin(reading, place);
    struct place to = origin(reading, (struct place){place.line, place.column + place.length, 0});
    from.length = to.line == from.line && to.column > from.column ? to.column - from.column : 1;
    return from;
}

/* Whether nothing was mended in what a node takes up, so that another text can take its place. */
static bool is_as_written(const struct reading *reading, const struct yaml_node *node)
{
    if (!node->span || node->place.line - reading->first_line >= reading->mended_lines.count)
        return false;
    size_t from = mended_offset(reading, node->place);
    size_t to = utf8_marks_offset(&reading->mended_marks, utf8_marks_count(&reading->mended_marks, from) + node->span);
    return yaml_mended_origin(&reading->mended, to) - yaml_mended_origin(&reading->mended, from) == to - from;
}

/* The lines (from 0) that have a mistake which was mended by a guess: what they say is not judged. */
static bool *lines_of_guesses(const struct reading *reading)
{
    bool *guessed = arena_array(reading->arena, reading->lines.count + 1, sizeof *guessed);
    for (size_t i = 0; i < reading->mistakes.count; i++) {
        const struct yaml_mistake *mistake = &reading->mistakes.items[i];
        size_t line = yaml_line_of(&reading->lines, mistake->edits[0].at);
        for (; !mistake->safe && line <= mistake->last_line && line < reading->lines.count; line++)
            guessed[line] = true;
    }
    return guessed;
}

static void restore_places(const struct reading *reading, const bool *guessed, struct yaml_node *node)
{
    node->span = is_as_written(reading, node) ? node->span : 0;
    node->place = origin_between(reading, node->place);
    node->doubtful = node->kind == TREE_SCALAR && guessed[node->place.line - reading->first_line];
    for (size_t i = 0; i < node->count; i++) {
        if (node->kind == TREE_MAP)
            node->entries[i].key_place = origin_between(reading, node->entries[i].key_place);
        restore_places(reading, guessed, node->kind == TREE_MAP ? node->entries[i].value : node->items[i]);
    }
}

/* Whether a line of the mended text begins an answer at the top. */
static bool starts_entry(const struct yaml_lines *lines, size_t line)
{
    return lines->items[line].size && !strchr(" \t-#]}", lines->data[lines->items[line].at]);
}

/* The line (from 0) to blame: where a text or list began that never ended, else where reading stopped. */
static size_t blamed_line(const struct yaml_lines *lines, const struct yaml_problem *problem, size_t first_line)
{
    size_t at = problem->place.line - first_line;
    size_t began = problem->first_line - first_line;
    if (began > 0 && began < at)
        return began;
    while (at > 0 && (at >= lines->count || !lines->items[at].size))
        at--;
    return at;
}

/* Overwrites the entry at the top around a line with blanks, so that the rest can be read. */
static void blank_entry(const struct reading *reading, char *front, size_t line, struct string_list *broken)
{
    const struct yaml_lines *lines = &reading->mended_lines;
    while (line > 0 && !starts_entry(lines, line))
        line--;
    const char *text = lines->data + lines->items[line].at;
    string_list_add(reading->arena, broken,
                    arena_copy(reading->arena, text, yaml_key_find(text, lines->items[line].size).size));
    do {
        memset(front + lines->items[line].at, ' ', lines->items[line].size);
        line++;
    } while (line < lines->count && !starts_entry(lines, line));
}

/* Whether the scanner has told of a mistake on that line (as it is written). */
static bool is_told(const struct reading *reading, size_t line)
{
    for (size_t i = 0; i < reading->mistakes.count; i++)
        if (yaml_line_of(&reading->lines, reading->mistakes.items[i].at) + reading->first_line == line)
            return true;
    return false;
}

static void report_unreadable(const struct reading *reading, size_t number)
{
    const struct yaml_line *line = &reading->mended_lines.items[number];
    const char *text = reading->mended.data + line->at;
    struct place place = {number + reading->first_line, utf8_length(text, line->lead) + 1,
                          utf8_length(text + line->lead, line->size - line->lead)};
    place = origin_between(reading, place);
    if (is_told(reading, place.line))
        return;
    report(reading->diagnostics, CODE_YAML_SYNTAX, place,
           "check the indentation and the line before it; lists are written [one, two] or as lines that begin with "
           "\"- \"",
           "this line cannot be read");
}

/*
 * libyaml stops at the first line it cannot read. To find every problem in one run, the entry that line belongs to is
 * reported, blanked and remembered as broken, and the reading begins again.
 */
static struct yaml_node *read_past(struct reading *reading, struct yaml_problems *problems, struct string_list *broken)
{
    char *front = arena_copy(reading->arena, reading->mended.data, reading->mended.size);
    size_t size = reading->mended.size;
    struct yaml_node *root = NULL;
    for (size_t round = 0; round < RECOVERIES_MAX; round++) {
        const struct yaml_problem *last = NULL;
        root = read_tree(reading->arena, front, size, reading->first_line, problems, &last);
        if (!last)
            break;
        if (!reading->mended_lines.count)
            break;
        size_t line = blamed_line(&reading->mended_lines, last, reading->first_line);
        report_unreadable(reading, line);
        blank_entry(reading, front, line, broken);
        problems->count = 0;
    }
    return root;
}

static void report_problems(const struct reading *reading, const struct yaml_problems *problems)
{
    for (size_t i = 0; i < problems->count; i++) {
        struct yaml_problem problem = problems->items[i];
        problem.place = origin_between(reading, problem.place);
        problem.first_line = origin(reading, (struct place){problem.first_line, 1, 0}).line;
        front_words_report_problem(reading->arena, &problem, reading->diagnostics);
    }
}

struct front_yaml front_yaml_read(struct arena *arena, const char *data, size_t size, size_t first_line,
                                  const struct yaml_names *names, struct diagnostics *diagnostics)
{
    struct reading reading = {.arena = arena, .first_line = first_line, .names = names, .diagnostics = diagnostics};
    char *text = arena_copy(arena, data, size);
    reading.lines = yaml_lines_read(arena, text, size);
    reading.mistakes = (struct yaml_mistakes){.arena = arena, .data = text, .size = size};
    struct yaml_problems problems;
    const struct yaml_problem *last = NULL;
    struct yaml_node *root = read_tree(arena, text, size, first_line, &problems, &last);
    find_mistakes(&reading, !last);
    reading.mended_lines = yaml_lines_read(arena, reading.mended.data, reading.mended.size);
    reading.marks = utf8_marks_make(arena, text, size);
    reading.mended_marks = utf8_marks_make(arena, reading.mended.data, reading.mended.size);
    front_words_report(&reading.mistakes, &reading.lines, first_line, diagnostics);
    struct front_yaml yaml = {.certain = true};
    if (last || reading.mended.piece_count)
        root = read_past(&reading, &problems, &yaml.broken);
    if (root && reading.mistakes.count)
        restore_places(&reading, lines_of_guesses(&reading), root);
    yaml.root = root;
    assert(problems.items || !problems.count);
    report_problems(&reading, &problems);
    for (size_t i = 0; i < reading.mistakes.count; i++)
        yaml.certain &= reading.mistakes.items[i].safe;
    yaml.whole = yaml.root || (!yaml.broken.count && !problems.count);
    return yaml;
}

struct front_yaml front_yaml_read_good(struct arena *arena, const char *data, size_t size, size_t first_line,
                                       struct diagnostics *diagnostics)
{
    struct yaml_problems problems;
    const struct yaml_problem *last = NULL;
    struct yaml_node *root = read_tree(arena, data, size, first_line, &problems, &last);
    if (last)
        report(diagnostics, CODE_YAML_SYNTAX, last->place, NULL, "this line cannot be read any more");
    for (size_t i = 0; !last && i < problems.count; i++)
        front_words_report_problem(arena, &problems.items[i], diagnostics);
    return (struct front_yaml){.root = root, .whole = !last, .certain = true};
}
