-- Words that somebody began to write and did not keep yet.

CREATE TABLE begun (
    id INTEGER PRIMARY KEY AUTOINCREMENT,
    place TEXT NOT NULL,                                                             -- which field they stand in
    contact_id INTEGER REFERENCES contacts ON DELETE CASCADE,                        -- NULL: of nobody who is here yet
    text TEXT NOT NULL,
    UNIQUE (place, contact_id)
) STRICT;
