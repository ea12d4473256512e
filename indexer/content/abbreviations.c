#include "indexer/content/abbreviations.h"

#include <string.h>

#include "indexer/base/ascii.h"
#include "indexer/base/string_list.h"
#include "indexer/base/word_find.h"
#include "indexer/content/codes.h"
#include "indexer/content/synonym.h"

#define COUNT(table) (sizeof(table) / sizeof *(table))

/* Words that are looked up are few, so that no text takes long. */
enum { LETTERS_LEAST = 2, LETTERS_MOST = 6, SEEN_MAX = 300, PASSED_MAX = 6 };

/* As in any newspaper, or in any letter from a council. */
static const char *const everyday[] = {
    "NHS",  "NI", "GP",  "UK",    "US",    "USA", "EU",  "UN",    "HM",   "BBC",  "TV",   "PDF",  "DVD",
    "CD",   "IT", "PC",  "ID",    "OK",    "AM",  "PM",  "VAT",   "MP",   "HIV",  "DNA",  "GCSE", "YMCA",
    "YWCA", "PE", "CV",  "SMS",   "AD",    "BC",  "FAQ", "A&E",   "DJ",   "MOT",  "PIN",  "QR",   "URL",
    "USB",  "WC", "RAF", "NSPCC", "RSPCA", "BA",  "MA",  "COVID", "AIDS", "NATO", "HTML", "ISBN", "DOI"};

/* What stands where something was to be written is told as that. */
static const char *const unwritten[] = {"TODO", "TBC", "TBD", "FIXME", "XX",    "XXX",
                                        "XXXX", "REF", "TOC", "DRAFT", "CHECK", "INSERT"};

/* The case that is looked at, and the abbreviations that were met. */
struct looking {
    struct arena *arena;
    const struct case_study *study;
    const struct vocabularies *vocabularies;
    struct diagnostics *diagnostics;
    struct string_list seen;
};

static bool is_word(char byte)
{
    return ascii_is_letter(byte) || ascii_is_digit(byte) || ((unsigned char)byte & 0x80);
}

/* Bytes of the capitals that are a word here, without an s of the plural; 0 when there are none. */
static size_t capitals_at(const char *text, size_t at)
{
    size_t size = 0;
    if (at && (is_word(text[at - 1]) || strchr("-&'/", text[at - 1])))
        return 0;
    while (ascii_is_capital(text[at + size]) ||
           (size && text[at + size] == '&' && ascii_is_capital(text[at + size + 1])))
        size++;
    size_t behind = at + size + (text[at + size] == 's');
    bool code = text[behind] == '-' && (ascii_is_capital(text[behind + 1]) || ascii_is_digit(text[behind + 1]));
    bool number = text[behind] == ' ' && ascii_is_digit(text[behind + 1]);
    bool ends = !number && !code && !is_word(text[behind]) && !(text[behind] && strchr("&/_", text[behind]));
    return ends && size >= LETTERS_LEAST && size <= LETTERS_MOST && strspn(text + at, "IVXLC") < size ? size : 0;
}

/* Where other words are all in capitals too, somebody raised the voice. */
static bool is_loud(const char *text, size_t at, size_t size)
{
    size_t next = at + size + strspn(text + at + size, " ");
    size_t before = at;
    while (before && text[before - 1] == ' ')
        before--;
    bool after =
        next > at + size && ascii_is_capital(text[next]) && (ascii_is_capital(text[next + 1]) || text[next + 1] == ' ');
    return after ||
           (before < at && before > 1 && ascii_is_capital(text[before - 1]) && ascii_is_capital(text[before - 2]));
}

static bool list_has(const struct string_list *words, const char *word)
{
    for (size_t i = 0; i < words->count; i++)
        if (word_find(words->items[i], word))
            return true;
    return false;
}

static bool catalogue_knows(const struct looking *looking, const char *word)
{
    const struct vocabulary *glossary = vocabulary_find(looking->vocabularies, "glossary");
    const struct synonyms *synonyms = looking->vocabularies->synonyms;
    for (size_t i = 0; glossary && i < glossary->count; i++)
        if (word_find(glossary->terms[i].label, word) || list_has(&glossary->terms[i].search_words, word))
            return true;
    for (size_t i = 0; synonyms && i < synonyms->count; i++)
        for (size_t j = 0; j < SYNONYM_KINDS; j++)
            if (list_has(&synonyms->items[i].members[j], word))
                return true;
    return false;
}

