#ifndef INDEXER_BASE_YAML_READER_H
#define INDEXER_BASE_YAML_READER_H

/*
 * Where the reading of YAML lines stands (yaml_scan.h): the lists and groups that are open, from the outermost to the
 * one that the next line may go on with, and the mistakes found so far.
 */

#include <stdbool.h>
#include <stddef.h>

#include "indexer/base/yaml_lines.h"
#include "indexer/base/yaml_mistakes.h"
#include "indexer/base/yaml_names.h"

/* How deep lists and groups may nest, and by how much one is indented that nothing else gives a column. */
enum { READER_DEPTH_MAX = 40, READER_STEP = 2 };

/* A list or a group of answers that is being read: its items or keys stand in one column. */
struct reader_level {
    size_t column;
    bool is_list;
    bool open;  /* its last key or dash has no value yet */
    size_t key; /* the last key; of a list, the key that it hangs on */
    size_t key_size;
    size_t first; /* the first key of a group */
    size_t first_size;
    size_t items;      /* how many items or keys there were */
    size_t first_line; /* … and the line of the first */
};

struct yaml_reader {
    struct yaml_mistakes *mistakes;
    const struct yaml_lines *lines;
    const struct yaml_names *names;
    const char *data;
    struct reader_level stack[READER_DEPTH_MAX];
    size_t depth;
    size_t reached;      /* the levels that the line before had: some of the stack may have been left since */
    size_t line;         /* that is being read, from 0 */
    size_t next;         /* the line to be read after this one */
    size_t extent_first; /* what reader_extent found last, so that it looks at no line twice */
    size_t extent_last;
    size_t extent_column;
    bool text_above; /* what was read last is a text that a line below could go on with */
};

const struct yaml_line *reader_line_at(const struct yaml_reader *reader, size_t number);

/* The offset behind a line, without the blanks at its end. */
size_t reader_line_stop(const struct yaml_reader *reader, size_t number);

/* The next line that has something on it but a remark, or NULL. */
const struct yaml_line *reader_line_below(const struct yaml_reader *reader);

bool reader_is_empty(const struct yaml_line *line);
bool reader_is_remark(const struct yaml_reader *reader, const struct yaml_line *line);

/* The last line that brackets or a text in quotation marks below a column can go on to. */
size_t reader_extent(struct yaml_reader *reader, size_t number, size_t column);

/* Whether a line can only be a new item or answer. */
bool reader_begins_entry(const struct yaml_reader *reader, size_t at, size_t end);

enum yaml_shape reader_shape_of(const struct yaml_reader *reader, size_t key, size_t size);

/* Whether a key belongs into the groups below the last key of a level, or, when that is NULL, to the top. */
bool reader_belongs(const struct yaml_reader *reader, size_t key, size_t size, const struct reader_level *under);

/* Whether the last key takes certain answers only, in which no words of one's own can stand. */
bool reader_is_closed(const struct yaml_reader *reader);

/* A word that is surely a key: one that is known, or, where nothing is known, one that looks like one. */
bool reader_is_key_word(const struct yaml_reader *reader, size_t at, size_t size);

/* The innermost level, or NULL. */
struct reader_level *reader_top(struct yaml_reader *reader);
void reader_push(struct yaml_reader *reader, struct reader_level level);

/* Leaves the levels that stand further in than a column. */
void reader_leave_to(struct yaml_reader *reader, size_t column);

/* A list is begun below an open key, unless it is there. */
void reader_enter_list(struct yaml_reader *reader, size_t column);

/* The key that a list hangs on says that its items are texts: then a colon in one makes no key. */
bool reader_is_text_item(const struct yaml_reader *reader);

/* Adds a mistake on the line that is being read. */
struct yaml_mistake *reader_add(struct yaml_reader *reader, enum yaml_mistake_kind kind, size_t at, size_t size);

/* Whether the mistake found last is of this kind and ends on the line above: then it goes on here. */
bool reader_goes_on(const struct yaml_reader *reader, enum yaml_mistake_kind kind);

/* One mistake over several lines is told once: the one that goes on, or a new one. */
struct yaml_mistake *reader_add_or_go_on(struct yaml_reader *reader, enum yaml_mistake_kind kind, size_t at,
                                         size_t size);

/* The blanks before the line become as many as its place wants. */
void reader_indent(struct yaml_reader *reader, enum yaml_mistake_kind kind, size_t column, bool lost);

/* So many blanks. */
const char *reader_blanks(struct yaml_reader *reader, size_t count);

#endif
