-- What people like, how often one wants to be in touch, and what was asked of them.

ALTER TABLE contacts ADD COLUMN cadence_days INTEGER;
ALTER TABLE contacts ADD COLUMN form TEXT;
ALTER TABLE contacts ADD COLUMN language TEXT NOT NULL DEFAULT '';
ALTER TABLE contacts ADD COLUMN tone TEXT;

ALTER TABLE events ADD COLUMN cost TEXT;                -- a decimal number

ALTER TABLE follow_ups ADD COLUMN asked INTEGER NOT NULL DEFAULT 0;
ALTER TABLE follow_ups ADD COLUMN at TEXT;              -- time of day, ISO 8601
ALTER TABLE follow_ups ADD COLUMN place TEXT NOT NULL DEFAULT '';

UPDATE follow_ups SET asked = 1 WHERE stage IN ('invited', 'booked', 'met');

ALTER TABLE interactions ADD COLUMN call_back INTEGER NOT NULL DEFAULT 0;

CREATE INDEX interactions_call_back ON interactions (contact_id) WHERE call_back = 1;

-- What is given, asked and owed.

CREATE TABLE promises (
    id INTEGER PRIMARY KEY AUTOINCREMENT,
    contact_id INTEGER NOT NULL REFERENCES contacts ON DELETE CASCADE,
    text TEXT NOT NULL,
    made_on TEXT NOT NULL,
    due TEXT,
    state TEXT NOT NULL CHECK (state IN ('open', 'kept', 'dropped')),
    closed_on TEXT,
    reason TEXT NOT NULL
) STRICT;

CREATE INDEX promises_contact ON promises (contact_id);
CREATE INDEX promises_state ON promises (state, due);

CREATE TABLE needs (
    id INTEGER PRIMARY KEY AUTOINCREMENT,
    contact_id INTEGER NOT NULL REFERENCES contacts ON DELETE CASCADE,
    text TEXT NOT NULL,
    since TEXT NOT NULL,
    state TEXT NOT NULL CHECK (state IN ('open', 'matched', 'closed')),
    closed_on TEXT
) STRICT;

CREATE INDEX needs_contact ON needs (contact_id);
CREATE INDEX needs_state ON needs (state, since);

CREATE TABLE leads (
    id INTEGER PRIMARY KEY AUTOINCREMENT,
    direction TEXT NOT NULL CHECK (direction IN ('given', 'received')),
    contact_id INTEGER NOT NULL REFERENCES contacts ON DELETE CASCADE,
    business TEXT NOT NULL,
    happened_on TEXT NOT NULL,
    place TEXT NOT NULL,
    about TEXT NOT NULL,
    state TEXT NOT NULL CHECK (state IN ('open', 'became a referral', 'closed')),
    closed_on TEXT,
    referral_id INTEGER REFERENCES referrals ON DELETE SET NULL
) STRICT;

CREATE INDEX leads_contact ON leads (contact_id);
CREATE INDEX leads_referral ON leads (referral_id);

CREATE TABLE referrals (
    id INTEGER PRIMARY KEY AUTOINCREMENT,
    source_id INTEGER REFERENCES contacts ON DELETE CASCADE,        -- NULL: me
    receiver_id INTEGER REFERENCES contacts ON DELETE CASCADE,      -- NULL: me
    prospect_id INTEGER NOT NULL REFERENCES contacts ON DELETE CASCADE,
    happened_on TEXT NOT NULL,
    about TEXT NOT NULL,
    heads_up TEXT NOT NULL CHECK (heads_up IN ('not asked', 'asked', 'agreed', 'declined')),
    heads_up_on TEXT,
    handed_on TEXT,
    introduced INTEGER NOT NULL,
    outcome TEXT NOT NULL CHECK (outcome IN ('open', 'succeeded', 'came to nothing')),
    outcome_on TEXT,
    result TEXT NOT NULL,
    told_on TEXT,
    parent_id INTEGER REFERENCES referrals ON DELETE SET NULL,
    lead_id INTEGER REFERENCES leads ON DELETE SET NULL,
    need_id INTEGER REFERENCES needs ON DELETE SET NULL,
    CHECK ((source_id IS NULL) <> (receiver_id IS NULL))
) STRICT;

CREATE INDEX referrals_source ON referrals (source_id);
CREATE INDEX referrals_receiver ON referrals (receiver_id);
CREATE INDEX referrals_prospect ON referrals (prospect_id);
CREATE INDEX referrals_parent ON referrals (parent_id);
CREATE INDEX referrals_lead ON referrals (lead_id);
CREATE INDEX referrals_need ON referrals (need_id);

