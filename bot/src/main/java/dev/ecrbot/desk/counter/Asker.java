package dev.ecrbot.desk.counter;

import dev.ecrbot.desk.request.Origin;
import dev.ecrbot.rules.PersonId;

/** A person who types or clicks, and where. */
public record Asker(PersonId person, Origin from) {}
