#include "catalogue/site/search/search_shards.h"

#include <inttypes.h>
#include <string.h>

#include "catalogue/site/coding/digits.h"
#include "catalogue/site/search/search_shards_parts.h"
#include "catalogue/site/theme/asset.h"
#include "indexer/base/hash.h"
#include "indexer/base/phrases.h"
#include "indexer/content/facets.h"
#include "indexer/content/number_fields.h"
#include "indexer/content/query_names.h"
#include "indexer/content/word_forms.h"
#include "indexer/index/dates.h"
#include "indexer/index/stem_exceptions.h"
#include "indexer/index/word_counts.h"
#include "search-cli/correct.h"
#include "search-cli/passage.h"
#include "search-cli/plan_resolve.h"
#include "search-cli/plan_words.h"
#include "search-cli/query.h"
#include "search-cli/query_fields.h"
#include "search-cli/query_lex.h"
#include "search-cli/rank.h"
#include "search-cli/stop_words.h"

/* What the browser must do as the command line does, by the names that its engine knows. */
static void write_constants(struct json *base)
{
    static const struct {
        const char *name;
        int value;
    } limits[] = {
        {"maxBytes", QUERY_BYTES_MAX},          {"maxDepth", QUERY_DEPTH_MAX},
        {"prefixLeast", QUERY_PREFIX_LEAST},    {"maxTerms", PLAN_TERMS_MAX},
        {"maxLeaves", PLAN_LEAVES_MAX},         {"maxCorrections", PLAN_CORRECTIONS_MAX},
        {"correctLeast", CORRECT_LEAST},        {"groupWords", PLAN_GROUP_WORDS_MAX},
        {"stemmedAway", PLAN_STEMMED_AWAY_MAX}, {"longWord", CORRECT_LONG},
        {"passageWords", PASSAGE_WORDS},        {"spareWords", PASSAGE_SPARE_WORDS},
        {"leadWords", PASSAGE_LEAD_WORDS},      {"sentenceWords", PASSAGE_SENTENCE_WORDS},
        {"nameLeast", QUERY_FIELD_NAME_LEAST},  {"joinedWords", PLAN_LABEL_WORDS_MAX},
        {"wordWorth", PASSAGE_WORD_WORTH},
    };
    for (size_t i = 0; i < sizeof limits / sizeof *limits; i++)
        json_member_integer(base, limits[i].name, limits[i].value);
    json_key(base, "k1");
    json_number(base, rank_k1);
    json_key(base, "synonymWeight");
    json_number(base, plan_synonym_weight);
    json_key(base, "relatedWeight");
    json_number(base, plan_related_weight);
    json_key(base, "partWeight");
    json_number(base, plan_part_weight);
    json_key(base, "fragmentWeight");
    json_number(base, passage_fragment_weight);
    json_key(base, "lightWeights");
    json_array_open(base);
    for (size_t kind = 0; kind < KNOWN_KINDS; kind++)
        json_number(base, plan_weights[kind]);
    json_array_close(base);
    json_member_string(base, "digits", digits_all);
}

static void write_tables(struct json *base)
{
    struct text words = {0};
    for (size_t i = 0; stop_word_at(i); i++)
        text_format(&words, "%s%s", i ? " " : "", stop_word_at(i));
    json_member_string(base, "stopWords", text_string(&words));
    text_clear(&words);
    for (size_t i = 0; i < word_ending_count; i++)
        text_format(&words, "%s%s %s", i ? "," : "", word_endings[i].ending, word_endings[i].instead);
    json_member_string(base, "wordEndings", text_string(&words));
    text_free(&words);
    json_member_string(base, "figureWords", cut_figure_words);
    json_member_string(base, "abbreviations", cut_abbreviations);
    json_key(base, "facetTable");
    json_array_open(base);
    for (size_t i = 0; i < FACET_COUNT; i++) {
        json_array_open(base);
        json_string(base, facets[i].key);
        json_string(base, facets[i].option);
        json_string(base, say(facets[i].label));
        json_array_close(base);
    }
    json_array_close(base);
    json_key(base, "dateFields");
    json_array_open(base);
    for (size_t i = 0; i < DATE_FIELD_COUNT; i++)
        json_string(base, date_fields[i].key);
    json_array_close(base);
    json_key(base, "numberFields");
    json_array_open(base);
    for (size_t i = 0; i < NUMBER_FIELD_COUNT; i++)
        json_string(base, number_fields[i].key);
    json_array_close(base);
    json_key(base, "nameFields");
    json_array_open(base);
    for (size_t i = 0; i < QUERY_NAME_COUNT; i++) {
        static const char *const kinds[] = {
            [QUERY_NAME_WORDS] = "words", [QUERY_NAME_ID] = "ids", [QUERY_NAME_PARTS] = "parts"};
        json_array_open(base);
        json_string(base, query_names[i].key);
        json_string(base, kinds[query_names[i].kind]);
        json_array_close(base);
    }
    json_array_close(base);
}

