-- The templates that a person changed, and what they wrote by hand and did not send yet.

CREATE TABLE templates (
    id INTEGER PRIMARY KEY AUTOINCREMENT,
    form TEXT NOT NULL,
    tone TEXT NOT NULL,
    language TEXT NOT NULL,
    subject TEXT NOT NULL,
    body TEXT NOT NULL,
    UNIQUE (form, tone, language)
) STRICT;

CREATE TABLE unsent_letters (
    id INTEGER PRIMARY KEY AUTOINCREMENT,
    contact_id INTEGER NOT NULL REFERENCES contacts ON DELETE CASCADE,
    form TEXT NOT NULL,
    tone TEXT NOT NULL,
    language TEXT NOT NULL,
    subject TEXT NOT NULL,
    body TEXT NOT NULL,
    written_on TEXT NOT NULL,
    UNIQUE (contact_id, form)
) STRICT;
