#include "indexer/content/placeholders.h"

#include <string.h>
#include <strings.h>

#include "indexer/base/ascii.h"
#include "indexer/base/word_find.h"

#define COUNT(table) (sizeof(table) / sizeof *(table))

enum { WHOLE_MAX = 60 };

/* In capitals only, as whole words. */
static const char *const loud_words[] = {"CHECK:", "DRAFT", "FIXME", "INSERT", "TODO", "XXX", "XXXX", "XX%"};

/* In any case; what begins with a letter or digit is a whole word. */
static const char *const quiet_words[] = {"#ref!",
                                          "#n/a",
                                          "#value!",
                                          "#div/0!",
                                          "(insert ",
                                          "(add ",
                                          "(name of",
                                          "(check this",
                                          ".....",
                                          "???",
                                          "[insert",
                                          "[in a sentence",
                                          "[add ",
                                          "[enter",
                                          "[describe",
                                          "[type ",
                                          "[name",
                                          "[date",
                                          "[number",
                                          "[your ",
                                          "[organisation",
                                          "[place",
                                          "[location",
                                          "[figure",
                                          "[text]",
                                          "[title]",
                                          "[summary]",
                                          "[e-mail",
                                          "[email",
                                          "[contact",
                                          "[programme]",
                                          "[ref]",
                                          "[reference",
                                          "[source?",
                                          "[source]",
                                          "[citation needed",
                                          "[check",
                                          "[comment",
                                          "[placeholder",
                                          "[to follow",
                                          "[tbc",
                                          "[tbd",
                                          "[todo",
                                          "[xx",
                                          "[x%",
                                          "____",
                                          "asdf",
                                          "blah blah",
                                          "click here to enter text",
                                          "click or tap",
                                          "commented [",
                                          "dummy text",
                                          "enter text here",
                                          "error! reference source not found",
                                          "error! reference source",
                                          "error! bookmark",
                                          "foo bar",
                                          "hyperlink \"",
                                          "insert text here",
                                          "lorem ipsum",
                                          "mergeformat",
                                          "placeholder text",
                                          "pageref",
                                          "sample text",
                                          "tbc",
                                          "tbd",
                                          "t.b.c.",
                                          "to do:",
                                          "text goes here",
                                          "type here",
                                          "to be added",
                                          "to be completed",
                                          "to be confirmed",
                                          "to be written",
                                          "toc \\o \"",
                                          "write your",
                                          "will be added later",
                                          "xx people",
                                          "xx men",
                                          "xx women",
                                          "xx patients",
                                          "xx residents",
                                          "xx children",
                                          "xx families",
                                          "xx participants",
                                          "xx staff",
                                          "xx per cent",
                                          "your text here",
                                          "£xx",
                                          "£x,",
                                          "£x ",
                                          "£x."};

static _Thread_local struct word_list loud = WORD_LIST(loud_words);
static _Thread_local struct word_list quiet = WORD_LIST(quiet_words);

/* What stands alone where an answer or the text of a section was to be. */
static const char *const whole[] = {"description",
                                    "details",
                                    "name",
                                    "n/a",
                                    "na",
                                    "none",
                                    "unknown",
                                    "not applicable",
                                    "x",
                                    "xx",
                                    "xxx",
                                    "xxxx",
                                    "-",
                                    "--",
                                    "–",
                                    "—",
                                    "…",
                                    "?",
                                    "",
                                    "to follow",
                                    "write here",
                                    "text here",
                                    "a sentence or more",
                                    "sentence",
                                    "your name",
                                    "your title",
                                    "your title here",
                                    "your title here please",
                                    "name of organisation",
                                    "name of the organisation",
                                    "organisation name",
                                    "name of the post",
                                    "name of post",
                                    "job title",
                                    "title of the case study",
                                    "title of case study",
                                    "case study title",
                                    "untitled",
                                    "untitled case study",
                                    "case study template",
                                    "test test test",
                                    "keyword",
                                    "keyword1",
                                    "keyword 1",
                                    "example",
                                    "example measure",
                                    "what was done, in one line",
                                    "need, then what was done, then what changed",
                                    "the need, then what was done, then what changed",
                                    "who was worse off, and how do you know?",
                                    "what happened, from when to when, with whom, and what it took in money and time"};

static bool is_word(char byte)
{
    return ascii_is_letter(byte) || ascii_is_digit(byte);
}

/* Bytes of one of the words that stands at a place; 0 for none. Behind a bracket a longer word may go on. */
static size_t word_at(const char *text, struct word_list *list, int (*compare)(const char *, const char *, size_t))
{
    const char *const *words = list->words;
    for (size_t i = words_with(list, *text); i < list->count && ascii_lower(*text) == ascii_lower(*words[i]); i++) {
        size_t size = strlen(words[i]);
        if (ascii_lower(text[1]) != ascii_lower(words[i][1]) || compare(text, words[i], size) != 0)
            continue;
        if (!is_word(words[i][size - 1]) || strchr("[(\xC2", words[i][0]) || !is_word(text[size]))
            return size;
    }
    return 0;
}

size_t placeholder_in(const char *text, size_t *at)
{
    for (; text[*at]; ++*at) {
        if (text[*at] == ' ' || (*at && is_word(text[*at - 1]) && is_word(text[*at])))
            continue;
        size_t size = word_at(text + *at, &loud, strncmp);
        size = size ? size : word_at(text + *at, &quiet, strncasecmp);
        if (size)
            return size;
    }
    return 0;
}

bool placeholder_whole(const char *text)
{
    size_t size = strlen(text);
    while (size > 1 && strchr(".!: ", text[size - 1]))
        size--;
    if (size > WHOLE_MAX * 2)
        return false;
    for (size_t i = 0; i < COUNT(whole); i++)
        if (ascii_lower(*text) == ascii_lower(*whole[i]) && strlen(whole[i]) == size &&
            strncasecmp(text, whole[i], size) == 0)
            return true;
    bool in_brackets = size > 2 && text[0] == '[' && text[size - 1] == ']' && !strchr(text + 1, '[');
    return in_brackets || strspn(text, ". ") == strlen(text);
}

/* Names of hosts that are kept for examples. */
static const char *const host_words[] = {"example.org", "example.com", "example.net", "example.co.uk", "localhost"};
static _Thread_local struct word_list hosts = WORD_LIST(host_words);

size_t placeholder_address(const char *text, size_t *at)
{
    for (; text[*at]; ++*at) {
        if (text[*at] == ' ' || (*at && (is_word(text[*at - 1]) || text[*at - 1] == '-')))
            continue;
        size_t size = word_at(text + *at, &hosts, strncasecmp);
        if (size && text[*at + size] != '-' && !(text[*at + size] == '.' && is_word(text[*at + size + 1])))
            return size;
    }
    return 0;
}
