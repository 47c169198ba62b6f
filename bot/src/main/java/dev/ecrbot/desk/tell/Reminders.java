package dev.ecrbot.desk.tell;

import dev.ecrbot.desk.ledger.CardRef;
import dev.ecrbot.desk.ledger.Detail;
import dev.ecrbot.desk.ledger.Event;
import dev.ecrbot.desk.ledger.EventKind;
import dev.ecrbot.desk.ledger.LedgerTransaction;
import dev.ecrbot.desk.ledger.Notice;
import dev.ecrbot.desk.request.Approval;
import dev.ecrbot.desk.request.Ask;
import dev.ecrbot.desk.request.Request;
import dev.ecrbot.desk.request.RequestState;
import dev.ecrbot.rules.Calling;
import dev.ecrbot.rules.People;
import dev.ecrbot.time.Backoff;
import java.time.Duration;
import java.time.Instant;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.IntStream;

/**
 * When approvers are reminded, and who: after a quarter of an hour, then each time after twice as long, and not for ever; and never
 * outside the hours of their rule.
 */
public final class Reminders {
    private static final Backoff PAUSES = new Backoff(Duration.ofMinutes(15), Duration.ofHours(2));
    private static final int MOST = 4;

    private Reminders() {}

    /** Returns how many should have been given by now, of a request that is shown since then. */
    public static int passed(Instant since, Calling calling, Instant now) {
        return (int) IntStream.range(0, MOST)
                .filter(number -> !now.isBefore(at(since, calling, number)))
                .count();
    }

    /** Returns when the next one is due after so many. */
    public static Optional<Instant> next(Instant since, Calling calling, int passed) {
        return passed < MOST ? Optional.of(at(since, calling, passed)) : Optional.empty();
    }

    /** Returns the number of the last one given for this revision; 0 if there was none. */
    public static int given(List<Event> events, int revision) {
        return events.stream()
                .filter(event -> event.kind() == EventKind.REMINDED)
                .filter(event -> String.valueOf(revision).equals(event.details().get(Detail.REVISION)))
                .mapToInt(event -> Integer.parseInt(event.details().getOrDefault(Detail.NUMBER, "0")))
                .max()
                .orElse(0);
    }

    /** Returns since when the request is shown as it is: a new plan is a new question, with as much time as the first one had. */
    public static Instant since(Request request, List<Event> events) {
        return events.stream()
                .filter(event -> event.kind() == EventKind.REVISED || event.kind() == EventKind.SHORTENED)
                .map(Event::at)
                .reduce(request.createdAt(), (first, second) -> second);
    }

    /**
     * Returns who is reminded: of those who were called, whoever is still missing. Under a rule with deputies no group is, which
     * was called once; so that there may be nobody.
     */
    public static Optional<People> readers(LedgerTransaction transaction, Request request, Calling calling) {
        List<Approval> given = approvals(transaction, request);
        if (calling.escalation().isEmpty()) {
            return request.ask()
                    .map(Ask::approvers)
                    .map(all -> missing(all, given).orElse(all));
        }
        boolean late = Escalations.made(transaction.events().of(request.id()));
        return request.ask()
                .map(Ask::approvers)
                .map(all -> late ? all : calling.first(all))
                .flatMap(called -> missing(called, given))
                .flatMap(People::persons);
    }

    /** Returns the reminder that this notice is for; nothing once it would say what isn't so any more. */
    static Optional<Message> message(
            LedgerTransaction transaction, Notice notice, Request request, CardRef card, Calling calling) {
        boolean outdated = request.stage().state() != RequestState.PENDING
                || !String.valueOf(request.revision().number())
                        .equals(notice.details().get(Detail.REVISION))
                || !String.valueOf(given(
                                transaction.events().of(request.id()),
                                request.revision().number()))
                        .equals(notice.details().get(Detail.NUMBER));
        if (outdated) {
            return Optional.empty();
        }
        Instant until = Instant.parse(notice.details().getOrDefault(Detail.UNTIL, ""));
        return readers(transaction, request, calling)
                .map(missing -> new Message.Reminder(request, card, missing, until));
    }

    static List<Approval> approvals(LedgerTransaction transaction, Request request) {
        return transaction.requests().approvals(request.id(), request.revision().number());
    }

    // Who of a group has approved can't be told from its mention, so a group counts as long as anybody is missing.
    static Optional<People> missing(People called, List<Approval> approvals) {
        Set<String> users = new HashSet<>(called.users());
        approvals.forEach(approval -> users.remove(approval.by().user()));
        return users.isEmpty() && called.groups().isEmpty()
                ? Optional.empty()
                : Optional.of(new People(false, users, called.groups()));
    }

    private static Instant at(Instant since, Calling calling, int number) {
        return calling.from(since.plus(PAUSES.after(number + 1)));
    }
}
