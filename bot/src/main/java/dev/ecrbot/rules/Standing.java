package dev.ecrbot.rules;

import dev.ecrbot.problem.Code;
import dev.ecrbot.problem.Problem;
import java.util.Optional;
import java.util.Set;

/**
 * What a person is to the workspace that the bot is at home in. Only members may ask or decide, whoever a rule lists; machines may ask.
 */
public enum Standing {
    MEMBER("a member of this workspace"),
    /** A guest of one channel or of several. */
    GUEST("a guest in this workspace"),
    /** From another workspace, through Slack Connect. */
    STRANGER("from another workspace"),
    BOT("a bot or an app"),
    DEACTIVATED("deactivated in this workspace"),
    /** One that the configuration names. */
    MACHINE("a machine"),
    /** One that the configuration doesn't name, or not any more. */
    FORMER_MACHINE("a machine that isn't configured any more"),
    /** It couldn't be found out. */
    UNKNOWN("unknown");

    private final String words;

    Standing(String words) {
        this.words = words;
    }

    /** Returns what the person is, as the end of a sentence. */
    public String words() {
        return words;
    }

    /** Returns whether only a machine can be that, and a machine nothing else. */
    public boolean isOfMachines() {
        return this == MACHINE || this == FORMER_MACHINE;
    }

    /** Returns why this person is refused whatever the rules say; empty for members. */
    Optional<Problem> refusal(PersonId person) {
        if (this == MEMBER) {
            return Optional.empty();
        }
        if (this == MACHINE) {
            return Optional.of(new Problem(
                    Code.MACHINE_REFUSED,
                    person.user() + " is a machine, and machines ask and look, and do nothing else.",
                    "Have a person do it in Slack."));
        }
        if (this == FORMER_MACHINE) {
            return Optional.of(new Problem(
                    Code.PERSON_REFUSED,
                    "The configuration doesn't name a machine " + person.user() + " (any more).",
                    "Ask whoever runs ecr-bot to name it under “machines”."));
        }
        if (this == UNKNOWN) {
            return Optional.of(new Problem(
                    Code.PERSON_UNKNOWN,
                    "Slack didn't say who " + person.user() + " is, so nothing was done.",
                    "Try again in a minute.",
                    Set.of(person.user())));
        }
        return Optional.of(new Problem(
                Code.PERSON_REFUSED,
                person.user() + " is " + words
                        + ". Only full members of this workspace may ask for access or decide on it.",
                "Ask one of them to do it.",
                Set.of(person.user())));
    }
}
