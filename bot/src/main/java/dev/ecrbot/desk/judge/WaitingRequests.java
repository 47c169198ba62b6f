package dev.ecrbot.desk.judge;

import dev.ecrbot.desk.ledger.Ledger;
import dev.ecrbot.desk.ledger.RequestFilter;
import dev.ecrbot.desk.request.Request;
import dev.ecrbot.rules.Facts;
import dev.ecrbot.rules.Membership;
import dev.ecrbot.rules.People;
import dev.ecrbot.rules.PersonId;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/** Finds what waits for somebody's decision; by facts that may be some minutes old. */
public record WaitingRequests(Ledger ledger, Directory directory) {
    /** So many are looked through, since not all are for this person. */
    public static final int MOST = 1_000;

    /**
     * Returns those whose approvers the person is among; where that can't be told, too.
     *
     * @param words by which they are narrowed; by none if there are none
     */
    public List<Request> of(PersonId person, Set<String> words) {
        var filter = new RequestFilter(Optional.empty(), Optional.empty(), words);
        List<Request> waiting =
                ledger.transact(transaction -> transaction.requests().matching(filter, MOST));
        Set<String> groups = waiting.stream()
                .flatMap(request -> request.ask().stream())
                .flatMap(ask -> ask.approvers().groupsToAsk(person).stream())
                .collect(Collectors.toSet());
        Facts facts = directory.facts(person, groups, Directory.Freshness.RECENT);
        return waiting.stream()
                .filter(request -> request.ask()
                        .filter(ask -> !ask.requester().equals(person))
                        .filter(ask -> isAmong(ask.approvers(), facts))
                        .isPresent())
                .toList();
    }

    private static boolean isAmong(People approvers, Facts facts) {
        return approvers.listed(facts) != Membership.NO;
    }
}
