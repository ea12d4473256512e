#include "catalogue/draft/draft_partners.h"

#include <string.h>
#include <strings.h>

#include "indexer/base/ascii.h"
#include "indexer/base/yaml_make.h"

#define COUNT(table) (sizeof(table) / sizeof *(table))

enum { PARTNERS_MOST = 8, WORDS_MOST = 10 };

/* How names end, the longer first, and what kind of organisation that is. */
static const struct {
    const char *end;
    const char *type;
} ends[] = {
    {"NHS Foundation Trust", "nhs-provider"},
    {"NHS Trust", "nhs-provider"},
    {"Integrated Care Board", "nhs-commissioner"},
    {"Integrated Care System", "nhs-commissioner"},
    {"Clinical Commissioning Group", "nhs-commissioner"},
    {"ICB", "nhs-commissioner"},
    {"CCG", "nhs-commissioner"},
    {"Primary Care Network", "primary-care"},
    {"Surgery", "primary-care"},
    {"Medical Practice", "primary-care"},
    {"Health Innovation Network", "health-innovation-network"},
    {"Council", "local-authority"},
    {"University", "university"},
    {"Housing Association", "housing"},
    {"Homes", "housing"},
    {"Fire and Rescue Service", "fire-rescue"},
    {"Police", "police-justice"},
    {"Foundation", "vcse"},
    {"Charity", "vcse"},
    {"Healthwatch", "vcse"},
};

/* How names begin, and what kind of organisation that is. */
static const struct {
    const char *begins;
    const char *type;
} beginnings[] = {
    {"University of ", "university"},
    {"London Borough of ", "local-authority"},
    {"Royal Borough of ", "local-authority"},
    {"Healthwatch ", "vcse"},
    {"Age UK", "vcse"},
    {"Citizens Advice", "vcse"},
};

/* The words of a name that are written small in it. */
static bool is_small(const char *word, size_t size)
{
    static const char *const small[] = {"and", "of", "&"};
    return ascii_is_one_of(word, size, small, COUNT(small));
}

static size_t word_size(const char *at)
{
    size_t size = 0;
    while (ascii_is_letter(at[size]) || ascii_is_digit(at[size]) || (unsigned char)at[size] >= 0x80 ||
           (at[size] && strchr("'&-", at[size])))
        size++;
    return size;
}

static bool ends_so(const char *name, size_t size, const char *end)
{
    size_t length = strlen(end);
    return size > length + 1 && name[size - length - 1] == ' ' && strncmp(name + size - length, end, length) == 0;
}

/* The kind of one that begins so and goes on; NULL when none does. */
static const char *type_by_beginning(const char *name, size_t size)
{
    for (size_t i = 0; i < COUNT(beginnings); i++) {
        const char *begins = beginnings[i].begins;
        size_t length = strlen(begins);
        /* "University of" alone is none. */
        size_t least = length + (begins[length - 1] == ' ');
        if (size >= least && strncmp(name, begins, length) == 0)
            return beginnings[i].type;
    }
    return NULL;
}

/*
 * Bytes of the longest name of an organisation that begins here: words with capitals, small ones between them, and an end
 * or a beginning of the tables. 0 when there is none.
 */
static size_t name_at(const char *text, const char **type)
{
    size_t best = 0;
    size_t at = 0;
    for (size_t words = 0; words < WORDS_MOST; words++) {
        size_t size = word_size(text + at);
        if (!size || (!ascii_is_capital(text[at]) && !(words && is_small(text + at, size))))
            break;
        bool small = is_small(text + at, size);
        /* "the University of Leeds and Age UK": another begins behind it. */
        if (small && best && type_by_beginning(text, best) && strncmp(text + at, "of", size) != 0)
            break;
        at += size;
        if (!small && type_by_beginning(text, at)) {
            best = at;
            *type = type_by_beginning(text, at);
        }
        for (size_t i = 0; i < COUNT(ends); i++)
            if (ends_so(text, at, ends[i].end)) {
                best = at;
                *type = ends[i].type;
                break;
            }
        if (text[at] != ' ')
            break;
        at++;
    }
    return best;
}

