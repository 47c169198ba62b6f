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
            return List.of(
                    Examined.unchecked(CHECK, endpoint.toString(), EndpointWords.ending(), EndpointWords.lookAgain()));
        }
    }

    private static Examined found(Endpoint endpoint, Endpoint.Answer answer) {
        String subject = endpoint.toString();
        if (answer.trouble().isEmpty()) {
            return Examined.fine(CHECK, subject, EndpointWords.tookNone());
        }
        String why = answer.trouble().get();
        return answer.status().isPresent()
                        && MISSES_EVENTS.contains(answer.status().getAsInt())
                ? Examined.unchecked(
                        CHECK, subject, EndpointWords.mayTakeSome(why), EndpointWords.answerPings(Endpoint.PING))
                : Examined.wrong(CHECK, subject, EndpointWords.didNotTakeNone(why), mend(answer.status()));
    }

    private static String mend(OptionalInt status) {
        if (status.isEmpty()) {
            return EndpointWords.checkAddress();
        }
        if (MISTRUSTS.contains(status.getAsInt())) {
            return EndpointWords.checkSecret();
        }
        return status.getAsInt() / 100 == ELSEWHERE ? EndpointWords.nameOther() : EndpointWords.lookAtLog();
    }
}
