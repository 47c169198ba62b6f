-- Texts of policies, each once. Where one stood before, in plans, writes and events, there is "sha256:" and its hash from now on;
-- what was written before stays as it is, and is read as well.
CREATE TABLE policy_text (
    hash    varchar(64)              NOT NULL,
    body    bytea                    NOT NULL,
    kept_at timestamp with time zone NOT NULL,
    CONSTRAINT policy_text_pk PRIMARY KEY (hash)
);

-- Writes in doubt are few among very many.
CREATE INDEX write_outcome ON write_ (outcome, id);
-- Grants in force, among those that ended; with the place, for those on patterns.
CREATE INDEX grant_place ON grant_ (state, account, region, repository);
CREATE INDEX request_place ON request (account, region, repository, state);
CREATE INDEX request_asker ON request (requester_team, requester_user, state);
