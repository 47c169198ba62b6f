package dev.ecrbot.desk.counter;

import dev.ecrbot.command.guess.Line;
import dev.ecrbot.rules.PersonId;

/**
 * A command that somebody can ask for with a click.
 *
 * @param person who alone can
 */
public record Offer(PersonId person, Line line) {}
