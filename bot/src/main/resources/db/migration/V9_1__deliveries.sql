-- What Slack has delivered lately: the same once more, after a restart or to another replica, is not done again.
CREATE TABLE delivery (
    trigger_id varchar(255)             NOT NULL,
    seen_at    timestamp with time zone NOT NULL,
    CONSTRAINT delivery_pk PRIMARY KEY (trigger_id)
);
CREATE INDEX delivery_seen_at ON delivery (seen_at);
