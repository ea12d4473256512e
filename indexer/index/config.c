#include "indexer/index/config.h"

#include <inttypes.h>
#include <string.h>

#include "indexer/base/file.h"
#include "indexer/base/hash.h"
#include "indexer/content/lens.h"
#include "indexer/content/needs.h"
#include "indexer/content/source.h"
#include "indexer/content/vocabulary_read.h"
#include "indexer/index/queries.h"

enum { FILE_MAX = 1024 * 1024 };

/* A key while it is made of files. */
struct hashing {
    struct arena *arena;
    const char *root;
    struct diagnostics *diagnostics;
    uint64_t hash;
    bool unreadable; /* something that stands there could not be read */
};

static void hash_text_of(struct hashing *hashing, const char *text)
{
    hashing->hash = hash_bytes(hashing->hash, text, strlen(text) + 1);
}

/* A file that is not there adds its name only, and what stands there and cannot be read that; reading it will say why. */
static void hash_file(struct hashing *hashing, const char *path)
{
    struct file file = {0};
    enum file_status status =
        file_read(hashing->arena, file_join(hashing->arena, hashing->root, path), FILE_MAX, &file);
    hash_text_of(hashing, path);
    if (status == FILE_DONE) {
        hashing->hash = hash_bytes(hashing->hash, file.data, file.size + 1);
        return;
    }
    if (status != FILE_MISSING) {
        hash_text_of(hashing, "unreadable");
        hashing->unreadable = true;
    }
    diagnostics_file(hashing->diagnostics, path, NULL, 0);
    if (file_reason_is_system(file.reason))
        source_report_unreadable(status, file.reason, FILE_MAX, hashing->diagnostics);
}

/* As with files: one that is not there and one that cannot be read are two states. */
static void list_folder(struct hashing *hashing, const char *folder, const char *suffix, struct file_names *names)
{
    if (file_list(hashing->arena, hashing->root, folder, suffix, names))
        return;
    if (!file_reason_is_absence(names->reason)) {
        hash_text_of(hashing, "unreadable");
        hashing->unreadable = true;
    }
    if (file_reason_is_system(names->reason))
        source_report_folder(folder, names->reason, hashing->diagnostics);
}

static void hash_folder(struct hashing *hashing, const char *folder, const char *suffix)
{
    struct file_names names;
    list_folder(hashing, folder, suffix, &names);
    for (size_t i = 0; i < names.count; i++)
        hash_file(hashing, file_join(hashing->arena, folder, names.names[i]));
}

/* The names alone: links lead to them. */
static void hash_names(struct hashing *hashing, const char *folder, const char *suffix)
{
    struct file_names names;
    list_folder(hashing, folder, suffix, &names);
    for (size_t i = 0; i < names.count; i++)
        hash_text_of(hashing, names.names[i]);
}

static void hash_config(struct hashing *hashing)
{
    hash_file(hashing, "content/catalogue.yaml");
    hash_folder(hashing, "content/vocabulary", ".yaml");
    hash_folder(hashing, known_words_folder, ".txt");
    hash_names(hashing, "content/pages", ".md");
}

static void hash_reports(struct hashing *hashing)
{
    hash_folder(hashing, lenses_folder, ".yaml");
    hash_file(hashing, needs_path);
}

/*
 * What could not be read is asked for once more: were it there for whoever reads it next, the key would be that of other
 * files than those that the index holds.
 */
static const char *key_of(struct arena *arena, const char *root, struct diagnostics *diagnostics,
                          void (*hash_all)(struct hashing *hashing))
{
    struct hashing hashing = {.unreadable = true};
    for (int tries = 0; tries < 2 && hashing.unreadable && !diagnostics->failures; tries++) {
        hashing = (struct hashing){arena, root, diagnostics, HASH_START, false};
        hash_all(&hashing);
    }
    return diagnostics->failures ? NULL : arena_format(arena, "%016" PRIx64, hashing.hash);
}

const char *config_key(struct arena *arena, const char *root, struct diagnostics *diagnostics)
{
    return key_of(arena, root, diagnostics, hash_config);
}

const char *config_reports_key(struct arena *arena, const char *root, struct diagnostics *diagnostics)
{
    return key_of(arena, root, diagnostics, hash_reports);
}

bool config_read(struct arena *arena, const char *root, struct config *config, struct diagnostics *diagnostics)
{
    bool vocabularies = vocabularies_read(arena, root, &config->vocabularies, diagnostics);
    bool synonyms = synonyms_read(arena, root, &config->synonyms, diagnostics);
    bool known_words = known_words_read(arena, root, &config->known_words, diagnostics);
    bool settings = settings_read(arena, root, &config->vocabularies, &config->settings, diagnostics);
    return vocabularies && synonyms && known_words && settings;
}

void config_load(struct index *index, struct config *config)
{
    config->vocabularies = *index_all_vocabularies(index);
    config->settings = *index_settings(index);
}
