package dev.ecrbot.rules;

import dev.ecrbot.problem.MachineProblems;
import dev.ecrbot.problem.PersonProblems;
import dev.ecrbot.problem.Problem;
import java.util.Optional;

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
            return Optional.of(MachineProblems.machinesOnlyAsk(person.user()));
        }
        if (this == FORMER_MACHINE) {
            return Optional.of(MachineProblems.notConfigured(person.user()));
        }
        if (this == UNKNOWN) {
            return Optional.of(PersonProblems.unknown(person.user()));
        }
        return Optional.of(PersonProblems.notAMember(person.user(), words));
    }
}
