-- Schema 1: reports with their originals, sentences, readings, full-text index; judgements.
-- Ids of sentences run 1, 2, 3 … without a hole, in the order of import; nothing is ever deleted.

-- One document through all its versions.
CREATE TABLE document (
    id INTEGER PRIMARY KEY,
    key TEXT NOT NULL UNIQUE              -- what makes it the same document: publisher, country, year, name
) STRICT;

-- One state of a document: the file as it was imported, and what it is.
CREATE TABLE version (
    id INTEGER PRIMARY KEY,
    document INTEGER NOT NULL REFERENCES document (id),
    number INTEGER NOT NULL,              -- 1 for the first, the highest is the newest
    newest INTEGER NOT NULL,              -- 1 for the newest version of its document
    edition INTEGER NOT NULL,             -- 1 where it counts as the publisher's report on its country and year
    name TEXT NOT NULL,                   -- "2023/veldania"
    publisher TEXT,
    country TEXT,                         -- ISO 3166 alpha-3
    year INTEGER,
    title TEXT,
    address TEXT,
    published TEXT,
    modified TEXT,
    language TEXT,
    format TEXT NOT NULL,
    draft INTEGER NOT NULL,               -- 1 where the page calls itself a draft or was unpublished
    origin TEXT NOT NULL,                 -- where the file lay
    imported TEXT NOT NULL,               -- when, ISO 8601
    sha256 BLOB NOT NULL,                 -- of the file
    bytes INTEGER NOT NULL,
    given TEXT NOT NULL,                  -- what the user said about it, JSON; with it the original is read again
    reader TEXT NOT NULL,                 -- version of the program that read and annotated it
    words INTEGER NOT NULL,
    first_sentence INTEGER NOT NULL,      -- id of its first sentence
    sentences INTEGER NOT NULL,           -- how many it has
    statements INTEGER NOT NULL,          -- how many of them count
    notes TEXT NOT NULL,                  -- what was odd, JSON
    columns BLOB NOT NULL,                -- what search filters ask of every sentence, 16 bytes each
    UNIQUE (document, number),
    UNIQUE (sha256, name, given)
) STRICT;
CREATE INDEX version_by_place ON version (country, year, publisher);

-- The file as it was imported, compressed with zstd.
CREATE TABLE original (
    version INTEGER PRIMARY KEY REFERENCES version (id),
    content BLOB NOT NULL
) STRICT;

CREATE TABLE section (
    version INTEGER NOT NULL REFERENCES version (id),
    number INTEGER NOT NULL,              -- position in the outline, from 0
    parent INTEGER,
    depth INTEGER NOT NULL,
    heading TEXT NOT NULL,
    label TEXT NOT NULL,                  -- what a pin-cite calls it
    PRIMARY KEY (version, number)
) STRICT, WITHOUT ROWID;

CREATE TABLE passage (
    version INTEGER NOT NULL REFERENCES version (id),
    number INTEGER NOT NULL,              -- position in the report, from 0
    section INTEGER NOT NULL,
    kind TEXT NOT NULL,
    paragraph INTEGER NOT NULL,           -- number in its section, from 1
    run_in TEXT,                          -- heading at its start
    PRIMARY KEY (version, number)
) STRICT, WITHOUT ROWID;

CREATE TABLE sentence (
    id INTEGER PRIMARY KEY,
    version INTEGER NOT NULL REFERENCES version (id),
    position INTEGER NOT NULL,            -- in the report, from 0
    key INTEGER NOT NULL,                 -- the stable sentence id, as a signed number
    passage INTEGER NOT NULL,
    number INTEGER NOT NULL,              -- in its passage, from 1
    start INTEGER NOT NULL,               -- bytes of the report's text
    end INTEGER NOT NULL,
    source_start INTEGER NOT NULL,        -- bytes of the decoded file
    source_end INTEGER NOT NULL,
    pointer INTEGER NOT NULL,             -- 1 where it only sends the reader elsewhere
    repeats INTEGER,                      -- position of the earlier sentence it repeats
    direction TEXT NOT NULL,
    right INTEGER,                        -- article it is most about
    calls BLOB NOT NULL,                  -- rights and direction with score, rule and deciding words
    text TEXT NOT NULL
) STRICT;

