#include "indexer/content/prose.h"

#include <ctype.h>
#include <string.h>

#include "indexer/content/codes.h"
#include "indexer/content/scalars.h"

enum {
    NESTING_MAX = 100,
    IMAGES_MAX = 500,
    WORD_MAX = 254,
    PHONE_DIGITS_LEAST = 10,
    PHONE_DIGITS_MOST = 13,
    NHS_DIGITS = 10
};

static bool is_blank(const char *at, const char *end)
{
    return at >= end || *at == ' ' || *at == '\t' || *at == '\n' || *at == '\r';
}

/* How many quotation and list marks open a line: "> - 1. " has three, a line of hyphens none. */
static size_t opening_marks(const char *at, const char *end)
{
    size_t marks = 0;
    while (at < end && *at != '\n') {
        const char *next = at;
        while (next < end && isdigit((unsigned char)*next))
            next++;
        bool ordered = next > at && next < end && (*next == '.' || *next == ')') && is_blank(next + 1, end);
        bool bullet = (*at == '-' || *at == '*' || *at == '+') && is_blank(at + 1, end);
        if (ordered || bullet || *at == '>')
            marks++;
        else if (*at != ' ' && *at != '\t')
            break;
        at = ordered ? next + 1 : at + 1;
    }
    return marks;
}

/*
 * Indented list items nest from line to line: the deepest a line can be is its
 * indentation in columns over two, and each such line costs as much again.
 */
static size_t indentation(const char *at, const char *end)
{
    const char *start = at;
    while (at < end && (*at == ' ' || *at == '\t'))
        at++;
    return at < end && strchr("-*+>0123456789", *at) ? (size_t)(at - start) / 2 : 0;
}

static bool nests_too_deep(const char *at, const char *end)
{
    return opening_marks(at, end) + indentation(at, end) > NESTING_MAX;
}

bool prose_guard(const char *data, size_t size, size_t first_line, struct diagnostics *diagnostics)
{
    struct place_cursor cursor = {.source = data, .size = size, .first_line = first_line};
    size_t images = 0;
    for (size_t i = 0; i < size; i++) {
        if ((i == 0 || data[i - 1] == '\n') && nests_too_deep(data + i, data + size)) {
            report(diagnostics, CODE_NESTING, place_cursor_at(&cursor, i, 1),
                   "take out the marks (> - *) at the start of this line",
                   "lists or quotations are nested more than %d deep here", NESTING_MAX);
            return false;
        }
        images += data[i] == '!' && i + 1 < size && data[i + 1] == '[';
        if (images > IMAGES_MAX) {
            report(diagnostics, CODE_PATTERN, place_cursor_at(&cursor, i, 2),
                   "an image is written ![words](../images/name.png); keep a few",
                   "more than %d image marks (![) stand in this text", IMAGES_MAX);
            return false;
        }
    }
    return true;
}

/* A text that is looked through: a body, in which every offset has its place, or a value, which has one. */
struct looking {
    struct place_cursor cursor;
    const struct place *place; /* NULL: the cursor's */
    size_t done;               /* where the last run of digits ended: one run may go over several pieces */
    struct diagnostics *diagnostics;
};

static struct place place_in(struct looking *looking, size_t at, size_t size)
{
    return looking->place ? *looking->place : place_cursor_at(&looking->cursor, at, size);
}

/* A run of bytes without blanks; `size` is 0 at the end. */
struct piece {
    size_t at;
    size_t size;
};

static struct piece next_piece(const char *data, size_t size, size_t from)
{
    while (from < size && (isspace((unsigned char)data[from]) || strchr("<>()[],;\"", data[from])))
        from++;
    size_t end = from;
    while (end < size && !isspace((unsigned char)data[end]) && !strchr("<>()[],;\"", data[end]))
        end++;
    return (struct piece){from, end - from};
}

static bool is_address(const char *data, struct piece piece)
{
    for (size_t i = 0; i + 3 <= piece.size; i++)
        if (memcmp(data + piece.at + i, "://", 3) == 0)
            return true;
    return false;
}

static bool is_email(const char *data, struct piece piece)
{
    char word[WORD_MAX + 1];
    if (piece.size > WORD_MAX || !memchr(data + piece.at, '@', piece.size))
        return false;
    memcpy(word, data + piece.at, piece.size);
    size_t size = piece.size;
    while (size && strchr(".:!?*_", word[size - 1]))
        size--;
    word[size] = '\0';
    return scalar_email(strncmp(word, "mailto:", 7) == 0 ? word + 7 : word);
}

/* The NHS number's own check: weights 10 to 2, modulo 11. */
static bool is_nhs_number(const char *digits)
{
    int sum = 0;
    for (int i = 0; i < NHS_DIGITS - 1; i++)
        sum += (digits[i] - '0') * (10 - i);
    int check = 11 - sum % 11;
    return check != 10 && digits[NHS_DIGITS - 1] - '0' == check % 11;
}

/* Digits in groups with single blanks, hyphens or brackets between them, as phone and NHS numbers are written. */
static size_t digit_run(const char *data, size_t size, size_t at, char *digits, size_t room)
{
    size_t used = 0;
    size_t end = at;
    for (; at < size && used < room; at++) {
        if (isdigit((unsigned char)data[at])) {
            digits[used++] = data[at];
            end = at + 1;
        } else if (!strchr(" -()", data[at]) || at - end > 1) {
            break;
        }
    }
    digits[used] = '\0';
    return end;
}

