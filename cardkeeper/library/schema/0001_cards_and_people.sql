-- What comes in.

CREATE TABLE batches (
    id INTEGER PRIMARY KEY AUTOINCREMENT,
    added_at TEXT NOT NULL,
    context TEXT NOT NULL,                      -- MetContext, JSON
    answered INTEGER NOT NULL DEFAULT 0,
    put_off INTEGER NOT NULL DEFAULT 0
) STRICT;

CREATE TABLE scans (
    id INTEGER PRIMARY KEY AUTOINCREMENT,
    sha256 TEXT NOT NULL UNIQUE,
    batch_id INTEGER NOT NULL REFERENCES batches,
    name TEXT NOT NULL,
    media_type TEXT NOT NULL,
    byte_size INTEGER NOT NULL,
    pages INTEGER NOT NULL,
    taken_on TEXT,
    added_at TEXT NOT NULL,
    finished INTEGER NOT NULL DEFAULT 0         -- 1: read to its end; the same bytes are not read again
) STRICT;

CREATE INDEX scans_batch ON scans (batch_id);

CREATE TABLE cards (
    id INTEGER PRIMARY KEY AUTOINCREMENT,
    scan_id INTEGER NOT NULL REFERENCES scans,
    batch_id INTEGER NOT NULL REFERENCES batches,
    page INTEGER NOT NULL,
    number INTEGER NOT NULL,
    cut TEXT NOT NULL,                          -- Card, JSON: where it lies on the page, its size and turn
    picture TEXT NOT NULL,                      -- SHA-256 of the straightened picture
    seconds REAL NOT NULL,
    reading TEXT NOT NULL,                      -- Reading, JSON: the words, boxes and confidences
    draft TEXT NOT NULL,                        -- Draft, JSON: what was understood, and what a person made of it
    state TEXT NOT NULL DEFAULT 'inbox' CHECK (state IN ('inbox', 'accepted', 'skipped')),
    context TEXT,                               -- MetContext, JSON, where it differs from the batch's
    contact_id INTEGER REFERENCES contacts ON DELETE SET NULL,
    skip_reason TEXT NOT NULL DEFAULT '',
    UNIQUE (scan_id, page, number)
) STRICT;

CREATE INDEX cards_state ON cards (state, batch_id);
CREATE INDEX cards_batch ON cards (batch_id);
CREATE INDEX cards_contact ON cards (contact_id);

-- People.

CREATE TABLE contacts (
    id INTEGER PRIMARY KEY AUTOINCREMENT,
    name TEXT NOT NULL,
    notes TEXT NOT NULL,
    tier TEXT,
    added_on TEXT NOT NULL
) STRICT;

CREATE TABLE positions (
    id INTEGER PRIMARY KEY AUTOINCREMENT,
    contact_id INTEGER NOT NULL REFERENCES contacts ON DELETE CASCADE,
    place INTEGER NOT NULL,
    title TEXT NOT NULL,
    department TEXT NOT NULL,
    company TEXT NOT NULL,
    company_key TEXT NOT NULL,                  -- folded, without legal form: equal for one company written in two ways
    since TEXT,
    until TEXT
) STRICT;

CREATE INDEX positions_contact ON positions (contact_id, place);
CREATE INDEX positions_company ON positions (company_key);

CREATE TABLE phones (
    id INTEGER PRIMARY KEY AUTOINCREMENT,
    contact_id INTEGER NOT NULL REFERENCES contacts ON DELETE CASCADE,
    place INTEGER NOT NULL,
    number TEXT NOT NULL,
    kind TEXT NOT NULL,
    e164 TEXT NOT NULL
) STRICT;

CREATE INDEX phones_contact ON phones (contact_id, place);

CREATE TABLE details (
    id INTEGER PRIMARY KEY AUTOINCREMENT,
    contact_id INTEGER NOT NULL REFERENCES contacts ON DELETE CASCADE,
    kind TEXT NOT NULL,                         -- email, website, address, tag, fact, offer, other, unsure
    place INTEGER NOT NULL,
    text TEXT NOT NULL
) STRICT;

