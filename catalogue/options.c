#include "catalogue/options.h"

#include <string.h>

#include "catalogue/help.h"
#include "indexer/base/string_list.h"
#include "indexer/content/facets.h"
#include "indexer/content/fields.h"
#include "indexer/content/nearest.h"

static const struct option folder_option = {"C", "DIR", "work in this folder's catalogue"};
static const struct option help_option = {"help", NULL, "show this help"};

/* The options of facets take a term each. */
static const struct option *facet_option(struct invocation *invocation, const char *name)
{
    const struct facet *facet = invocation->command->facet_options ? facet_find(name) : NULL;
    if (!facet)
        return NULL;
    struct option *option = arena_alloc(invocation->arena, sizeof *option);
    *option = (struct option){facet->option, "TERM", facet->label};
    return option;
}

static const struct option *find_option(struct invocation *invocation, const char *name)
{
    const struct command *command = invocation->command;
    for (size_t i = 0; i < command->option_count; i++)
        if (strcmp(command->options[i].name, name) == 0)
            return &command->options[i];
    for (size_t i = 0; i < common_option_count; i++)
        if (strcmp(common_options[i].name, name) == 0)
            return &common_options[i];
    return facet_option(invocation, name);
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

static void unknown_option(struct invocation *invocation, const char *name)
{
    const struct command *command = invocation->command;
    struct string_list names = {0};
    for (size_t i = 0; i < command->option_count; i++)
        string_list_add(invocation->arena, &names, command->options[i].name);
    for (size_t i = 0; i < common_option_count; i++)
        string_list_add(invocation->arena, &names, common_options[i].name);
    for (size_t i = 0; command->facet_options && i < FACET_COUNT; i++)
        string_list_add(invocation->arena, &names, facets[i].option);
    const char *near = nearest(name, names.items, names.count);
    if (near)
        complain(invocation, "there is no option --%s; did you mean --%s", name, near);
    else
        complain(invocation, "there is no option --%s; see catalogue %s --help%s", name, command->name,
                 command->facet_options ? leading_options(invocation) : "");
}

static void give(struct invocation *invocation, const char *name, const char *value, size_t *capacity)
{
    invocation->given =
        arena_grow(invocation->arena, invocation->given, invocation->given_count, capacity, sizeof *invocation->given);
    invocation->given[invocation->given_count++] = (struct given){name, value};
}

/* The option that a word is, with its value when that stands behind "=" or -C; NULL with *unknown set when there is none. */
static const struct option *option_of(struct invocation *invocation, const char *word, const char **value,
                                      bool *unknown)
{
    *value = NULL;
    if (strcmp(word, "-h") == 0)
        return &help_option;
    if (strncmp(word, "-C", 2) == 0) {
        *value = word[2] ? word + 2 : NULL;
        return &folder_option;
    }
    const char *equals = strchr(word, '=');
    const char *name = arena_copy(invocation->arena, word + 2, equals ? (size_t)(equals - word) - 2 : strlen(word) - 2);
    const struct option *option = find_option(invocation, name);
    if (!option)
        unknown_option(invocation, name);
    *unknown = !option;
    *value = equals ? equals + 1 : NULL;
    return option;
}

static bool is_option(const struct invocation *invocation, const char *word)
{
    if (strncmp(word, "--", 2) == 0 || strcmp(word, "-h") == 0 || strcmp(word, "-C") == 0)
        return true;
    /* In a query -COPD excludes a word. */
    return word[0] == '-' && word[1] && !invocation->command->free_text;
}

bool options_read(struct invocation *invocation, char *const *words, size_t count)
{
    size_t capacity = 0;
    bool ended = false;
    invocation->arguments = arena_array(invocation->arena, count + 1, sizeof *invocation->arguments);
    for (size_t i = 0; i < count; i++) {
        bool unknown = false;
        const char *value = NULL;
        if (ended || !is_option(invocation, words[i])) {
            invocation->arguments[invocation->argument_count++] = words[i];
            continue;
        }
        ended = strcmp(words[i], "--") == 0;
        if (ended)
            continue;
        if (words[i][1] != '-' && words[i][1] != 'h' && words[i][1] != 'C') {
            complain(invocation, "there is no option %s; see catalogue %s --help", words[i], invocation->command->name);
            return false;
        }
        const struct option *option = option_of(invocation, words[i], &value, &unknown);
        if (unknown)
            return false;
        if (option->argument && !value && i + 1 == count) {
            complain(invocation, "--%s needs a value: --%s %s", option->name, option->name, option->argument);
            return false;
        }
        if (!option->argument && value) {
            complain(invocation, "--%s takes no value", option->name);
            return false;
        }
        if (option->argument && !value)
            value = words[++i];
        give(invocation, option->name, value ? value : "", &capacity);
    }
    return true;
}