/*
 * An NHS number as it is written: 943 476 5919, 943-476-5919 or 9434765919. Ten digits in other groups are years and
 * counts that stand side by side ("in 2018-2019 13 people"). Returns how many bytes it has, 0 when it is none.
 */
static size_t nhs_number_at(const char *data, size_t size, size_t at)
{
    static const size_t groups[] = {3, 3, 4};
    char digits[NHS_DIGITS] = {0};
    size_t used = 0;
    size_t end = at;
    bool parted = at + groups[0] < size && !isdigit((unsigned char)data[at + groups[0]]);
    for (size_t group = 0; group < sizeof groups / sizeof *groups; group++) {
        if (group && parted && (end >= size || (data[end] != ' ' && data[end] != '-')))
            return 0;
        end += group && parted;
        for (size_t i = 0; i < groups[group]; i++, end++) {
            if (end >= size || !isdigit((unsigned char)data[end]))
                return 0;
            digits[used++] = data[end];
        }
    }
    return (end < size && isdigit((unsigned char)data[end])) || !is_nhs_number(digits) ? 0 : end - at;
}

static bool is_phone(const struct looking *looking, size_t at, const char *digits)
{
    size_t count = strlen(digits);
    if (at > 0 && looking->cursor.source[at - 1] == '+')
        return count >= PHONE_DIGITS_LEAST && count <= PHONE_DIGITS_MOST;
    return digits[0] == '0' && count >= PHONE_DIGITS_LEAST && count <= PHONE_DIGITS_LEAST + 1;
}

/* The number that begins here. Returns where to go on looking: behind it, or behind its first group of digits. */
static size_t check_number(struct looking *looking, size_t at)
{
    const char *data = looking->cursor.source;
    size_t size = looking->cursor.size;
    char digits[24] = {0};
    size_t end = digit_run(data, size, at, digits, sizeof digits - 1);
    if (is_phone(looking, at, digits)) {
        report(looking->diagnostics, CODE_PHONE, place_in(looking, at, end - at),
               "take it out; readers ask through the contact's page or e-mail address",
               "this looks like a phone number");
        return end;
    }
    size_t nhs = nhs_number_at(data, size, at);
    if (nhs) {
        report(looking->diagnostics, CODE_NHS_NUMBER, place_in(looking, at, nhs),
               "take it out; nothing about a single person belongs here", "this looks like an NHS number");
        return at + nhs;
    }
    while (at < size && isdigit((unsigned char)data[at]))
        at++;
    return at;
}

static void check_numbers(struct looking *looking, struct piece piece)
{
    const char *data = looking->cursor.source;
    for (size_t at = piece.at; at < piece.at + piece.size; at++)
        if (at >= looking->done && isdigit((unsigned char)data[at]) &&
            (at == 0 || !isalnum((unsigned char)data[at - 1])))
            looking->done = check_number(looking, at);
}

/* A line of bars under a line with bars: | --- | --- | */
static bool is_table_rule(const char *at, const char *end)
{
    bool bar = false;
    bool dashes = false;
    for (; at < end && *at != '\n'; at++) {
        bar |= *at == '|';
        dashes |= *at == '-';
        if (!strchr("|-: \t\r", *at))
            return false;
    }
    return bar && dashes;
}

static void check_tables(const char *data, size_t size, size_t first_line, struct diagnostics *diagnostics)
{
    struct place_cursor cursor = {.source = data, .size = size, .first_line = first_line};
    for (size_t i = 0; i < size; i++)
        if ((i == 0 || data[i - 1] == '\n') && is_table_rule(data + i, data + size))
            report(diagnostics, CODE_TABLE, place_cursor_at(&cursor, i, 1),
                   "put figures into outcomes in the front matter, and the rest into a list",
                   "a table made with bars is shown as plain text");
}

static void look_through(struct looking *looking)
{
    const char *data = looking->cursor.source;
    size_t size = looking->cursor.size;
    for (struct piece piece = next_piece(data, size, 0); piece.size;
         piece = next_piece(data, size, piece.at + piece.size)) {
        if (is_address(data, piece))
            continue;
        if (is_email(data, piece))
            report(looking->diagnostics, CODE_EMAIL, place_in(looking, piece.at, piece.size),
                   "put it under contact: email: in the front matter, if it is a shared address",
                   "an e-mail address does not belong in the text");
        check_numbers(looking, piece);
    }
}

void prose_check(const char *data, size_t size, size_t first_line, struct diagnostics *diagnostics)
{
    struct looking looking = {.cursor = {.source = data, .size = size, .first_line = first_line},
                              .diagnostics = diagnostics};
    check_tables(data, size, first_line, diagnostics);
    look_through(&looking);
}

void prose_check_words(const char *text, struct place place, struct diagnostics *diagnostics)
{
    struct looking looking = {
        .cursor = {.source = text, .size = strlen(text)}, .place = &place, .diagnostics = diagnostics};
    look_through(&looking);
}
