package dev.ecrbot.desk.due;

import dev.ecrbot.desk.apply.Applying;
import dev.ecrbot.desk.ledger.Ledger;
import dev.ecrbot.desk.ledger.LedgerTransaction;
import dev.ecrbot.desk.live.Policies;
import dev.ecrbot.desk.live.PolicyEvidence;
import dev.ecrbot.desk.request.Grant;
import dev.ecrbot.desk.request.RequestState;
import dev.ecrbot.ecr.PolicyHolder;
import dev.ecrbot.policy.PolicyDocument;
import dev.ecrbot.problem.ProblemException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.Set;

/**
 * Draws conclusions from reading policies again. What a reading shows that isn't on record is looked at once more while nobody of
 * ours writes: meanwhile others may have changed the policy, and the bot what it has on record.
 */
final class Conclusions {
    /** What a reading shows that isn't on record: grants that were missing for long enough, and those that are denied something. */
    private record News(List<Grant> missing, List<Grant> hindered) {}

    private final Ledger ledger;
    private final Policies policies;
    private final PolicyEvidence evidence;
    private final Applying applying;
    private final Clock clock;
    private final Random random = new Random();

    Conclusions(Ledger ledger, Policies policies, PolicyEvidence evidence, Applying applying, Clock clock) {
        this.ledger = ledger;
        this.policies = policies;
        this.evidence = evidence;
        this.applying = applying;
        this.clock = clock;
    }

    /** Looks for writes that are in doubt. */
    void lookForWrites() {
        applying.unconfirmed().look();
    }

    /**
     * Reads the policy, and records what that says of these grants.
     *
     * @throws ProblemException if it can't be read
     */
    void read(PolicyHolder holder, List<Grant> grants) {
        Optional<PolicyDocument> denied = applying.hindrances().denials().fresh(holder);
        Optional<PolicyDocument> live = policies.readIfThere(holder);
        Instant now = clock.instant();
        List<Grant> missing =
                grants.stream().filter(grant -> !evidence.stands(grant, live)).toList();
        News news = ledger.transact(transaction -> {
            List<Grant> hindered = grants.stream()
                    .filter(grant -> !missing.contains(grant))
                    .filter(grant -> isNews(transaction, grant, live, denied))
                    .toList();
            grants.stream()
                    .filter(grant -> !missing.contains(grant) && !hindered.contains(grant))
                    .forEach(grant -> stands(transaction, grant, now));
            return new News(sure(transaction, missing, now), hindered);
        });
        if (!news.missing().isEmpty() || !news.hindered().isEmpty()) {
            ledger.exclusively(holder, () -> {
                confirm(holder, news);
                return Boolean.TRUE;
            });
        }
    }

    private boolean isNews(
            LedgerTransaction transaction,
            Grant grant,
            Optional<PolicyDocument> live,
            Optional<PolicyDocument> denied) {
        return live.filter(policy -> applying.hindrances().isNews(transaction, grant, policy, denied))
                .isPresent();
    }

    private void stands(LedgerTransaction transaction, Grant grant, Instant now) {
        transaction
                .readings()
                .seen(grant.id(), now.plus(about(applying.schedule().every())));
    }

    private List<Grant> sure(LedgerTransaction transaction, List<Grant> missing, Instant now) {
        Duration sure = applying.schedule().sure();
        return missing.stream()
                .filter(grant -> !transaction
                        .readings()
                        .missed(grant.id(), now, now.plus(sure))
                        .isAfter(now.minus(sure)))
                .toList();
    }

    /** While the holder's lock is held: nobody of ours is between a write and its record, unless one died there. */
    private void confirm(PolicyHolder holder, News news) {
        if (underWay(holder)) {
            return;
        }
        applying.unconfirmed().settle(holder);
        Optional<PolicyDocument> denied = news.hindered().isEmpty()
                ? Optional.empty()
                : applying.hindrances().denials().now(holder);
        Optional<PolicyDocument> live = policies.readIfThere(holder);
        Instant now = clock.instant();
        List<Grant> missing = asTheyWere(news.missing()).stream()
                .filter(grant -> !evidence.stands(grant, live))
                .toList();
        List<Grant> hindered = asTheyWere(news.hindered()).stream()
                .filter(grant -> evidence.stands(grant, live))
                .toList();
        ledger.record(transaction -> {
            missing.forEach(grant -> applying.endings().missing(transaction, grant, live, now));
            hindered.forEach(grant -> {
                live.ifPresent(policy -> applying.hindrances().found(transaction, grant, policy, denied, now));
                stands(transaction, grant, now);
            });
        });
    }

    // What has moved since isn't looked for where it was.
    private List<Grant> asTheyWere(List<Grant> known) {
        return ledger.transact(transaction -> known.stream()
                .filter(grant -> transaction.grants().find(grant.id()).equals(Optional.of(grant)))
                .toList());
    }

    private boolean underWay(PolicyHolder holder) {
        return ledger.transact(transaction -> !transaction
                .requests()
                .in(Set.of(RequestState.APPLYING), holder)
                .isEmpty());
    }

    // So that what was granted at one moment, and what replicas have to read, doesn't come due at one moment each hour.
    private Duration about(Duration time) {
        return time.multipliedBy(90 + random.nextInt(21)).dividedBy(100);
    }
}
