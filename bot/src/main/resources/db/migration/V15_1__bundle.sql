-- Requests that were asked for at once. While they wait they are decided on together, on one card that is keyed by the first.
CREATE TABLE bundle (
    lead    varchar NOT NULL REFERENCES request (id),
    typed   varchar NOT NULL,
    channel varchar,
    ts      varchar,
    shown   integer NOT NULL,
    CONSTRAINT bundle_pk PRIMARY KEY (lead)
);
CREATE TABLE bundle_member (
    request varchar NOT NULL REFERENCES request (id),
    lead    varchar NOT NULL REFERENCES bundle (lead),
    place   integer NOT NULL,
    CONSTRAINT bundle_member_pk PRIMARY KEY (request)
);
CREATE INDEX bundle_member_lead ON bundle_member (lead, place);

-- The card that this one stands below, in its thread.
ALTER TABLE card ADD COLUMN thread varchar;
