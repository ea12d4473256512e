#include "indexer/content/settings.h"

#include <string.h>

#include "indexer/base/file.h"
#include "indexer/base/utf8.h"
#include "indexer/content/codes.h"
#include "indexer/content/field_names.h"
#include "indexer/content/lens_query.h"
#include "indexer/content/nearest.h"
#include "indexer/content/own_fields.h"
#include "indexer/content/scalars.h"
#include "indexer/content/site_address.h"
#include "indexer/content/source.h"
#include "indexer/content/taken_names.h"
#include "indexer/content/value.h"
#include "indexer/content/value_check.h"

enum { SETTINGS_FILE_MAX = 64 * 1024, MONTHS_MAX = 240 };

static const struct place whole_file;

static const struct settings defaults = {
    .title = "Catalogue of case studies",
    .publisher = "",
    .base_url = "",
    .repository = "",
    .licence = "CC-BY-4.0",
    .contact = "",
    .language = "en-GB",
    .headline = "",
    .colour = "",
    .as_of = "",
    .review_months = 24,
};

static const char *text_of(const struct value *value, const char *fallback)
{
    return value->kind == VALUE_TEXT ? value->text : fallback;
}

static bool has_watch(const struct settings *settings, const char *id)
{
    for (size_t i = 0; i < settings->watch_count; i++)
        if (strcmp(settings->watches[i].id, id) == 0)
            return true;
    return false;
}

static void take_watch(struct value_checker *checker, const struct value *value, struct settings *settings)
{
    const struct watch watch = {value_text(value, WATCH_ID, ""), value_text(value, WATCH_TITLE, ""),
                                value_text(value, WATCH_QUERY, "")};
    if (*watch.query)
        lens_query_check(checker->arena, watch.query, value_member(value, WATCH_QUERY)->place, checker->vocabularies,
                         checker->diagnostics);
    if (*watch.id && has_watch(settings, watch.id))
        report(checker->diagnostics, CODE_WATCH_TWICE, value_member(value, WATCH_ID)->place, "give it another id",
               "\"%s\" is the id of a query before it", watch.id);
    else
        settings->watches[settings->watch_count++] = watch;
}

static void take_watches(struct value_checker *checker, const struct value *list, struct settings *settings)
{
    settings->watches = arena_array(checker->arena, list->count ? list->count : 1, sizeof *settings->watches);
    for (size_t i = 0; i < list->count; i++)
        take_watch(checker, &list->items[i], settings);
}

static bool is_page_kind(const char *name)
{
    for (size_t i = 0; i < PAGE_KINDS; i++)
        if (strcmp(page_kinds[i], name) == 0)
            return true;
    return false;
}

static void refuse_page_kind(struct value_checker *checker, const struct value *value)
{
    struct string_list all = {0};
    const char *near = nearest(value->text, page_kinds, PAGE_KINDS);
    for (size_t i = 0; i < PAGE_KINDS; i++)
        string_list_add(checker->arena, &all, page_kinds[i]);
    report(checker->diagnostics, CODE_SETTING, value->place,
           arena_format(checker->arena, "%s%s%s%s", near ? "did you mean " : "", near ? near : "",
                        near ? "? They are " : "they are ", string_list_join(checker->arena, &all, ", ")),
           "\"%s\" is no kind of pages that can be left out", value->text);
}

static void take_page_kinds(struct value_checker *checker, const struct value *list, struct settings *settings)
{
    for (size_t i = 0; i < list->count; i++) {
        const struct value *value = &list->items[i];
        if (value->kind != VALUE_TEXT)
            continue;
        if (is_page_kind(value->text))
            string_list_add(checker->arena, &settings->page_kinds_off, value->text);
        else
            refuse_page_kind(checker, value);
    }
}

static void take_all(const struct value *values, struct settings *settings)
{
    settings->title = text_of(&values[SETTING_TITLE], settings->title);
    settings->publisher = text_of(&values[SETTING_PUBLISHER], settings->publisher);
    settings->base_url = text_of(&values[SETTING_BASE_URL], settings->base_url);
    settings->repository = text_of(&values[SETTING_REPOSITORY], settings->repository);
    settings->licence = text_of(&values[SETTING_LICENCE], settings->licence);
    settings->contact = text_of(&values[SETTING_CONTACT], settings->contact);
    settings->headline = text_of(&values[SETTING_HEADLINE], settings->headline);
    settings->as_of = text_of(&values[SETTING_AS_OF], settings->as_of);
    settings->require_review = values[SETTING_REQUIRE_REVIEW].number != 0;
}

static void take_months(const struct value *value, struct settings *settings, struct diagnostics *diagnostics)
{
    if (value->kind == VALUE_NUMBER && (value->number < 1 || value->number > MONTHS_MAX))
        report(diagnostics, CODE_SETTING, value->place, "24 is usual", "review_months is a whole number from 1 to %d",
               MONTHS_MAX);
    else if (value->kind == VALUE_NUMBER)
        settings->review_months = (int)value->number;
}

