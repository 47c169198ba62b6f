-- Grants in the order in which they come due, whole: of ten thousand that are due at one moment the first few are read without
-- sorting the others.
CREATE INDEX grant_due ON grant_ (state, until, seq);
DROP INDEX grant_until;
CREATE INDEX grant_reading ON grant_ (state, read_next, seq);
DROP INDEX grant_read_next;
-- What is read again first: what was missed, and what was given lately.
CREATE INDEX grant_missed ON grant_ (state, missed_since);
CREATE INDEX grant_since ON grant_ (state, since);
-- Grants without an end are never looked at, and stand behind the others here.
CREATE INDEX grant_looking ON grant_ (state, look_at, until);
DROP INDEX grant_look_at;
