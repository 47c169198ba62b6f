-- The chain over the events: each link has the hash of an event and of the link before it. Link 0 covers all events that were
-- there when the chain began. Events themselves are never touched.
CREATE TABLE event_link (
    position  bigint                   NOT NULL,
    event     bigint                   NOT NULL,
    events    bigint                   NOT NULL,
    hash      varchar(64)              NOT NULL,
    linked_at timestamp with time zone NOT NULL,
    CONSTRAINT event_link_pk PRIMARY KEY (position),
    CONSTRAINT event_link_event UNIQUE (event)
);
