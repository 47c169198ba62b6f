-- Those who ask for more than counts wait here for each other: a row for many people, so that it grows with nobody.
CREATE TABLE turn (
    number integer NOT NULL,
    CONSTRAINT turn_pk PRIMARY KEY (number)
);
