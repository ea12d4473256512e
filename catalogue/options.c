#include "catalogue/options.h"

#include <assert.h>
#include <string.h>

#include "indexer/content/nearest.h"
#include "indexer/content/scalars.h"

/* The option with a name of this size. */
static const struct option *find(const struct option_list *options, const char *name, size_t size)
{
    for (size_t i = 0; i < options->count; i++)
        if (strlen(options->items[i].name) == size && !strncmp(options->items[i].name, name, size))
            return &options->items[i];
    return NULL;
}

/* -h and -C, whose value may stand in the same word. */
static const struct option *find_letter(const struct option_list *options, const char *word, const char **value)
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

enum options_word options_word(const struct option_list *options, bool free_text, const char *word,
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

static void unknown_option(struct invocation *invocation, const struct option_list *options, const char *word)
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
    const char *fault = scalar_url_fault(value);
    *url = value;
    if (fault)
        complain(invocation, "--%s takes a web address, and \"%s\" is none: %s", option->name, value, fault);
    return !fault;
}

static bool give_keyword(struct invocation *invocation, const struct option *option, const char *value,
                         unsigned *keyword)
{
    struct string_list names = {0};
    for (size_t i = 0; i < option->keyword_count; i++) {
        *keyword = (unsigned)option->keywords[i].value;
        if (!strcmp(option->keywords[i].name, value))
            return true;
        string_list_add(invocation->arena, &names, option->keywords[i].name);
    }
    const char *near = nearest(value, names.items, names.count);
    const char *last = option->keywords[option->keyword_count - 1].name;
    names.count--;
    complain(invocation, "--%s takes %s or %s, not \"%s\"%s%s", option->name,
             string_list_join(invocation->arena, &names, ", "), last, value, near ? "; did you mean " : "",
             near ? near : "");
    return false;
}

/* The field that an option is written into; a term has none. */
static void *field_of(struct invocation *invocation, const struct option *option)
{
    char *structure = option->common ? (char *)&invocation->common : invocation->options;
    return option->kind == OPTION_IS_TERM ? NULL : structure + option->into;
}

static bool give(struct invocation *invocation, const struct option *option, const char *value)
{
    void *field = field_of(invocation, option);
    assert(value || option->kind == OPTION_IS_FLAG);
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
static void give_standards(struct invocation *invocation, const struct option_list *options)
{
    for (size_t i = 0; i < options->count; i++) {
        const struct option *option = &options->items[i];
        void *field = field_of(invocation, option);
        if (option->kind == OPTION_IS_NUMBER)
            *(size_t *)field = option->standard;
        if (option->kind == OPTION_IS_KEYWORD)
            *(unsigned *)field = (unsigned)option->keywords[0].value;
    }
}

/* The words as they are read, one after the other. */
struct reading {
    struct invocation *invocation;
    struct option_list options;
    char *const *words;
    size_t count;
    size_t at;  /* the next word */
    bool ended; /* by "--": only arguments follow */
};

/* Gives an option its value, which may be the next word. */
static bool read_option(struct reading *reading, const struct option *option, const char *value)
{
    struct invocation *invocation = reading->invocation;
    const char *typed = option_list_typed(invocation->arena, option);
    if (!option->argument && value) {
        complain(invocation, "%s takes no value", typed);
        return false;
    }
    if (option->argument && !value && reading->at == reading->count) {
        complain(invocation, "%s needs a value: %s %s", typed, typed, option->argument);
        return false;
    }
    if (option->argument && !value)
        value = reading->words[reading->at++];
    if (option->argument && !*value) {
        complain(invocation, "%s needs a value, and this one is empty: %s %s", typed, typed, option->argument);
        return false;
    }
    return give(invocation, option, value);
}

static bool read_word(struct reading *reading)
{
    struct invocation *invocation = reading->invocation;
    const char *word = reading->words[reading->at++];
    const struct option *option = NULL;
    const char *value = NULL;
    enum options_word is = WORD_IS_ARGUMENT;
    if (!reading->ended)
        is = options_word(&reading->options, invocation->command->free_text, word, &option, &value);
    if (is == WORD_IS_OPTION)
        return read_option(reading, option, value);
    if (is == WORD_IS_UNKNOWN)
        unknown_option(invocation, &reading->options, word);
    if (is == WORD_IS_ARGUMENT)
        invocation->arguments[invocation->argument_count++] = word;
    reading->ended = reading->ended || is == WORD_ENDS_OPTIONS;
    return is != WORD_IS_UNKNOWN;
}

bool options_read(struct invocation *invocation, char *const *words, size_t count)
{
    struct arena *arena = invocation->arena;
    struct reading reading = {.invocation = invocation, .words = words, .count = count};
    reading.options = option_list_of(arena, invocation->command);
    invocation->options = arena_alloc(arena, invocation->command->options_size);
    invocation->terms = arena_array(arena, FACET_COUNT, sizeof *invocation->terms);
    invocation->arguments = arena_array(arena, count + 1, sizeof *invocation->arguments);
    give_standards(invocation, &reading.options);
    while (reading.at < count)
        if (!read_word(&reading))
            return false;
    return true;
}
