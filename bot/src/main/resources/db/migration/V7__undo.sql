-- What an undo takes back: the request that did it, which edit that was, and its plan as it was written.
ALTER TABLE request ADD COLUMN undoes varchar;
ALTER TABLE request ADD COLUMN undone_edit varchar;
ALTER TABLE request ADD COLUMN undone_plan varchar;
-- The request by which a grant ended.
ALTER TABLE grant_ ADD COLUMN ended_by varchar;
CREATE INDEX grant_ended_by ON grant_ (ended_by);