/* The copy has the same documents as the site, under other numbers of rows. */
static void number_documents(struct shards *shards)
{
    const struct site *site = shards->site;
    struct arena scratch = {0};
    struct case_rows cases = index_cases(shards->index, &scratch, ORDER_ID, NULL);
    shards->count = cases.count;
    shards->rows = arena_array(&shards->arena, cases.count, sizeof *shards->rows);
    for (size_t i = 0; i < cases.count; i++)
        shards->rows[i] = cases.items[i].row;
    arena_free(&scratch);
    shards->row_count = site->row_count;
    shards->documents = arena_array(&shards->arena, shards->row_count, sizeof *shards->documents);
    for (size_t row = 0; row < shards->row_count; row++)
        shards->documents[row] = SHARDS_NOTHING;
    for (size_t i = 0; i < site->documents.count; i++) {
        shards->documents[site->documents.items[i].row] = i;
        shards->hash = hash_text(shards->hash, site->documents.items[i].id);
        shards->hash = hash_number(shards->hash, site->keys.texts[site->documents.items[i].row]);
    }
}

/*
 * Scripts that a browser kept from an earlier site must not be mixed with new ones: the base names their version, which
 * is that of the data, of the case studies behind cards and texts, of SQLite's folds, and of the code that reads them.
 */
static const struct text *write_base(struct shards *shards)
{
    json_member_string(&shards->base, "version", arena_format(&shards->arena, "%08" PRIx32, (uint32_t)shards->hash));
    json_object_close(&shards->base);
    struct site_file *base = shards_script(shards->files, "base", &shards->base_text);
    base->is_part = true;
    return &base->bytes;
}

const struct text *search_shards_make(const struct site *site, const struct inverted *words, struct index *copy,
                                      struct site_files *files)
{
    static void (*const parts[])(struct shards *) = {
        search_shards_terms_write,  search_shards_words_write, search_shards_facets_write,
        search_shards_fields_write, search_shards_cases_write,
    };
    struct shards shards = {.index = copy,
                            .site = site,
                            .words = words,
                            .files = files,
                            .hash = hash_text(site->assets.search, index_library())};
    shards.vocabularies = index_vocabularies(copy);
    shards.published = index_published_rows(copy, &shards.arena);
    shards.visible = index_visible_rows(copy, &shards.arena);
    shards.base = json_writer(&shards.base_text, false);
    number_documents(&shards);
    shards.surface = words_by_length(copy, &shards.arena, 0, SIZE_MAX / 4);
    json_object_open(&shards.base);
    json_member_integer(&shards.base, "caseCount", (int64_t)shards.count);
    write_constants(&shards.base);
    write_tables(&shards.base);
    json_member_string(&shards.base, "stemFamilies", stem_families(shards.index, &shards.arena));
    /* What could not be read is no count that anything can be worked out of. */
    for (size_t i = 0; i < sizeof parts / sizeof *parts && !index_failed(copy); i++)
        parts[i](&shards);
    const struct text *base = write_base(&shards);
    text_free(&shards.base_text);
    arena_free(&shards.arena);
    return base;
}