/* Small words that an abbreviation may pass over. */
static size_t passed_over(const char *word, size_t size)
{
    static const char *const small[] = {"and", "of", "for", "the", "in", "to", "on", "a", "with", "at"};
    return ascii_is_one_of(word, size, small, COUNT(small));
}

/* Whether words that begin here have the letters of an abbreviation as their first ones. */
static bool begins_with_letters(const char *text, const char *letters)
{
    for (size_t passed = 0; *letters && passed < PASSED_MAX;) {
        size_t size = 0;
        letters += *letters == '&';
        while (is_word(text[size]))
            size++;
        if (!size)
            return false;
        if (ascii_lower(*text) == ascii_lower(*letters))
            letters++;
        else if (!passed_over(text, size) || ++passed == PASSED_MAX)
            return false;
        text += size + strspn(text + size, " \n-,&/");
    }
    return true;
}

/* "(ABC)", "ABC (words)", or words with its letters. */
static bool explains(const char *text, const char *word)
{
    for (const char *at = text; (at = word_find(at, word)) != NULL; at++) {
        const char *behind = at + strlen(word) + (at[strlen(word)] == 's');
        if ((at > text && at[-1] == '(') || strncmp(behind, " (", 2) == 0)
            return true;
    }
    for (size_t at = 0; text[at]; at++)
        if ((!at || !is_word(text[at - 1])) && is_word(text[at]) && begins_with_letters(text + at, word))
            return true;
    return false;
}

/* Names that the answers give: programme, keywords, partners and sources. */
static bool names_it(const struct value *value, const char *word)
{
    if (value->kind == VALUE_TEXT && (word_find(value->text, word) || explains(value->text, word)))
        return true;
    for (size_t i = 0; i < value->count; i++)
        if (names_it(&value->items[i], word))
            return true;
    return false;
}

static bool file_explains(const struct looking *looking, const char *word)
{
    static const enum case_field named[] = {CASE_PROGRAMME, CASE_KEYWORDS, CASE_PARTNERS, CASE_SOURCES, CASE_OUTCOMES};
    for (size_t i = 0; i < COUNT(named); i++)
        if (names_it(&looking->study->fields[named[i]], word))
            return true;
    return explains(case_text(looking->study, CASE_TITLE, ""), word) ||
           explains(case_text(looking->study, CASE_SUMMARY, ""), word) || explains(looking->study->body.plain, word);
}

static bool is_known(const struct looking *looking, const char *word)
{
    for (size_t i = 0; i < COUNT(everyday); i++)
        if (strcmp(everyday[i], word) == 0)
            return true;
    for (size_t i = 0; i < COUNT(unwritten); i++)
        if (strcmp(unwritten[i], word) == 0)
            return true;
    return catalogue_knows(looking, word) || file_explains(looking, word);
}

/* `block` is NULL for an answer, which stands at `place`. */
static void look_through(struct looking *looking, const char *text, const struct markdown_block *block,
                         struct place place)
{
    for (size_t at = 0; text[at] && !diagnostics_full(looking->diagnostics) && looking->seen.count < SEEN_MAX; at++) {
        size_t size = capitals_at(text, at);
        if (!size)
            continue;
        const char *word = arena_copy(looking->arena, text + at, size);
        if (!is_loud(text, at, size) && !string_list_have(&looking->seen, word)) {
            string_list_add(looking->arena, &looking->seen, word);
            if (!is_known(looking, word))
                report(looking->diagnostics, CODE_ABBREVIATION,
                       block ? markdown_place_in(&looking->study->body, block, at, size) : place,
                       "write its words out where it first stands, or use them throughout",
                       "\"%s\" is explained nowhere in this file, nor in the catalogue's glossary", word);
        }
        at += size - 1;
    }
}

void abbreviations_check(struct arena *arena, const struct case_study *study, const struct vocabularies *vocabularies,
                         struct diagnostics *diagnostics)
{
    static const enum case_field answers[] = {CASE_TITLE, CASE_SUMMARY};
    struct looking looking = {arena, study, vocabularies, diagnostics, {0}};
    for (size_t i = 0; i < COUNT(answers); i++)
        look_through(&looking, case_text(study, answers[i], ""), NULL, study->fields[answers[i]].place);
    for (size_t i = 0; i < study->body.block_count; i++)
        if (!study->body.blocks[i].quoted)
            look_through(&looking, study->body.blocks[i].words, &study->body.blocks[i], (struct place){0, 0, 0});
}
