#include "catalogue/site/theme/asset.h"

#include "catalogue/site/theme/minify.h"
#include "catalogue/site/theme/script_words.h"
#include "indexer/base/hash.h"

static const char stylesheet[] = {
#include "catalogue/site/assets/catalogue.css.inc"
    0};

static const char icon[] = {
#include "catalogue/site/assets/icon.svg.inc"
    0};

static const char choice_script[] = {
#include "catalogue/site/assets/lists/cases.js.inc"
#include "catalogue/site/assets/lists/choice.js.inc"
#include "catalogue/site/assets/say.js.inc"
    0};

static const char lists_script[] = {
#include "catalogue/site/assets/lists/compare.js.inc"
#include "catalogue/site/assets/lists/list.js.inc"
    0};

static const char contribute_script[] = {
#include "catalogue/site/assets/contribute/answers.js.inc"
#include "catalogue/site/assets/contribute/case_file.js.inc"
#include "catalogue/site/assets/contribute/drafts.js.inc"
#include "catalogue/site/assets/contribute/fields.js.inc"
#include "catalogue/site/assets/contribute/personal.js.inc"
#include "catalogue/site/assets/contribute/ways.js.inc"
#include "catalogue/site/assets/letters.js.inc"
/* The last, as it begins with all the others. */
#include "catalogue/site/assets/contribute/contribute.js.inc"
    0};

/* With what every page has: the page of results has no request to spare for it. */
static const char search_script[] = {
/* Two scripts have each of these. NOLINTBEGIN(readability-duplicate-include) */
#include "catalogue/site/assets/letters.js.inc"
#include "catalogue/site/assets/lists/cases.js.inc"
#include "catalogue/site/assets/lists/choice.js.inc"
#include "catalogue/site/assets/say.js.inc"
/* NOLINTEND(readability-duplicate-include) */
#include "catalogue/site/assets/search/engine.js.inc"
#include "catalogue/site/assets/search/notes.js.inc"
#include "catalogue/site/assets/search/page.js.inc"
#include "catalogue/site/assets/search/query.js.inc"
#include "catalogue/site/assets/search/shards.js.inc"
#include "catalogue/site/assets/search/snippet.js.inc"
#include "catalogue/site/assets/search/suggest.js.inc"
#include "catalogue/site/assets/search/text.js.inc"
/* The last, as it begins with all the others. */
#include "catalogue/site/assets/search/start.js.inc"
    0};

static const char early_script[] = {
#include "catalogue/site/assets/inline/early.js.inc"
    0};

static const char correct_script[] = {
#include "catalogue/site/assets/search/correct.js.inc"
    0};

static const char waiting_script[] = {
#include "catalogue/site/assets/inline/waiting.js.inc"
    0};

static const char names_script[] = {
#include "catalogue/site/assets/search/fields.js.inc"
#include "catalogue/site/assets/search/names.js.inc"
    0};

static const char lost_script[] = {
#include "catalogue/site/assets/inline/lost.js.inc"
    0};

static const char single_script[] = {
#include "catalogue/site/assets/single.js.inc"
    0};

static void add_script(struct text *out, const char *js, size_t size)
{
    struct text minified = {0};
    minify_js(&minified, js, size);
    script_words_add(out, text_string(&minified), minified.size);
    text_free(&minified);
}

static const struct {
    const char *data;
    size_t size;
    void (*add)(struct text *out, const char *data, size_t size);
} assets[ASSETS] = {
    [ASSET_STYLESHEET] = {stylesheet, sizeof stylesheet - 1, minify_css},
    [ASSET_ICON] = {icon, sizeof icon - 1, text_append},
    [ASSET_CHOICE] = {choice_script, sizeof choice_script - 1, add_script},
    [ASSET_LISTS] = {lists_script, sizeof lists_script - 1, add_script},
    [ASSET_CONTRIBUTE] = {contribute_script, sizeof contribute_script - 1, add_script},
    [ASSET_SEARCH] = {search_script, sizeof search_script - 1, add_script},
    [ASSET_SEARCH_EARLY] = {early_script, sizeof early_script - 1, add_script},
    [ASSET_SEARCH_CORRECT] = {correct_script, sizeof correct_script - 1, add_script},
    [ASSET_SEARCH_WAITING] = {waiting_script, sizeof waiting_script - 1, add_script},
    [ASSET_SEARCH_NAMES] = {names_script, sizeof names_script - 1, add_script},
    [ASSET_LOST] = {lost_script, sizeof lost_script - 1, add_script},
    [ASSET_SINGLE] = {single_script, sizeof single_script - 1, add_script},
};

void asset_add(struct text *out, enum asset asset)
{
    assets[asset].add(out, assets[asset].data, assets[asset].size);
}

static uint64_t version_of(enum asset asset)
{
    struct text sent = {0};
    asset_add(&sent, asset);
    uint64_t version = hash_bytes(hash_number(HASH_START, sent.size), sent.data, sent.size);
    text_free(&sent);
    return version;
}

struct asset_versions asset_versions_find(void)
{
    struct asset_versions versions = {.search = HASH_START};
    for (enum asset asset = 0; asset < ASSETS; asset++)
        versions.of[asset] = version_of(asset);
    for (enum asset asset = ASSET_SEARCH; asset <= ASSET_SEARCH_NAMES; asset++)
        versions.search = hash_number(versions.search, versions.of[asset]);
    return versions;
}
