-- How far the audit trail was handed on: by the link of the chain, and by the event itself as long as that is in link 0.
CREATE TABLE forwarded (
    name         varchar(40)              NOT NULL,
    position     bigint                   NOT NULL,
    event        bigint                   NOT NULL,
    forwarded_at timestamp with time zone NOT NULL,
    CONSTRAINT forwarded_pk PRIMARY KEY (name)
);