static void add_partner(struct arena *arena, const struct draft_base *base, struct yaml_node *list, const char *name,
                        const char *type)
{
    const struct field *members = case_fields[CASE_PARTNERS].members;
    const struct vocabulary *types = vocabulary_find(base->vocabularies, members[PARTNER_TYPE].vocabulary);
    struct yaml_node *partner = yaml_make(arena, TREE_MAP);
    for (size_t i = 0; i < list->count; i++) {
        const char *other = yaml_text(list->items[i], members[PARTNER_NAME].key, "");
        if (strstr(other, name) || strstr(name, other))
            return;
    }
    if (list->count == PARTNERS_MOST)
        return;
    yaml_make_entry(arena, partner, members[PARTNER_NAME].key, yaml_make_scalar(arena, name));
    yaml_make_entry(arena, partner, members[PARTNER_TYPE].key,
                    yaml_make_scalar(arena, types && vocabulary_term(types, type) ? type : ""));
    yaml_make_item(arena, list, partner);
}

const char *draft_partner_type(const struct draft_base *base, const char *name)
{
    const struct vocabulary *types =
        vocabulary_find(base->vocabularies, case_fields[CASE_PARTNERS].members[PARTNER_TYPE].vocabulary);
    for (size_t i = 0; i < base->known->partner_count; i++)
        if (strcmp(base->known->partners[i].name, name) == 0)
            return base->known->partners[i].kind;
    for (size_t i = 0; types && i < COUNT(ends); i++)
        if (ends_so(name, strlen(name), ends[i].end) && vocabulary_term(types, ends[i].type))
            return ends[i].type;
    const char *type = type_by_beginning(name, strlen(name));
    return types && type && vocabulary_term(types, type) ? type : "";
}

/* Without "and" and "the" before it. */
static const char *bare_name(const char *name)
{
    static const char *const before[] = {"and ", "& ", "with ", "the "};
    for (size_t i = 0; i < COUNT(before); i++)
        if (strncasecmp(name, before[i], strlen(before[i])) == 0)
            name += strlen(before[i]);
    return name;
}

/* Bytes of a name without what says that it leads, and without a stop. */
static size_t name_size(const char *name, bool *leads)
{
    static const char *const lead[] = {" (lead)", " (lead partner)", " (lead organisation)", " - lead", ": lead"};
    size_t size = strlen(name);
    while (size && strchr(" .", name[size - 1]))
        size--;
    for (size_t i = 0; i < COUNT(lead); i++) {
        size_t length = strlen(lead[i]);
        *leads = size > length && strncasecmp(name + size - length, lead[i], length) == 0;
        if (*leads)
            return size - length;
    }
    return size;
}

struct yaml_node *draft_partner_list(struct arena *arena, const struct draft_base *base,
                                     const struct string_list *names)
{
    const struct field *members = case_fields[CASE_PARTNERS].members;
    struct yaml_node *list = yaml_make(arena, TREE_LIST);
    for (size_t i = 0; i < names->count; i++) {
        bool leads = false;
        const char *bare = bare_name(names->items[i]);
        const char *name = arena_copy(arena, bare, name_size(bare, &leads));
        struct yaml_node *partner = yaml_make(arena, TREE_MAP);
        if (!*name)
            continue;
        yaml_make_entry(arena, partner, members[PARTNER_NAME].key, yaml_make_scalar(arena, name));
        yaml_make_entry(arena, partner, members[PARTNER_TYPE].key,
                        yaml_make_scalar(arena, draft_partner_type(base, name)));
        if (leads)
            yaml_make_entry(arena, partner, members[PARTNER_ROLE].key, yaml_make_scalar(arena, "lead"));
        yaml_make_item(arena, list, partner);
    }
    return list->count ? list : NULL;
}

/* Words with a capital that begin a sentence, and no name. */
static bool begins_sentence(const char *word, size_t size)
{
    static const char *const words[] = {"a",      "an",      "and",        "at",    "by",   "for",  "from",
                                        "in",     "our",     "the",        "to",    "we",   "with", "when",
                                        "since",  "after",   "volunteers", "staff", "both", "all",  "nurses",
                                        "thanks", "through", "under",      "while", "as"};
    return ascii_is_one_of(word, size, words, COUNT(words));
}

struct yaml_node *draft_partners(struct arena *arena, const struct draft_base *base, const char *text)
{
    const struct known_name *known[PARTNERS_MOST];
    struct yaml_node *list = yaml_make(arena, TREE_LIST);
    size_t count = draft_known_partners(base->known, text, known, PARTNERS_MOST);
    for (size_t i = 0; i < count; i++)
        add_partner(arena, base, list, known[i]->name, known[i]->kind);
    for (const char *at = text; *at;) {
        const char *type = "";
        size_t word = word_size(at);
        size_t size = ascii_is_capital(*at) && !begins_sentence(at, word) ? name_at(at, &type) : 0;
        if (size)
            add_partner(arena, base, list, arena_copy(arena, at, size), type);
        at += size ? size : word ? word : 1;
    }
    return list->count ? list : NULL;
}
