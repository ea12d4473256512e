#include "indexer/content/left_links.h"

#include <string.h>
#include <strings.h>

#include "indexer/base/ascii.h"
#include "indexer/base/text.h"
#include "indexer/base/utf8.h"
#include "indexer/content/codes.h"

enum { WORDS_MAX = 200 };

/* [words](address "title"), as far as it can be told apart. Sizes in bytes of the block's words. */
struct parts {
    size_t start; /* of the whole, with the ! of an image */
    size_t end;
    bool is_image;
    const char *words;
    const char *address; /* with blanks mended; NULL when nobody can say where it ends */
    const char *title;   /* with a blank before it, or "" */
};

/* Where the square bracket opens that closes before `at`. */
static size_t bracket_before(const char *words, size_t at)
{
    size_t least = at > WORDS_MAX ? at - WORDS_MAX : 0;
    for (size_t i = at; i > least; i--)
        if (words[i - 1] == '[')
            return i - 1;
    return at;
}

const char *left_mended_address(struct arena *arena, const char *address, size_t size, bool is_file)
{
    struct text out = {0};
    while (size && address[size - 1] == ' ')
        size--;
    for (; size && *address == ' '; size--)
        address++;
    for (size_t i = 0; i < size; i++)
        if (address[i] == ' ')
            text_add(&out, is_file ? "-" : "%20");
        else if (address[i] == '(' || address[i] == ')')
            text_add(&out, address[i] == '(' ? "%28" : "%29");
        else
            text_char(&out, is_file ? ascii_lower(address[i]) : address[i]);
    const char *copy = arena_copy(arena, text_string(&out), out.size);
    text_free(&out);
    return copy;
}

static bool begins_address(const char *text)
{
    static const char *const ways[] = {"https://", "http://", "www.", "../images/"};
    for (size_t i = 0; i < sizeof ways / sizeof *ways; i++)
        if (strncmp(text, ways[i], strlen(ways[i])) == 0)
            return true;
    return false;
}

/* The rest of a link from the address on: up to its bracket, or its first blank when no bracket closes it. */
static void take_address(struct arena *arena, const char *words, size_t from, const char *closing, struct parts *parts)
{
    size_t line = strcspn(words + from, "\n");
    size_t size = strcspn(words + from, closing);
    bool closed = size < line;
    const char *address = words + from;
    bool nested = closed && memchr(address, '(', size) && *closing == ')';
    if (nested && words[from + size + 1] == ')')
        size++;
    if (!closed)
        size = strcspn(address, " \n");
    while (!closed && size && strchr(".,;:", address[size - 1]))
        size--;
    parts->end = from + size + closed;
    size_t title = size;
    while (title && closed && address[size - 1] == '"' && address[title - 1] != ' ')
        title--;
    parts->title = title < size && title ? arena_format(arena, " %.*s", (int)(size - title), address + title) : "";
    parts->address = left_mended_address(arena, address, *parts->title ? title : size, parts->is_image);
    if (!closed && !begins_address(parts->address))
        parts->address = NULL;
}

static struct parts parts_of(struct arena *arena, const char *words, size_t at, size_t signs)
{
    struct parts parts = {.start = bracket_before(words, at), .end = at + signs, .title = ""};
    parts.words = arena_copy(arena, words + parts.start + (parts.start < at), at - parts.start - (parts.start < at));
    parts.is_image = parts.start && words[parts.start - 1] == '!';
    parts.start -= parts.is_image;
    take_address(arena, words, at + signs, words[at + signs - 1] == '[' ? "]\n" : ")\n", &parts);
    return parts;
}

static void tell(const struct looking *looking, const struct parts *parts, const char *message, bool safe)
{
    struct place place = left_place(looking, parts->start, parts->end - parts->start);
    if (!parts->address) {
        report(looking->diagnostics, CODE_LEFT_LINK, place,
               arena_format(looking->arena,
                            "write %s[%s](address), with both brackets closed and no blank between them",
                            parts->is_image ? "!" : "", parts->words),
               "this %s is shown as it is typed", parts->is_image ? "image" : "link");
        return;
    }
    const char *meant = arena_format(looking->arena, "%s[%s](%s%s)", parts->is_image ? "!" : "", parts->words,
                                     parts->address, parts->title);
    report(looking->diagnostics, CODE_LEFT_LINK, place,
           arena_format(looking->arena,
                        parts->is_image && safe ? "rename the file without blanks and write %s" : "write %s", meant),
           "this %s is shown as it is typed%s", parts->is_image ? "image" : "link", message);
    if (!parts->is_image)
        diagnostics_fix(looking->diagnostics, place, meant, safe);
}

/* "](": nothing between the brackets, and yet no link came of it. */
static size_t tell_joined(const struct looking *looking, size_t at)
{
    struct parts parts = parts_of(looking->arena, looking->block->words, at, 2);
    bool blanks = parts.address && memchr(looking->block->words + at + 2, ' ', parts.end - at - 2);
    if (!markdown_was_typed(looking->body, looking->block, at, "]("))
        return at + 2;
    tell(looking, &parts, blanks ? ", because its address has blanks" : ", because its brackets do not close", blanks);
    return parts.end;
}