static void take_colour(const struct value *value, struct settings *settings, struct diagnostics *diagnostics)
{
    unsigned parts[3];
    if (value->kind != VALUE_TEXT)
        return;
    if (scalar_colour(value->text, parts))
        settings->colour = value->text;
    else
        report(diagnostics, CODE_SETTING, value->place, "write six digits or letters from a to f, such as \"3f2a68\"",
               "\"%s\" is no colour", value->text);
}

#define LETTERS "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz"
static const char letters[] = LETTERS;
static const char letters_and_digits[] = LETTERS "0123456789";

/* As browsers take it (BCP 47): two or three letters, then parts of up to eight letters or digits behind hyphens. */
static bool is_language(const char *text)
{
    size_t size = strspn(text, letters);
    bool good = size == 2 || size == 3;
    for (text += size; good && *text; text += 1 + size) {
        size = strspn(text + 1, letters_and_digits);
        good = *text == '-' && size >= 1 && size <= 8;
    }
    return good;
}

static void take_language(const struct value *value, struct settings *settings, struct diagnostics *diagnostics)
{
    if (value->kind != VALUE_TEXT)
        return;
    if (is_language(value->text))
        settings->language = value->text;
    else
        report(diagnostics, CODE_SETTING, value->place, "write its short name, such as en-GB or cy",
               "\"%s\" is no language", value->text);
}

/* What is made of an address that is none of a folder or repository would lead nowhere: it is mended, and told. */
static void mend_address(struct arena *arena, const struct value *value, const char *key, const char *reason,
                         const char *(*mended)(struct arena *, const char *), const char **address,
                         struct diagnostics *diagnostics)
{
    const char *meant = mended(arena, *address);
    if (meant == *address)
        return;
    report(diagnostics, CODE_SITE_ADDRESS, value->place, arena_format(arena, "write %s: %s", key, meant), "%s", reason);
    if (value->place.length == utf8_length(*address, strlen(*address)))
        diagnostics_fix(diagnostics, value->place, meant, true);
    *address = meant;
}

static void mend_addresses(struct arena *arena, const struct value *values, struct settings *settings,
                           struct diagnostics *diagnostics)
{
    mend_address(arena, &values[SETTING_BASE_URL], "base_url",
                 "base_url is the folder that the site stands in: the names of its pages are put behind it",
                 site_address_folder, &settings->base_url, diagnostics);
    mend_address(
        arena, &values[SETTING_REPOSITORY], "repository",
        "repository is the first page of the repository: \"edit this page\" and \"report a problem\" are put behind it",
        site_address_repository, &settings->repository, diagnostics);
}

/* Every page sends its readers to the contact. */
static void ask_for_contact(const struct settings *settings, const struct value *contact,
                            struct diagnostics *diagnostics)
{
    if (!*settings->contact)
        report(diagnostics, CODE_NO_CONTACT, contact->place.line ? contact->place : whole_file,
               "add contact: and how readers reach those who look after the catalogue: a post or an office",
               "the catalogue does not say whom its readers can ask");
}

static void read_map(struct arena *arena, const struct yaml_node *map, const struct vocabularies *vocabularies,
                     struct settings *settings, struct diagnostics *diagnostics)
{
    struct value values[SETTING_MEMBERS] = {0};
    struct value_reader reader = {arena, diagnostics, vocabularies};
    struct value_checker checker = {arena, vocabularies, diagnostics};
    values_read(&reader, setting_fields, SETTING_MEMBERS, map, values);
    values_check(&checker, setting_fields, SETTING_MEMBERS, values);
    take_all(values, settings);
    take_watches(&checker, &values[SETTING_WATCH], settings);
    take_page_kinds(&checker, &values[SETTING_PAGE_KINDS_OFF], settings);
    mend_addresses(arena, values, settings, diagnostics);
    take_months(&values[SETTING_REVIEW_MONTHS], settings, diagnostics);
    take_colour(&values[SETTING_COLOUR], settings, diagnostics);
    take_language(&values[SETTING_LANGUAGE], settings, diagnostics);
    ask_for_contact(settings, &values[SETTING_CONTACT], diagnostics);
}

bool settings_read(struct arena *arena, const char *root, const struct vocabularies *vocabularies,
                   struct settings *settings, struct diagnostics *diagnostics)
{
    size_t errors = diagnostics->errors;
    size_t size = 0;
    *settings = defaults;
    const char *data = source_load(arena, file_join(arena, root, "content/catalogue.yaml"), "content/catalogue.yaml",
                                   SETTINGS_FILE_MAX, &size, diagnostics);
    const struct yaml_node *map = data ? source_read_yaml(arena, data, size, &setting_names, diagnostics) : NULL;
    if (map && map->kind == TREE_MAP)
        read_map(arena, map, vocabularies, settings, diagnostics);
    else if (map)
        report(diagnostics, CODE_NOT_GROUP, map->place, "write one \"key: value\" a line",
               "the settings are not a list of answers");
    return diagnostics->errors == errors;
}
