#include "indexer/content/private_words.h"

#include "indexer/base/ascii.h"

#define COUNT(table) (sizeof(table) / sizeof *(table))

static const char *const contacts[] = {"tel",  "telephone", "phone",   "ph",    "mob",       "mobile",   "fax",
                                       "call", "ring",      "contact", "on",    "text",      "t",        "m",
                                       "nhs",  "no",        "number",  "nhsno", "nhsnumber", "landline", "whatsapp"};

static const char *const labels[] = {
    "isbn",    "issn",    "eissn",   "isrctn",   "nct",   "doi",    "pmid",    "pmc",      "grant",   "award",
    "ref",     "version", "charity", "project",  "order", "patent", "eudract", "orcid",    "scopus",  "reference",
    "licence", "company", "invoice", "contract", "batch", "serial", "policy",  "snomed",   "ct",      "uprn",
    "ean",     "barcode", "part",    "model",    "pages", "pp",     "arxiv",   "prospero", "nihr",    "registered",
    "gbp",     "eur",     "usd",     "tender",   "vat",   "duns",   "lsoa",    "sctid",    "easting", "grid"};

static const char *const joining[] = {"number", "no",        "nos", "id",  "code",
                                      "ref",    "reference", "is",  "was", "registration"};

static const char *const parting[] = {" ",      "\t",     "\n",     "-",      ".",      "/",      "(",
                                      ")",      "[",      "]",      "_",      "~",      "\u2012", "\u2013",
                                      "\u2014", "\u2015", "\u2212", "\u2043", "\u2022", "\u22c5", "\u00b7"};

static const char *const files[] = {"png", "jpg",  "jpeg", "gif",  "svg",  "webp", "pdf",  "md",
                                    "js",  "css",  "ico",  "avif", "heic", "tif",  "tiff", "bmp",
                                    "csv", "xlsx", "docx", "html", "htm",  "json", "zip"};

static const char *const host_ends[] = {"uk",   "org",   "com",  "net",    "example", "gov", "eu",
                                        "info", "wales", "scot", "london", "cymru",   "ie",  "coop"};

static const char *const dots[] = {" (dot) ", " [dot] ", " {dot} ", "(dot)", "[dot]", "{dot}", " dot ", "."};

const struct private_words private_words[PRIVATE_LISTS] = {
    [PRIVATE_CONTACTS] = {"contacts", contacts, COUNT(contacts)},
    [PRIVATE_LABELS] = {"labels", labels, COUNT(labels)},
    [PRIVATE_JOINING] = {"joining", joining, COUNT(joining)},
    [PRIVATE_PARTING] = {"parting", parting, COUNT(parting)},
    [PRIVATE_FILES] = {"files", files, COUNT(files)},
    [PRIVATE_HOST_ENDS] = {"hostEnds", host_ends, COUNT(host_ends)},
    [PRIVATE_DOTS] = {"dots", dots, COUNT(dots)},
};

bool private_words_have(enum private_list list, const char *word, size_t size)
{
    return ascii_is_one_of(word, size, private_words[list].words, private_words[list].count);
}

const struct private_at private_ats[] = {
    {" (at) ", true, false}, {" [at] ", true, false}, {" {at} ", true, false}, {" -at- ", true, true},
    {"(at)", true, false},   {"[at]", true, false},   {"{at}", true, false},   {" @ ", true, false},
    {" @", true, true},      {"\n@", true, true},     {"@ ", true, true},      {"@\n", true, true},
    {" at ", true, true},    {"@", false, false},
};
const size_t private_at_count = COUNT(private_ats);
