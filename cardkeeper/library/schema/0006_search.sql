-- A column of the search for each field word that asks for words, and what is there of somebody in one number to ask.

DROP TABLE search;
CREATE VIRTUAL TABLE search USING fts5 (
    name, company, title, reach, phones, tags, met, words,
    tokenize = 'unicode61 remove_diacritics 2', prefix = '1 2 3'
);

ALTER TABLE sortings ADD COLUMN things INTEGER NOT NULL DEFAULT 0;                   -- a bit for each of sorting.THINGS
CREATE INDEX sortings_things ON sortings (things, talked, met_on);
