-- When a grant has to be looked at next: to warn its holder that it ends soon. Null: at once.
ALTER TABLE grant_ ADD COLUMN look_at timestamp with time zone;
CREATE INDEX grant_look_at ON grant_ (state, look_at);
