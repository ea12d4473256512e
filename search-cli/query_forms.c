#include "search-cli/query_forms.h"

#include "indexer/base/phrases.h"

const char *const query_forms[QUERY_FORMS][2] = {
    {PHRASE("blood pressure"), PHRASE("words rank: cases with all of them come first")},
    {PHRASE("\"home visits\""), PHRASE("a phrase, which must be there")},
    {PHRASE("-smoking"), PHRASE("a word that must not be there")},
    {PHRASE("+barbers"), PHRASE("a word that must be there")},
    {PHRASE("vaccin*"), PHRASE("words that begin like this")},
    {PHRASE("smoking | vaping"), PHRASE("either; brackets ( ) hold parts together")},
    {"region:london,wales", PHRASE("any of these terms of a field")},
    {"evidence:>=e2", PHRASE("from a term or a date on")},
    {"start:2019..2021", PHRASE("between two")},
    {"analysed:>=500", PHRASE("at least so many in the figures")},
    {"has:cost", PHRASE("what is filled in; also has:what-did-not-work")},
    {"title:barbers", PHRASE("a word of the title")},
    {"place:leeds", PHRASE("a word of the place")},
    {"id:lambeth", PHRASE("how the id begins")},
};
