#include "indexer/base/diagnostics.h"

#include <stdarg.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "indexer/base/text_safe.h"
#include "indexer/base/utf8.h"

enum { MOST_PER_FILE = 200, MESSAGE_MAX = 1000, SHOWN_COLUMNS = 120 };

static const char *const severity_names[] = {
    [SEVERITY_ERROR] = "error",
    [SEVERITY_WARNING] = "warning",
};

void diagnostics_file(struct diagnostics *diagnostics, const char *path, const char *source, size_t size)
{
    /* The same file again keeps its name, by which its problems are counted. */
    if (!path || !diagnostics->path || strcmp(path, diagnostics->path) != 0)
        diagnostics->path = path ? arena_string(&diagnostics->arena, path) : NULL;
    diagnostics->source = source;
    diagnostics->source_size = size;
}

static char *source_line(struct diagnostics *diagnostics, size_t line)
{
    const char *at = diagnostics->source;
    const char *end = at ? at + diagnostics->source_size : NULL;
    for (size_t i = 1; at && i < line; i++) {
        at = memchr(at, '\n', (size_t)(end - at));
        at = at ? at + 1 : NULL;
    }
    if (!at || !line || at > end)
        return NULL;
    const char *stop = memchr(at, '\n', (size_t)(end - at));
    size_t size = (size_t)((stop ? stop : end) - at);
    if (size && at[size - 1] == '\r')
        size--;
    return arena_copy(&diagnostics->arena, at, size);
}

bool diagnostics_full(const struct diagnostics *diagnostics)
{
    size_t count = 0;
    if (!diagnostics)
        return true;
    for (size_t i = diagnostics->count; i > 0 && diagnostics->items[i - 1].path == diagnostics->path; i--)
        count++;
    return count >= MOST_PER_FILE;
}

/* A message is a sentence: of one that quotes a whole page, the beginning is shown, cut between characters. */
__attribute__((format(printf, 2, 0))) static const char *message_of(struct arena *arena, const char *format,
                                                                    va_list arguments)
{
    char message[MESSAGE_MAX + 4];
    int size = vsnprintf(message, sizeof message, format, arguments);
    if (size <= MESSAGE_MAX)
        return arena_string(arena, message);
    size_t end = MESSAGE_MAX;
    while (end && ((unsigned char)message[end] & 0xC0) == 0x80)
        end--;
    return arena_format(arena, "%.*s…", (int)end, message);
}

void diagnostics_add(struct diagnostics *diagnostics, const struct code *code, struct place place, const char *help,
                     const char *format, ...)
{
    if (!diagnostics)
        return;
    if (code->severity == SEVERITY_ERROR)
        diagnostics->errors++;
    else
        diagnostics->warnings++;
    diagnostics->failures += code->of_system;
    diagnostics->last_kept = !diagnostics_full(diagnostics);
    if (!diagnostics->last_kept)
        return;
    va_list arguments;
    va_start(arguments, format);
    const char *message = message_of(&diagnostics->arena, format, arguments);
    va_end(arguments);
    diagnostics->items = arena_grow(&diagnostics->arena, diagnostics->items, diagnostics->count, &diagnostics->capacity,
                                    sizeof *diagnostics->items);
    diagnostics->items[diagnostics->count++] = (struct diagnostic){
        .code = code,
        .number = diagnostics->count - 1,
        .path = diagnostics->path ? diagnostics->path : "",
        .place = place,
        .message = message,
        .help = help ? arena_string(&diagnostics->arena, help) : NULL,
        .source_line = source_line(diagnostics, place.line),
    };
}

void diagnostics_fix(struct diagnostics *diagnostics, struct place place, const char *text, bool safe)
{
    if (!diagnostics || !diagnostics->last_kept)
        return;
    struct diagnostic *last = &diagnostics->items[diagnostics->count - 1];
    last->fix = (struct fix){place, arena_string(&diagnostics->arena, text), safe};
}

/* Several lines stand below the word, so that they keep their indentation. */
static const char *offer_help(struct arena *arena, const char *lines, const char *remark)
{
    const char *help =
        !*lines ? "take this out" : arena_format(arena, strchr(lines, '\n') ? "write\n%s" : "write %s", lines);
    return remark ? arena_format(arena, strchr(lines, '\n') ? "%s\n(%s)" : "%s (%s)", help, remark) : help;
}

