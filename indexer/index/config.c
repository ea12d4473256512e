#include "indexer/index/config.h"

#include <inttypes.h>
#include <string.h>

#include "indexer/base/file.h"
#include "indexer/base/hash.h"
#include "indexer/index/queries.h"

enum { FILE_MAX = 1024 * 1024 };

/* A file that cannot be read adds its name only; reading it will say what is wrong. */
static uint64_t hash_file(struct arena *arena, uint64_t hash, const char *folder, const char *name)
{
    struct file file = {0};
    hash = hash_bytes(hash, name, strlen(name) + 1);
    if (file_read(arena, file_join(arena, folder, name), FILE_MAX, &file) == FILE_DONE)
        hash = hash_bytes(hash, file.data, file.size + 1);
    return hash;
}

const char *config_key(struct arena *arena, const char *root)
{
    const char *folder = file_join(arena, root, "content/vocabulary");
    uint64_t hash = hash_file(arena, HASH_START, root, "content/catalogue.yaml");
    struct file_names names;
    if (file_list(arena, folder, ".yaml", &names))
        for (size_t i = 0; i < names.count; i++)
            hash = hash_file(arena, hash, folder, names.names[i]);
    return arena_format(arena, "%016" PRIx64, hash);
}

bool config_read(struct arena *arena, const char *root, struct config *config, struct diagnostics *diagnostics)
{
    bool vocabularies = vocabularies_read(arena, root, &config->vocabularies, diagnostics);
    bool synonyms = synonyms_read(arena, root, &config->synonyms, diagnostics);
    bool settings = settings_read(arena, root, &config->settings, diagnostics);
    return vocabularies && synonyms && settings;
}

void config_load(struct index *index, struct config *config)
{
    config->vocabularies = *index_vocabularies(index);
    config->settings = *index_settings(index);
}
