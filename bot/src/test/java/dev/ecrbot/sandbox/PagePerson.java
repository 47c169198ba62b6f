package dev.ecrbot.sandbox;

import dev.ecrbot.sandbox.slack.Person;

/** Somebody that the visitor can be, and a note of what to expect of them. */
public record PagePerson(Person person, String note) {}