void diagnostics_offer(struct diagnostics *diagnostics, struct place place, const char *text, bool safe,
                       const char *remark)
{
    struct fix fix = {place, text, safe};
    if (!diagnostics || !diagnostics->last_kept)
        return;
    struct arena *arena = &diagnostics->arena;
    const char *lines =
        diagnostics->source ? edit_lines(arena, diagnostics->source, diagnostics->source_size, &fix) : NULL;
    if (lines)
        diagnostics->items[diagnostics->count - 1].help = offer_help(arena, lines, remark);
    diagnostics_fix(diagnostics, place, text, safe);
}

void diagnostics_take_over(struct diagnostics *diagnostics, const struct diagnostic *other)
{
    diagnostics_file(diagnostics, other->path, NULL, 0);
    diagnostics_add(diagnostics, other->code, other->place, other->help, "%s", other->message);
    if (!diagnostics->last_kept)
        return;
    struct diagnostic *last = &diagnostics->items[diagnostics->count - 1];
    last->source_line = other->source_line ? arena_string(&diagnostics->arena, other->source_line) : NULL;
    if (other->fix.text)
        diagnostics_fix(diagnostics, other->fix.place, other->fix.text, other->fix.safe);
}

void diagnostics_join(struct diagnostics *diagnostics, const struct diagnostics *other)
{
    struct arena *arena = &diagnostics->arena;
    for (size_t i = 0; i < other->count; i++) {
        struct diagnostic item = other->items[i];
        diagnostics_file(diagnostics, item.path, NULL, 0);
        item.number = diagnostics->count;
        item.path = diagnostics->path;
        item.message = arena_string(arena, item.message);
        item.help = item.help ? arena_string(arena, item.help) : NULL;
        item.source_line = item.source_line ? arena_string(arena, item.source_line) : NULL;
        item.fix.text = item.fix.text ? arena_string(arena, item.fix.text) : NULL;
        diagnostics->items =
            arena_grow(arena, diagnostics->items, diagnostics->count, &diagnostics->capacity, sizeof item);
        diagnostics->items[diagnostics->count++] = item;
    }
    diagnostics->errors += other->errors;
    diagnostics->failures += other->failures;
    diagnostics->warnings += other->warnings;
    diagnostics->last_kept = false;
}

const char *diagnostics_failure(struct arena *arena, const struct diagnostics *diagnostics)
{
    for (size_t i = 0; i < diagnostics->count; i++) {
        const struct diagnostic *problem = &diagnostics->items[i];
        if (problem->code->of_system)
            return arena_format(arena, "%s: %s", problem->path, problem->message);
    }
    return diagnostics->failures ? "the content could not be read" : NULL;
}

size_t diagnostics_add_lines(struct diagnostics *diagnostics, size_t first)
{
    size_t at = first;
    for (; at < diagnostics->count && strcmp(diagnostics->items[at].path, diagnostics->path) == 0; at++)
        if (!diagnostics->items[at].source_line)
            diagnostics->items[at].source_line = source_line(diagnostics, diagnostics->items[at].place.line);
    return at;
}

static int compare_sizes(size_t a, size_t b)
{
    return (a > b) - (a < b);
}

static int compare_places(const void *one, const void *other)
{
    const struct diagnostic *a = one;
    const struct diagnostic *b = other;
    int order = strcmp(a->path, b->path);
    if (!order)
        order = compare_sizes(a->place.line, b->place.line);
    if (!order)
        order = compare_sizes(a->place.column, b->place.column);
    return order ? order : compare_sizes(a->number, b->number);
}

void diagnostics_sort(struct diagnostics *diagnostics)
{
    if (diagnostics->count)
        qsort(diagnostics->items, diagnostics->count, sizeof *diagnostics->items, compare_places);
}

static void add_location(struct text *out, const struct diagnostic *diagnostic)
{
    text_safe(out, diagnostic->path, strlen(diagnostic->path));
    if (diagnostic->place.line)
        text_format(out, ":%zu", diagnostic->place.line);
    if (diagnostic->place.line && diagnostic->place.column)
        text_format(out, ":%zu", diagnostic->place.column);
}

static size_t safe_width(const char *data, size_t size)
{
    struct text safe = {0};
    text_safe(&safe, data, size);
    size_t width = utf8_width(text_string(&safe), safe.size);
    text_free(&safe);
    return width;
}

