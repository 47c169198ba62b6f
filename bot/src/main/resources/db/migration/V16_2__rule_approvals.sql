-- How many requests a rule has approved by itself on a day, in UTC.
CREATE TABLE rule_approval (
    rule   varchar NOT NULL,
    on_day varchar NOT NULL,
    number integer NOT NULL,
    CONSTRAINT rule_approval_pk PRIMARY KEY (rule, on_day)
);
