-- Which version of the bot recorded the event; nothing for events from before it was noted.
ALTER TABLE event ADD COLUMN version varchar;
-- When the policy is read again to see whether the grant still stands in it, and since when readings have missed it there.
ALTER TABLE grant_ ADD COLUMN read_next timestamp with time zone;
ALTER TABLE grant_ ADD COLUMN missed_since timestamp with time zone;
CREATE INDEX grant_read_next ON grant_ (state, read_next);
