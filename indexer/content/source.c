#include "indexer/content/source.h"

#include <errno.h>
#include <stdint.h>
#include <string.h>

#include "indexer/base/file.h"
#include "indexer/base/normalise.h"
#include "indexer/base/utf8.h"
#include "indexer/content/codes.h"
#include "indexer/content/fences.h"
#include "indexer/content/front_yaml.h"

static const struct place whole_file;

static bool guard_utf8(const char *data, size_t size, struct diagnostics *diagnostics)
{
    size_t offset = 0;
    if (utf8_check(data, size, &offset))
        return true;
    unsigned byte = (unsigned char)data[offset];
    bool utf16 = size >= 2 && (memcmp(data, "\xFF\xFE", 2) == 0 || memcmp(data, "\xFE\xFF", 2) == 0);
    const char *guess = utf16                          ? "UTF-16 (\"Unicode\")"
                        : byte >= 0x80 && byte <= 0x9F ? "Windows-1252"
                                                       : "Windows-1252 or Latin-1";
    report(diagnostics, CODE_NOT_UTF8, place_of(data, size, offset, 1),
           "open the file in your editor, choose Save As, and pick the encoding UTF-8",
           "this file is not UTF-8: byte %02X here is no UTF-8 character; it looks like %s", byte, guess);
    return false;
}

/*
 * Line and paragraph separators are line ends to libyaml, and to nobody else. Marks of direction come along with what
 * is pasted; they are taken out of every value.
 */
static bool is_refused(uint32_t point, bool before_line_end)
{
    bool is_direction = point >= 0x202A && point <= 0x2069;
    if (point == '\r')
        return !before_line_end;
    return utf8_is_control(point) && !is_direction;
}

static bool guard_controls(const char *data, size_t size, struct diagnostics *diagnostics)
{
    uint32_t point = 0;
    for (size_t at = utf8_plain_run(data, size); at < size; at += utf8_plain_run(data + at, size - at)) {
        size_t length = utf8_decode(data + at, size - at, &point);
        size_t here = at;
        at += length;
        if (!is_refused(point, at < size && data[at] == '\n'))
            continue;
        if (point == '\r')
            report(diagnostics, CODE_CONTROL, place_of(data, size, here, 1),
                   "save the file with the line ends of Windows (CRLF) or of Unix (LF)",
                   "a line ends here as on old Macs (0D)");
        else
            report(diagnostics, CODE_CONTROL, place_of(data, size, here, 1),
                   "delete it and type the text around it again", "an invisible control character (%02X) stands here",
                   (unsigned)point);
        return false;
    }
    return true;
}

/* Said once, however many there are, with the edit that takes them all out. */
static void tell_unseen(const char *data, size_t size, struct diagnostics *diagnostics)
{
    size_t mark = utf8_mark_size(data, size);
    struct unseen unseen = normalise_unseen_in(data + mark, size - mark);
    if (!unseen.count || !diagnostics)
        return;
    struct arena arena = {0};
    const char *from = data + mark + unseen.from;
    size_t length = unseen.to - unseen.from;
    struct place place = place_of(data, size, mark + unseen.from, 1);
    report(diagnostics, CODE_UNSEEN, place, "take it out; readers get the text without it",
           unseen.count > 1 ? "%s stands here; with it this file has %zu characters that nobody sees"
                            : "%s stands here",
           normalise_unseen_name(&arena, unseen.first), unseen.count);
    place.length = utf8_length(from, length);
    diagnostics_fix(diagnostics, place, normalise_seen(&arena, from, length), true);
    arena_free(&arena);
}

bool source_guard(const char *data, size_t size, size_t most, struct diagnostics *diagnostics)
{
    if (size > most) {
        report(diagnostics, CODE_TOO_LARGE, whole_file,
               "shorten the text, or put detail in a document that you link to",
               "this file has %zu KiB; at most %zu KiB are read", (size + 1023) / 1024, most / 1024);
        return false;
    }
    bool good = guard_utf8(data, size, diagnostics) && guard_controls(data, size, diagnostics);
    if (good)
        tell_unseen(data, size, diagnostics);
    return good;
}

