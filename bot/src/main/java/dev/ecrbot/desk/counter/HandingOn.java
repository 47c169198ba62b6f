package dev.ecrbot.desk.counter;

import dev.ecrbot.desk.judge.ApproverCheck;
import dev.ecrbot.desk.judge.QuotaCheck;
import dev.ecrbot.desk.judge.RequesterCheck;
import dev.ecrbot.desk.ledger.AuditEvents;
import dev.ecrbot.desk.ledger.Detail;
import dev.ecrbot.desk.ledger.Ledger;
import dev.ecrbot.desk.ledger.LedgerTransaction;
import dev.ecrbot.desk.ledger.Notice;
import dev.ecrbot.desk.request.Approval;
import dev.ecrbot.desk.request.Request;
import dev.ecrbot.desk.tell.Follower;
import dev.ecrbot.rules.PersonId;
import dev.ecrbot.rules.Rule;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * A request that its requester takes back goes on as that of somebody who asked for the same.
 *
 * @param rule by which they were judged
 * @param judged those who may still ask for it
 */
record HandingOn(Rule rule, List<Follower> judged) {

    /** Judges those who asked for the same, before the transaction; empty if no rule lets anybody ask for it. */
    static Optional<HandingOn> judging(
            Ledger ledger, ApproverCheck approverCheck, RequesterCheck requesterCheck, Request request) {
        List<Follower> followers =
                ledger.transact(transaction -> Follower.of(transaction.events().of(request.id()), request));
        return followers.isEmpty()
                ? Optional.empty()
                : approverCheck
                        .rule(request)
                        .map(rule -> new HandingOn(
                                rule,
                                followers.stream()
                                        .filter(follower -> requesterCheck
                                                .refusal(rule, follower.person(), follower.reason())
                                                .isEmpty())
                                        .toList()));
    }

    /**
     * Returns as whose it goes on: the first who may ask for it, may have one more of it, and hasn't approved it, since nobody
     * approves their own.
     */
    Optional<Follower> heir(LedgerTransaction transaction, Request locked, QuotaCheck quotas) {
        Set<PersonId> approved = transaction
                .requests()
                .approvals(locked.id(), locked.revision().number())
                .stream()
                .map(Approval::by)
                .collect(Collectors.toSet());
        return judged.stream()
                .filter(follower -> !approved.contains(follower.person()))
                .filter(follower -> quotas.letsInherit(transaction, rule, locked, follower.person()))
                .findFirst();
    }

    static Answer to(LedgerTransaction transaction, Request locked, Follower heir, Instant now) {
        PersonId before = locked.maker().orElseThrow();
        Request handed = locked.handedTo(heir.person(), heir.from(), heir.reason());
        transaction.requests().update(handed);
        transaction.events().add(AuditEvents.handedOn(handed, before, now));
        transaction.outbox().add(handed.id(), Notice.Kind.CARD, Map.of(), now);
        transaction.outbox().add(handed.id(), Notice.Kind.HANDED_ON, Map.of(Detail.BY, before.toString()), now);
        return new Answer.Cancelled(handed, Optional.of(heir.person()));
    }
}
