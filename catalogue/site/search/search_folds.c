#include "catalogue/site/coding/digits.h"
#include "catalogue/site/search/search_shards.h"
#include "catalogue/site/search/shards.h"
#include "indexer/index/tokens.h"

/*
 * What SQLite makes of each character from U+0370 on, by asking it: whether it ends a word, vanishes in one, or is folded
 * to which letter. Below that the browser knows by rules; what JavaScript holds for a letter changes from year to year.
 */

enum { FIRST = 0x370, LAST = 0x10FFFF, SURROGATES = 0xD800, BEHIND_SURROGATES = 0xE000, AT_ONCE = 4096 };

/* What a character does; folded to another, FOLDED and the way to it, without a sign. */
enum { ENDS, VANISHES, FOLDED };

struct asking {
    struct text text;
    uint32_t codes[AT_ONCE];
    size_t starts[AT_ONCE];
    uint32_t answers[AT_ONCE];
    size_t count;
    size_t next; /* the character that is answered next */
};

/* "q?z " with the character between, in UTF-8. */
static void add_question(struct text *out, uint32_t code)
{
    const unsigned lead = code >= 0x10000 ? 0xF0 | code >> 18 : code >= 0x800 ? 0xE0 | code >> 12 : 0xC0 | code >> 6;
    const unsigned char bytes[] = {
        'q', (unsigned char)lead, 0x80 | (code >> 12 & 0x3F), 0x80 | (code >> 6 & 0x3F), 0x80 | (code & 0x3F), 'z',
        ' '};
    const size_t left_out = code >= 0x10000 ? 0 : code >= 0x800 ? 1 : 2;
    text_append(out, (const char *)bytes, 2);
    text_append(out, (const char *)bytes + 2 + left_out, sizeof bytes - 2 - left_out);
}

static uint32_t character_at(const char *text)
{
    const unsigned char *at = (const unsigned char *)text;
    if (at[0] < 0x80)
        return at[0];
    if (at[0] < 0xE0)
        return (at[0] & 0x1FU) << 6 | (at[1] & 0x3FU);
    if (at[0] < 0xF0)
        return (at[0] & 0x0FU) << 12 | (at[1] & 0x3FU) << 6 | (at[2] & 0x3FU);
    return (at[0] & 0x07U) << 18 | (at[1] & 0x3FU) << 12 | (at[2] & 0x3FU) << 6 | (at[3] & 0x3FU);
}

/* "q?z" is one word, or none with what stood between, or two. */
static void take_word(void *context, const char *word, size_t size, size_t start, size_t end)
{
    struct asking *asking = context;
    (void)end;
    while (asking->next + 1 < asking->count && asking->starts[asking->next + 1] <= start)
        asking->next++;
    if (size == 1)
        return;
    uint32_t code = asking->codes[asking->next];
    uint32_t to = size == 2 ? code : character_at(word + 1);
    asking->answers[asking->next] = size == 2 ? VANISHES : FOLDED + (to < code ? (code - to) * 2 - 1 : (to - code) * 2);
}

struct runs {
    struct text text;
    uint32_t answer;
    size_t length;
};

static void end_run(struct runs *runs)
{
    if (!runs->length)
        return;
    digits_number(&runs->text, runs->length);
    digits_number(&runs->text, runs->answer);
    runs->length = 0;
}

static void ask(struct tokenizer *tokenizer, struct asking *asking, struct runs *runs)
{
    tokens_each_word(tokenizer, text_string(&asking->text), asking->text.size, take_word, asking);
    for (size_t i = 0; i < asking->count; i++) {
        if (runs->length && runs->answer != asking->answers[i])
            end_run(runs);
        runs->answer = asking->answers[i];
        runs->length++;
    }
    text_clear(&asking->text);
    asking->count = asking->next = 0;
}

/* How many characters do the same, and what, over and over; surrogates are none. */
void search_folds_make(struct index *index, struct site_files *files)
{
    struct arena arena = {0};
    struct asking *asking = arena_alloc(&arena, sizeof *asking);
    struct runs runs = {0};
    struct tokenizer *tokenizer = tokenizer_open(index);
    for (uint32_t code = FIRST; tokenizer && code <= LAST;
         code = code + 1 == SURROGATES ? BEHIND_SURROGATES : code + 1) {
        asking->codes[asking->count] = code;
        asking->answers[asking->count] = ENDS;
        asking->starts[asking->count++] = asking->text.size;
        add_question(&asking->text, code);
        if (asking->count == AT_ONCE)
            ask(tokenizer, asking, &runs);
    }
    if (tokenizer)
        ask(tokenizer, asking, &runs);
    end_run(&runs);
    tokenizer_close(tokenizer);
    struct text text = {0};
    struct json json = json_writer(&text, false);
    json_bytes(&json, text_string(&runs.text), runs.text.size);
    shards_script(files, "folds", &text);
    text_free(&text);
    text_free(&asking->text);
    text_free(&runs.text);
    arena_free(&arena);
}