static struct source read_parts(struct arena *arena, const char *data, size_t size, const struct yaml_names *names,
                                bool good, struct diagnostics *diagnostics)
{
    struct source source = {0};
    size_t mark = utf8_mark_size(data, size);
    struct fences fences = {0};
    if (!fences_find(data + mark, size - mark, names, &fences, diagnostics))
        return source;
    source.front_text = fences.front;
    source.front_size = fences.front_size;
    source.body = fences.body;
    source.body_size = fences.body_size;
    source.body_line = fences.body_line;
    if (source.front_size > FRONT_MATTER_MAX) {
        report(diagnostics, CODE_FRONT_LARGE, ((struct place){1, 1, 3}),
               "move text into the sections below the front matter",
               "the front matter has %zu KiB; at most %d KiB are read", (source.front_size + 1023) / 1024,
               FRONT_MATTER_MAX / 1024);
        return source;
    }
    struct front_yaml yaml =
        good ? front_yaml_read_good(arena, source.front_text, source.front_size, fences.front_line, diagnostics)
             : front_yaml_read(arena, source.front_text, source.front_size, fences.front_line, names, diagnostics);
    source.front = yaml.root;
    source.front_whole = yaml.whole;
    source.front_certain = yaml.certain;
    source.broken = yaml.broken;
    if (source.front && source.front->kind != TREE_MAP) {
        report(diagnostics, CODE_YAML_SYNTAX, source.front->place, "write one \"key: value\" a line",
               "the front matter is not a list of answers");
        source.front = NULL;
        source.front_whole = false;
    }
    return source;
}

struct source source_read(struct arena *arena, const char *data, size_t size, const struct yaml_names *names,
                          struct diagnostics *diagnostics)
{
    return read_parts(arena, data, size, names, false, diagnostics);
}

struct source source_read_good(struct arena *arena, const char *data, size_t size, const struct yaml_names *names,
                               struct diagnostics *diagnostics)
{
    return read_parts(arena, data, size, names, true, diagnostics);
}

const struct yaml_node *source_read_yaml(struct arena *arena, const char *data, size_t size,
                                         const struct yaml_names *names, struct diagnostics *diagnostics)
{
    size_t mark = utf8_mark_size(data, size);
    return front_yaml_read(arena, data + mark, size - mark, 1, names, diagnostics).root;
}

static enum code_id code_for(int reason)
{
    return file_reason_is_system(reason) ? CODE_SYSTEM : CODE_UNREADABLE;
}

/* Several readers look into a folder, and it is told once. */
static bool is_told(const struct diagnostics *diagnostics, const char *shown, enum code_id code)
{
    for (size_t i = 0; diagnostics && i < diagnostics->count; i++)
        if (diagnostics->items[i].code == &codes[code].code && strcmp(diagnostics->items[i].path, shown) == 0)
            return true;
    return false;
}

void source_report_folder(const char *shown, int reason, struct diagnostics *diagnostics)
{
    if (is_told(diagnostics, shown, reason == ELOOP ? CODE_UNREADABLE : code_for(reason)))
        return;
    diagnostics_file(diagnostics, shown, NULL, 0);
    if (reason == ELOOP)
        report(diagnostics, CODE_UNREADABLE, whole_file, "put the folder itself there",
               "this folder, or one that it is in, is a link, which may lead out of the catalogue: it is not followed");
    else
        report(diagnostics, code_for(reason), whole_file, NULL, "this folder cannot be read: %s", strerror(reason));
}

void source_report_unreadable(enum file_status status, int reason, size_t most, struct diagnostics *diagnostics)
{
    if (status == FILE_TOO_LARGE)
        report(diagnostics, CODE_TOO_LARGE, whole_file,
               "shorten the text, or put detail in a document that you link to",
               "this file is larger than the %zu KiB that are read", most / 1024);
    else if (status == FILE_NOT_REGULAR)
        report(diagnostics, CODE_NOT_A_FILE, whole_file, "put a copy of the file itself here", "this %s",
               file_status_text(status, reason));
    else if (status != FILE_DONE)
        report(diagnostics, status == FILE_FAILED ? code_for(reason) : CODE_UNREADABLE, whole_file, NULL,
               status == FILE_FAILED ? "this file cannot be read: %s" : "this file cannot be read: it %s",
               file_status_text(status, reason));
}

const char *source_load_if_there(struct arena *arena, const char *path, const char *shown, size_t most, size_t *size,
                                 struct diagnostics *diagnostics)
{
    const struct draft *draft = drafts_find(diagnostics->drafts, shown);
    struct file file = {0};
    enum file_status status = FILE_DONE;
    if (draft)
        file = (struct file){.data = arena_copy(arena, draft->data, draft->size), .size = draft->size};
    else
        status = file_read(arena, path, most, &file);
    if (status == FILE_MISSING)
        return NULL;
    diagnostics_file(diagnostics, shown, file.data, file.size);
    source_report_unreadable(status, file.reason, most, diagnostics);
    if (status != FILE_DONE || !source_guard(file.data, file.size, most, diagnostics))
        return NULL;
    *size = file.size;
    return file.data;
}

const char *source_load(struct arena *arena, const char *path, const char *shown, size_t most, size_t *size,
                        struct diagnostics *diagnostics)
{
    size_t errors = diagnostics->errors;
    const char *data = source_load_if_there(arena, path, shown, most, size, diagnostics);
    if (data || diagnostics->errors > errors)
        return data;
    diagnostics_file(diagnostics, shown, NULL, 0);
    source_report_unreadable(FILE_MISSING, 0, most, diagnostics);
    return NULL;
}
