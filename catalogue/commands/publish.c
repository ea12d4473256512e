#include "catalogue/command.h"
#include "catalogue/commands.h"
#include "catalogue/progress.h"
#include "catalogue/refresh.h"
#include "catalogue/site/publish/dir.h"
#include "catalogue/site/publish/site_publish.h"

#include <string.h>

#include "indexer/base/file.h"
#include "indexer/base/json.h"
#include "indexer/content/scalars.h"

static const struct option options[] = {
    {"output", "DIR", "the folder to write to (build/site beside content/); it must be empty, new, or a site already"},
    {"base-url", "URL", "where the site will stand, in place of base_url in content/catalogue.yaml"},
    {"single-file", "FILE",
     "the whole catalogue in one HTML file too, search included, for an e-mail or a shared drive"},
    {"keep-going", NULL, "go on past errors: a broken file keeps its last good state"},
    {"format", "FORMAT", "text, or json: an object of counts"},
};

static const char *const examples[] = {
    "catalogue publish",
    "check, index and write the site to build/site",
    "catalogue publish --output /srv/www/catalogue",
    "into another folder",
    "catalogue publish --base-url https://catalogue.example/",
    "with addresses for search engines and citations",
    NULL,
};

static void add_result(struct text *out, const struct site_counts *counts, const char *output, bool as_json)
{
    struct json json = json_writer(out, false);
    if (!as_json) {
        text_format(out, "%zu case studies published as %zu files in %s: %zu changed, %zu removed\n", counts->cases,
                    counts->files, output, counts->changed, counts->removed);
        if (counts->kept)
            text_format(out, "%zu file%s there that publish did not write %s kept\n", counts->kept,
                        counts->kept == 1 ? "" : "s", counts->kept == 1 ? "was" : "were");
        return;
    }
    json_object_open(&json);
    json_member_integer(&json, "cases", (int64_t)counts->cases);
    json_member_integer(&json, "files", (int64_t)counts->files);
    json_member_integer(&json, "changed", (int64_t)counts->changed);
    json_member_integer(&json, "removed", (int64_t)counts->removed);
    json_member_integer(&json, "kept", (int64_t)counts->kept);
    json_object_close(&json);
    text_char(out, '\n');
}

static enum exit_status print_result(struct invocation *invocation, const struct site_counts *counts,
                                     const char *output, bool as_json)
{
    struct text out = {0};
    add_result(&out, counts, output, as_json);
    bool done = invocation_print(invocation, text_string(&out), out.size, false);
    text_free(&out);
    return done ? EXIT_FOUND : EXIT_TROUBLE;
}

/* Writes the site of a database that is up to date. */
static enum exit_status write_site(struct invocation *invocation, const struct site_options *site,
                                   struct site_counts *counts)
{
    enum index_state state = INDEX_GOOD;
    struct index *index = index_open(invocation->database, INDEX_READ, &state);
    if (!index)
        return complain(invocation, "%s", index_state_text(invocation->arena, state, invocation->database));
    struct diagnostics diagnostics = {0};
    const char *problem = site_publish(index, invocation->arena, site, counts, &diagnostics);
    progress_end();
    refresh_print_errors(invocation, &diagnostics);
    enum exit_status status = diagnostics.errors ? EXIT_NOTHING : EXIT_FOUND;
    if (problem)
        status =
            complain(invocation, "%s", problem) == EXIT_TROUBLE && diagnostics.errors ? EXIT_NOTHING : EXIT_TROUBLE;
    diagnostics_free(&diagnostics);
    index_close(index);
    return status;
}

static enum exit_status run(struct invocation *invocation)
{
    const char *root = invocation_need_root(invocation);
    const char *format = invocation_value(invocation, "format", "text");
    const char *base_url = invocation_value(invocation, "base-url", NULL);
    bool as_json = strcmp(format, "json") == 0;
    if (!root)
        return EXIT_TROUBLE;
    if (!as_json && strcmp(format, "text") != 0)
        return complain(invocation, "--format takes text or json, not \"%s\"", format);
    if (base_url && !scalar_url(base_url))
        return complain(invocation, "--base-url takes an address that begins with https:// or http://, not \"%s\"",
                        base_url);
    const char *output = invocation_value(invocation, "output", file_join(invocation->arena, root, "build/site"));
    if (dir_holds(file_join(invocation->arena, root, "content"), output))
        return complain(invocation, "%s is in content/, where only what is published belongs; name another folder",
                        output);
    struct update_counts updated = {0};
    struct site_counts counts = {0};
    enum exit_status status = EXIT_FOUND;
    struct update_options update = {.keep_going = invocation_has(invocation, "keep-going")};
    if (!refresh_database(invocation, root, "the site", update, &updated, &status))
        return status;
    enum exit_status written =
        write_site(invocation,
                   &(struct site_options){.root = root,
                                          .output = output,
                                          .base_url = base_url,
                                          .single_file = invocation_value(invocation, "single-file", NULL),
                                          .progress = progress_for("Writing the site")},
                   &counts);
    if (written == EXIT_FOUND)
        written = print_result(invocation, &counts, output, as_json);
    return written == EXIT_FOUND ? status : written;
}

const struct command publish_command = {
    .name = "publish",
    .arguments = "",
    .summary = "check, index, and write the site",
    .audience = "publishers",
    .options = options,
    .option_count = sizeof options / sizeof *options,
    .examples = examples,
    .run = run,
};
