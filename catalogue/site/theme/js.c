#include "catalogue/site/theme/js.h"

#include <stdbool.h>
#include <stdlib.h>
#include <string.h>

#include "indexer/base/arena.h"

/* Names that stay as they are, each with a blank behind it. */
static const char kept[] =
    "Array Boolean Date Error Float64Array Map Math Number Object Promise Set String TextDecoder "
    "TextEncoder URL URLSearchParams UTC Uint8Array abs add addEventListener all alt append assign "
    "async at await body break cardsTogether case caseCount catalogue_shard catch charCodeAt checked "
    "childNodes children class className clear cloneNode columnRules const content continue "
    "correctLeast createElement dataset dateFields decode default delete digits disabled do document "
    "drawn elements else encode encodeURIComponent endsWith every exec facetTable false filter finally "
    "find findIndex findLastIndex flatMap floor focus for forEach from fromCharCode function get "
    "getAll getAttribute getElementById getUTCDate has hash head hidden hiddenCases history href id if "
    "in includes indexOf innerWidth instanceof join k1 keys label lastIndex leadWords length let "
    "location log map matches max maxBytes maxCorrections maxDepth maxLeaves maxTerms message min name "
    "new normalize null of onchange onclick onerror onload onsubmit open origin parentNode path "
    "pathname popstate prefixLeast preventDefault push pushState querySelector querySelectorAll reduce "
    "reject relatedWeight remove replace replaceChildren replaceState replaceWith resolve return "
    "scrollIntoView scrollTo search set setAttribute size slice snippetWords some sort sorts split src "
    "startsWith static stemmedAway stopStarts stopWords super switch synonymWeight synonymWords target "
    "test textContent this throw title toLocaleString toLowerCase trim trimEnd true try type typeof "
    "undefined value values var version void w while with wordsApart yield ";

enum { SHORT_SIZE = 4 };

struct name {
    const char *text;
    size_t size;
    size_t uses;
    size_t script; /* the first that has it */
    char short_form[SHORT_SIZE];
};

struct squeezer {
    struct arena arena;
    struct text *out; /* NULL while names are counted */
    size_t script;
    const char *at;
    const char *end;
    struct name *names; /* sorted by text */
    size_t name_count;
    size_t name_capacity;
    bool gap;     /* a blank or comment stood before what comes */
    bool operand; /* a value ended here, so that a slash divides */
};

static bool is_name_byte(char byte)
{
    return (byte >= 'a' && byte <= 'z') || (byte >= 'A' && byte <= 'Z') || (byte >= '0' && byte <= '9') ||
           byte == '_' || byte == '$';
}

static int compare_bytes(const char *a, size_t a_size, const char *b, size_t b_size)
{
    int order = memcmp(a, b, a_size < b_size ? a_size : b_size);
    return order ? order : (a_size > b_size) - (a_size < b_size);
}

static bool is_kept(const char *name, size_t size)
{
    for (const char *word = kept; *word; word += strcspn(word, " ") + 1)
        if (strncmp(word, name, size) == 0 && word[size] == ' ')
            return size > 0;
    return false;
}

/* The place of a name among those that were counted, or where it belongs. */
static size_t place_of(const struct squeezer *squeezer, const char *text, size_t size)
{
    size_t low = 0;
    for (size_t high = squeezer->name_count; low < high;) {
        size_t middle = low + (high - low) / 2;
        if (compare_bytes(squeezer->names[middle].text, squeezer->names[middle].size, text, size) < 0)
            low = middle + 1;
        else
            high = middle;
    }
    return low;
}

static void count_name(struct squeezer *squeezer, const char *text, size_t size)
{
    size_t place = place_of(squeezer, text, size);
    struct name *name = place < squeezer->name_count ? &squeezer->names[place] : NULL;
    if (!name || compare_bytes(name->text, name->size, text, size) != 0) {
        squeezer->names = arena_grow(&squeezer->arena, squeezer->names, squeezer->name_count, &squeezer->name_capacity,
                                     sizeof *squeezer->names);
        name = &squeezer->names[place];
        memmove(name + 1, name, (squeezer->name_count++ - place) * sizeof *name);
        *name = (struct name){.text = text, .size = size, .script = squeezer->script};
    }
    name->uses++;
}

static int by_uses(const void *a, const void *b)
{
    const struct name *one = *(const struct name *const *)a;
    const struct name *other = *(const struct name *const *)b;
    if (one->uses != other->uses)
        return one->uses > other->uses ? -1 : 1;
    return compare_bytes(one->text, one->size, other->text, other->size);
}

