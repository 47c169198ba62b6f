package dev.ecrbot.machine;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.databind.util.RawValue;
import dev.ecrbot.command.MachineUse;
import dev.ecrbot.config.MachineIdentity;
import dev.ecrbot.desk.counter.Answer;
import dev.ecrbot.desk.counter.Asker;
import dev.ecrbot.desk.counter.Counter;
import dev.ecrbot.desk.request.RequestId;
import dev.ecrbot.machine.answer.AnswerJson;
import dev.ecrbot.machine.answer.Outcome;
import dev.ecrbot.problem.MachineProblems;
import dev.ecrbot.problem.Problem;
import dev.ecrbot.problem.ProblemException;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Clock;
import java.util.Optional;

/** Brings what a machine sent to the counter, within what this machine may send. Thread-safe. */
final class Clerk {
    private final Counter counter;
    private final AuditPages audit;
    private final Allowance allowance;
    private final TurnedAway turnedAway;

    Clerk(Counter counter, AuditPages audit, TurnedAway turnedAway, Clock clock) {
        this.counter = counter;
        this.audit = audit;
        this.allowance = new Allowance(clock);
        this.turnedAway = turnedAway;
    }

    /** @param key by which the same ask, sent again, is known */
    Outcome ask(MachineIdentity machine, String line, String key) {
        allow(machine, allowance.ask(machine));
        return serve(machine, line, new Asker.Call(MachineUse.ASK, Optional.of(id(machine, key))));
    }

    /** Takes back what the machine asked for. */
    Outcome cancel(MachineIdentity machine, String request) {
        allow(machine, allowance.ask(machine));
        return serve(machine, "cancel " + request, new Asker.Call(MachineUse.ASK, Optional.empty()));
    }

    Outcome question(MachineIdentity machine, String line) {
        allow(machine, allowance.question(machine));
        if (!machine.questions()) {
            allow(machine, Optional.of(MachineProblems.mayNotAskQuestions(machine.name())));
        }
        return serve(machine, line, new Asker.Call(MachineUse.QUESTION, Optional.empty()));
    }

    /** Tells of requests that are the machine's own. */
    Outcome record(MachineIdentity machine, String line) {
        allow(machine, allowance.question(machine));
        return serve(machine, line, new Asker.Call(MachineUse.RECORD, Optional.empty()));
    }

    /** Hands out the audit trail after an event. */
    Outcome events(MachineIdentity machine, long after) {
        allow(machine, allowance.question(machine));
        if (!machine.audit()) {
            allow(machine, Optional.of(MachineProblems.mayNotReadAudit(machine.name())));
        }
        AuditPages.Page page = audit.after(after);
        ObjectNode json = JsonNodeFactory.instance.objectNode();
        ArrayNode events = json.putArray("events");
        page.lines().forEach(line -> events.addRawValue(new RawValue(line)));
        return new Outcome(200, json.put("last", page.last()));
    }

    private Outcome serve(MachineIdentity machine, String line, Asker.Call call) {
        Answer answer = counter.command(Asker.machine(machine.id(), call), line);
        return answer.visit(new AnswerJson());
    }

    private void allow(MachineIdentity machine, Optional<Problem> refusal) {
        refusal.ifPresent(problem -> {
            turnedAway.add(Optional.of(machine.id()), problem);
            throw new ProblemException(problem);
        });
    }

    // The name can't end where the key begins: it has no slash.
    private static RequestId id(MachineIdentity machine, String key) {
        try {
            return RequestId.derived(MessageDigest.getInstance("SHA-256")
                    .digest((machine.name() + "/" + key).getBytes(StandardCharsets.UTF_8)));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java has SHA-256", e);
        }
    }
}