/* "] (https:": a blank or line end between the brackets. */
static size_t tell_parted(const struct looking *looking, size_t at, size_t signs)
{
    struct parts parts = parts_of(looking->arena, looking->block->words, at, signs);
    if (!parts.address || strchr(parts.words, '\n') || parts.start == at)
        return at + signs;
    bool one_line = looking->block->words[at + 1] != '\n';
    struct place place = left_place(looking, parts.start, parts.end - parts.start);
    const char *meant = arena_format(looking->arena, "%s[%s](%s%s)", parts.is_image ? "!" : "", parts.words,
                                     parts.address, parts.title);
    report(looking->diagnostics, CODE_LEFT_LINK, place, arena_format(looking->arena, "write %s", meant),
           "this %s is shown as it is typed, because its brackets are parted", parts.is_image ? "image" : "link");
    if (one_line && !parts.is_image)
        diagnostics_fix(looking->diagnostics, place, meant, true);
    return parts.end;
}

/* "(words)[https:": the brackets are the wrong way round. */
static size_t tell_swapped(const struct looking *looking, size_t at)
{
    const char *words = looking->block->words;
    size_t start = at;
    size_t least = at > WORDS_MAX ? at - WORDS_MAX : 0;
    while (start > least && words[start] != '(' && words[start] != '\n')
        start--;
    size_t size = strcspn(words + at + 2, "] \n");
    if (words[start] != '(' || words[at + 2 + size] != ']')
        return at + 2;
    struct place place = left_place(looking, start, at + 3 + size - start);
    const char *meant = arena_format(looking->arena, "[%.*s](%.*s)", (int)(at - start - 1), words + start + 1,
                                     (int)size, words + at + 2);
    report(looking->diagnostics, CODE_LEFT_LINK, place, arena_format(looking->arena, "write %s", meant),
           "this link is shown as it is typed, because its brackets are the wrong way round");
    if (!start || words[start - 1] != '!')
        diagnostics_fix(looking->diagnostics, place, meant, true);
    return at + 3 + size;
}

/* "[words][name]" without a line that says where the name leads; the name may be the address itself. */
static size_t tell_reference(const struct looking *looking, size_t at)
{
    struct parts parts = parts_of(looking->arena, looking->block->words, at, 2);
    const char *words = looking->block->words;
    if (!markdown_was_typed(looking->body, looking->block, at, "]["))
        return at + 2;
    bool is_address = begins_address(words + at + 2) && words[parts.end - 1] == ']';
    struct place place =
        is_address ? left_place(looking, parts.start, parts.end - parts.start) : left_place(looking, at, 2);
    const char *meant = arena_format(looking->arena, "[%s](%s)", parts.words, is_address ? parts.address : "address");
    report(looking->diagnostics, CODE_LEFT_REFERENCE, place, arena_format(looking->arena, "write %s", meant),
           is_address ? "this link is shown as it is typed, because its address stands in square brackets"
                      : "this link is shown as it is typed, because nothing says where it leads");
    if (is_address)
        diagnostics_fix(looking->diagnostics, place, meant, true);
    return parts.end > at + 2 ? parts.end : at + 2;
}

/* Bytes of a bare address, which is shown and is no link; stops behind it belong to the sentence. */
static size_t bare_address(const char *text)
{
    size_t scheme = strncmp(text, "https://", 8) == 0 ? 8 : strncmp(text, "http://", 7) == 0 ? 7 : 0;
    bool www = strncmp(text, "www.", 4) == 0 && ascii_is_letter(text[4]);
    size_t size = strcspn(text, " \t\n<>\"|");
    if (!scheme && !www)
        return 0;
    while (size && strchr(".,;:!?')*_", text[size - 1]))
        size--;
    return size > (scheme ? scheme : strlen("www.")) && memchr(text + scheme, '.', size - scheme) ? size : 0;
}

static size_t tell_address(const struct looking *looking, size_t at)
{
    const char *words = looking->block->words;
    size_t size = bare_address(words + at);
    bool joined =
        at && (ascii_is_letter(words[at - 1]) || ascii_is_digit(words[at - 1]) || strchr("/.@", words[at - 1]));
    if (!size || joined || memchr(words + at, '(', size) || !left_may_look(looking))
        return at + 1;
    struct place place = left_place(looking, at, size);
    bool www = words[at] == 'w';
    const char *meant = arena_format(looking->arena, www ? "[%.*s](https://%.*s)" : "\74%.*s>", (int)size, words + at,
                                     (int)size, words + at);
    if (place.length != utf8_length(words + at, size))
        return at + size;
    report(looking->diagnostics, CODE_BARE_ADDRESS, place,
           arena_format(looking->arena, "write %s, or better [words that say what is there](%s%.*s)", meant,
                        www ? "https://" : "", (int)size, words + at),
           "this address is shown, and is no link");
    diagnostics_fix(looking->diagnostics, place, meant, true);
    return at + size;
}

/* Where to go on behind what stands at a place. */
static size_t look_at(const struct looking *looking, size_t at)
{
    const char *words = looking->block->words;
    bool bracket = words[at] && strchr("])", words[at]) && words[at + 1] && strchr("([ \n", words[at + 1]);
    if (bracket && !left_may_look(looking))
        return at + 1;
    if (words[at] == ']' && words[at + 1] == '(')
        return tell_joined(looking, at);
    if (words[at] == ']' && words[at + 1] == '[')
        return tell_reference(looking, at);
    if (words[at] == ']' && words[at + 1] && strchr(" \n", words[at + 1]) && words[at + 2] == '(' &&
        begins_address(words + at + 3))
        return tell_parted(looking, at, 3);
    if (words[at] == ')' && words[at + 1] == '[' && begins_address(words + at + 2))
        return tell_swapped(looking, at);
    return words[at] == 'h' || words[at] == 'w' ? tell_address(looking, at) : at + 1;
}

void left_links(const struct looking *looking)
{
    for (size_t at = 0; looking->block->words[at];)
        at = look_at(looking, at);
}
