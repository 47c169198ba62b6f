package dev.ecrbot.webhook;

import dev.ecrbot.doctor.Examined;
import java.time.Clock;
import java.util.List;
import java.util.OptionalInt;
import java.util.Set;

/** Looks whether events would be taken at the address that they are handed on to, by posting none. */
public final class EndpointCheckup {
    private static final String CHECK = "audit.webhook";
    // So answers who wants something in a body, and there is nothing in this one.
    private static final Set<Integer> MISSES_EVENTS = Set.of(400, 411, 415, 422);
    private static final Set<Integer> MISTRUSTS = Set.of(401, 403);
    private static final int ELSEWHERE = 3;

    private EndpointCheckup() {}

    public static List<Examined> look(Endpoint endpoint, Clock clock) {
        try {
            return List.of(found(endpoint, endpoint.ping(clock.instant())));
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return List.of(Examined.unchecked(CHECK, endpoint.toString(), "The bot was ending.", "Look again."));
        }
    }

    private static Examined found(Endpoint endpoint, Endpoint.Answer answer) {
        String subject = endpoint.toString();
        if (answer.trouble().isEmpty()) {
            return Examined.fine(CHECK, subject, "It took a signed delivery that holds no events.");
        }
        String what = "A signed delivery that holds no events wasn't taken: "
                + answer.trouble().get() + ".";
        return answer.status().isPresent()
                        && MISSES_EVENTS.contains(answer.status().getAsInt())
                ? Examined.unchecked(
                        CHECK,
                        subject,
                        what + " It may take those that hold some.",
                        "Look at “audit” on the health page once the bot runs; answering those that have the header "
                                + Endpoint.PING + " with 204 lets the doctor look.")
                : Examined.wrong(CHECK, subject, what, mend(answer.status()));
    }

    private static String mend(OptionalInt status) {
        if (status.isEmpty()) {
            return "Check the address in audit.webhook, and whether this machine can reach it.";
        }
        if (MISTRUSTS.contains(status.getAsInt())) {
            return "Check that it knows the AUDIT_WEBHOOK_SECRET that the bot has, and that its clock is right.";
        }
        return status.getAsInt() / 100 == ELSEWHERE
                ? "Name the address that it leads to in audit.webhook: the bot doesn't follow."
                : "Look at its log, and whether audit.webhook names the address that takes the audit trail.";
    }
}
