package dev.ecrbot.desk.counter;

import dev.ecrbot.command.MachineUse;
import dev.ecrbot.desk.request.Origin;
import dev.ecrbot.desk.request.RequestId;
import dev.ecrbot.rules.PersonId;
import java.util.Optional;

/**
 * A person who types or clicks, and where; or a machine.
 *
 * @param call as what a machine sent it; empty for people
 */
public record Asker(PersonId person, Origin from, Optional<Call> call) {
    public Asker {
        if (person.isMachine() != call.isPresent()) {
            throw new IllegalArgumentException("a machine sends something as what it is, and people type");
        }
    }

    /** A person. */
    public Asker(PersonId person, Origin from) {
        this(person, from, Optional.empty());
    }

    /** Returns a machine, which is nowhere in Slack. */
    public static Asker machine(PersonId machine, Call call) {
        return new Asker(machine, new Origin("", Optional.empty()), Optional.of(call));
    }

    /** Returns the id that a request gets that comes of it; empty for any. */
    Optional<RequestId> key() {
        return call.flatMap(Call::key);
    }

    /**
     * What a machine sends.
     *
     * @param as whatever else it turns out to be is refused
     * @param key the id that a request gets that comes of it, so that the same ask, sent again, is known
     */
    public record Call(MachineUse as, Optional<RequestId> key) {}
}
