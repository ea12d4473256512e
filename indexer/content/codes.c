#include "indexer/content/codes.h"

/*
 * A row is a code, its meaning, where its examples belong, a wrong one and a right one.
 * An example is short, and true: tests/cli/explain.bats puts each into a case study and
 * checks that. "this-case" is the study it stands in, "other-case" is one more that exists.
 * Those of the text (B), of links (L) and of the catalogue's own files (V) stand in codes_text.inc.
 * The sign that opens a tag is written \74 here, because only html.c prints tags.
 */

/* The end of an example whose outcomes name source 1. */
#define ONE_SOURCE "sources:\n  - title: Evaluation report"

// clang-format off
#define ERROR(id, meaning, where, wrong, right) {{id, SEVERITY_ERROR, false}, meaning, where, wrong, right}
#define WARNING(id, meaning, where, wrong, right) {{id, SEVERITY_WARNING, false}, meaning, where, wrong, right}
#define FAILURE(id, meaning, where, wrong, right) {{id, SEVERITY_ERROR, true}, meaning, where, wrong, right}
// clang-format on

const char *const example_places[EXAMPLE_PLACES] = {
    [IN_FRONT] = "in the front matter",
    [IN_TEXT] = "in the text",
    [AS_TEXT] = "as the whole text",
    [AT_TOP] = "at the top of the file",
    [AS_NAME] = "as the file's name",
    [IN_VOCABULARY] = "in a file of content/vocabulary/",
    [IN_SETTINGS] = "in content/catalogue.yaml",
    [AS_PAGE] = "as a file of content/pages/",
    [IN_SYNONYMS] = "in content/vocabulary/synonyms.yaml",
    [IN_PRINCIPLES] = "in content/vocabulary/principles.yaml",
    [AS_LENS] = "as a file of content/lenses/",
    [IN_WORDS] = "in words",
};

