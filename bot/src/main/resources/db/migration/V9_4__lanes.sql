-- Which of Slack's budgets a notice needs, and how urgent it is there; null and 0 until a postman has looked at it.
ALTER TABLE outbox ADD COLUMN lane varchar;
ALTER TABLE outbox ADD COLUMN urgency smallint DEFAULT 0 NOT NULL;
CREATE INDEX outbox_lane ON outbox (lane, created_at);

-- One row for each budget that was ever used; whoever holds its lock sends.
CREATE TABLE lane (
    name    varchar                  NOT NULL,
    free_at timestamp with time zone NOT NULL,
    CONSTRAINT lane_pk PRIMARY KEY (name)
);