static void add_repeated(struct text *out, char byte, size_t count)
{
    while (count-- > 0)
        text_char(out, byte);
}

/* The source line and the carets under it; of a long line, the part around the place. */
static void add_source(struct text *out, const struct diagnostic *diagnostic, const char *tone, const char *plain)
{
    const char *line = diagnostic->source_line;
    size_t size = strlen(line);
    size_t characters = diagnostic->place.column - 1;
    bool fits = utf8_width(line, size) <= SHOWN_COLUMNS;
    size_t skipped = !fits && characters > SHOWN_COLUMNS / 2 ? characters - SHOWN_COLUMNS / 2 : 0;
    size_t from = utf8_bytes(line, size, skipped);
    size_t start = utf8_bytes(line, size, characters);
    size_t end =
        start + utf8_bytes(line + start, size - start, diagnostic->place.length ? diagnostic->place.length : 1);
    size_t shown = from + utf8_fit(line + from, size - from, SHOWN_COLUMNS);
    text_format(out, "%5zu | %s", diagnostic->place.line, from ? "…" : "");
    text_safe(out, line + from, shown - from);
    text_format(out, "%s\n      | %s", shown < size ? "…" : "", from ? " " : "");
    add_repeated(out, ' ', safe_width(line + from, start - from));
    text_add(out, tone);
    size_t carets = safe_width(line + start, (end < shown ? end : shown) - (start < shown ? start : shown));
    add_repeated(out, '^', carets ? carets : 1);
    text_format(out, "%s\n", plain);
}

/* The help; further lines of it (an example) stand under the first. */
static void add_help(struct text *out, const char *help, const char *bold, const char *plain)
{
    text_format(out, "      %s=%s help: ", bold, plain);
    for (;;) {
        size_t size = strcspn(help, "\n");
        text_safe(out, help, size);
        text_char(out, '\n');
        if (!help[size])
            return;
        help += size + 1;
        text_add(out, "            ");
    }
}

void diagnostic_text(struct text *out, const struct diagnostic *diagnostic, bool with_source, bool color)
{
    bool is_error = diagnostic->code->severity == SEVERITY_ERROR;
    const char *tone = !color ? "" : is_error ? "\033[1;31m" : "\033[1;33m";
    const char *bold = color ? "\033[1m" : "";
    const char *plain = color ? "\033[0m" : "";
    text_add(out, bold);
    add_location(out, diagnostic);
    text_format(out, ": %s%s[%s]%s: ", tone, severity_names[diagnostic->code->severity], diagnostic->code->id, plain);
    text_add(out, bold);
    text_safe(out, diagnostic->message, strlen(diagnostic->message));
    text_format(out, "%s\n", plain);
    if (with_source && diagnostic->source_line && diagnostic->place.column)
        add_source(out, diagnostic, tone, plain);
    if (with_source && diagnostic->help)
        add_help(out, diagnostic->help, bold, plain);
}

static void add_fix(struct json *json, const struct fix *fix)
{
    if (!fix->text) {
        json_null(json);
        return;
    }
    json_object_open(json);
    json_member_integer(json, "line", (int64_t)fix->place.line);
    json_member_integer(json, "column", (int64_t)fix->place.column);
    json_member_integer(json, "length", (int64_t)fix->place.length);
    json_member_string(json, "text", fix->text);
    json_key(json, "safe");
    json_bool(json, fix->safe);
    json_object_close(json);
}

void diagnostic_json(struct json *json, const struct diagnostic *diagnostic)
{
    json_object_open(json);
    json_member_string(json, "path", diagnostic->path);
    json_member_integer(json, "line", (int64_t)diagnostic->place.line);
    json_member_integer(json, "column", (int64_t)diagnostic->place.column);
    json_member_string(json, "severity", severity_names[diagnostic->code->severity]);
    json_member_string(json, "code", diagnostic->code->id);
    json_member_string(json, "message", diagnostic->message);
    json_member_string(json, "help", diagnostic->help);
    json_key(json, "fix");
    add_fix(json, &diagnostic->fix);
    json_object_close(json);
}

void diagnostics_free(struct diagnostics *diagnostics)
{
    arena_free(&diagnostics->arena);
    *diagnostics = (struct diagnostics){0};
}
