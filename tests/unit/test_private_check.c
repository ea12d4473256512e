/* What identifies a person in what readers see: every line of tests/cases/private.txt, in the text and as an answer. */

#include "indexer/content/private_check.h"

#include <stdlib.h>
#include <string.h>

#include "indexer/base/file.h"
#include "indexer/base/normalise.h"
#include "indexer/base/string_list.h"
#include "indexer/base/text.h"
#include "indexer/content/codes.h"
#include "tests/unit/unit.h"

static const char table_path[] = "tests/cases/private.txt";

static void add_character(struct text *out, unsigned long point)
{
    static const unsigned char leads[] = {0, 0, 0xC0, 0xE0, 0xF0};
    int bytes = point < 0x80 ? 1 : point < 0x800 ? 2 : point < 0x10000 ? 3 : 4;
    text_char(out, (char)(leads[bytes] | (point >> (6 * (bytes - 1)))));
    while (--bytes > 0)
        text_char(out, (char)(0x80 | ((point >> (6 * (bytes - 1))) & 0x3F)));
}

/* The escapes of the table. */
static const char *unescaped(struct arena *arena, const char *written)
{
    struct text out = {0};
    for (const char *at = written; *at; at++) {
        if (*at != '\\') {
            text_char(&out, *at);
        } else if (at[1] == 'u') {
            char *end = NULL;
            add_character(&out, strtoul(at + 3, &end, 16));
            at = end;
        } else {
            at++;
            text_char(&out, *at == 'n' ? '\n' : *at == 't' ? '\t' : *at);
        }
    }
    const char *copy = arena_string(arena, text_string(&out));
    text_free(&out);
    return copy;
}

/* "phone", "nhs", "email", or more of them; "none". */
static const char *kinds_of(struct arena *arena, const struct diagnostics *diagnostics)
{
    static const struct {
        const char *code;
        const char *kind;
    } kinds[] = {{"B413", "phone"}, {"B414", "nhs"}, {"B412", "email"}};
    struct string_list found = {0};
    for (size_t i = 0; i < diagnostics->count; i++)
        for (size_t j = 0; j < COUNT_OF(kinds); j++)
            if (strcmp(diagnostics->items[i].code->id, kinds[j].code) == 0 && !string_list_have(&found, kinds[j].kind))
                string_list_add(arena, &found, kinds[j].kind);
    return found.count ? string_list_join(arena, &found, " ") : "none";
}

static void check(struct arena *arena, const char *written, const char *expected, const char *where,
                  struct diagnostics *diagnostics)
{
    const char *came = kinds_of(arena, diagnostics);
    if (strcmp(came, expected) != 0)
        fail_msg("%s: %s, found %s in %s", written, expected, came, where);
    diagnostics_free(diagnostics);
}

static void check_line(struct arena *arena, const char *line)
{
    const char *tab = strchr(line, '\t');
    assert_non_null(tab);
    const char *kind = arena_copy(arena, line, (size_t)(tab - line));
    const char *text = arena_format(arena, "See %s there.", unescaped(arena, tab + 1));
    struct diagnostics diagnostics = {0};
    diagnostics_file(&diagnostics, "a.md", text, strlen(text));
    struct markdown_body body = markdown_read_whole(arena, text, strlen(text), 1, "", &diagnostics);
    private_check(&body, &diagnostics);
    private_ask(&body, &diagnostics);
    check(arena, tab + 1, kind, "the text", &diagnostics);
    if (strstr(text, "](") || strchr(text, '\n'))
        return;
    private_check_answer(arena, normalise_trimmed(arena, text), (struct place){1, 1, 1}, &diagnostics);
    check(arena, tab + 1, kind, "an answer", &diagnostics);
}

static void every_line_of_the_table(void **state)
{
    (void)state;
    struct arena arena = {0};
    struct file file = {0};
    assert_int_equal(file_read(&arena, table_path, 1 << 20, &file), FILE_DONE);
    struct string_list lines = string_list_lines(&arena, file.data);
    size_t checked = 0;
    for (size_t i = 0; i < lines.count; i++)
        if (*lines.items[i] && lines.items[i][0] != '#') {
            check_line(&arena, lines.items[i]);
            checked++;
        }
    assert_true(checked > 380);
    arena_free(&arena);
}

int main(void)
{
    const struct CMUnitTest tests[] = {cmocka_unit_test(every_line_of_the_table)};
    return cmocka_run_group_tests(tests, NULL, NULL);
}
