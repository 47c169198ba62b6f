-- When the registry's policy was read beside a crawl, which a crawl that began earlier doesn't replace.
ALTER TABLE index_registry ADD COLUMN ruled_at timestamp with time zone;
