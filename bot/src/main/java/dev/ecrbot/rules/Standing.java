package dev.ecrbot.rules;

import dev.ecrbot.problem.MachineProblems;
import dev.ecrbot.problem.PersonProblems;
import dev.ecrbot.problem.Problem;
import dev.ecrbot.problem.phrase.MemberWords;
import java.util.Optional;

/**
 * What a person is to the workspace that the bot is at home in. Only members may ask or decide, whoever a rule lists; machines may ask.
 */
public enum Standing {
    MEMBER(MemberWords.member()),
    /** A guest of one channel or of several. */
    GUEST(MemberWords.guest()),
    /** From another workspace, through Slack Connect. */
    STRANGER(MemberWords.stranger()),
    BOT(MemberWords.bot()),
    DEACTIVATED(MemberWords.deactivated()),
    /** One that the configuration names. */
    MACHINE(MemberWords.machine()),
    /** One that the configuration doesn't name, or not any more. */
    FORMER_MACHINE(MemberWords.formerMachine()),
    /** It couldn't be found out. */
    UNKNOWN(MemberWords.unknown());

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
        return switch (this) {
            case MEMBER -> Optional.empty();
            case GUEST, STRANGER, BOT, DEACTIVATED -> Optional.of(PersonProblems.notAMember(person.user(), words));
            case MACHINE -> Optional.of(MachineProblems.machinesOnlyAsk(person.user()));
            case FORMER_MACHINE -> Optional.of(MachineProblems.notConfigured(person.user()));
            case UNKNOWN -> Optional.of(PersonProblems.unknown(person.user()));
        };
    }
}
