package dev.ecrbot.desk.counter;

import dev.ecrbot.desk.request.Decision;
import dev.ecrbot.desk.request.Request;
import dev.ecrbot.desk.request.RequestState;
import dev.ecrbot.problem.Code;
import dev.ecrbot.problem.Problem;
import dev.ecrbot.rules.PersonId;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;

/** Whether a request can be decided at all, whoever decides. */
final class Decidability {
    private Decidability() {}

    /** Returns why a click on this revision's card decides nothing; empty if it may. */
    static Optional<Problem> of(Request request, int revision) {
        return ofState(request)
                .or(() -> revision == request.revision().number() ? Optional.empty() : Optional.of(replaced(request)));
    }

    /** Returns why the request can't be decided any more; empty if it waits. */
    static Optional<Problem> ofState(Request request) {
        return request.stage().state() == RequestState.PENDING ? Optional.empty() : Optional.of(decided(request));
    }

    static Problem approvedAlready(Request request) {
        return new Problem(
                Code.APPROVED_ALREADY,
                "You have approved " + request.id() + " already; it needs somebody else's approval too.",
                "Ask another approver to look at the card.");
    }

    static Problem crowded(Request request) {
        return new Problem(
                Code.BUSY,
                "Several people approve " + request.id() + " at this moment, so your click was not counted.",
                "Click again.");
    }

    static Problem notTheRequester(Request request) {
        return new Problem(
                Code.CANCEL_REFUSED,
                "Only the person who asked can cancel " + request.id() + ".",
                "An approver can deny it on its card.");
    }

    static Problem notTheDenier(Request request) {
        return new Problem(
                Code.REQUEST_DECIDED,
                "Only the person who denied " + request.id() + " can add a reason.",
                "Write to the requester directly.");
    }

    private static Problem replaced(Request request) {
        return new Problem(
                Code.REVISION_REPLACED,
                "This card of " + request.id() + " has been replaced: the policy was changed by somebody else, "
                        + "its rule was, or the end was shortened, and the request now shows a new plan (revision "
                        + request.revision().number()
                        + "). Your click decided nothing.",
                "Look at the card as it is now, and click there.");
    }

    private static String how(RequestState state) {
        return switch (state) {
            case APPROVED, APPLYING, APPLIED, FAILED -> "approved";
            case EXPIRED -> "left undecided for too long, and expired";
            default -> state.name().toLowerCase(Locale.ROOT);
        };
    }

    private static Problem decided(Request request) {
        Optional<PersonId> by = request.stage().decision().map(Decision::by);
        Optional<String> decider = by.map(PersonId::user);
        String who = decider.filter(user -> request.stage().state() != RequestState.EXPIRED)
                .map(user -> " by " + user)
                .orElse("");
        return new Problem(
                Code.REQUEST_DECIDED,
                request.id() + " was already " + how(request.stage().state()) + who + ", so nothing was done.",
                "Its card shows how it stands now.",
                by.filter(person -> !person.isMachine())
                        .map(PersonId::user)
                        .map(Set::of)
                        .orElse(Set.of()));
    }
}
