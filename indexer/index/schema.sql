-- The index of a catalogue: one SQLite file, derived from content/ and never the
-- only copy of anything. Any sqlite3 opens it:
--
--   SELECT cases.id, cases.title FROM search JOIN cases ON cases.row = search.rowid
--   WHERE search MATCH 'barber' ORDER BY rank LIMIT 10;
--
--   SELECT id FROM cases JOIN tags ON tags.row = cases.row
--   WHERE field = 'priority_areas' AND term = 'cvd';
--
-- Each page ends in a sum of it, in eight bytes that SQLite leaves free (page_sums.h): what another program writes is
-- taken for damage, and read by it as ever.
--
-- PRAGMA application_id is 0x48494361 ("HICa"); PRAGMA user_version is the version
-- of this schema, and another version is built anew, never changed in place.

-- What the publisher decided (content/catalogue.yaml), what the index was built from, and the as-of date.
CREATE TABLE settings (
    key TEXT NOT NULL PRIMARY KEY,
    value TEXT NOT NULL
) WITHOUT ROWID;

-- One row for each case study that was good when it was last read.
CREATE TABLE cases (
    row INTEGER PRIMARY KEY,      -- joins search, tags; an internal number that nothing is sorted by
    id TEXT NOT NULL UNIQUE,      -- the file's name without .md
    path TEXT NOT NULL,           -- content/case-studies/<id>.md
    title TEXT NOT NULL,
    summary TEXT NOT NULL,
    place TEXT NOT NULL,          -- '' when not given
    published TEXT NOT NULL,      -- YYYY-MM-DD, '' when not given
    stage TEXT NOT NULL,
    result TEXT NOT NULL,
    evaluation TEXT NOT NULL,
    evidence TEXT NOT NULL,       -- e0 to e5, computed
    gap_effect TEXT NOT NULL,
    review_status TEXT NOT NULL,  -- '' when no review is recorded
    newest_date TEXT NOT NULL,    -- the later of published and reviewed
    completeness INTEGER NOT NULL, -- advised fields that are filled
    outline INTEGER NOT NULL,     -- hash of front matter, headings and points of lists: all that reports read of it
    outdated INTEGER NOT NULL DEFAULT 0, -- 1: the file has errors now, and this is its last good state
    source_hash INTEGER NOT NULL  -- 64-bit FNV-1a of its source: tells another text without reading it, and a damaged one
);
CREATE INDEX cases_newest ON cases (published DESC, id);

-- The whole file of each case as it was read; apart, so that a list of cases does not pass by their texts.
CREATE TABLE sources (
    row INTEGER PRIMARY KEY REFERENCES cases (row),
    source TEXT NOT NULL
);

-- Every term that a case has, under the name that queries use; derived ones too (partner_types, evidence ...).
-- The field 'has' has the fields, kinds of figures and sections that a case has (cost, estimate, what-did-not-work).
-- The field 'measure' has the shared measures (measures.yaml) of which it has a figure.
CREATE TABLE tags (
    field TEXT NOT NULL,
    term TEXT NOT NULL,
    row INTEGER NOT NULL REFERENCES cases (row),
    PRIMARY KEY (row, field, term)
) WITHOUT ROWID;

-- The vocabularies (content/vocabulary/), in the order of the files.
CREATE TABLE terms (
    vocabulary TEXT NOT NULL,     -- 'priority-areas'
    position INTEGER NOT NULL,
    id TEXT NOT NULL,
    label TEXT NOT NULL,
    definition TEXT NOT NULL,
    "group" TEXT NOT NULL,
    search_words TEXT NOT NULL,   -- one a line
    shown_by TEXT NOT NULL,       -- principles only, one condition a line
    acts TEXT NOT NULL,           -- types of partners only: who acts when one leads
    first INTEGER NOT NULL,       -- 1: known to matter, so that its empty pairs on the gap map are named before others
    PRIMARY KEY (vocabulary, position)
) WITHOUT ROWID;

-- Measures that several cases share (content/vocabulary/measures.yaml).
CREATE TABLE measures (
    position INTEGER NOT NULL PRIMARY KEY,
    id TEXT NOT NULL,
    label TEXT NOT NULL,
    unit TEXT NOT NULL,
    better TEXT NOT NULL,
    definition TEXT NOT NULL
);

-- Policies and frameworks as questions put to the same cases (content/lenses/).
CREATE TABLE lenses (
    id TEXT NOT NULL PRIMARY KEY, -- the file's name without .yaml
    name TEXT NOT NULL,
    source TEXT NOT NULL,
    began TEXT NOT NULL,          -- from which year it held, '' when not known
    ended TEXT NOT NULL,          -- until which, '' when it still does
    replaced_by TEXT NOT NULL,
    summary TEXT NOT NULL
) WITHOUT ROWID;

CREATE TABLE lens_cells (
    lens TEXT NOT NULL REFERENCES lenses (id),
    axis INTEGER NOT NULL,        -- 0: its questions; 1: what they are crossed with
    position INTEGER NOT NULL,
    id TEXT NOT NULL,
    label TEXT NOT NULL,
    question TEXT NOT NULL,
    query TEXT NOT NULL,          -- in the query language
    heading TEXT NOT NULL,        -- that begins here, else ''
    PRIMARY KEY (lens, axis, position)
) WITHOUT ROWID;

