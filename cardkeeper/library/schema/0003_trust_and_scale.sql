-- What becomes of people who are removed, merged, told apart or erased.

CREATE TABLE trash (
    id INTEGER PRIMARY KEY AUTOINCREMENT,
    contact_id INTEGER NOT NULL,                -- as it was, and as it will be again
    name TEXT NOT NULL,
    removed_at TEXT NOT NULL,
    parts TEXT NOT NULL                         -- Parts, JSON: every row that went with the person
) STRICT;

CREATE INDEX trash_contact ON trash (contact_id);

CREATE TABLE merges (
    id INTEGER PRIMARY KEY AUTOINCREMENT,
    kept_id INTEGER NOT NULL REFERENCES contacts ON DELETE CASCADE,
    merged_id INTEGER NOT NULL,                 -- who became a part of the one that was kept
    name TEXT NOT NULL,                         -- of the merged one
    merged_at TEXT NOT NULL,
    before TEXT NOT NULL,                       -- Contact, JSON: the kept one as it was
    after TEXT NOT NULL,                        -- Contact, JSON: both as one
    parts TEXT NOT NULL                         -- Parts, JSON: the merged one as it was, and which rows were taken over
) STRICT;

CREATE INDEX merges_kept ON merges (kept_id);

CREATE TABLE apart (                            -- not the same, a person said
    id INTEGER PRIMARY KEY AUTOINCREMENT,
    first_id INTEGER NOT NULL REFERENCES contacts ON DELETE CASCADE,
    second_id INTEGER NOT NULL REFERENCES contacts ON DELETE CASCADE,
    UNIQUE (first_id, second_id),
    CHECK (first_id < second_id)
) STRICT;

CREATE INDEX apart_second ON apart (second_id);

CREATE TABLE erased (                           -- who must be taken out of earlier backups, too
    contact_id INTEGER PRIMARY KEY,
    erased_at TEXT NOT NULL,
    pictures TEXT NOT NULL                      -- hashes, JSON
) STRICT;

-- Tells backups of this library from those of another one.
CREATE TABLE identity (library TEXT NOT NULL) STRICT;

INSERT INTO identity VALUES (lower(hex(randomblob(16))));

-- Searches worth keeping.

CREATE TABLE searches (
    id INTEGER PRIMARY KEY AUTOINCREMENT,
    name TEXT NOT NULL,
    words TEXT NOT NULL
) STRICT;

-- How much a step would take to undo, so that the log stays small.

ALTER TABLE undo_steps ADD COLUMN entries INTEGER NOT NULL DEFAULT 0;

UPDATE undo_steps SET entries = (SELECT count(*) FROM undo_entries WHERE step_id = undo_steps.id);

-- Derived, as before: by what the table of people is sorted and narrowed, without reading their lines. Texts are folded;
-- they begin with 0, or are 1 where there is nothing, which so comes last.

CREATE TABLE sortings (
    id INTEGER PRIMARY KEY,                     -- of the contact
    name TEXT NOT NULL,
    work TEXT NOT NULL,
    met TEXT NOT NULL,
    talked TEXT NOT NULL,                       -- empty: never
    step TEXT NOT NULL,                         -- 0 none, 1 open, 2 closed; then the day
    open_loops INTEGER NOT NULL,
    email TEXT NOT NULL,
    phone TEXT NOT NULL,
    tier TEXT NOT NULL,
    tagged TEXT NOT NULL,
    added TEXT NOT NULL,
    company TEXT NOT NULL,                      -- company_key of the current position
    event TEXT NOT NULL,                        -- where they were first met, as it is shown
    met_on TEXT NOT NULL,
    due TEXT NOT NULL,                          -- of the open step due first
    tags TEXT NOT NULL,                         -- as they are, each between two U+001F
    unsure INTEGER NOT NULL
) STRICT;

CREATE INDEX sortings_name ON sortings (name, id);
CREATE INDEX sortings_work ON sortings (work, name, id);
CREATE INDEX sortings_met ON sortings (met, name, id);
CREATE INDEX sortings_talked ON sortings (talked, name, id);
CREATE INDEX sortings_step ON sortings (step, name, id);
CREATE INDEX sortings_open ON sortings (open_loops, name, id);
CREATE INDEX sortings_added ON sortings (added, name, id);
CREATE INDEX sortings_company ON sortings (company, name, id);
CREATE INDEX positions_current ON positions (company_key, company, contact_id) WHERE until IS NULL AND company <> '';