/* Laid out by hand, so that an example stands by itself. */
// clang-format off
const struct code_entry codes[CODE_COUNT] = {
    [CODE_UNREADABLE] = ERROR("F001", "The file could not be opened or read.", IN_WORDS,
        "only its owner may read the file",
        "everybody who works on the catalogue may read the file"),
    [CODE_NOT_A_FILE] = ERROR("F002", "What has the name of a case study is a folder, a link or a device.", IN_WORDS,
        "barbers.md is a link to a file in another folder",
        "barbers.md is the file itself"),
    [CODE_TOO_LARGE] = ERROR("F003", "A file may have at most 256 KiB.", IN_WORDS,
        "a report of 300 KiB, pasted into the case study",
        "two pages of text, and the report's address under sources"),
    [CODE_NOT_UTF8] = ERROR("F004", "The file is saved in another encoding than UTF-8.", IN_WORDS,
        "saved as Windows-1252 (some editors call it ANSI)",
        "saved as UTF-8"),
    [CODE_CONTROL] = ERROR("F005", "An invisible control character stands in the file.", IN_WORDS,
        "a vertical tab that came along from a slide",
        "the same words, typed again"),
    [CODE_FILE_NAME] = ERROR("F006", "A file name is lower-case letters, digits and single hyphens, at most 64, then .md.", AS_NAME,
        "Barbers in Leeds.md",
        "barbers-in-leeds.md"),
    [CODE_NO_FRONT] = ERROR("F007", "The file does not begin with a line of three hyphens.", AT_TOP,
        "title: Barbers offer blood pressure checks\n---\n## The need",
        "---\ntitle: Barbers offer blood pressure checks\n---\n## The need"),
    [CODE_FRONT_OPEN] = ERROR("F008", "No second line of three hyphens ends the front matter.", AT_TOP,
        "---\ntitle: Barbers offer blood pressure checks\n\n## The need",
        "---\ntitle: Barbers offer blood pressure checks\n---\n## The need"),
    [CODE_FRONT_LARGE] = ERROR("F009", "The front matter may have at most 64 KiB.", IN_WORDS,
        "a whole report among the answers",
        "short answers, and the rest in the sections below them"),
    [CODE_SYSTEM] = FAILURE("F010", "The machine failed to read the file; what stands in it is not to blame.", IN_WORDS,
        "a shared drive that went away while the file was read",
        "the same file, read again when the drive is back"),
    [CODE_YAML_SYNTAX] = ERROR("Y101", "A line of the front matter cannot be read as YAML.", IN_FRONT,
        "title: Warm homes: a way out of fuel poverty",
        "title: \"Warm homes: a way out of fuel poverty\""),
    [CODE_YAML_DEPTH] = ERROR("Y102", "Lists and maps are nested more than 32 deep.", IN_FRONT,
        "keywords: [[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[hairdressers]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]",
        "keywords: [hairdressers]"),
    [CODE_YAML_ALIAS] = ERROR("Y103", "Anchors (&) and aliases (*) are not used here.", IN_FRONT,
        "place: &town Leeds",
        "place: Leeds"),
    [CODE_YAML_TAG] = ERROR("Y104", "Tags (!) are not used here.", IN_FRONT,
        "place: !town Leeds",
        "place: Leeds"),
    [CODE_YAML_DIRECTIVE] = ERROR("Y105", "Directives (%) are not used here.", AT_TOP,
        "---\n%YAML 1.1\n--- # the answers\ntitle: Barbers offer blood pressure checks\n---",
        "---\ntitle: Barbers offer blood pressure checks\n---"),
    [CODE_YAML_SECOND] = ERROR("Y106", "A second YAML document begins inside the front matter.", IN_FRONT,
        "place: Leeds\n--- # more\nprogramme: Healthy barbers",
        "place: Leeds\nprogramme: Healthy barbers"),
    [CODE_YAML_DUPLICATE] = ERROR("Y107", "The same key stands twice.", IN_FRONT,
        "place: Leeds\nplace: York",
        "place: Leeds and York"),
    [CODE_YAML_KEY] = ERROR("Y108", "A key must be a word.", IN_FRONT,
        "[place]: Leeds",
        "place: Leeds"),
    [CODE_YAML_NUL] = ERROR("Y109", "A text holds a NUL character.", IN_FRONT,
        "place: \"Leeds\\0\"",
        "place: Leeds"),
    [CODE_UNKNOWN_KEY] = ERROR("C201", "A key that is not known here.", IN_FRONT,
        "tags: [hairdressers]",
        "keywords: [hairdressers]"),
    [CODE_MISSING] = ERROR("C202", "A required answer is missing.", IN_FRONT,
        "partners:\n  - name: Example City Council",
        "partners:\n  - name: Example City Council\n    type: local-authority"),
    [CODE_UNKNOWN_TERM] = ERROR("C203", "A term that the vocabulary does not have.", IN_FRONT,
        "stage: running",
        "stage: live"),
    [CODE_SHAPE] = ERROR("C204", "A list, a text or a group of answers stands where another of them belongs.", IN_FRONT,
        "regions: london",
        "regions: [london]"),
    [CODE_TOO_SHORT] = ERROR("C205", "A text is too short to tell the reader anything.", IN_FRONT,
        "title: Barbers",
        "title: Barbers offer blood pressure checks"),
    [CODE_TOO_LONG] = ERROR("C206", "A text is longer than its place on the page.", IN_FRONT,
        "place: Three wards in the north of the city and two estates in the south-east of it, all in Leeds",
        "place: Five wards of Leeds"),
    [CODE_ITEMS] = ERROR("C207", "A list has too few or too many items.", IN_FRONT,
        "scale: [neighbourhood, place, national]",
        "scale: [neighbourhood, place]"),
    [CODE_REPEATED] = ERROR("C208", "The same item stands twice in a list.", IN_FRONT,
        "actions: [outreach, outreach]",
        "actions: [outreach, case-finding]"),
    [CODE_NUMBER] = ERROR("C209", "Not a plain number.", IN_FRONT,
        "cost:\n  amount: £45,000",
        "cost:\n  amount: 45000"),
    [CODE_DATE] = ERROR("C210", "Not a date, or not a real one.", IN_FRONT,
        "start: April 2021",
        "start: 2021-04"),
    [CODE_ADDRESS] = ERROR("C211", "Not a web or e-mail address.", IN_FRONT,
        "contact:\n  role: Public health team\n  url: www.example.org/contact",
        "contact:\n  role: Public health team\n  url: https://www.example.org/contact"),
    [CODE_ID] = ERROR("C212", "Not the id of a case study.", IN_FRONT,
        "related: [Other case]",
        "related: [other-case]"),
    [CODE_YES_NO] = ERROR("C213", "Neither yes nor no.", IN_FRONT,
        "contact:\n  role: Public health team\n  email: ann.example@example.org\n  consent: perhaps",
        "contact:\n  role: Public health team\n  email: ann.example@example.org\n  consent: true"),
    [CODE_FULL_STOP] = ERROR("C214", "A title has no full stop at its end.", IN_FRONT,
        "title: Barbers offer blood pressure checks.",
        "title: Barbers offer blood pressure checks"),
    [CODE_ALONE] = ERROR("C215", "whole-population stands alone.", IN_FRONT,
        "deprivation_focus: [whole-population, men]",
        "deprivation_focus: [men]"),
    [CODE_END_BEFORE_START] = ERROR("C216", "The end lies before the start.", IN_FRONT,
        "start: 2021-04\nend: 2019",
        "start: 2019\nend: 2021-04"),
    [CODE_CONTACT] = ERROR("C217", "A contact needs a role, and an e-mail address or a page.", IN_FRONT,
        "contact:\n  role: Public health team",
        "contact:\n  role: Public health team\n  url: https://example.org/contact"),
    [CODE_CONSENT] = ERROR("C218", "A person's name is published only with their consent.", IN_FRONT,
        "contact:\n  role: Public health team\n  name: Ann Example\n  email: public-health@example.org",
        "contact:\n  role: Public health team\n  email: public-health@example.org"),
    [CODE_REACH] = ERROR("C219", "More people were reached than there were.", IN_FRONT,
        "reach:\n  people: 1200\n  of: 300",
        "reach:\n  people: 300\n  of: 1200"),
    [CODE_OUTCOME] = ERROR("C220", "An outcome lacks what its kind needs.", IN_FRONT,
        "outcomes:\n  - measure: Checks in a year",
        "result: reached\n"
        "outcomes:\n"
        "  - measure: Checks in a year\n"
        "    after: 1200\n"
        "    source: 1\n"
        ONE_SOURCE),
    [CODE_COMPARATOR] = ERROR("C221", "A comparison lacks figures, or does not say what it compares with.", IN_FRONT,
        "outcomes:\n"
        "  - measure: Checks in a year\n"
        "    unit: checks\n"
        "    better: higher\n"
        "    baseline: 300\n"
        "    after: 1200\n"
        "    source: 1\n"
        "    comparator: Women in the same wards\n"
        ONE_SOURCE,
        "outcomes:\n"
        "  - measure: Checks in a year\n"
        "    unit: checks\n"
        "    better: higher\n"
        "    baseline: 300\n"
        "    after: 1200\n"
        "    source: 1\n"
        "    comparator: Women in the same wards\n"
        "    comparator_is: better-off\n"
        "    comparator_baseline: 900\n"
        "    comparator_after: 1300\n"
        ONE_SOURCE),
    [CODE_SOURCE_NUMBER] = ERROR("C222", "An outcome names a source that the list does not have.", IN_FRONT,
        "outcomes:\n"
        "  - measure: Checks in a year\n"
        "    after: 1200\n"
        "    source: 2\n"
        ONE_SOURCE,
        "result: reached\n"
        "outcomes:\n"
        "  - measure: Checks in a year\n"
        "    after: 1200\n"
        "    source: 1\n"
        ONE_SOURCE),
    [CODE_MEASURE] = ERROR("C223", "A measure that measures.yaml does not have.", IN_FRONT,
        "outcomes:\n"
        "  - measure_id: pressure-checks\n"
        "    after: 1200\n"
        "    source: 1\n"
        ONE_SOURCE,
        "result: reached\n"
        "outcomes:\n"
        "  - measure_id: blood-pressure-checks-done\n"
        "    after: 1200\n"
        "    source: 1\n"
        ONE_SOURCE),
    [CODE_LEADS] = ERROR("C224", "More than one partner leads.", IN_FRONT,
        "partners:\n"
        "  - {name: Example City Council, type: local-authority, role: lead}\n"
        "  - {name: Example Barbers, type: employer, role: lead}",
        "partners:\n"
        "  - {name: Example City Council, type: local-authority, role: lead}\n"
        "  - {name: Example Barbers, type: employer}"),
    [CODE_ESTIMATE] = ERROR("C225", "An estimate that cannot be right.", IN_FRONT,
        "outcomes:\n"
        "  - measure: Early births\n"
        "    better: lower\n"
        "    source: 1\n"
        "    estimate: {type: odds-ratio, value: 0.58, low: 0.69, high: 0.49}\n"
        ONE_SOURCE,
        "outcomes:\n"
        "  - measure: Early births\n"
        "    better: lower\n"
        "    source: 1\n"
        "    estimate: {type: odds-ratio, value: 0.58, low: 0.49, high: 0.69}\n"
        ONE_SOURCE),
    [CODE_REFERENCE] = ERROR("C226", "A 0 or a 1 that another figure is counted from stands as a figure.", IN_FRONT,
        "outcomes:\n"
        "  - measure: Women who stopped smoking\n"
        "    unit: odds (before = 1)\n"
        "    better: higher\n"
        "    baseline: 1\n"
        "    after: 1.81\n"
        "    source: 1\n"
        ONE_SOURCE,
        "outcomes:\n"
        "  - measure: Women who stopped smoking\n"
        "    better: higher\n"
        "    estimate: {type: odds-ratio, value: 1.81, compared_with: the time before}\n"
        "    source: 1\n"
        ONE_SOURCE),
    [CODE_NO_SOURCE] = WARNING("C301", "A figure without its source.", IN_FRONT,
        "outcomes:\n  - measure: Checks in a year\n    after: 1200",
        "result: reached\n"
        "outcomes:\n"
        "  - measure: Checks in a year\n"
        "    after: 1200\n"
        "    source: 1\n"
        ONE_SOURCE),
    [CODE_NO_END] = WARNING("C302", "It ended or was stopped, and the file does not say when.", IN_FRONT,
        "stage: ended",
        "stage: ended\nend: 2023"),
    [CODE_GAP_AT_ODDS] = WARNING("C303", "gap_effect says something else than the figures.", IN_FRONT,
        "gap_effect: widened\n"
        "outcomes:\n"
        "  - measure: Checks in a year\n"
        "    unit: checks\n"
        "    better: higher\n"
        "    baseline: 300\n"
        "    after: 1200\n"
        "    source: 1\n"
        "    comparator: Women in the same wards\n"
        "    comparator_is: better-off\n"
        "    comparator_baseline: 900\n"
        "    comparator_after: 1300\n"
        ONE_SOURCE,
        "gap_effect: narrowed\n"
        "outcomes:\n"
        "  - measure: Checks in a year\n"
        "    unit: checks\n"
        "    better: higher\n"
        "    baseline: 300\n"
        "    after: 1200\n"
        "    source: 1\n"
        "    comparator: Women in the same wards\n"
        "    comparator_is: better-off\n"
        "    comparator_baseline: 900\n"
        "    comparator_after: 1300\n"
        ONE_SOURCE),
    [CODE_NOT_MAINSTREAMED] = WARNING("C304", "mainstreamed is filled, and the stage is another.", IN_FRONT,
        "stage: live\nmainstreamed:\n  by: Example Trust",
        "stage: mainstreamed\nmainstreamed:\n  by: Example Trust"),
    [CODE_MAILBOX] = WARNING("C305", "An e-mail address that may be a person's own.", IN_FRONT,
        "contact:\n  role: Barbers project\n  email: ann.example@example.org",
        "contact:\n  role: Barbers project\n  email: barbers.project@example.org"),
    [CODE_UNSUPPORTED] = WARNING("C306", "A result is called better or worse, and no figure, estimate or finding shows it.", IN_FRONT,
        "evaluation: activity\n"
        "outcomes:\n"
        "  - measure: Checks in a year\n"
        "    after: 1200\n"
        "    source: 1\n"
        ONE_SOURCE,
        "result: reached\n"
        "outcomes:\n"
        "  - measure: Checks in a year\n"
        "    after: 1200\n"
        "    source: 1\n"
        ONE_SOURCE),
    [CODE_CO_PRODUCTION] = WARNING("C307", "Co-production is named, and those affected were asked at most.", IN_FRONT,
        "actions: [co-production]\ninvolvement: consulted",
        "actions: [co-production]\ninvolvement: co-designed"),
    [CODE_ADOPTER] = WARNING("C308", "One of the partners is said to have taken it up elsewhere.", IN_FRONT,
        "adoptions:\n  - {where: Sutton, by: Example City Council, year: 2024, result: too-early}",
        "adoptions:\n  - {where: Sutton, by: Sutton Council, year: 2024, result: too-early}"),
    [CODE_AVERAGE] = WARNING("C309", "Everybody stands as the better-off group.", IN_FRONT,
        "outcomes:\n"
        "  - measure: Checks in a year\n"
        "    unit: \"%\"\n"
        "    better: higher\n"
        "    baseline: 30\n"
        "    after: 40\n"
        "    comparator: England\n"
        "    comparator_is: better-off\n"
        "    comparator_after: 50\n"
        "    source: 1\n"
        ONE_SOURCE,
        "outcomes:\n"
        "  - measure: Checks in a year\n"
        "    unit: \"%\"\n"
        "    better: higher\n"
        "    baseline: 30\n"
        "    after: 40\n"
        "    comparator: England\n"
        "    comparator_is: average\n"
        "    comparator_after: 50\n"
        "    source: 1\n"
        ONE_SOURCE),
    [CODE_CONTACT_SOURCE] = WARNING("C310", "The only contact is a page that is one of the sources.", IN_FRONT,
        "contact:\n"
        "  role: Public health team\n"
        "  url: https://example.org/report\n"
        "sources:\n"
        "  - title: Evaluation report\n"
        "    url: https://example.org/report",
        "contact:\n"
        "  role: Public health team\n"
        "  url: https://example.org/contact\n"
        "sources:\n"
        "  - title: Evaluation report\n"
        "    url: https://example.org/report"),
    [CODE_ROUNDED] = WARNING("C311", "A word rounds a figure that stands as an exact one.", IN_FRONT,
        "outcomes:\n"
        "  - measure: Men who came in a year (about 80%)\n"
        "    unit: \"%\"\n"
        "    better: higher\n"
        "    baseline: 40\n"
        "    after: 80\n"
        "    source: 1\n"
        ONE_SOURCE,
        "outcomes:\n"
        "  - measure: Men who came in a year\n"
        "    unit: \"%\"\n"
        "    better: higher\n"
        "    baseline: 40\n"
        "    after: 80\n"
        "    about: yes\n"
        "    source: 1\n"
        ONE_SOURCE),
    [CODE_SAME_SAMPLE] = WARNING("C312", "The number that took part stands on every outcome of a comparison.", IN_FRONT,
        "evaluation: trial\n"
        "outcomes:\n"
        "  - {measure: Checks, better: higher, sample: 900, estimate: {type: risk-ratio, value: 1.2}, source: 1}\n"
        "  - {measure: Strokes, better: lower, sample: 900, estimate: {type: risk-ratio, value: 0.9}, source: 1}\n"
        "  - {measure: Deaths, better: lower, sample: 900, estimate: {type: risk-ratio, value: 1.0}, source: 1}\n"
        ONE_SOURCE,
        "evaluation: trial\n"
        "outcomes:\n"
        "  - {measure: Checks, better: higher, estimate: {type: risk-ratio, value: 1.2, analysed: 874}, source: 1}\n"
        "  - {measure: Strokes, better: lower, estimate: {type: risk-ratio, value: 0.9, analysed: 812}, source: 1}\n"
        "  - {measure: Deaths, better: lower, estimate: {type: risk-ratio, value: 1.0, analysed: 900}, source: 1}\n"
        ONE_SOURCE),
    [CODE_LEAD_UNNAMED] = WARNING("C313", "The text never names the partner that leads.", IN_FRONT,
        "partners:\n  - {name: Barnsley Council, type: local-authority}",
        "partners:\n  - {name: Example City Council, type: local-authority}"),
    [CODE_SAID_BY] = WARNING("C314", "Lived experience that those who lived it did not tell.", IN_FRONT,
        "outcomes:\n"
        "  - measure: What it was like\n"
        "    kind: lived-experience\n"
        "    finding: Men felt welcome\n"
        "    said_by: Nurses of the team\n"
        "  - measure: Checks in a year\n"
        "    kind: finding\n"
        "    finding: There were more",
        "outcomes:\n"
        "  - measure: What it was like\n"
        "    kind: lived-experience\n"
        "    finding: We felt welcome\n"
        "    said_by: Men who had the check\n"
        "  - measure: Checks in a year\n"
        "    kind: finding\n"
        "    finding: There were more"),
    [CODE_ABSENCE] = WARNING("C315", "Something is said not to be published or found, and not who looked where.", IN_FRONT,
        "summary: Few men in two wards had their blood pressure checked. Barbers were trained to offer it. No figures were published.",
        "summary: Few men in two wards had their blood pressure checked. Barbers were trained to offer it. No figures were published.\n"
        "searches:\n"
        "  - {date: 2026-11-24, where: a web search, words: barbers blood pressure evaluation}"),
    [CODE_FAR_DATE] = WARNING("C316", "A date lies years after that of every other case study.", IN_WORDS,
        "published: 2036-05-01, where all others were published up to 2026",
        "published: 2026-05-01"),
    [CODE_PERSON] = WARNING("C331", "A contact that may be one person by name.", IN_FRONT,
        "contact:\n  role: Dr Jane Example\n  url: https://example.org/contact",
        "contact:\n  role: Public health team\n  url: https://example.org/contact"),
    [CODE_PADDED] = WARNING("C332", "Blanks at an end of an answer in quotation marks.", IN_FRONT,
        "place: \" Leeds\"",
        "place: Leeds"),
    [CODE_MARKUP] = WARNING("C333", "Markdown, HTML or an entity in an answer, where it is shown as it is typed.", IN_FRONT,
        "place: Leeds &amp; York",
        "place: Leeds & York"),
    [CODE_QUOTED] = WARNING("C334", "Curly quotation marks around an answer, which readers see.", IN_FRONT,
        "place: “Leeds”",
        "place: Leeds"),
    [CODE_PLACEHOLDER_ANSWER] = WARNING("C335", "An answer that was to be written later.", IN_FRONT,
        "place: TODO",
        "place: Leeds"),
#include "indexer/content/codes_text.inc"
};
// clang-format on
