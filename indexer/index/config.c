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

/* A file that is not there adds its name only, and what stands there and cannot be read that; reading it will say why. */
static uint64_t hash_file(struct arena *arena, uint64_t hash, const char *root, const char *path,
                          struct diagnostics *diagnostics)
{
    struct file file = {0};
    enum file_status status = file_read(arena, file_join(arena, root, path), FILE_MAX, &file);
    hash = hash_bytes(hash, path, strlen(path) + 1);
    if (status == FILE_DONE)
        return hash_bytes(hash, file.data, file.size + 1);
    if (status != FILE_MISSING)
        hash = hash_bytes(hash, "unreadable", sizeof "unreadable");
    diagnostics_file(diagnostics, path, NULL, 0);
    if (file_reason_is_system(file.reason))
        source_report_unreadable(status, file.reason, FILE_MAX, diagnostics);
    return hash;
}

static uint64_t hash_folder(struct arena *arena, uint64_t hash, const char *root, const char *folder,
                            const char *suffix, struct diagnostics *diagnostics)
{
    struct file_names names;
    if (!file_list(arena, root, folder, suffix, &names) && file_reason_is_system(names.reason))
        source_report_folder(folder, names.reason, diagnostics);
    for (size_t i = 0; i < names.count; i++)
        hash = hash_file(arena, hash, root, file_join(arena, folder, names.names[i]), diagnostics);
    return hash;
}

/* The names alone: links lead to them. */
static uint64_t hash_names(struct arena *arena, uint64_t hash, const char *root, const char *folder, const char *suffix,
                           struct diagnostics *diagnostics)
{
    struct file_names names;
    if (!file_list(arena, root, folder, suffix, &names) && file_reason_is_system(names.reason))
        source_report_folder(folder, names.reason, diagnostics);
    for (size_t i = 0; i < names.count; i++)
        hash = hash_bytes(hash, names.names[i], strlen(names.names[i]) + 1);
    return hash;
}

const char *config_key(struct arena *arena, const char *root, struct diagnostics *diagnostics)
{
    uint64_t hash = hash_file(arena, HASH_START, root, "content/catalogue.yaml", diagnostics);
    hash = hash_folder(arena, hash, root, "content/vocabulary", ".yaml", diagnostics);
    hash = hash_folder(arena, hash, root, known_words_folder, ".txt", diagnostics);
    hash = hash_names(arena, hash, root, "content/pages", ".md", diagnostics);
    return diagnostics->failures ? NULL : arena_format(arena, "%016" PRIx64, hash);
}

const char *config_reports_key(struct arena *arena, const char *root, struct diagnostics *diagnostics)
{
    uint64_t hash = hash_folder(arena, HASH_START, root, lenses_folder, ".yaml", diagnostics);
    hash = hash_file(arena, hash, root, needs_path, diagnostics);
    return diagnostics->failures ? NULL : arena_format(arena, "%016" PRIx64, hash);
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
