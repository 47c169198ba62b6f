-- What was read of the fleet for questions; all of it can be read again.
CREATE TABLE index_registry (
    account     varchar NOT NULL,
    region      varchar NOT NULL,
    facts       varchar NOT NULL,
    troubles    varchar NOT NULL,
    begun_at    timestamp with time zone,
    listed      boolean NOT NULL,
    finished_at timestamp with time zone,
    CONSTRAINT index_registry_pk PRIMARY KEY (account, region)
);

CREATE TABLE index_repository (
    account    varchar                  NOT NULL,
    region     varchar                  NOT NULL,
    repository varchar                  NOT NULL,
    policy     varchar,
    tags       varchar                  NOT NULL,
    listed_at  timestamp with time zone NOT NULL,
    read_at    timestamp with time zone,
    tried_at   timestamp with time zone,
    trouble    varchar,
    gone       boolean                  NOT NULL,
    changed_at timestamp with time zone NOT NULL,
    CONSTRAINT index_repository_pk PRIMARY KEY (account, region, repository)
);
CREATE INDEX index_repository_changed ON index_repository (changed_at);

CREATE TABLE index_change (
    seq        bigint GENERATED ALWAYS AS IDENTITY,
    account    varchar                  NOT NULL,
    region     varchar                  NOT NULL,
    repository varchar                  NOT NULL,
    was        varchar                  NOT NULL,
    became     varchar                  NOT NULL,
    found_at   timestamp with time zone NOT NULL,
    CONSTRAINT index_change_pk PRIMARY KEY (seq)
);
CREATE INDEX index_change_found ON index_change (found_at);
