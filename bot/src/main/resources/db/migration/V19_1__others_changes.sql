-- When the bot's own writes were made, and since when a change of a policy may have been made: what others did is told from these.
ALTER TABLE write_ ADD COLUMN intended_at timestamp with time zone;
ALTER TABLE write_ ADD COLUMN proven_at timestamp with time zone;
ALTER TABLE index_change ADD COLUMN since_at timestamp with time zone;
-- What an announcement says that others changed.
ALTER TABLE announcement ADD COLUMN changes varchar DEFAULT '[]' NOT NULL;
UPDATE write_ SET intended_at = (SELECT MAX(e.happened_at) FROM event e WHERE e.request = write_.request AND e.kind = 'APPLYING');
UPDATE write_ SET proven_at = (SELECT MAX(e.happened_at) FROM event e WHERE e.request = write_.request AND e.kind = 'APPLIED')
    WHERE outcome = 'TAKEN';