CREATE INDEX details_contact ON details (contact_id, kind, place);

-- Where and how they were met, and what comes next.

CREATE TABLE events (
    id INTEGER PRIMARY KEY AUTOINCREMENT,
    name TEXT NOT NULL,
    name_key TEXT NOT NULL,                     -- folded
    held_on TEXT,
    place TEXT NOT NULL
) STRICT;

CREATE INDEX events_name ON events (name_key, held_on);

CREATE TABLE encounters (
    id INTEGER PRIMARY KEY AUTOINCREMENT,
    contact_id INTEGER NOT NULL REFERENCES contacts ON DELETE CASCADE,
    event_id INTEGER REFERENCES events ON DELETE SET NULL,
    card_id INTEGER REFERENCES cards ON DELETE SET NULL,
    event TEXT NOT NULL,
    met_on TEXT,
    place TEXT NOT NULL,
    how TEXT,
    through TEXT NOT NULL,
    about TEXT NOT NULL
) STRICT;

CREATE INDEX encounters_contact ON encounters (contact_id, met_on);
CREATE INDEX encounters_event ON encounters (event_id);
CREATE INDEX encounters_card ON encounters (card_id);

CREATE TABLE follow_ups (
    id INTEGER PRIMARY KEY AUTOINCREMENT,
    contact_id INTEGER NOT NULL REFERENCES contacts ON DELETE CASCADE,
    kind TEXT NOT NULL,
    stage TEXT NOT NULL,
    is_open INTEGER NOT NULL,                   -- 1: something is still to be done
    due TEXT,
    moved_on TEXT NOT NULL,
    reason TEXT NOT NULL
) STRICT;

CREATE INDEX follow_ups_contact ON follow_ups (contact_id);
CREATE INDEX follow_ups_open ON follow_ups (is_open, due);

CREATE TABLE interactions (
    id INTEGER PRIMARY KEY AUTOINCREMENT,
    contact_id INTEGER NOT NULL REFERENCES contacts ON DELETE CASCADE,
    happened_on TEXT NOT NULL,
    channel TEXT NOT NULL,
    direction TEXT NOT NULL,
    text TEXT NOT NULL
) STRICT;

CREATE INDEX interactions_contact ON interactions (contact_id, happened_on);

-- What was done, and the statements that undo it (or, for a step that is undone, do it again), newest last.

CREATE TABLE undo_steps (
    id INTEGER PRIMARY KEY AUTOINCREMENT,
    said TEXT NOT NULL,
    done_at TEXT NOT NULL,
    undone INTEGER NOT NULL DEFAULT 0
) STRICT;

CREATE TABLE undo_entries (
    id INTEGER PRIMARY KEY,
    step_id INTEGER NOT NULL REFERENCES undo_steps ON DELETE CASCADE,
    noun TEXT NOT NULL,                         -- the table
    row_id INTEGER NOT NULL,
    statement TEXT NOT NULL
) STRICT;

CREATE INDEX undo_entries_step ON undo_entries (step_id);
CREATE INDEX undo_entries_row ON undo_entries (noun, row_id);

-- Derived from the above, made anew for each person that changed, within the same transaction; never undone by itself.

CREATE VIRTUAL TABLE search USING fts5 (
    name, work, reach, phones, words,
    tokenize = 'unicode61 remove_diacritics 2', prefix = '1 2 3'
);

CREATE TABLE lookups (
    key TEXT NOT NULL,
    contact_id INTEGER NOT NULL,
    PRIMARY KEY (key, contact_id)
) STRICT, WITHOUT ROWID;

CREATE INDEX lookups_contact ON lookups (contact_id);

CREATE TABLE listings (
    id INTEGER PRIMARY KEY,                     -- of the contact
    person TEXT NOT NULL                        -- PersonRow, JSON
) STRICT;
