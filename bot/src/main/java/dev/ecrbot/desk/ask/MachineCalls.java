package dev.ecrbot.desk.ask;

import dev.ecrbot.command.Command;
import dev.ecrbot.command.MachineUse;
import dev.ecrbot.desk.judge.RecordedRefusals;
import dev.ecrbot.desk.ledger.AuditEvents;
import dev.ecrbot.desk.ledger.Ledger;
import dev.ecrbot.desk.request.Request;
import dev.ecrbot.desk.request.RequestId;
import dev.ecrbot.problem.MachineProblems;
import dev.ecrbot.problem.Problem;
import dev.ecrbot.problem.ProblemException;
import dev.ecrbot.rules.PersonId;
import java.util.Optional;

/** Lets machines ask and look, and nothing else; and tells an ask that is sent again from a new one. */
public final class MachineCalls {
    private final Ledger ledger;
    private final RecordedRefusals refusals;

    public MachineCalls(Ledger ledger, RecordedRefusals refusals) {
        this.ledger = ledger;
        this.refusals = refusals;
    }

    /**
     * Lets what a machine may send so pass.
     *
     * @throws ProblemException for everything else; recorded, if it was sent as an ask
     */
    public void check(PersonId machine, Command command, MachineUse as) {
        MachineUse use = MachineUse.of(command);
        if (use == as && use != MachineUse.NONE) {
            return;
        }
        Problem problem = use == MachineUse.NONE ? MachineProblems.forPeopleOnly() : MachineProblems.sentToOtherPath();
        throw as == MachineUse.ASK ? refusals.ask(machine, command.text(), problem) : new ProblemException(problem);
    }

    /** Records that what a machine sent as an ask can't be read, and refuses it. */
    public ProblemException unread(PersonId machine, String line, MachineUse as, Problem problem) {
        return as == MachineUse.ASK ? refusals.ask(machine, line, problem) : new ProblemException(problem);
    }

    /**
     * Finds the request that this very ask has made before.
     *
     * @param id the one that an ask with its key gets
     * @throws ProblemException if it was another ask, which is recorded
     */
    public Optional<Request> before(PersonId machine, RequestId id, String text) {
        return ledger.transact(transaction -> transaction
                        .requests()
                        .find(id)
                        .map(request -> new Kept(request, AuditEvents.typed(transaction, id))))
                .map(kept -> {
                    if (!kept.request.maker().equals(Optional.of(machine)) || !kept.typed.equals(text)) {
                        throw refusals.ask(machine, text, MachineProblems.keyReused());
                    }
                    return kept.request;
                });
    }

    private record Kept(Request request, String typed) {}
}
