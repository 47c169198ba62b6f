package dev.ecrbot.desk.live;

import dev.ecrbot.desk.ledger.LedgerTransaction;
import dev.ecrbot.desk.request.Grant;
import dev.ecrbot.desk.request.RequestState;
import dev.ecrbot.ecr.PolicyHolder;
import dev.ecrbot.ecr.Target;
import dev.ecrbot.policy.PolicyDocument;
import dev.ecrbot.policy.holding.Owned;
import dev.ecrbot.policy.holding.Unclaimed;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

/** Finds what stands in a policy as the bot writes it, and isn't on record. */
public final class Unrecorded {
    private static final Set<RequestState> UNDER_WAY = Set.of(RequestState.APPLYING);

    private Unrecorded() {}

    /**
     * Returns what isn't on record; nothing while the bot may be between a write and its record.
     *
     * @param live the policy as it was read; to be read while its row lock is held, where it has to be sure
     */
    public static List<Unclaimed> in(LedgerTransaction transaction, PolicyHolder holder, PolicyDocument live) {
        if (isUnderWay(transaction, holder)) {
            return List.of();
        }
        Map<Target, Set<Owned>> owned = transaction.grants().standing(holder).stream()
                .collect(Collectors.groupingBy(
                        Grant::target, Collectors.mapping(Grant::owned, Collectors.toUnmodifiableSet())));
        return Unclaimed.of(live, holder, owned);
    }

    private static boolean isUnderWay(LedgerTransaction transaction, PolicyHolder holder) {
        return !transaction.requests().in(UNDER_WAY, holder).isEmpty()
                || transaction.writes().inDoubt().stream()
                        .anyMatch(request -> request.change().target().holder().equals(holder));
    }
}