-- How great a need is, as the owner of the catalogue states it (content/need.csv).
CREATE TABLE needs (
    position INTEGER PRIMARY KEY,
    vocabulary TEXT NOT NULL,     -- of the term
    term TEXT NOT NULL,
    figure TEXT NOT NULL,         -- a plain number
    what TEXT NOT NULL,           -- it counts
    source TEXT NOT NULL
);

-- Which case mentions which: links in the text, related, replaces, adapted_from, aliases.
CREATE TABLE mentions (
    from_id TEXT NOT NULL,
    kind INTEGER NOT NULL,        -- 0 link, 1 related, 2 replaces, 3 adapted_from, 4 alias
    to_id TEXT NOT NULL,
    line INTEGER NOT NULL,
    "column" INTEGER NOT NULL,
    length INTEGER NOT NULL
);
CREATE INDEX mentions_from ON mentions (from_id);
CREATE INDEX mentions_to ON mentions (to_id);

-- The words. tags holds labels, search words, places, partners and keywords. Behind a word of settings.stem_exceptions
-- stands the character U+2065, which nobody sees: MATCH 'addressing' finds it as 'addressing' || char(0x2065).
CREATE VIRTUAL TABLE search USING fts5 (
    title, summary, tags, body,
    tokenize = 'porter unicode61 remove_diacritics 2'
);

-- For ranking without a look-up a row: how many words each column of a row has.
-- Block n holds rows n*128 to n*128+127, four 32-bit little-endian numbers a row.
CREATE TABLE lengths (
    block INTEGER NOT NULL PRIMARY KEY,
    data BLOB NOT NULL
);

-- For filters and counts: the rows that have a term, one bit each, least significant first.
-- The field '' has the sets that are not tags: 'visible' is what searches and counts see.
CREATE TABLE term_rows (
    field TEXT NOT NULL,
    term TEXT NOT NULL,
    rows BLOB NOT NULL,
    PRIMARY KEY (field, term)
) WITHOUT ROWID;

-- The words of the indexed texts as they are written (lower case, without diacritics), for corrections and completion.
CREATE TABLE words (
    word TEXT NOT NULL PRIMARY KEY,
    stem TEXT NOT NULL,           -- what the full-text index holds for it
    count INTEGER NOT NULL        -- how often it stands in title, summary, tags and body of all cases
) WITHOUT ROWID;
CREATE INDEX words_stem ON words (stem);

-- What the texts write as one of several words (well-being, COVID-19, 45,000), by how it is written without a break.
CREATE TABLE compounds (
    joined TEXT NOT NULL,         -- 'wellbeing'
    parts TEXT NOT NULL,          -- 'well being'
    count INTEGER NOT NULL,
    PRIMARY KEY (joined, parts)
) WITHOUT ROWID;

-- Groups of words that mean the same to a searcher (content/vocabulary/synonyms.yaml), in the order of the file.
CREATE TABLE synonyms (
    "group" INTEGER NOT NULL,
    position INTEGER NOT NULL,
    kind TEXT NOT NULL,           -- words, related, hints or match_only: the keys of the file, explained there
    text TEXT NOT NULL,
    stems TEXT NOT NULL,          -- the stems of its words, with blanks between
    PRIMARY KEY ("group", position)
) WITHOUT ROWID;
CREATE INDEX synonyms_stems ON synonyms (stems);

-- Words that search must know although no case study may have them (content/vocabulary/known-words/).
CREATE TABLE known_words (
    word TEXT NOT NULL,           -- as the index folds it; several words with blanks between are a phrase
    kind INTEGER NOT NULL,        -- 0: a name; 1: plain English; 2: says in what manner, by whom; 3: says how one asks
    stems TEXT NOT NULL,          -- the stems of its words, with blanks between
    PRIMARY KEY (word, kind)
) WITHOUT ROWID;
CREATE INDEX known_words_stems ON known_words (stems);

-- Dates that queries compare (published:>=2025): YYYY, YYYY-MM or YYYY-MM-DD, as written.
CREATE TABLE dates (
    field TEXT NOT NULL,          -- published, start, end, reviewed
    date TEXT NOT NULL,
    row INTEGER NOT NULL REFERENCES cases (row),
    PRIMARY KEY (field, date, row)
) WITHOUT ROWID;
CREATE INDEX dates_row ON dates (row);

-- Numbers that queries compare (analysed:>=500); what is not known has no row.
CREATE TABLE numbers (
    field TEXT NOT NULL,          -- analysed
    number INTEGER NOT NULL,
    row INTEGER NOT NULL REFERENCES cases (row),
    PRIMARY KEY (field, number, row)
) WITHOUT ROWID;
CREATE INDEX numbers_row ON numbers (row);

-- How each file looked when it was read: only changed files are read again.
-- This table is empty in the database that a site offers.
CREATE TABLE files (
    path TEXT NOT NULL PRIMARY KEY,
    size INTEGER NOT NULL,
    modified INTEGER NOT NULL,    -- nanoseconds since 1970; 0 when it was too fresh to be trusted
    hash INTEGER NOT NULL         -- 64-bit FNV-1a of the bytes
) WITHOUT ROWID;
