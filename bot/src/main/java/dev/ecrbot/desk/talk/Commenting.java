package dev.ecrbot.desk.talk;

import dev.ecrbot.command.word.TypedText;
import dev.ecrbot.desk.judge.ApproverCheck;
import dev.ecrbot.desk.judge.Judging;
import dev.ecrbot.desk.ledger.AuditEvents;
import dev.ecrbot.desk.ledger.Bundle;
import dev.ecrbot.desk.ledger.Detail;
import dev.ecrbot.desk.ledger.Event;
import dev.ecrbot.desk.ledger.EventKind;
import dev.ecrbot.desk.ledger.Ledger;
import dev.ecrbot.desk.ledger.LedgerTransaction;
import dev.ecrbot.desk.ledger.Notice;
import dev.ecrbot.desk.request.Request;
import dev.ecrbot.desk.request.RequestState;
import dev.ecrbot.problem.DecisionProblems;
import dev.ecrbot.problem.LimitProblems;
import dev.ecrbot.problem.PersonProblems;
import dev.ecrbot.problem.Problem;
import dev.ecrbot.problem.ProblemException;
import dev.ecrbot.rules.PersonId;
import dev.ecrbot.rules.Rule;
import java.time.Clock;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Takes comments on a request that waits: from whoever asked for it, and from those who may decide on it, judged at each click.
 * What is said stands in the events; the card's thread is told, and whoever asked, if it was somebody else who spoke. Thread-safe.
 */
public final class Commenting {
    /** More are a conversation, which has its place elsewhere. */
    private static final int MOST = 50;

    private static final int LONGEST = 1_000;

    private final Ledger ledger;
    private final Judging judging;
    private final Clock clock;

    public Commenting(Ledger ledger, Judging judging, Clock clock) {
        this.ledger = ledger;
        this.judging = judging;
        this.clock = clock;
    }

    /**
     * Returns the request that somebody may comment on.
     *
     * @param typedId as the button says, unchecked
     * @throws ProblemException if they may not, which is recorded
     */
    public Request judged(PersonId person, String typedId) {
        Request request = judging.refusals().request(person, typedId);
        over(request).or(() -> stranger(person, request)).ifPresent(problem -> {
            throw judging.refusals().decision(person, request, problem);
        });
        return request;
    }

    /**
     * Passes a comment on, and returns the request that it is about.
     *
     * @param typedId as the modal says, unchecked
     * @param text unchecked
     * @throws ProblemException if they may not comment on it, which is recorded
     */
    public Request comment(PersonId person, String typedId, String text) {
        Request request = judged(person, typedId);
        String said = capped(TypedText.of(text).text());
        Optional<Problem> problem = said.isEmpty()
                ? Optional.of(nothing(request))
                : ledger.transact(transaction -> recorded(transaction, person, request, said));
        problem.ifPresent(why -> {
            throw judging.refusals().decision(person, request, why);
        });
        return request;
    }

    private Optional<Problem> recorded(LedgerTransaction transaction, PersonId person, Request seen, String text) {
        Optional<Bundle> bundle = Bundle.waiting(transaction, seen);
        List<Request> about = bundle.map(together -> together.locked(transaction))
                .orElseGet(() -> List.of(transaction.requests().lock(seen.id()).orElseThrow()));
        Optional<Request> locked =
                about.stream().filter(each -> each.id().equals(seen.id())).findFirst();
        if (locked.isEmpty() || over(locked.get()).isPresent()) {
            return over(transaction.requests().find(seen.id()).orElseThrow());
        }
        List<Event> earlier = transaction.events().of(seen.id()).stream()
                .filter(event -> event.kind() == EventKind.COMMENTED)
                .toList();
        if (earlier.size() >= MOST) {
            return Optional.of(enough(seen));
        }
        Instant now = clock.instant();
        about.forEach(each -> transaction.events().add(AuditEvents.comment(person, each, text, now)));
        tell(transaction, person, locked.get(), text, earlier);
        return Optional.empty();
    }

    private void tell(
            LedgerTransaction transaction, PersonId person, Request request, String text, List<Event> earlier) {
        Instant now = clock.instant();
        var said = new HashMap<>(Map.of(Detail.BY, person.toString(), Detail.COMMENT, text));
        boolean asker = request.maker().equals(Optional.of(person));
        if (asker) {
            // Whoever asked answers whoever spoke last.
            earlier.stream()
                    .flatMap(event -> event.actor().stream())
                    .filter(other -> !other.equals(person))
                    .reduce((first, second) -> second)
                    .ifPresent(other -> said.put(Detail.FROM, other.toString()));
        }
        transaction.outbox().add(request.id(), Notice.Kind.COMMENTED, Map.copyOf(said), now);
        if (!asker) {
            transaction.outbox().add(request.id(), Notice.Kind.COMMENT_TOLD, Map.copyOf(said), now);
        }
    }

    private Optional<Problem> stranger(PersonId person, Request request) {
        if (request.maker().equals(Optional.of(person))) {
            return judging.approvers().refusesMember(person);
        }
        ApproverCheck check = judging.approvers();
        Optional<Rule> rule = check.rule(request);
        return rule.isEmpty()
                ? Optional.of(check.noRule(request))
                : check.refusesDenial(rule.get(), person)
                        .map(why -> PersonProblems.mayNotComment(request.id().toString(), why));
    }

    private static String capped(String text) {
        return text.codePointCount(0, text.length()) <= LONGEST
                ? text
                : text.substring(0, text.offsetByCodePoints(0, LONGEST - 1)) + "…";
    }

    private static Problem nothing(Request request) {
        return DecisionProblems.emptyComment(request.id().toString());
    }

    private static Problem enough(Request request) {
        return LimitProblems.comments(request.id().toString(), MOST);
    }

    private static Optional<Problem> over(Request request) {
        RequestState state = request.stage().state();
        if (state == RequestState.PENDING) {
            return Optional.empty();
        }
        String id = request.id().toString();
        return Optional.of(
                switch (state) {
                    case APPROVED, APPLYING -> DecisionProblems.commentOnApproved(id);
                    case APPLIED -> DecisionProblems.commentOnApplied(id);
                    case FAILED -> DecisionProblems.commentOnFailed(id);
                    case DENIED -> DecisionProblems.commentOnDenied(id);
                    case CANCELLED -> DecisionProblems.commentOnCancelled(id);
                    default -> DecisionProblems.commentOnExpired(id);
                });
    }
}
