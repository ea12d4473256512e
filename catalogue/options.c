#include "catalogue/options.h"

#include <string.h>

#include "indexer/content/nearest.h"
#include "indexer/content/scalars.h"

#define COMMON .common = true

static const struct keyword color_words[] = {
    {"auto", COLOR_AUTO, "only on a terminal"}, {"always", COLOR_ALWAYS, NULL}, {"never", COLOR_NEVER, NULL}};

static const struct option common_options[] = {
    {"C", "DIR", "work in this folder's catalogue", OPTION_TEXT(struct common_options, folder), COMMON,
     .completes = COMPLETES_FOLDERS},
    {"database", "FILE", "use this index, as it is", OPTION_TEXT(struct common_options, database), COMMON,
     .completes = COMPLETES_FILES, .needs = NEEDS_INDEX_FRESH | NEEDS_INDEX_IF_ANY},
    {"database", "FILE", "keep the index here, in place of build/catalogue.db",
     OPTION_TEXT(struct common_options, database), COMMON, .completes = COMPLETES_FILES,
     .needs = NEEDS_INDEX_WHOLE | NEEDS_INDEX_TO_WRITE},
    {"no-update", NULL, "use the index as it is", OPTION_FLAG(struct common_options, no_update), COMMON,
     .needs = NEEDS_INDEX_FRESH},
    {"keep-going", NULL, "go on past errors: a broken file keeps its last good state",
     OPTION_FLAG(struct common_options, keep_going), COMMON, .needs = NEEDS_INDEX_WHOLE | NEEDS_INDEX_TO_WRITE},
    {"no-pager", NULL, "do not show a long answer page by page", OPTION_FLAG(struct common_options, no_pager), COMMON,
     .needs = NEEDS_PAGER},
    {"color", "WHEN", NULL, OPTION_KEYWORD(struct common_options, color, color_words), COMMON},
    {"help", NULL, "show this help (also -h)", OPTION_FLAG(struct common_options, help), COMMON, .letter = 'h'},
    {"version", NULL, "show the version", OPTION_FLAG(struct common_options, version), COMMON},
};
enum { COMMON_OPTIONS = sizeof common_options / sizeof *common_options };

struct options options_of(struct arena *arena, const struct command *command)
{
    struct options all = {0};
    all.items = arena_array(arena, command->option_count + COMMON_OPTIONS + FACET_COUNT, sizeof *all.items);
    for (size_t i = 0; i < command->option_count; i++)
        all.items[all.count++] = command->options[i];
    for (size_t i = 0; i < COMMON_OPTIONS; i++)
        if (!common_options[i].needs || (common_options[i].needs & command->needs))
            all.items[all.count++] = common_options[i];
    for (size_t i = 0; command->facet_options && i < FACET_COUNT; i++)
        all.items[all.count++] =
            (struct option){facets[i].option, "TERM", facets[i].label, .kind = OPTION_IS_TERM, .into = i};
    return all;
}

const char *options_typed(struct arena *arena, const struct option *option)
{
    return arena_format(arena, "%s%s", option->name[1] ? "--" : "-", option->name);
}

static void add_keywords(struct text *out, const struct option *option)
{
    for (size_t i = 0; i < option->keyword_count; i++) {
        const struct keyword *keyword = &option->keywords[i];
        text_format(out, "%s%s", !i ? "" : i + 1 < option->keyword_count ? ", " : " or ", keyword->name);
        if (keyword->meaning)
            text_format(out, " (%s)", keyword->meaning);
    }
}

void options_explain(struct text *out, const struct option *option)
{
    text_add(out, option->help ? option->help : "");
    text_add(out, option->help && option->keyword_count ? ": " : "");
    add_keywords(out, option);
    if (option->kind == OPTION_IS_NUMBER && option->standard)
        text_format(out, " (%zu if not said)", option->standard);
}

/* The option with a name of this size. */
static const struct option *find(const struct options *options, const char *name, size_t size)
{
    for (size_t i = 0; i < options->count; i++)
        if (strlen(options->items[i].name) == size && !strncmp(options->items[i].name, name, size))
            return &options->items[i];
    return NULL;
}

/* -h and -C, whose value may stand in the same word. */
static const struct option *find_letter(const struct options *options, const char *word, const char **value)
{
    for (size_t i = 0; i < options->count; i++) {
        const struct option *option = &options->items[i];
        char letter = option->name[1] ? option->letter : option->name[0];
        if (word[1] != letter || (word[2] && !option->argument))
            continue;
        *value = word[2] ? word + 2 : NULL;
        return option;
    }
    return NULL;
}

enum options_word options_word(const struct options *options, bool free_text, const char *word,
                               const struct option **option, const char **value)
{
    *option = NULL;
    *value = NULL;
    if (word[0] != '-' || !word[1])
        return WORD_IS_ARGUMENT;
    if (!strcmp(word, "--"))
        return WORD_ENDS_OPTIONS;
    if (word[1] != '-') {
        /* In a query -COPD excludes a word. */
        if (!free_text || !word[2])
            *option = find_letter(options, word, value);
        return *option ? WORD_IS_OPTION : free_text ? WORD_IS_ARGUMENT : WORD_IS_UNKNOWN;
    }
    size_t size = strcspn(word + 2, "=");
    *option = size > 1 ? find(options, word + 2, size) : NULL;
    *value = word[2 + size] ? word + 2 + size + 1 : NULL;
    return *option ? WORD_IS_OPTION : WORD_IS_UNKNOWN;
}

/* "; the main filters are --priority-area, …" */
static const char *leading_options(struct invocation *invocation)
{
    struct string_list options = {0};
    for (size_t i = 0; i < LEADING_FACETS; i++)
        string_list_add(invocation->arena, &options, facets[i].option);
    return arena_format(invocation->arena, "; the main filters are --%s",
                        string_list_join(invocation->arena, &options, ", --"));
}

