package dev.ecrbot.desk.counter;

import dev.ecrbot.command.guess.Line;
import dev.ecrbot.ecr.Access;
import dev.ecrbot.policy.Principal;

/**
 * What others wrote for a principal, and somebody may ask to have as a grant of the bot's.
 *
 * @param access what to ask for
 * @param line the command that asks for it, without an end and a reason
 */
public record Takeable(Principal principal, Access access, Line line) {}
