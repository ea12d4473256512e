#include "search-cli/query_forms.h"

const char *const query_forms[QUERY_FORMS][2] = {
    {"blood pressure", "words rank: cases with all of them come first"},
    {"\"home visits\"", "a phrase, which must be there"},
    {"-smoking", "a word that must not be there"},
    {"+barbers", "a word that must be there"},
    {"vaccin*", "words that begin like this"},
    {"smoking | vaping", "either; brackets ( ) hold parts together"},
    {"region:london,wales", "any of these terms of a field"},
    {"evidence:>=e2", "from a term or a date on"},
    {"start:2019..2021", "between two"},
    {"analysed:>=500", "at least so many in the figures"},
    {"has:cost", "what is filled in; also has:what-did-not-work"},
    {"title:barbers", "a word of the title"},
    {"place:leeds", "a word of the place"},
    {"id:lambeth", "how the id begins"},
};
