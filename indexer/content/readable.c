#include "indexer/content/readable.h"

#include <math.h>
#include <string.h>

#include "indexer/base/ascii.h"
#include "indexer/content/codes.h"

enum { WORDS_MAX = 30, WORDS_LEAST = 100, AGE_MAX = 15, AGE_OF_GRADE = 5 };

/* What was counted so far, in all texts, and in the sentence that is being read. */
struct counts {
    double words;
    double syllables;
    double sentences;
    size_t stretch; /* words since the last mark that parts a sentence */
    size_t began;   /* and where they began */
    bool in_sentence;
    size_t long_count;
    size_t longest;
    struct place place; /* of the longest */
    const struct markdown_body *body;
    const struct markdown_block *block; /* that is being read; NULL: an answer */
    struct place answer;
};

static size_t syllables_of(const char *word, size_t size)
{
    size_t count = 0;
    bool before = false;
    for (size_t i = 0; i < size; i++) {
        char byte = ascii_lower(word[i]);
        bool vowel = byte == 'a' || byte == 'e' || byte == 'i' || byte == 'o' || byte == 'u' || byte == 'y';
        count += vowel && !before;
        before = vowel;
    }
    if (count > 1 && size > 2 && ascii_lower(word[size - 1]) == 'e' && ascii_lower(word[size - 2]) != 'l')
        count--;
    return count ? count : 1;
}

static void end_stretch(struct counts *counts)
{
    if (counts->stretch > WORDS_MAX) {
        counts->long_count++;
        if (counts->stretch > counts->longest) {
            counts->longest = counts->stretch;
            counts->place =
                counts->block ? markdown_place_in(counts->body, counts->block, counts->began, 1) : counts->answer;
        }
    }
    counts->stretch = 0;
}

static void end_sentence(struct counts *counts)
{
    end_stretch(counts);
    counts->sentences += counts->in_sentence;
    counts->in_sentence = false;
}

/* Bytes of the word that begins here: letters, digits and what stands between them, as in "don't" or "1,200". */
static size_t word_size(const char *text)
{
    size_t size = 0;
    for (;; size++) {
        char byte = text[size];
        if (ascii_is_letter(byte) || ascii_is_digit(byte) || (unsigned char)byte & 0x80)
            continue;
        if (!size || !byte || !strchr(",.-'%", byte) ||
            !(ascii_is_letter(text[size + 1]) || ascii_is_digit(text[size + 1])))
            return size;
    }
}

/* Whether a full stop, question mark or exclamation mark ends a sentence: behind it one with a capital begins, or nothing. */
static bool ends_sentence(const char *behind)
{
    behind += strspn(behind, ")\"'");
    if (!*behind)
        return true;
    size_t blanks = strspn(behind, " \n");
    const char *next = behind + blanks + strspn(behind + blanks, "(\"'[");
    return blanks && (ascii_is_capital(*next) || ascii_is_digit(*next) || (unsigned char)*next & 0x80);
}

static void count_word(struct counts *counts, const char *word, size_t size, size_t at, bool in_brackets)
{
    if (!counts->stretch)
        counts->began = at;
    counts->stretch += !in_brackets;
    counts->in_sentence = true;
    if (!ascii_is_letter(*word))
        return;
    counts->words++;
    counts->syllables += (double)syllables_of(word, size);
}

static void count_text(struct counts *counts, const char *text)
{
    size_t brackets = 0;
    for (size_t at = 0; text[at];) {
        size_t size = word_size(text + at);
        bool dash = size == 3 && (unsigned char)text[at] == 0xE2;
        if (size && !dash)
            count_word(counts, text + at, size, at, brackets > 0);
        else if (text[at] == '(')
            brackets++;
        else if (text[at] == ')' && brackets)
            brackets--;
        else if ((text[at] == '.' || text[at] == '!' || text[at] == '?') && ends_sentence(text + at + 1))
            end_sentence(counts);
        else if ((text[at] == ':' || text[at] == ';') && !brackets)
            end_stretch(counts);
        at += size ? size : 1;
    }
    end_sentence(counts);
}

static struct counts count_all(const struct case_study *study)
{
    struct counts counts = {.body = &study->body, .answer = study->fields[CASE_SUMMARY].place};
    count_text(&counts, case_text(study, CASE_SUMMARY, ""));
    for (size_t i = 0; i < study->body.block_count; i++) {
        counts.block = &study->body.blocks[i];
        if (!counts.block->cell && !counts.block->indented)
            count_text(&counts, counts.block->text);
    }
    return counts;
}

void readable_check(const struct case_study *study, struct diagnostics *diagnostics)
{
    struct counts counts = count_all(study);
    if (counts.long_count > 1)
        report(diagnostics, CODE_LONG_SENTENCE, counts.place, "make two of it, and of the others",
               "%zu sentences have more than %d words at a stretch; this one has %zu", counts.long_count, WORDS_MAX,
               counts.longest);
    else if (counts.long_count)
        report(diagnostics, CODE_LONG_SENTENCE, counts.place, "make two of it",
               "this sentence has %zu words at a stretch; %d are easy to read", counts.longest, WORDS_MAX);
    if (counts.words < WORDS_LEAST || !study->body.section_count)
        return;
    double grade = 0.39 * counts.words / counts.sentences + 11.8 * counts.syllables / counts.words - 15.59;
    double age = ceil(grade) + AGE_OF_GRADE;
    if (age > AGE_MAX)
        report(diagnostics, CODE_READING_AGE, study->body.sections[0].place,
               "shorter sentences, and shorter words for long ones, make it easier",
               "this text asks for a reading age of %.0f; %d is wanted at most", age, AGE_MAX);
}
