package dev.ecrbot.desk.apply;

import dev.ecrbot.desk.ledger.AuditEvents;
import dev.ecrbot.desk.ledger.CardHistory;
import dev.ecrbot.desk.ledger.Detail;
import dev.ecrbot.desk.ledger.LedgerTransaction;
import dev.ecrbot.desk.ledger.Notice;
import dev.ecrbot.desk.live.PolicyEvidence;
import dev.ecrbot.desk.live.RegistryDenials;
import dev.ecrbot.desk.request.Grant;
import dev.ecrbot.desk.request.GrantId;
import dev.ecrbot.desk.request.Request;
import dev.ecrbot.ecr.PolicyHolder;
import dev.ecrbot.policy.PolicyDocument;
import dev.ecrbot.policy.plan.Hindrance;
import dev.ecrbot.policy.plan.Plan;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * Records, and has told, when statements of others begin to deny what a grant gives, or deny something else, or nothing any more.
 * What a policy is has to be read while its row lock is held: else an old reading might have the last word.
 */
public record Hindrances(PolicyEvidence evidence, RegistryDenials denials) {

    /**
     * Returns whether something else is denied of the grant than its card says.
     *
     * @param denied what the registry's own policy denies there; empty if that isn't known
     */
    public boolean isNews(
            LedgerTransaction transaction, Grant grant, PolicyDocument live, Optional<PolicyDocument> denied) {
        return news(transaction, grant, live, denied).isPresent();
    }

    /**
     * Records what is denied of the grant, unless its card says so already.
     *
     * @param denied as for {@link #isNews}
     */
    public void found(
            LedgerTransaction transaction,
            Grant grant,
            PolicyDocument live,
            Optional<PolicyDocument> denied,
            Instant now) {
        news(transaction, grant, live, denied).ifPresent(details -> {
            transaction.events().add(AuditEvents.hindered(grant, details, now));
            transaction.outbox().cardAgain(grant.id().request(), now);
            var told = new HashMap<>(details);
            // It may have another end by the time at which this is told.
            told.put(Detail.UNTIL, grant.until().map(Instant::toString).orElse(Detail.NEVER));
            transaction.outbox().add(grant.id().request(), Notice.Kind.HINDERED, told, now);
        });
    }

    /** As {@link #found}, of all that stands where a change was made: whoever made it has just read the policy. */
    void beside(LedgerTransaction transaction, Request made, PolicyDocument live, Instant now) {
        PolicyHolder holder = made.change().target().holder();
        Optional<PolicyDocument> denied = denials.known(holder);
        Set<GrantId> hindered = transaction.readings().hindered(holder);
        transaction.grants().standing(holder).stream()
                .filter(grant -> grant.state() == Grant.State.ACTIVE)
                // Of most nothing is denied, and nothing was: of those nothing more is looked up.
                .filter(grant -> hindered.contains(grant.id())
                        || evidence.hinders(grant, live, denied.orElseGet(PolicyDocument::empty))
                                .isPresent())
                .filter(grant -> isNews(transaction, grant, live, denied))
                // Where the registry's own policy wasn't read, nobody can say that nothing is denied any more.
                .filter(grant -> denied.isPresent()
                        || evidence.hinders(grant, live, PolicyDocument.empty()).isPresent())
                // What is missing there, too, is left to a reading that makes sure of it.
                .filter(grant -> evidence.isWritten(grant, live))
                .forEach(grant -> found(transaction, grant, live, denied, now));
    }

    /** Returns what there is to record; empty if the card says so already. */
    private Optional<Map<String, String>> news(
            LedgerTransaction transaction, Grant grant, PolicyDocument live, Optional<PolicyDocument> denied) {
        Optional<CardHistory.Hindered> known =
                CardHistory.hindered(transaction.events().of(grant.id().request()));
        Optional<Plan> plan = transaction
                .requests()
                .find(grant.id().request())
                .map(request -> request.revision().plan());
        boolean knownBeside = known.map(each -> Hindrance.isBeside(each.mark()))
                .orElseGet(() -> plan.filter(Plan::deniedBeside).isPresent());
        if (denied.isEmpty() && knownBeside) {
            // It may be so still.
            return Optional.empty();
        }
        boolean wasDenied = known.map(each -> !each.mark().isEmpty())
                .orElseGet(() -> plan.filter(Plan::denied).isPresent());
        Optional<Hindrance> hindrance = evidence.hinders(grant, live, denied.orElseGet(PolicyDocument::empty))
                .or(() -> Optional.of(Hindrance.UNKNOWN).filter(any -> denied.isEmpty() && wasDenied));
        String mark = hindrance.map(Hindrance::mark).orElse("");
        boolean isNews = known.map(each -> !each.mark().equals(mark))
                .orElseGet(
                        () -> hindrance.isPresent() != wasDenied || hindrance.equals(Optional.of(Hindrance.UNKNOWN)));
        return isNews
                ? Optional.of(Map.of(
                        Detail.MARK,
                        mark,
                        Detail.WHAT,
                        hindrance.map(Hindrance::text).orElse("")))
                : Optional.empty();
    }
}
