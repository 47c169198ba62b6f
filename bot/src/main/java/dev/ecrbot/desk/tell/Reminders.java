package dev.ecrbot.desk.tell;

import dev.ecrbot.desk.ledger.CardRef;
import dev.ecrbot.desk.ledger.Detail;
import dev.ecrbot.desk.ledger.Event;
import dev.ecrbot.desk.ledger.EventKind;
import dev.ecrbot.desk.ledger.LedgerTransaction;
import dev.ecrbot.desk.ledger.Notice;
import dev.ecrbot.desk.request.Approval;
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

    /** Returns the reminder that this notice is for; nothing once it would say what isn't so any more. */
    static Optional<Message> message(LedgerTransaction transaction, Notice notice, Request request, CardRef card) {
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
        List<Approval> approvals = transaction
                .requests()
                .approvals(request.id(), request.revision().number());
        Instant until = Instant.parse(notice.details().getOrDefault(Detail.UNTIL, ""));
        return request.ask()
                .map(ask -> new Message.Reminder(request, card, missing(ask.approvers(), approvals), until));
    }

    // Who of a group has approved can't be told from its mention, so a group is mentioned as long as anybody is
    // missing.
    private static People missing(People approvers, List<Approval> approvals) {
        Set<String> users = new HashSet<>(approvers.users());
        approvals.forEach(approval -> users.remove(approval.by().user()));
        return users.isEmpty() && approvers.groups().isEmpty()
                ? approvers
                : new People(false, users, approvers.groups());
    }

    private static Instant at(Instant since, Calling calling, int number) {
        return calling.from(since.plus(PAUSES.after(number + 1)));
    }
}
