#include "catalogue/draft/read/mail_text.h"

#include <string.h>

#include "catalogue/draft/read/html_parts.h"
#include "catalogue/draft/read/html_tree.h"
#include "indexer/base/ascii.h"
#include "indexer/base/text.h"

/* All but blanks. */
static size_t count_letters(const char *text)
{
    size_t count = 0;
    for (; *text; text++)
        count += !strchr(" \t\n", *text);
    return count;
}

static const char *seen_in(struct arena *arena, const struct mail_text *text)
{
    struct text words = {0};
    if (!text->is_html)
        return text->data;
    const struct html_tree tree = html_tree_read(arena, text->data, text->size);
    html_words(&words, tree.root, NULL);
    const char *seen = arena_copy(arena, text_string(&words), words.size);
    text_free(&words);
    return seen;
}

static const char *all_seen(struct arena *arena, const struct mail_texts *parts)
{
    struct string_list all = {0};
    for (size_t i = 0; i < parts->count; i++)
        string_list_add(arena, &all, seen_in(arena, &parts->items[i]));
    return string_list_join(arena, &all, " ");
}

/* The letters and digits that stand side by side. */
static struct string_list words_of(struct arena *arena, const char *text)
{
    struct string_list words = {0};
    while (*text) {
        size_t size = 0;
        while (ascii_is_letter(text[size]) || ascii_is_digit(text[size]) || (unsigned char)text[size] >= 0x80)
            size++;
        if (size)
            string_list_add(arena, &words, arena_copy(arena, text, size));
        text += size ? size : 1;
    }
    return words;
}

static bool is_among(const struct string_list *sorted, const char *word)
{
    size_t low = 0;
    for (size_t high = sorted->count; low < high;) {
        size_t middle = low + (high - low) / 2;
        if (strcmp(sorted->items[middle], word) < 0)
            low = middle + 1;
        else
            high = middle;
    }
    return low < sorted->count && strcmp(sorted->items[low], word) == 0;
}

/* The words that only the form has that was not taken. */
static void tell_more(struct arena *arena, const char *taken, const char *other, struct left_out *left_out)
{
    struct string_list there = words_of(arena, taken);
    const struct string_list words = words_of(arena, other);
    struct string_list more = {0};
    string_list_sort(&there);
    for (size_t i = 0; i < words.count; i++)
        if (!is_among(&there, words.items[i]))
            string_list_add(arena, &more, words.items[i]);
    const char *all = string_list_join(arena, &more, " ");
    left_out_add(arena, left_out, "words that only the HTML of the e-mail has", all, strlen(all));
}

const struct mail_texts *mail_text_choose(struct arena *arena, const struct mail_texts *plain,
                                          const struct mail_texts *html, struct left_out *left_out,
                                          struct string_list *remarks)
{
    static const char beside[] = "the same text as HTML, which came beside it, was not read";
    if (!html->count || !plain->count)
        return plain->count ? plain : html;
    const char *words = all_seen(arena, plain);
    const char *others = all_seen(arena, html);
    if (count_letters(words) * 2 < count_letters(others)) {
        left_out_add(arena, left_out, "the e-mail's plain text, which is the shorter one", words, strlen(words));
        return html;
    }
    if (!string_list_have(remarks, beside))
        string_list_add(arena, remarks, beside);
    tell_more(arena, words, others, left_out);
    return plain;
}
