#include "indexer/content/private_check.h"

#include <string.h>

#include "indexer/base/utf8.h"
#include "indexer/content/codes.h"
#include "indexer/content/personal.h"
#include "indexer/content/privacy.h"

/* How far behind its beginning an answer is looked through in its file. */
enum { ANSWER_MAX = 4096 };

/* What is said of each kind. */
struct words {
    enum code_id code;
    const char *message;
    const char *help;
};

static const struct words words[] = {
    [PRIVATE_EMAIL] = {CODE_EMAIL, "an e-mail address does not belong in the text",
                       "put it under contact: email: in the front matter, if it is a shared address"},
    [PRIVATE_PHONE] = {CODE_PHONE, "this looks like a phone number",
                       "take it out; readers ask through the contact's page or e-mail address"},
    [PRIVATE_NHS_NUMBER] = {CODE_NHS_NUMBER, "this looks like an NHS number",
                            "take it out; nothing about a single person belongs here"},
};

static void tell(enum private_kind kind, struct place place, struct diagnostics *diagnostics)
{
    report(diagnostics, words[kind].code, place, words[kind].help, "%s", words[kind].message);
}

static void ask(const struct personal_find *found, struct place place, struct diagnostics *diagnostics)
{
    report(diagnostics, CODE_PRIVATE_WORDS, place,
           "take out what tells who a single person is; posts, bodies and public places may be named", "is this %s?",
           found->what);
}

void private_check(const struct markdown_body *body, struct diagnostics *diagnostics)
{
    for (size_t i = 0; i < body->block_count; i++) {
        const struct markdown_block *block = &body->blocks[i];
        /* A line that is broken does not break a number. */
        struct private_find found = {0};
        for (size_t from = 0;
             !diagnostics_full(diagnostics) && privacy_next(block->text, strlen(block->text), from, &found);
             from = found.at + found.size)
            tell(found.kind, markdown_place_in(body, block, found.at, found.size), diagnostics);
    }
}

void private_ask(const struct markdown_body *body, struct diagnostics *diagnostics)
{
    for (size_t i = 0; i < body->block_count; i++) {
        const struct markdown_block *block = &body->blocks[i];
        struct personal_find found = {0};
        for (size_t from = 0; !diagnostics_full(diagnostics) && personal_next(block->words, from, &found);
             from = found.at + found.size)
            ask(&found, markdown_place_in(body, block, found.at, found.size), diagnostics);
    }
}

/* Where what was found in an answer stands in its file, from *from on; the answer's own place where it is spelt otherwise. */
static struct place place_in_answer(const struct diagnostics *diagnostics, struct place answer, const char *found,
                                    size_t size, size_t *from)
{
    size_t at = 0;
    size_t end = 0;
    const char *source = diagnostics ? diagnostics->source : NULL;
    if (!source ||
        !place_bytes(source, diagnostics->source_size, (struct place){answer.line, answer.column, 0}, &at, &end))
        return answer;
    at = at < *from ? *from : at;
    end = at + ANSWER_MAX < diagnostics->source_size ? at + ANSWER_MAX : diagnostics->source_size;
    for (; at + size <= end; at++)
        if (memcmp(source + at, found, size) == 0) {
            *from = at + size;
            return place_of(source, diagnostics->source_size, at, utf8_length(found, size));
        }
    return answer;
}

void private_check_answer(struct arena *arena, const char *text, struct place place, struct diagnostics *diagnostics)
{
    const char *read =
        strpbrk(text, "&\\*_") ? markdown_read_whole(arena, text, strlen(text), 1, "", NULL).plain : text;
    struct private_find found = {0};
    size_t passed = 0;
    for (size_t from = 0; privacy_next(read, strlen(read), from, &found); from = found.at + found.size)
        tell(found.kind, place_in_answer(diagnostics, place, read + found.at, found.size, &passed), diagnostics);
}

void private_ask_answer(const char *text, struct place place, struct diagnostics *diagnostics)
{
    struct personal_find found = {0};
    size_t passed = 0;
    for (size_t from = 0; personal_next(text, from, &found); from = found.at + found.size)
        ask(&found, place_in_answer(diagnostics, place, text + found.at, found.size, &passed), diagnostics);
}
