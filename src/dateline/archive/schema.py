"""The tables of an archive in SQLite, and the way from each older form to the present one.

`MIGRATIONS[n]` leads from version n to n + 1 (SQLite's `user_version`). A migration that has been released is never
changed; a change of the tables, or of what `tokens` gives, is another migration.
"""

from __future__ import annotations

# Marks the file as an archive of Dateline's: "DtLn" (SQLite's `application_id`).
APPLICATION_ID = 0x44744C6E

_FIRST = """
-- Bytes as they came, each content once; zstd.
CREATE TABLE content (
    id INTEGER PRIMARY KEY,
    sha256 BLOB NOT NULL UNIQUE,
    size INTEGER NOT NULL,
    bytes BLOB NOT NULL
);

-- What a reader made of a content: the whole record as JSON, zstd.
CREATE TABLE reading (
    id INTEGER PRIMARY KEY,
    content INTEGER NOT NULL REFERENCES content,
    reader TEXT NOT NULL,
    record BLOB NOT NULL
);
CREATE INDEX reading_content ON reading (content);

-- One row an article, narrow, for filters and order. `capture` is the newest one that shows a version of it.
-- `first`, `last`: publish time in local seconds, and "offset" from UTC, see bounds.py; `time`: for order, in UTC.
CREATE TABLE article (
    id INTEGER PRIMARY KEY,
    capture INTEGER NOT NULL REFERENCES capture,
    rank INTEGER NOT NULL,
    time INTEGER NOT NULL,
    first INTEGER,
    last INTEGER,
    "offset" INTEGER,
    outlet TEXT,
    language TEXT,
    genre TEXT,
    kind TEXT NOT NULL,
    section TEXT
);
CREATE INDEX article_time ON article (time, id);
CREATE INDEX article_outlet ON article (outlet, time, id);

-- A sighting of an article. `at` is the time that orders them, in microseconds UTC: `captured_at`, else when it was added.
-- `version` is the number of the state of the article that it shows, NULL for a poor capture; the numbers only tell states
-- apart. See versions.py.
-- Addresses and origins are bytes: file names need not be valid UTF-8.
CREATE TABLE capture (
    id INTEGER PRIMARY KEY,
    article INTEGER NOT NULL REFERENCES article,
    content INTEGER NOT NULL REFERENCES content,
    reading INTEGER NOT NULL REFERENCES reading,
    version INTEGER,
    at INTEGER NOT NULL,
    added_at INTEGER NOT NULL,
    captured_at TEXT,
    url BLOB,
    origin BLOB,
    media_type TEXT,
    charset TEXT,
    headers TEXT NOT NULL
);
CREATE INDEX capture_article ON capture (article, at);
CREATE INDEX capture_content ON capture (content);
CREATE INDEX capture_version ON capture (version);

-- What articles are known by, hashed; see identity.py.
CREATE TABLE key (
    hash BLOB NOT NULL,
    article INTEGER NOT NULL REFERENCES article,
    PRIMARY KEY (hash, article)
) WITHOUT ROWID;

CREATE TABLE failure (
    id INTEGER PRIMARY KEY,
    origin BLOB NOT NULL,
    url BLOB NOT NULL,
    reason TEXT NOT NULL,
    tries INTEGER NOT NULL,
    at INTEGER NOT NULL,
    UNIQUE (origin, url)
);

-- What was taken down: hashes of the captures (SHA-256) and of what the article was known by (see key), so that it stays out.
CREATE TABLE takedown (
    id INTEGER PRIMARY KEY,
    reason TEXT NOT NULL,
    at INTEGER NOT NULL
);
CREATE TABLE forgotten (
    hash BLOB NOT NULL,
    takedown INTEGER NOT NULL REFERENCES takedown,
    PRIMARY KEY (hash, takedown)
) WITHOUT ROWID;

-- Fed with tokens cut by tokens.py, parted by spaces; it keeps no text of its own. rowid is the article's id.
CREATE VIRTUAL TABLE words USING fts5 (headline, byline, body, tags, content='', tokenize="ascii tokenchars ':_'");
-- Bytes of postings gathered in memory before they are written: a batch of `add_many` goes out in one piece, which halves the
-- work of merging (1 MB is FTS5's own choice).
INSERT INTO words (words, rank) VALUES ('hashsize', 8388608);
-- How many segments of a size are merged at once (4 is FTS5's own choice): fewer rounds of merging while an archive grows.
INSERT INTO words (words, rank) VALUES ('automerge', 8);
"""

_COPIES = """
-- An article whose text is long enough to tell its copies by, with the sketch of it; `family` is the lowest number of an article
-- of its group, NULL for a text that stands alone. See copying.py.
CREATE TABLE copy_text (
    article INTEGER PRIMARY KEY REFERENCES article,
    family INTEGER,
    minima BLOB NOT NULL
);
CREATE INDEX copy_family ON copy_text (family) WHERE family IS NOT NULL;
CREATE TABLE copy_band (
    band INTEGER NOT NULL,
    article INTEGER NOT NULL,
    PRIMARY KEY (band, article)
) WITHOUT ROWID;

-- Searches that are run again and again. `first`, `last` and `outlet` are the bounds as they were given; articles with a number above
-- `newest` are new since it was last run.
CREATE TABLE saved_search (
    name TEXT PRIMARY KEY,
    query TEXT NOT NULL,
    first TEXT,
    last TEXT,
    outlet TEXT,
    saved_at INTEGER NOT NULL,
    run_at INTEGER,
    newest INTEGER NOT NULL
);
"""

MIGRATIONS: tuple[str, ...] = (_FIRST, _COPIES)
