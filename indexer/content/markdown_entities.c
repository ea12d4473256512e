#include "indexer/content/markdown_entities.h"

#include <string.h>

#include "indexer/base/normalise.h"
#include "indexer/base/utf8.h"
#include "indexer/content/codes.h"

/* In place of what is no character, as cmark has it. */
enum { REPLACEMENT = 0xFFFD };

/* Control characters of a text and marks of what is none, how many and the first; those that are left out are not among them. */
struct controls {
    size_t count;
    uint32_t first;
};

static struct controls controls_in(const char *text, size_t size)
{
    struct controls controls = {0};
    for (size_t at = utf8_plain_run(text, size); at < size; at += utf8_plain_run(text + at, size - at)) {
        uint32_t point = 0;
        size_t length = utf8_decode(text + at, size - at, &point);
        point = length ? point : REPLACEMENT; /* cmark makes the byte FE of &#xFFFE; */
        bool is_one = point == REPLACEMENT || (utf8_is_control(point) && point != '\n');
        if (is_one && !normalise_unseen(text + at, size - at) && !controls.count++)
            controls.first = point;
        at += length ? length : 1;
    }
    return controls;
}

/* What an entity makes, in the reader's arena: cmark alone knows the names of all. */
static const char *entity_words(struct markdown_reader *reader, const char *entity, size_t size)
{
    cmark_parser *parser = cmark_parser_new_with_mem(CMARK_OPT_DEFAULT, &reader->memory);
    cmark_parser_feed(parser, entity, size);
    cmark_node *document = cmark_parser_finish(parser);
    cmark_parser_free(parser);
    const char *words = cmark_node_get_literal(cmark_node_first_child(cmark_node_first_child(document)));
    words = arena_string(reader->arena, words ? words : "");
    cmark_node_free(document);
    return words;
}

static void tell(struct markdown_reader *reader, struct place place, const char *entity, const char *words)
{
    struct controls controls = controls_in(words, strlen(words));
    struct unseen unseen = normalise_unseen_in(words, strlen(words));
    if (controls.first == REPLACEMENT)
        report(reader->diagnostics, CODE_CONTROL, place, "take it out", "%s makes no character", entity);
    else if (controls.count)
        report(reader->diagnostics, CODE_CONTROL, place, "take it out",
               "%s makes an invisible control character (%02X)", entity, (unsigned)controls.first);
    else
        report(reader->diagnostics, CODE_UNSEEN, place, "take it out; readers get the text without it", "%s makes %s",
               entity, normalise_unseen_name(reader->arena, unseen.first));
    diagnostics_fix(reader->diagnostics, place, "", !controls.count);
}

static size_t count_in(const char *text, size_t size)
{
    return controls_in(text, size).count + normalise_unseen_in(text, size).count;
}

/* What a line has of them as it was typed: counted once for all of its nodes. */
static size_t typed_in(struct markdown_reader *reader, size_t number, struct line line)
{
    if (reader->searched.line != number)
        reader->searched = (struct markdown_searched){number, count_in(line.at, line.size), 0};
    return reader->searched.typed;
}

void markdown_tell_entities(struct markdown_reader *reader, cmark_node *node, const char *words)
{
    size_t number = markdown_line_of(node);
    struct line line = markdown_line(reader, number);
    size_t left = reader->diagnostics ? count_in(words, strlen(words)) : 0;
    size_t typed = left ? typed_in(reader, number, line) : 0;
    if (left <= typed)
        return;
    struct place place = markdown_place(reader, node);
    size_t at = utf8_bytes(line.at, line.size, place.column - 1);
    at = at > reader->searched.byte ? at : reader->searched.byte;
    size_t characters = utf8_length(line.at, at);
    for (left -= typed; left && at < line.size;) {
        size_t size = markdown_entity_size(line.at + at, line.size - at);
        const char *made = size ? entity_words(reader, line.at + at, size) : "";
        if (count_in(made, strlen(made))) {
            place.column = characters + 1;
            place.length = size;
            tell(reader, place, arena_copy(reader->arena, line.at + at, size), made);
            left--;
        }
        size = size ? size : 1;
        characters += utf8_length(line.at + at, size);
        at += size;
    }
    reader->searched.byte = at;
}