static void write_short(char *out, size_t number)
{
    static const char letters[] = "abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ_";
    enum { LETTERS = sizeof letters - 1 };
    size_t size = 0;
    if (number >= LETTERS)
        out[size++] = letters[number / LETTERS - 1];
    out[size++] = letters[number % LETTERS];
    out[size] = '\0';
}

/*
 * A property of the language that is used often becomes `[x]`, where x is a variable that holds its name;
 * it is counted with its point. Whether that is shorter, at two letters for x and `x="name",`.
 */
static bool is_worth_it(const struct name *name)
{
    return *name->text != '.' || (name->size > 4 && name->uses * (name->size - 4) > name->size + 6);
}

/* The shortest for the most frequent; there is room for 53 + 53 * 53. */
static void choose_short(struct squeezer *squeezer)
{
    struct name **sorted = arena_array(&squeezer->arena, squeezer->name_count + 1, sizeof *sorted);
    size_t number = 0;
    for (size_t i = 0; i < squeezer->name_count; i++)
        sorted[i] = &squeezer->names[i];
    qsort(sorted, squeezer->name_count, sizeof *sorted, by_uses);
    for (size_t i = 0; i < squeezer->name_count; i++) {
        if (!is_worth_it(sorted[i]))
            continue;
        do
            write_short(sorted[i]->short_form, number++);
        while (is_kept(sorted[i]->short_form, strlen(sorted[i]->short_form)));
    }
}

/* let a="length",b="push"; for what is used here first. */
static void declare_properties(const struct squeezer *squeezer, struct text *out)
{
    size_t count = 0;
    for (size_t i = 0; i < squeezer->name_count; i++) {
        const struct name *name = &squeezer->names[i];
        if (*name->text == '.' && *name->short_form && name->script == squeezer->script)
            text_format(out, "%s%s=\"%.*s\"", count++ ? "," : "let ", name->short_form, (int)name->size - 1,
                        name->text + 1);
    }
    text_add(out, count ? ";" : "");
}

static void put(struct squeezer *squeezer, const char *text, size_t size)
{
    struct text *out = squeezer->out;
    if (!out)
        return;
    char last = out->size ? out->data[out->size - 1] : ' ';
    bool names_touch = is_name_byte(last) && is_name_byte(*text);
    bool signs_touch = (*text == '+' || *text == '-') && last == *text;
    if (squeezer->gap && (names_touch || signs_touch))
        text_char(out, ' ');
    text_append(out, text, size);
}

static void take(struct squeezer *squeezer, size_t size)
{
    put(squeezer, squeezer->at, size);
    squeezer->at += size;
}

/* Words for which there is a shorter way to say it. */
static const char *shorter_word(const char *name, size_t size)
{
    static const char *const words[][2] = {{"const", "let"}, {"true", "!0"}, {"false", "!1"}, {"undefined", "void 0"}};
    for (size_t i = 0; i < sizeof words / sizeof *words; i++)
        if (strlen(words[i][0]) == size && memcmp(words[i][0], name, size) == 0)
            return words[i][1];
    return NULL;
}

/* Words before which a value has not ended: `return /x/`. */
static bool expects_value(const char *name, size_t size)
{
    static const char *const words[] = {"return", "typeof", "of", "in", "case"};
    for (size_t i = 0; i < sizeof words / sizeof *words; i++)
        if (strlen(words[i]) == size && memcmp(words[i], name, size) == 0)
            return true;
    return false;
}

static void squeeze_name(struct squeezer *squeezer)
{
    const char *start = squeezer->at;
    while (squeezer->at < squeezer->end && is_name_byte(*squeezer->at))
        squeezer->at++;
    size_t size = (size_t)(squeezer->at - start);
    squeezer->operand = !expects_value(start, size);
    const char *shorter = shorter_word(start, size);
    if (shorter) {
        put(squeezer, shorter, strlen(shorter));
    } else if ((*start >= '0' && *start <= '9') || is_kept(start, size)) {
        put(squeezer, start, size);
    } else if (squeezer->out) {
        const char *form = squeezer->names[place_of(squeezer, start, size)].short_form;
        put(squeezer, form, strlen(form));
    } else {
        count_name(squeezer, start, size);
    }
}

