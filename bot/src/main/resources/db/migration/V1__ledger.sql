-- One text for H2 and PostgreSQL. varchar without a length holds any text on PostgreSQL and a million characters on H2,
-- enough for a plan over policies of 10,240 characters.

CREATE TABLE request (
    seq              bigint GENERATED ALWAYS AS IDENTITY,
    id               varchar                  NOT NULL,
    version          integer                  NOT NULL,
    revision         integer                  NOT NULL,
    state            varchar                  NOT NULL,
    registry         varchar                  NOT NULL,
    account          varchar                  NOT NULL,
    region           varchar                  NOT NULL,
    repository       varchar                  NOT NULL,
    edit             varchar                  NOT NULL,
    principal_type   varchar                  NOT NULL,
    principal        varchar                  NOT NULL,
    access           varchar,
    until            timestamp with time zone,
    ends_grant       varchar,
    plan             varchar                  NOT NULL,
    plan_mark        bigint                   NOT NULL,
    requester_team   varchar,
    requester_user   varchar,
    origin_channel   varchar,
    response_url     varchar,
    reason           varchar,
    rule             varchar,
    channel          varchar,
    approvers        varchar,
    approvals        integer,
    end_from_rule    boolean,
    created_at       timestamp with time zone NOT NULL,
    changed_at       timestamp with time zone NOT NULL,
    decider_team     varchar,
    decider_user     varchar,
    decided_at       timestamp with time zone,
    decision_reason  varchar,
    problem_code     varchar,
    problem_what     varchar,
    problem_next     varchar,
    read_back_at     timestamp with time zone,
    aws_request_id   varchar,
    ask_key          varchar,
    CONSTRAINT request_pk PRIMARY KEY (id)
);
-- The key of an open request; null once it is final, so that the same may be asked again.
CREATE UNIQUE INDEX request_ask_key ON request (ask_key);
CREATE INDEX request_state ON request (state, seq);
CREATE INDEX request_requester ON request (requester_team, requester_user, seq);

CREATE TABLE approval (
    seq      bigint GENERATED ALWAYS AS IDENTITY,
    request  varchar                  NOT NULL REFERENCES request (id),
    revision integer                  NOT NULL,
    team     varchar                  NOT NULL,
    user_id  varchar                  NOT NULL,
    given_at timestamp with time zone NOT NULL,
    CONSTRAINT approval_pk PRIMARY KEY (request, revision, team, user_id)
);

CREATE TABLE card (
    request varchar NOT NULL REFERENCES request (id),
    channel varchar NOT NULL,
    ts      varchar NOT NULL,
    shown   integer NOT NULL,
    CONSTRAINT card_pk PRIMARY KEY (request)
);

CREATE TABLE grant_ (
    seq            bigint GENERATED ALWAYS AS IDENTITY,
    id             varchar                  NOT NULL REFERENCES request (id),
    registry       varchar                  NOT NULL,
    account        varchar                  NOT NULL,
    region         varchar                  NOT NULL,
    repository     varchar                  NOT NULL,
    principal_type varchar                  NOT NULL,
    principal      varchar                  NOT NULL,
    access         varchar                  NOT NULL,
    requester_team varchar                  NOT NULL,
    requester_user varchar                  NOT NULL,
    since          timestamp with time zone NOT NULL,
    until          timestamp with time zone,
    state          varchar                  NOT NULL,
    ended_at       timestamp with time zone,
    ended_why      varchar,
    next_try       timestamp with time zone,
    failures       integer                  NOT NULL,
    CONSTRAINT grant_pk PRIMARY KEY (id)
);
CREATE INDEX grant_repository ON grant_ (account, region, repository, state);
CREATE INDEX grant_until ON grant_ (state, until);

CREATE TABLE write_ (
    id         bigint GENERATED ALWAYS AS IDENTITY,
    account    varchar NOT NULL,
    region     varchar NOT NULL,
    repository varchar NOT NULL,
    request    varchar NOT NULL,
    base       varchar NOT NULL,
    proposed   varchar NOT NULL,
    outcome    varchar NOT NULL,
    CONSTRAINT write_pk PRIMARY KEY (id)
);
CREATE INDEX write_repository ON write_ (account, region, repository, id);
CREATE INDEX write_request ON write_ (request, id);

CREATE TABLE event (
    seq         bigint GENERATED ALWAYS AS IDENTITY,
    kind        varchar                  NOT NULL,
    request     varchar,
    actor_team  varchar,
    actor_user  varchar,
    happened_at timestamp with time zone NOT NULL,
    details     varchar                  NOT NULL,
    CONSTRAINT event_pk PRIMARY KEY (seq)
);
CREATE INDEX event_request ON event (request, seq);

CREATE TABLE outbox (
    id           bigint GENERATED ALWAYS AS IDENTITY,
    request      varchar                  NOT NULL,
    kind         varchar                  NOT NULL,
    details      varchar                  NOT NULL,
    attempts     integer                  NOT NULL,
    created_at   timestamp with time zone NOT NULL,
    due_at       timestamp with time zone NOT NULL,
    delivered_at timestamp with time zone,
    CONSTRAINT outbox_pk PRIMARY KEY (id)
);
CREATE INDEX outbox_waiting ON outbox (delivered_at, id);
CREATE INDEX outbox_request ON outbox (request, delivered_at, id);

-- One row for each repository that was ever written to; whoever holds its lock writes.
CREATE TABLE repository_lock (
    account    varchar NOT NULL,
    region     varchar NOT NULL,
    repository varchar NOT NULL,
    CONSTRAINT repository_lock_pk PRIMARY KEY (account, region, repository)
);
