-- The two sides of one card, several people on one card, and the next step that was chosen before a card is accepted.

ALTER TABLE cards ADD COLUMN front_id INTEGER REFERENCES cards ON DELETE SET NULL;   -- of a back: its front
ALTER TABLE cards ADD COLUMN shares_id INTEGER REFERENCES cards ON DELETE SET NULL;  -- another person on this card
ALTER TABLE cards ADD COLUMN apart INTEGER NOT NULL DEFAULT 0;                       -- 1: no side of another card, a person said
ALTER TABLE cards ADD COLUMN step TEXT;                                              -- NextStep, JSON; NULL: what is usual

CREATE INDEX cards_front ON cards (front_id);
CREATE INDEX cards_shares ON cards (shares_id);
