-- The end that an extension moves a grant from. The grant that it extends stands in ends_grant.
ALTER TABLE request ADD COLUMN extends_from timestamp with time zone;