/* Up to the closing mark; a slash within a class does not close a pattern. */
static void squeeze_quoted(struct squeezer *squeezer)
{
    const char *at = squeezer->at;
    char mark = *at++;
    bool in_class = false;
    while (at < squeezer->end && (*at != mark || in_class)) {
        in_class = mark == '/' && (*at == '[' || (in_class && *at != ']'));
        at += *at == '\\' ? 2 : 1;
    }
    take(squeezer, (size_t)(at + 1 - squeezer->at));
    size_t flags = 0;
    while (mark == '/' && squeezer->at + flags < squeezer->end && is_name_byte(squeezer->at[flags]))
        flags++;
    squeezer->gap = false;
    take(squeezer, flags);
    squeezer->operand = true;
}

static void squeeze_until(struct squeezer *squeezer, char closing);

static void squeeze_template(struct squeezer *squeezer)
{
    take(squeezer, 1);
    while (squeezer->at < squeezer->end && *squeezer->at != '`') {
        squeezer->gap = false;
        if (squeezer->at[0] == '$' && squeezer->at[1] == '{') {
            take(squeezer, 2);
            squeeze_until(squeezer, '}');
        } else {
            take(squeezer, *squeezer->at == '\\' ? 2 : 1);
        }
    }
    take(squeezer, 1);
    squeezer->operand = true;
}

static bool skip_comment(struct squeezer *squeezer)
{
    const char *at = squeezer->at;
    if (at[0] != '/' || (at[1] != '/' && at[1] != '*'))
        return false;
    const char *found = at[1] == '/' ? strchr(at, '\n') : strstr(at, "*/");
    squeezer->at = !found ? squeezer->end : at[1] == '/' ? found : found + 2;
    return true;
}

/* `.length`, unless the point is one of `?.` or `...`; false when it is no property of the language. */
static bool squeeze_property(struct squeezer *squeezer, char before)
{
    const char *start = squeezer->at;
    size_t size = 1;
    while (start + size < squeezer->end && is_name_byte(start[size]))
        size++;
    if (before == '?' || before == '.' || !is_kept(start + 1, size - 1))
        return false;
    squeezer->operand = true;
    if (!squeezer->out) {
        count_name(squeezer, start, size);
        squeezer->at += size;
        return true;
    }
    const struct name *name = &squeezer->names[place_of(squeezer, start, size)];
    if (!*name->short_form) {
        take(squeezer, size);
        return true;
    }
    text_format(squeezer->out, "[%s]", name->short_form);
    squeezer->at += size;
    return true;
}

static void squeeze_mark(struct squeezer *squeezer)
{
    char mark = *squeezer->at;
    bool closes = mark == ')' || mark == ']' || mark == '}';
    struct text *out = squeezer->out;
    /* The last semicolon of a block says nothing. */
    if (mark == '}' && out && out->size && out->data[out->size - 1] == ';')
        out->size--;
    take(squeezer, 1);
    squeezer->operand = closes && mark != '}';
}

/* Everything up to a mark that closes what was open before, which is taken too. */
static void squeeze_until(struct squeezer *squeezer, char closing)
{
    size_t depth = 0;
    char before = '\0';
    while (squeezer->at < squeezer->end) {
        char byte = *squeezer->at;
        if (strchr(" \n\r\t", byte)) {
            squeezer->at++;
            squeezer->gap = true;
            continue;
        }
        if (skip_comment(squeezer)) {
            squeezer->gap = true;
            continue;
        }
        bool closes = closing && byte == closing && !depth;
        depth += byte == '{';
        depth -= byte == '}' && depth;
        if (byte == '`')
            squeeze_template(squeezer);
        else if (byte == '"' || byte == '\'' || (byte == '/' && !squeezer->operand))
            squeeze_quoted(squeezer);
        else if (is_name_byte(byte))
            squeeze_name(squeezer);
        else if (byte != '.' || !squeeze_property(squeezer, before))
            squeeze_mark(squeezer);
        before = byte;
        squeezer->gap = false;
        if (closes)
            return;
    }
}

void js_squeeze(struct text *outs, const struct js_script *scripts, size_t count)
{
    struct squeezer squeezer = {0};
    for (size_t pass = 0; pass < 2; pass++) {
        for (size_t i = 0; i < count; i++) {
            squeezer.at = scripts[i].data;
            squeezer.end = scripts[i].data + scripts[i].size;
            squeezer.out = pass ? &outs[i] : NULL;
            squeezer.operand = false;
            squeezer.script = i;
            if (pass)
                declare_properties(&squeezer, squeezer.out);
            squeeze_until(&squeezer, '\0');
        }
        if (!pass)
            choose_short(&squeezer);
    }
    for (size_t i = 0; i < count; i++)
        text_char(&outs[i], '\n');
    arena_free(&squeezer.arena);
}