CREATE TABLE introductions (
    id INTEGER PRIMARY KEY AUTOINCREMENT,
    first_id INTEGER NOT NULL REFERENCES contacts ON DELETE CASCADE,
    second_id INTEGER NOT NULL REFERENCES contacts ON DELETE CASCADE,
    why TEXT NOT NULL,
    begun_on TEXT NOT NULL,
    first TEXT NOT NULL CHECK (first IN ('not asked', 'asked', 'agreed', 'declined')),
    first_on TEXT,
    second TEXT NOT NULL CHECK (second IN ('not asked', 'asked', 'agreed', 'declined')),
    second_on TEXT,
    sent_on TEXT,
    checked_on TEXT,
    met_on TEXT,
    thanked_on TEXT,
    dropped_on TEXT,
    reason TEXT NOT NULL,
    need_id INTEGER REFERENCES needs ON DELETE SET NULL,
    parent_id INTEGER REFERENCES referrals ON DELETE SET NULL,
    CHECK (first_id <> second_id)
) STRICT;

CREATE INDEX introductions_first ON introductions (first_id);
CREATE INDEX introductions_second ON introductions (second_id);
CREATE INDEX introductions_need ON introductions (need_id);
CREATE INDEX introductions_parent ON introductions (parent_id);

CREATE TABLE favours (
    id INTEGER PRIMARY KEY AUTOINCREMENT,
    contact_id INTEGER NOT NULL REFERENCES contacts ON DELETE CASCADE,
    direction TEXT NOT NULL CHECK (direction IN ('given', 'asked', 'received')),
    kind TEXT NOT NULL,
    happened_on TEXT NOT NULL,
    text TEXT NOT NULL,
    granted_on TEXT,
    lead_id INTEGER REFERENCES leads ON DELETE SET NULL,
    referral_id INTEGER REFERENCES referrals ON DELETE SET NULL,
    introduction_id INTEGER REFERENCES introductions ON DELETE SET NULL
) STRICT;

CREATE INDEX favours_contact ON favours (contact_id, happened_on);
CREATE INDEX favours_lead ON favours (lead_id);
CREATE INDEX favours_referral ON favours (referral_id);
CREATE INDEX favours_introduction ON favours (introduction_id);

CREATE TABLE thanks (
    id INTEGER PRIMARY KEY AUTOINCREMENT,
    contact_id INTEGER NOT NULL REFERENCES contacts ON DELETE CASCADE,
    occasion TEXT NOT NULL CHECK (occasion IN ('received', 'succeeded')),
    text TEXT NOT NULL,
    kind TEXT NOT NULL,
    opened_on TEXT NOT NULL,
    paid_on TEXT,
    let_go_on TEXT,
    reason TEXT NOT NULL,
    lead_id INTEGER REFERENCES leads ON DELETE SET NULL,
    referral_id INTEGER REFERENCES referrals ON DELETE SET NULL,
    favour_id INTEGER REFERENCES favours ON DELETE SET NULL
) STRICT;

CREATE INDEX thanks_contact ON thanks (contact_id);
CREATE INDEX thanks_open ON thanks (opened_on) WHERE paid_on IS NULL AND let_go_on IS NULL;
CREATE INDEX thanks_lead ON thanks (lead_id);
CREATE INDEX thanks_referral ON thanks (referral_id);
CREATE INDEX thanks_favour ON thanks (favour_id);

CREATE TABLE put_offs (
    id INTEGER PRIMARY KEY AUTOINCREMENT,
    contact_id INTEGER NOT NULL REFERENCES contacts ON DELETE CASCADE,
    matter TEXT NOT NULL,
    subject_id INTEGER NOT NULL,                -- of the table that the matter names; 0: the person alone
    until TEXT,                                 -- NULL: never again
    put_off_on TEXT NOT NULL,
    reason TEXT NOT NULL,
    UNIQUE (contact_id, matter, subject_id)
) STRICT;

-- Derived, as before: what tells who is to come up, in a few bytes each. What is derived changes its form here, so
-- it is made anew when the library is opened (form 0 is no form).

CREATE TABLE standings (
    id INTEGER PRIMARY KEY,                     -- of the contact
    added_on TEXT NOT NULL,
    met_on TEXT,
    touched_on TEXT,                            -- the newest encounter or interaction
    tier TEXT,
    cadence_days INTEGER,
    tags TEXT NOT NULL,
    steps INTEGER NOT NULL,                     -- follow-ups of any stage
    open_moved_on TEXT,                         -- of the open follow-up due first
    open_due TEXT
) STRICT;

CREATE TABLE derived_form (form INTEGER NOT NULL) STRICT;

INSERT INTO derived_form VALUES (0);
