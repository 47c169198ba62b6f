package dev.ecrbot.desk.tell;

import dev.ecrbot.desk.ledger.Grant;
import dev.ecrbot.desk.ledger.Proof;
import dev.ecrbot.desk.ledger.Request;
import dev.ecrbot.policy.holding.Claim;
import dev.ecrbot.policy.holding.Owned;
import dev.ecrbot.policy.plan.Edit;
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

    /** Returns what undoing something made of a grant, as of when that was proven. */
    static Optional<Claim.Held> restored(Grant grant, Request undo) {
        return undo.change().edit() instanceof Edit.Undo edit && edit.done() instanceof Edit.Extend extend
                ? proven(undo, new Owned(extend.principal(), extend.access(), Optional.of(extend.from())))
                : proven(undo, grant.owned());
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

    /** Returns what is said of a grant on the card of its request, for as long as the card stands there. */
    static Claim.Held standing(Request request, Grant grant) {
        return held(request, grant.owned(), Optional.empty());
    }

    /** Returns what is said of a grant at this moment. */
    static Claim.Held at(Instant moment, Request request, Grant grant) {
        return held(request, grant.owned(), Optional.of(moment));
    }

    private static Optional<Claim.Held> proven(Request by, Owned owned) {
        return readBack(by).map(at -> held(by, owned, Optional.of(at)));
    }

    private static Optional<Instant> readBack(Request request) {
        return request.stage().proof().map(Proof::readBack);
    }

    private static Claim.Held held(Request by, Owned owned, Optional<Instant> asOf) {
        return new Claim.Held(by.change().target(), owned, by.revision().plan().limited(), asOf);
    }
}
