-- When a request that waits has to be looked at next: to remind its approvers, or because it has waited long enough.
ALTER TABLE request ADD COLUMN look_at timestamp with time zone;
UPDATE request SET look_at = created_at;
CREATE INDEX request_look_at ON request (state, look_at);
-- Who is mentioned on the card for information.
ALTER TABLE request ADD COLUMN informed varchar;
