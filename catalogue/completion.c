#include "catalogue/completion.h"

#include <string.h>

#include "catalogue/needs.h"
#include "catalogue/options.h"
#include "indexer/base/text_safe.h"
#include "indexer/content/case_parts.h"
#include "indexer/content/codes.h"
#include "indexer/content/vocabulary.h"
#include "indexer/index/queries.h"
#include "search-cli/query_fields.h"
#include "search-cli/report/reports.h"

static const char bash[] = {
#include "catalogue/shells/catalogue.bash.inc"
    0};

static const char zsh[] = {
#include "catalogue/shells/catalogue.zsh.inc"
    0};

static const char fish[] = {
#include "catalogue/shells/catalogue.fish.inc"
    0};

static const struct {
    const char *name;
    const char *script;
} shells[] = {{"bash", bash}, {"zsh", zsh}, {"fish", fish}};
enum { SHELLS = sizeof shells / sizeof *shells };

const char *completion_script(const char *shell)
{
    for (size_t i = 0; i < SHELLS; i++)
        if (!strcmp(shells[i].name, shell))
            return shells[i].script;
    return NULL;
}

/* What the words before the last one say about it. */
struct typing {
    struct invocation *invocation;
    struct text *out;
    const struct command *command; /* NULL while none was named */
    struct option_list options;    /* of the command */
    const struct option *awaiting; /* the option whose value comes next */
    bool helps;                    /* "catalogue help" */
    bool ended;                    /* behind "--" there are only arguments */
    const char *word;              /* the beginning of what is being typed */
    const char *before;            /* what stands in front of it in the same word: "--sort=", "region:london," */
};

/* "catalogue -C DIR" may come before the command; that option is every command's. */
static void read_before_command(struct typing *typing, const char *word)
{
    const char *value = NULL;
    if (word[0] == '-')
        options_word(&typing->options, false, word, &typing->awaiting, &value);
    else if (!strcmp(word, "help"))
        typing->helps = true;
    else if ((typing->command = command_find(word)))
        typing->options = option_list_of(typing->invocation->arena, typing->command);
}

static void read_behind_command(struct typing *typing, const char *word)
{
    const char *value = NULL;
    enum options_word is = options_word(&typing->options, typing->command->free_text, word, &typing->awaiting, &value);
    typing->ended = is == WORD_ENDS_OPTIONS;
    if (is != WORD_IS_OPTION || !typing->awaiting || !typing->awaiting->argument || value)
        typing->awaiting = NULL;
}

static void note_value(struct typing *typing, const char *value)
{
    if (!strcmp(typing->awaiting->name, "C"))
        typing->invocation->common.folder = value;
    if (!strcmp(typing->awaiting->name, "database"))
        typing->invocation->common.database = value;
    typing->awaiting = NULL;
}

/* Reads all words but the last, as the program would, but for what is wrong. */
static struct typing read_words(struct invocation *invocation, const struct completion *completion)
{
    static const struct command any = {0};
    struct typing typing = {.invocation = invocation, .word = "", .before = ""};
    typing.options = option_list_of(invocation->arena, &any);
    for (size_t i = 0; i + 1 < completion->count; i++) {
        const char *word = completion->words[i];
        if (typing.awaiting)
            note_value(&typing, word);
        else if (!typing.command)
            read_before_command(&typing, word);
        else if (!typing.ended)
            read_behind_command(&typing, word);
    }
    if (completion->count)
        typing.word = completion->words[completion->count - 1];
    return typing;
}

void completion_look(struct invocation *invocation, const struct completion *completion)
{
    read_words(invocation, completion);
    if (needs_find(invocation))
        return;
    /* Who is still typing is not told what is wrong, but no other catalogue is taken for the one that was named. */
    text_clear(&invocation->talk);
    invocation->database = NULL;
}

/* Offers a word, with what it is, if it goes on as was begun. */
static void offer(struct typing *typing, const char *word, const char *after, const char *what)
{
    if (strncmp(word, typing->word, strlen(typing->word)) != 0)
        return;
    text_format(typing->out, "%s%s%s%s", typing->before, word, after, *what ? "\t" : "");
    text_safe(typing->out, what, strlen(what));
    text_char(typing->out, '\n');
}

static void offer_commands(struct typing *typing)
{
    for (size_t i = 0; i < command_count; i++)
        offer(typing, commands[i]->name, "", commands[i]->summary);
    if (!typing->helps)
        offer(typing, "help", "", "show the help of a command");
}

static void offer_options(struct typing *typing)
{
    struct text help = {0};
    for (size_t i = 0; i < typing->options.count; i++) {
        text_clear(&help);
        option_list_explain(&help, &typing->options.items[i]);
        offer(typing, option_list_typed(typing->invocation->arena, &typing->options.items[i]), "", text_string(&help));
    }
    text_free(&help);
}

/* Moves what stands before the word being typed by so many bytes. */
static void go_behind(struct typing *typing, size_t size)
{
    const char *more = arena_copy(typing->invocation->arena, typing->word, size);
    typing->before = arena_format(typing->invocation->arena, "%s%s", typing->before, more);
    typing->word += size;
}

/* Of several values with commas between them the last is being typed. */
static void go_behind_comma(struct typing *typing)
{
    const char *comma = strrchr(typing->word, ',');
    if (comma)
        go_behind(typing, (size_t)(comma - typing->word) + 1);
}

