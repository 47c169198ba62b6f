-- What is to mend about the bot's set-up, as far as the admins' channel was told of it.
CREATE TABLE known_fault (
    channel varchar(40)              NOT NULL,
    fault   varchar(64)              NOT NULL,
    told_at timestamp with time zone NOT NULL,
    CONSTRAINT known_fault_pk PRIMARY KEY (channel, fault)
);
