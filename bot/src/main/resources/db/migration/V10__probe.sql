-- One row, written again and again to see whether the database still takes writes.
CREATE TABLE probe (
    id         smallint                 NOT NULL,
    written_at timestamp with time zone NOT NULL,
    CONSTRAINT probe_pk PRIMARY KEY (id)
);
INSERT INTO probe (id, written_at) VALUES (1, CURRENT_TIMESTAMP);
