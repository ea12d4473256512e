#include "catalogue/option_list.h"

static const struct keyword color_words[] = {
    {"auto", COLOR_AUTO, "only on a terminal"}, {"always", COLOR_ALWAYS, NULL}, {"never", COLOR_NEVER, NULL}};

static const struct option common_options[] = {
    {"C", "DIR", "work in this folder's catalogue", OPTION_TEXT(struct common_options, folder), .common = true,
     .completes = COMPLETES_FOLDERS},
    {"database", "FILE", "use this index, as it is", OPTION_TEXT(struct common_options, database), .common = true,
     .completes = COMPLETES_FILES, .needs = NEEDS_INDEX_FRESH | NEEDS_INDEX_IF_ANY},
    {"database", "FILE", "keep the index here, in place of build/catalogue.db",
     OPTION_TEXT(struct common_options, database), .common = true, .completes = COMPLETES_FILES,
     .needs = NEEDS_INDEX_WHOLE | NEEDS_INDEX_TO_WRITE},
    {"no-update", NULL, "use the index as it is", OPTION_FLAG(struct common_options, no_update), .common = true,
     .needs = NEEDS_INDEX_FRESH},
    {"keep-going", NULL, "go on past errors: a broken file keeps its last good state",
     OPTION_FLAG(struct common_options, keep_going), .common = true, .needs = NEEDS_INDEX_WHOLE | NEEDS_INDEX_TO_WRITE},
    {"no-pager", NULL, "do not show a long answer page by page", OPTION_FLAG(struct common_options, no_pager),
     .common = true, .needs = NEEDS_PAGER},
    {"color", "WHEN", NULL, OPTION_KEYWORD(struct common_options, color, color_words), .common = true},
    {"help", NULL, "show this help (also -h)", OPTION_FLAG(struct common_options, help), .common = true, .letter = 'h'},
    {"version", NULL, "show the version", OPTION_FLAG(struct common_options, version), .common = true},
};
enum { COMMON_OPTIONS = sizeof common_options / sizeof *common_options };

struct option_list option_list_of(struct arena *arena, const struct command *command)
{
    struct option_list all = {0};
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

const char *option_list_typed(struct arena *arena, const struct option *option)
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

void option_list_explain(struct text *out, const struct option *option)
{
    text_add(out, option->help ? option->help : "");
    text_add(out, option->help && option->keyword_count ? ": " : "");
    add_keywords(out, option);
    if (option->kind == OPTION_IS_NUMBER && option->standard)
        text_format(out, " (%zu if not said)", option->standard);
}
