package dev.ecrbot.desk.tell;

import dev.ecrbot.desk.ledger.CardHistory;
import dev.ecrbot.desk.ledger.LedgerTransaction;
import dev.ecrbot.desk.request.Grant;
import dev.ecrbot.desk.request.Proof;
import dev.ecrbot.desk.request.Request;
import dev.ecrbot.policy.holding.Claim;
import dev.ecrbot.policy.holding.Owned;
import dev.ecrbot.policy.plan.Edit;
import dev.ecrbot.policy.plan.Plan;
import java.time.Instant;
import java.util.Optional;

/** Finds what there is to say of access after a change. */
final class Claims {
    private Claims() {}

    /** Returns what the request gave, as of when that was proven. */
    static Optional<Claim.Held> given(Request request) {
        return request.change()
                .edit()
                .granted()
                .map(grant -> new Owned(grant.principal(), grant.access(), grant.until()))
                .flatMap(owned -> proven(request, owned));
    }

    /**
     * Returns what undoing something made of a grant, as of when that was proven.
     *
     * @param by the request of the grant
     * @param hindered what was found to be denied of it since it was given
     */
    static Optional<Claim.Held> restored(
            Request by, Grant grant, Request undo, Optional<CardHistory.Hindered> hindered) {
        Owned owned = undo.change().edit() instanceof Edit.Undo edit && edit.done() instanceof Edit.Extend extend
                ? new Owned(extend.principal(), extend.access(), Optional.of(extend.from()))
                : grant.owned();
        Claim.Held held = standing(by, grant, hindered);
        return readBack(undo).map(at -> new Claim.Held(held.on(), owned, held.limited(), Optional.of(at)));
    }

    /** Returns what the request took away, as of when that was proven. */
    static Optional<Claim.Taken> taken(Request request) {
        return readBack(request)
                .map(at -> new Claim.Taken(
                        request.change().target(),
                        request.change().edit().principal(),
                        request.change().edit().accessIfNamed(),
                        at));
    }

    /**
     * Returns what is said of a grant on the card of its request, for as long as the card stands there.
     *
     * @param hindered what was found to be denied of it since it was given
     */
    static Claim.Held standing(Request request, Grant grant, Optional<CardHistory.Hindered> hindered) {
        Plan plan = request.revision().plan();
        boolean denied = hindered.map(each -> !each.what().isBlank()).orElseGet(plan::hindered);
        return new Claim.Held(
                request.change().target(),
                grant.owned(),
                denied || plan.conditional() || isConditional(grant.owned()),
                Optional.empty());
    }

    /** Returns what is said of a grant at this moment. */
    static Claim.Held at(Instant moment, LedgerTransaction transaction, Request request, Grant grant) {
        var hindered = CardHistory.hindered(transaction.events().of(request.id()));
        Claim.Held held = standing(request, grant, hindered);
        return new Claim.Held(held.on(), held.owned(), held.limited(), Optional.of(moment));
    }

    private static Optional<Claim.Held> proven(Request by, Owned owned) {
        return readBack(by).map(at -> held(by, owned, Optional.of(at)));
    }

    private static Optional<Instant> readBack(Request request) {
        return request.stage().proof().map(Proof::readBack);
    }

    private static Claim.Held held(Request by, Owned owned, Optional<Instant> asOf) {
        Plan plan = by.revision().plan();
        return new Claim.Held(
                by.change().target(), owned, plan.hindered() || plan.conditional() || isConditional(owned), asOf);
    }

    private static boolean isConditional(Owned owned) {
        return !owned.access().conditions().isEmpty();
    }
}
