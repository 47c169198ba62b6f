package dev.ecrbot.desk.apply;

import dev.ecrbot.desk.ledger.AuditEvents;
import dev.ecrbot.desk.ledger.CardHistory;
import dev.ecrbot.desk.ledger.Detail;
import dev.ecrbot.desk.ledger.LedgerTransaction;
import dev.ecrbot.desk.ledger.Notice;
import dev.ecrbot.desk.live.PolicyEvidence;
import dev.ecrbot.desk.request.Grant;
import dev.ecrbot.desk.request.Request;
import dev.ecrbot.policy.PolicyDocument;
import dev.ecrbot.policy.plan.Hindrance;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;

/**
 * Records, and has told, when statements of others begin to deny what a grant gives, or deny something else, or nothing any more.
 * What a policy is has to be read while its row lock is held: else an old reading might have the last word.
 */
public record Hindrances(PolicyEvidence evidence) {

    /** Returns whether the policy denies something else of the grant than its card says. */
    public boolean isNews(LedgerTransaction transaction, Grant grant, PolicyDocument live) {
        return isNews(transaction, grant, evidence.hinders(grant, live));
    }

    /** Records what the policy denies of the grant, unless its card says so already. */
    public void found(LedgerTransaction transaction, Grant grant, PolicyDocument live, Instant now) {
        Optional<Hindrance> hindrance = evidence.hinders(grant, live);
        if (isNews(transaction, grant, hindrance)) {
            var details = Map.of(
                    Detail.MARK,
                    hindrance.map(Hindrance::mark).orElse(""),
                    Detail.WHAT,
                    hindrance.map(Hindrance::text).orElse(""));
            transaction.events().add(AuditEvents.hindered(grant, details, now));
            transaction.outbox().cardAgain(grant.id().request(), now);
            transaction.outbox().add(grant.id().request(), Notice.Kind.HINDERED, details, now);
        }
    }

    /** As {@link #found}, of all that the principal of a change has there once that is made: whoever made it has just read the policy. */
    void beside(LedgerTransaction transaction, Request made, PolicyDocument live, Instant now) {
        transaction.grants().standing(made.change().target().holder()).stream()
                .filter(grant -> grant.state() == Grant.State.ACTIVE)
                .filter(grant -> grant.target().equals(made.change().target()))
                .filter(grant -> grant.principal().equals(made.change().edit().principal()))
                .forEach(grant -> found(transaction, grant, live, now));
    }

    private static boolean isNews(LedgerTransaction transaction, Grant grant, Optional<Hindrance> hindrance) {
        String mark = hindrance.map(Hindrance::mark).orElse("");
        return CardHistory.hindered(transaction.events().of(grant.id().request()))
                .map(known -> !known.mark().equals(mark))
                .orElseGet(() -> hindrance.isPresent() != hinderedFromTheStart(transaction, grant));
    }

    private static boolean hinderedFromTheStart(LedgerTransaction transaction, Grant grant) {
        return transaction
                .requests()
                .find(grant.id().request())
                .filter(request -> request.revision().plan().hindered())
                .isPresent();
    }
}
