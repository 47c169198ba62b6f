-- How far each channel has been told of what others changed.
CREATE TABLE watched (
    channel varchar(40) NOT NULL,
    seq     bigint      NOT NULL,
    CONSTRAINT watched_pk PRIMARY KEY (channel)
);
