package dev.ecrbot.desk.counter;

import dev.ecrbot.command.TargetRef;
import dev.ecrbot.command.Which;
import dev.ecrbot.command.guess.Line;
import dev.ecrbot.command.word.Reason;
import dev.ecrbot.command.word.Until;
import dev.ecrbot.desk.answer.Finding;
import dev.ecrbot.desk.apply.UndoObstacle;
import dev.ecrbot.desk.ask.KnownBy;
import dev.ecrbot.desk.judge.Judging;
import dev.ecrbot.desk.ledger.Ledger;
import dev.ecrbot.desk.ledger.LedgerTransaction;
import dev.ecrbot.desk.ledger.RequestFilter;
import dev.ecrbot.desk.request.Change;
import dev.ecrbot.desk.request.Grant;
import dev.ecrbot.desk.request.Request;
import dev.ecrbot.desk.request.RequestState;
import dev.ecrbot.policy.plan.Edit;
import dev.ecrbot.rules.PersonId;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.stream.Stream;

/**
 * Finds what somebody wants to change by what it is about: among what is theirs, and among what a repository that they name has.
 * Nothing is changed by that; the buttons that they are shown are judged anew.
 */
final class Choosing {
    /** As many as fit into a message with their buttons. */
    private static final int MOST = 8;
    /** Of how many it is looked at whether they may be changed. */
    private static final int JUDGED = 50;

    private static final int POOL = 500;

    private final Ledger ledger;
    private final Judging judging;
    private final NextSteps steps;
    private final KnownBy knownBy;
    private final Clock clock;

    Choosing(Ledger ledger, Judging judging, NextSteps steps, KnownBy knownBy, Clock clock) {
        this.ledger = ledger;
        this.judging = judging;
        this.steps = steps;
        this.knownBy = knownBy;
        this.clock = clock;
    }

    Finding.Choice of(PersonId person, Which asked) {
        judging.refusals().member(person);
        List<TargetRef> named = knownBy.targets(asked.words()).stream()
                .filter(ref -> judging.viewers()
                        .refusal(person, ref.registry(), ref.target())
                        .isEmpty())
                .toList();
        return switch (asked.step()) {
            case EXTEND ->
                grants(
                        asked,
                        standing(person, named),
                        grant -> steps.extending().isOpenTo(person, grant));
            case END ->
                grants(
                        asked,
                        standing(person, named),
                        grant -> steps.earlyEnding().isOpenTo(person, grant));
            case UNDO -> requests(asked, undoable(person, named), request -> true);
            case CANCEL -> requests(asked, ofPerson(person, RequestState.PENDING), request -> true);
            case SHORTEN -> requests(asked, giving(), request -> mayView(person, request));
        };
    }

    private boolean mayView(PersonId person, Request request) {
        Change change = request.change();
        return judging.viewers()
                .refusal(person, change.registry(), change.target())
                .isEmpty();
    }

    private List<Grant> standing(PersonId person, List<TargetRef> named) {
        return ledger.transact(transaction -> Stream.concat(
                        transaction.grants().heldBy(person, POOL).stream(),
                        named.stream()
                                .map(ref -> ref.target().holder())
                                .distinct()
                                .flatMap(holder -> transaction.grants().standing(holder).stream()))
                .filter(grant -> grant.state() == Grant.State.ACTIVE)
                .distinct()
                .toList());
    }

    private List<Request> undoable(PersonId person, List<TargetRef> named) {
        return ledger.transact(transaction -> Stream.concat(
                        transaction.requests().of(person, POOL).stream(),
                        named.stream()
                                .flatMap(ref ->
                                        transaction
                                                .requests()
                                                .matching(RequestFilter.about(ref.target()), POOL)
                                                .stream()))
                .distinct()
                .filter(request -> isUndoable(transaction, request))
                .toList());
    }

    private boolean isUndoable(LedgerTransaction transaction, Request done) {
        return done.stage().state() == RequestState.APPLIED
                && !(done.change().edit() instanceof Edit.Undo)
                && done.revision().kept()
                && UndoObstacle.why(transaction, Change.undoing(done), clock.instant())
                        .isEmpty();
    }

    private List<Request> ofPerson(PersonId person, RequestState state) {
        return ledger.transact(transaction -> transaction.requests().of(person, POOL).stream()
                .filter(request -> request.stage().state() == state)
                .toList());
    }

    private List<Request> giving() {
        var waiting = new RequestFilter(Optional.empty(), Optional.empty(), Set.of());
        return ledger.transact(transaction -> transaction.requests().matching(waiting, POOL).stream()
                .filter(request -> request.change().edit().granted().isPresent())
                .toList());
    }

    private Finding.Choice grants(Which asked, List<Grant> all, Predicate<Grant> open) {
        Found<Grant> found = found(asked, all, KnownBy.Known::of, open);
        return new Finding.Choice(
                asked,
                found.shown().stream()
                        .map(grant -> new Finding.Choice.Held(grant, line(asked, grant)))
                        .toList(),
                List.of(),
                found.more(),
                found.closed(),
                found.unknown());
    }

    private Finding.Choice requests(Which asked, List<Request> all, Predicate<Request> open) {
        Found<Request> found = found(asked, all, KnownBy.Known::of, open);
        return new Finding.Choice(asked, List.of(), found.shown(), found.more(), found.closed(), found.unknown());
    }

    private record Found<T>(List<T> shown, long more, long closed, List<String> unknown) {}

    private <T> Found<T> found(Which asked, List<T> all, Function<T, KnownBy.Known> known, Predicate<T> open) {
        KnownBy.Narrowed<T> narrowed = knownBy.narrow(all, known, asked.words());
        List<T> left = narrowed.left();
        List<T> meant = left.stream().limit(JUDGED).filter(open).toList();
        long beyond = Math.max(0, left.size() - JUDGED);
        return new Found<>(
                meant.stream().limit(MOST).toList(),
                Math.max(0, meant.size() - MOST) + beyond,
                left.size() - beyond - meant.size(),
                narrowed.unknown());
    }

    /** Returns the command that asks for the end that was named. */
    private static Optional<Line> line(Which asked, Grant grant) {
        if (asked.step() != Which.Step.EXTEND || asked.until() instanceof Until.None) {
            return Optional.empty();
        }
        return grant.until()
                .map(end -> asked.more() ? later(asked.until(), end) : asked.until())
                .map(until -> new Line("extend " + grant.id() + " " + until.text() + Reason.text(asked.reason())));
    }

    private static Until later(Until asked, Instant end) {
        return asked.from(end).<Until>map(Until.At::new).orElse(asked);
    }
}
