#include <string.h>

#include "catalogue/command.h"
#include "catalogue/commands.h"
#include "catalogue/output_path.h"
#include "catalogue/progress.h"
#include "catalogue/refresh.h"
#include "catalogue/site/publish/site_publish.h"

#include "indexer/base/file.h"
#include "indexer/base/json.h"
#include "indexer/content/site_address.h"
#include "indexer/index/queries.h"
#include "search-cli/present/format.h"

struct publish_options {
    const char *output;
    const char *base_url;
    const char *single_file;
    bool shrink;
    bool in_place;
    size_t jobs;
    enum output_format format;
};

static const struct keyword formats[] = {{"text", FORMAT_TEXT, NULL}, {"json", FORMAT_JSON, "an object of counts"}};

static const struct option options[] = {
    {"output", "DIR", "the folder to write to (build/site beside content/); it must be empty, new, or a site already",
     OPTION_TEXT(struct publish_options, output), .completes = COMPLETES_FOLDERS},
    {"base-url", "URL", "where the site will stand, in place of base_url in content/catalogue.yaml",
     OPTION_URL(struct publish_options, base_url)},
    {"single-file", "FILE",
     "the whole catalogue in one HTML file too, search included, for an e-mail or a shared drive",
     OPTION_TEXT(struct publish_options, single_file), .completes = COMPLETES_FILES},
    {"shrink", NULL, "go on when more than a fifth of the pages would go, which otherwise is taken for a mistake",
     OPTION_FLAG(struct publish_options, shrink)},
    {"in-place", NULL,
     "file by file, for a folder that a server or a container holds open; otherwise a whole new one takes its place",
     OPTION_FLAG(struct publish_options, in_place)},
    {"jobs", "N", "make N files at once (as many as there are processors)", OPTION_NUMBER(struct publish_options, jobs),
     .least = 1, .standard = 0},
    {"format", "FORMAT", NULL, OPTION_KEYWORD(struct publish_options, format, formats)},
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

static void add_sentences(struct arena *arena, struct text *out, const struct site_counts *counts,
                          const struct publish_options *given)
{
    text_format(out, "%s published as %zu files in %s: %zu changed, %zu removed\n", format_cases(arena, counts->cases),
                counts->files, given->output, counts->changed, counts->removed);
    if (given->single_file)
        text_format(out, "and as one file, %s: %s\n", given->single_file, format_bytes(arena, counts->single_size));
    if (counts->by_file)
        text_format(out, "file by file, %s\n", counts->by_file);
    if (counts->kept)
        text_format(out, "%zu file%s there that publish did not write %s kept\n", counts->kept,
                    counts->kept == 1 ? "" : "s", counts->kept == 1 ? "was" : "were");
}

static void add_json(struct text *out, const struct site_counts *counts, const struct publish_options *given)
{
    struct json json = json_writer(out, false);
    json_object_open(&json);
    json_member_integer(&json, "cases", (int64_t)counts->cases);
    json_member_integer(&json, "files", (int64_t)counts->files);
    json_member_integer(&json, "changed", (int64_t)counts->changed);
    json_member_integer(&json, "removed", (int64_t)counts->removed);
    json_member_integer(&json, "kept", (int64_t)counts->kept);
    json_member_integer(&json, "read", (int64_t)counts->read);
    json_member_bool(&json, "file_by_file", counts->by_file != NULL);
    if (given->single_file)
        json_member_integer(&json, "single_file_bytes", (int64_t)counts->single_size);
    json_object_close(&json);
    text_char(out, '\n');
}

/* What the settings leave out, and what readers go without for it. */
static void remark_lacks(struct invocation *invocation, const struct publish_options *given)
{
    const struct settings *settings = index_settings(invocation->index);
    const struct {
        bool is_there;
        const char *words;
    } wanted[] = {
        {*settings->contact, "contact (readers cannot reach you)"},
        {*settings->publisher, "publisher (citations name nobody)"},
        {given->base_url || *settings->base_url,
         "base_url (no feeds, no site map, no addresses in citations and print)"},
        {*settings->repository, "repository (no links to edit a page or to open a pull request)"},
    };
    struct string_list lacks = {0};
    for (size_t i = 0; i < sizeof wanted / sizeof *wanted; i++) {
        if (!wanted[i].is_there)
            string_list_add(invocation->arena, &lacks, wanted[i].words);
    }
    if (lacks.count)
        text_format(&invocation->remark, "content/catalogue.yaml does not say: %s\n",
                    string_list_join(invocation->arena, &lacks, "; "));
}

/* Of a catalogue in another language than English. */
static void remark_untranslated(struct invocation *invocation, size_t count)
{
    const char *language = index_settings(invocation->index)->language;
    if (count && strncmp(language, "en", strcspn(language, "-")) != 0)
        text_format(&invocation->remark,
                    "%zu phrase%s of the pages %s in English: content/words.yaml has no translation\n", count,
                    count == 1 ? "" : "s", count == 1 ? "is" : "are");
}

static bool accepts(struct invocation *invocation)
{
    struct publish_options *given = invocation->options;
    if (given->base_url)
        given->base_url = site_address_folder(invocation->arena, given->base_url);
    if (!given->output)
        given->output = file_join(invocation->arena, invocation->root, "build/site");
    return output_path_is_apart(invocation, "the site", given->output) &&
           (!given->single_file || output_path_accepts(invocation, given->single_file));
}

static enum exit_status run(struct invocation *invocation)
{
    const struct publish_options *given = invocation->options;
    const struct site_options site = {.root = invocation->root,
                                      .output = given->output,
                                      .base_url = given->base_url,
                                      .single_file = given->single_file,
                                      .shrink = given->shrink,
                                      .in_place = given->in_place,
                                      .jobs = given->jobs,
                                      .progress = progress_for("Writing the site")};
    struct site_counts counts = {0};
    struct diagnostics diagnostics = {0};
    const char *problem = site_publish(invocation->index, invocation->arena, &site, &counts, &diagnostics);
    progress_end();
    refresh_say_errors(invocation, &diagnostics);
    enum exit_status status = diagnostics.failures ? EXIT_TROUBLE : diagnostics.errors ? EXIT_NOTHING : EXIT_FOUND;
    diagnostics_free(&diagnostics);
    if (problem)
        complain(invocation, "%s", problem);
    if (problem || status != EXIT_FOUND)
        return status == EXIT_NOTHING ? EXIT_NOTHING : EXIT_TROUBLE;
    if (given->format == FORMAT_JSON)
        add_json(&invocation->out, &counts, given);
    else
        add_sentences(invocation->arena, &invocation->out, &counts, given);
    remark_lacks(invocation, given);
    remark_untranslated(invocation, counts.without);
    return status;
}

/* The new site stands beside the old one before it takes its place. */
static void touches(struct invocation *invocation, struct sandbox *sandbox)
{
    const struct publish_options *given = invocation->options;
    sandbox_allow(invocation->arena, sandbox, given->output, true);
    sandbox_allow(invocation->arena, sandbox, file_folder(invocation->arena, given->output), true);
    if (given->single_file)
        sandbox_allow(invocation->arena, sandbox, file_folder(invocation->arena, given->single_file), true);
}

const struct command publish_command = {
    .name = "publish",
    .arguments = "",
    .summary = "check, index, and write the site",
    .audience = "publishers",
    .needs = NEEDS_ROOT | NEEDS_INDEX_WHOLE | NEEDS_OUTPUT,
    COMMAND_OPTIONS(options, struct publish_options),
    .examples = examples,
    .accepts = accepts,
    .touches = touches,
    .run = run,
};