static void offer_terms(struct typing *typing, const struct facet *facet)
{
    struct index *index = typing->invocation->index;
    const struct vocabulary *vocabulary = index ? vocabulary_find(index_vocabularies(index), facet->vocabulary) : NULL;
    go_behind_comma(typing);
    for (size_t i = 0; vocabulary && i < vocabulary->count; i++)
        offer(typing, vocabulary->terms[i].id, "", vocabulary->terms[i].label);
}

static void offer_ids(struct typing *typing)
{
    struct index *index = typing->invocation->index;
    struct case_rows rows = {0};
    if (index)
        rows = index_cases(index, typing->invocation->arena, ORDER_ID, NULL);
    for (size_t i = 0; i < rows.count; i++)
        offer(typing, rows.items[i].id, "", rows.items[i].title);
}

static void offer_parts(struct typing *typing)
{
    struct string_list names = case_part_names(typing->invocation->arena);
    go_behind_comma(typing);
    for (size_t i = 0; i < names.count; i++)
        offer(typing, names.items[i], "", "");
}

/* What may stand behind the colon of a field. */
static void offer_values_of(struct typing *typing, const char *name)
{
    struct query_field field = query_field_find(name);
    if (!field.key)
        return;
    if (field.kind == QUERY_FIELD_TERMS)
        offer_terms(typing, facet_find(name));
    else if (field.kind == QUERY_FIELD_PARTS)
        offer_parts(typing);
    else if (field.kind == QUERY_FIELD_IDS)
        offer_ids(typing);
}

/* A field of the query with its values, or the fields; a hyphen before one excludes. */
static void offer_query(struct typing *typing)
{
    const char *colon = strchr(typing->word, ':');
    go_behind(typing, strspn(typing->word, "-+("));
    if (colon) {
        const char *name = arena_copy(typing->invocation->arena, typing->word, (size_t)(colon - typing->word));
        go_behind(typing, (size_t)(colon - typing->word) + 1 + strspn(colon + 1, "<>="));
        offer_values_of(typing, name);
        return;
    }
    text_add(typing->out, ":nospace\n");
    struct query_field field;
    for (size_t i = 0; (field = query_field_at(i)).key; i++)
        offer(typing, i < FACET_COUNT ? facets[i].option : field.key, ":", field.help);
}

static void offer_fields(struct typing *typing)
{
    for (size_t i = 0; i < FACET_COUNT; i++)
        offer(typing, facets[i].key, "", facets[i].label);
}

static void offer_codes(struct typing *typing)
{
    for (size_t i = 0; i < CODE_COUNT; i++)
        offer(typing, codes[i].code.id, "", codes[i].meaning);
}

static void offer_reports(struct typing *typing)
{
    for (size_t i = 0; i < REPORTS; i++)
        if (report_kinds[i].is_across)
            offer(typing, report_kinds[i].name, "", report_kinds[i].question);
}

static void offer_shells(struct typing *typing)
{
    for (size_t i = 0; i < SHELLS; i++)
        offer(typing, shells[i].name, "", "a shell");
}

static void offer_files(struct typing *typing)
{
    text_add(typing->out, ":files\n");
}

static void offer_folders(struct typing *typing)
{
    text_add(typing->out, ":folders\n");
}

static void offer_what(struct typing *typing, enum completes completes)
{
    static void (*const offers[])(struct typing * typing) = {
        [COMPLETES_FILES] = offer_files,     [COMPLETES_FOLDERS] = offer_folders, [COMPLETES_IDS] = offer_ids,
        [COMPLETES_CODES] = offer_codes,     [COMPLETES_FIELDS] = offer_fields,   [COMPLETES_QUERY] = offer_query,
        [COMPLETES_REPORTS] = offer_reports, [COMPLETES_SHELLS] = offer_shells,
    };
    if (offers[completes])
        offers[completes](typing);
}

static void offer_values(struct typing *typing, const struct option *option)
{
    if (option->kind == OPTION_IS_TERM)
        offer_terms(typing, &facets[option->into]);
    for (size_t i = 0; i < option->keyword_count; i++)
        offer(typing, option->keywords[i].name, "", option->keywords[i].meaning ? option->keywords[i].meaning : "");
    offer_what(typing, option->completes);
}

/* Whether the word being typed is an option, or the beginning of one. */
static bool types_option(const struct typing *typing)
{
    bool free_text = typing->command && typing->command->free_text;
    return typing->word[0] == '-' && !typing->ended && (!free_text || !typing->word[1] || typing->word[1] == '-');
}

/* "--sort=n" */
static bool offer_value_in_word(struct typing *typing)
{
    const struct option *option = NULL;
    const char *value = NULL;
    options_word(&typing->options, true, typing->word, &option, &value);
    if (!option || !option->argument || !value || typing->word[1] != '-')
        return false;
    go_behind(typing, (size_t)(value - typing->word));
    offer_values(typing, option);
    return true;
}

void completion_add(struct text *out, struct invocation *invocation, const struct completion *completion)
{
    struct typing typing = read_words(invocation, completion);
    typing.out = out;
    if (typing.awaiting)
        offer_values(&typing, typing.awaiting);
    else if (types_option(&typing)) {
        if (!offer_value_in_word(&typing))
            offer_options(&typing);
    } else if (!typing.command)
        offer_commands(&typing);
    else
        offer_what(&typing, typing.command->completes);
}
