-- All requests, newest first. Not by seq alone: PostgreSQL would go through that for lists of which it believes to find some soon.
CREATE INDEX request_newest ON request (created_at, seq);
