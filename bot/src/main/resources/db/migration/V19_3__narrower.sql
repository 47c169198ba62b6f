-- Of a request there are some dozen events and messages: they are found by it alone, and put in order then. PostgreSQL keeps a key
-- that rows have in common once, and H2 has the number of the row in each entry anyway.
CREATE INDEX event_of ON event (request);
DROP INDEX event_request;
CREATE INDEX outbox_of ON outbox (request);
DROP INDEX outbox_request;
-- What was found by this is found by grant_place as well.
DROP INDEX grant_repository;