CREATE TABLE rule (
    id INTEGER PRIMARY KEY,
    name TEXT NOT NULL UNIQUE
) STRICT;

CREATE TABLE attribution (
    sentence INTEGER NOT NULL REFERENCES sentence (id),
    number INTEGER NOT NULL,
    source_start INTEGER,                 -- bytes of the sentence, as in all tables below
    source_end INTEGER,
    cue_start INTEGER NOT NULL,
    cue_end INTEGER NOT NULL,
    kind TEXT NOT NULL,
    specificity TEXT NOT NULL,
    stance TEXT NOT NULL,
    body INTEGER REFERENCES named (id),   -- the body the source names
    antecedent TEXT,
    rule INTEGER NOT NULL REFERENCES rule (id),
    PRIMARY KEY (sentence, number)
) STRICT, WITHOUT ROWID;

CREATE TABLE figure (
    sentence INTEGER NOT NULL REFERENCES sentence (id),
    number INTEGER NOT NULL,
    start INTEGER NOT NULL,
    end INTEGER NOT NULL,
    value REAL NOT NULL,
    high REAL,
    qualifier TEXT NOT NULL,
    kind TEXT NOT NULL,
    unit TEXT NOT NULL,
    norm INTEGER NOT NULL,
    rule INTEGER NOT NULL REFERENCES rule (id),
    PRIMARY KEY (sentence, number)
) STRICT, WITHOUT ROWID;

-- Every different name; what is the same person or body is not decided here.
CREATE TABLE named (
    id INTEGER PRIMARY KEY,
    kind TEXT NOT NULL,
    text TEXT NOT NULL,
    UNIQUE (text, kind)
) STRICT;

CREATE TABLE name (
    sentence INTEGER NOT NULL REFERENCES sentence (id),
    number INTEGER NOT NULL,
    start INTEGER NOT NULL,
    end INTEGER NOT NULL,
    named INTEGER NOT NULL REFERENCES named (id),
    description_start INTEGER,
    description_end INTEGER,
    full INTEGER REFERENCES named (id),   -- what a short form stands for
    rule INTEGER NOT NULL REFERENCES rule (id),
    PRIMARY KEY (sentence, number)
) STRICT, WITHOUT ROWID;

-- The full-text index: for each word of a segment (a run of documents) the sentences it stands in, and where.
-- It can be made again from the sentences.
CREATE TABLE posting (
    id INTEGER PRIMARY KEY,
    segment INTEGER NOT NULL,
    word TEXT NOT NULL,                   -- folded
    body BLOB NOT NULL
) STRICT;
CREATE INDEX posting_by_word ON posting (segment, word);

CREATE TABLE segment (
    id INTEGER PRIMARY KEY,
    first_sentence INTEGER NOT NULL,
    sentences INTEGER NOT NULL
) STRICT;

-- What persons decided. Never changed, never removed: a later judgement of the same matter stands beside the earlier.
CREATE TABLE judgement (
    id INTEGER PRIMARY KEY,
    document TEXT NOT NULL,               -- what was judged: the reply or report …
    point TEXT NOT NULL,                  -- … and the point or sentence in it
    verdict TEXT NOT NULL,
    who TEXT NOT NULL,
    at TEXT NOT NULL,                     -- ISO 8601
    shown TEXT NOT NULL,                  -- what the person saw: the proposal and the quotes
    note TEXT NOT NULL
) STRICT;
CREATE INDEX judgement_by_matter ON judgement (document, point);
CREATE TRIGGER judgement_stays BEFORE UPDATE ON judgement
BEGIN SELECT RAISE (ABORT, 'a judgement is never changed'); END;
CREATE TRIGGER judgement_is_kept BEFORE DELETE ON judgement
BEGIN SELECT RAISE (ABORT, 'a judgement is never removed'); END;
