-- The tags there are, and who has one, without reading every detail of everyone.

CREATE INDEX details_tags ON details (text, contact_id) WHERE kind = 'tag';
