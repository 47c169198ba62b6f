-- What is let go of once it is old: a request's plan, and the texts of policies that no other request needs.
ALTER TABLE request ALTER COLUMN plan DROP NOT NULL;
ALTER TABLE request ADD COLUMN plan_kept boolean DEFAULT TRUE NOT NULL;
CREATE INDEX request_kept ON request (plan_kept, changed_at, seq);

-- Who needs a text: one row for each request, with an empty id for what belongs to none.
ALTER TABLE policy_text ADD COLUMN seq bigint GENERATED ALWAYS AS IDENTITY;
CREATE UNIQUE INDEX policy_text_seq ON policy_text (seq);
CREATE TABLE policy_use (
    text    bigint  NOT NULL,
    request varchar NOT NULL,
    CONSTRAINT policy_use_pk PRIMARY KEY (text, request)
);
CREATE INDEX policy_use_request ON policy_use (request);
-- Of the texts that are there already nobody knows who needs them. They stay: a text is removed only some hours after this time.
UPDATE policy_text SET kept_at = TIMESTAMP WITH TIME ZONE '9999-01-01 00:00:00+00';