static void unknown_option(struct invocation *invocation, const struct options *options, const char *word)
{
    struct string_list names = {0};
    const char *typed = arena_copy(invocation->arena, word, strcspn(word, "="));
    for (size_t i = 0; i < options->count; i++)
        if (options->items[i].name[1])
            string_list_add(invocation->arena, &names, options->items[i].name);
    const char *near = nearest(typed + strspn(typed, "-"), names.items, names.count);
    if (near)
        complain(invocation, "there is no option %s; did you mean --%s", typed, near);
    else
        complain(invocation, "there is no option %s; see catalogue %s --help%s", typed, invocation->command->name,
                 invocation->command->facet_options ? leading_options(invocation) : "");
}

static bool give_number(struct invocation *invocation, const struct option *option, const char *value, size_t *number)
{
    double read = 0;
    if (!scalar_number(value, &read) || read < (double)option->least || read > 1e9 || strchr(value, '.')) {
        complain(invocation, "--%s takes a whole number from %zu on, not \"%s\"", option->name, option->least, value);
        return false;
    }
    *number = (size_t)read;
    return true;
}

static bool give_url(struct invocation *invocation, const struct option *option, const char *value, const char **url)
{
    *url = value;
    if (scalar_url(value))
        return true;
    complain(invocation, "--%s takes an address that begins with https:// or http://, not \"%s\"", option->name, value);
    return false;
}

static bool give_keyword(struct invocation *invocation, const struct option *option, const char *value,
                         unsigned *keyword)
{
    struct string_list names = {0};
    struct text text = {0};
    for (size_t i = 0; i < option->keyword_count; i++) {
        *keyword = (unsigned)option->keywords[i].value;
        if (!strcmp(option->keywords[i].name, value))
            return true;
        string_list_add(invocation->arena, &names, option->keywords[i].name);
    }
    const char *near = nearest(value, names.items, names.count);
    const char *last = names.items[--names.count];
    complain(invocation, "--%s takes %s or %s, not \"%s\"%s%s", option->name,
             string_list_join(invocation->arena, &names, ", "), last, value, near ? "; did you mean " : "",
             near ? near : "");
    text_free(&text);
    return false;
}

/* The struct that the option's field stands in. */
static char *structure_of(struct invocation *invocation, const struct option *option)
{
    return option->common ? (char *)&invocation->common : invocation->options;
}

static bool give(struct invocation *invocation, const struct option *option, const char *value)
{
    void *field = option->kind == OPTION_IS_TERM ? NULL : structure_of(invocation, option) + option->into;
    switch (option->kind) {
    case OPTION_IS_FLAG:
        *(bool *)field = true;
        return true;
    case OPTION_IS_NUMBER:
        return give_number(invocation, option, value, field);
    case OPTION_IS_TEXT:
        *(const char **)field = value;
        return true;
    case OPTION_IS_URL:
        return give_url(invocation, option, value, field);
    case OPTION_IS_KEYWORD:
        return give_keyword(invocation, option, value, field);
    case OPTION_IS_TERM:
        string_list_add(invocation->arena, &invocation->terms[option->into], value);
        return true;
    }
    return false;
}

/* What holds when an option is not given; the structs are zeroed already. */
static void give_standards(struct invocation *invocation, const struct options *options)
{
    for (size_t i = 0; i < options->count; i++) {
        const struct option *option = &options->items[i];
        void *field = option->kind == OPTION_IS_TERM ? NULL : structure_of(invocation, option) + option->into;
        if (option->kind == OPTION_IS_NUMBER)
            *(size_t *)field = option->standard;
        if (option->kind == OPTION_IS_KEYWORD)
            *(unsigned *)field = (unsigned)option->keywords[0].value;
    }
}

/* Gives an option its value, which may be the next word; *used says how many words that took. */
static bool read_option(struct invocation *invocation, const struct option *option, const char *value, const char *next,
                        size_t *used)
{
    const char *typed = options_typed(invocation->arena, option);
    if (!option->argument && value) {
        complain(invocation, "%s takes no value", typed);
        return false;
    }
    if (option->argument && !value) {
        value = next;
        *used = 2;
    }
    if (option->argument && !value) {
        complain(invocation, "%s needs a value: %s %s", typed, typed, option->argument);
        return false;
    }
    return give(invocation, option, value);
}

bool options_read(struct invocation *invocation, char *const *words, size_t count)
{
    const struct command *command = invocation->command;
    const struct options options = options_of(invocation->arena, command);
    bool ended = false;
    invocation->options = arena_alloc(invocation->arena, command->options_size);
    invocation->terms = arena_array(invocation->arena, FACET_COUNT, sizeof *invocation->terms);
    invocation->arguments = arena_array(invocation->arena, count + 1, sizeof *invocation->arguments);
    give_standards(invocation, &options);
    for (size_t i = 0, used; i < count; i += used) {
        const struct option *option = NULL;
        const char *value = NULL;
        enum options_word is =
            ended ? WORD_IS_ARGUMENT : options_word(&options, command->free_text, words[i], &option, &value);
        used = 1;
        ended = ended || is == WORD_ENDS_OPTIONS;
        if (is == WORD_IS_ARGUMENT)
            invocation->arguments[invocation->argument_count++] = words[i];
        if (is == WORD_IS_UNKNOWN) {
            unknown_option(invocation, &options, words[i]);
            return false;
        }
        if (is == WORD_IS_OPTION && !read_option(invocation, option, value, i + 1 < count ? words[i + 1] : NULL, &used))
            return false;
    }
    return true;
}
