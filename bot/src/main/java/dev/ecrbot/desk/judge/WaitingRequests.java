package dev.ecrbot.desk.judge;

import dev.ecrbot.desk.ledger.Ledger;
import dev.ecrbot.desk.ledger.RequestFilter;
import dev.ecrbot.desk.request.Request;
import dev.ecrbot.rules.Facts;
import dev.ecrbot.rules.Membership;
import dev.ecrbot.rules.People;
import dev.ecrbot.rules.PersonId;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/** Finds what waits for somebody's decision; by facts that may be some minutes old. */
public record WaitingRequests(Ledger ledger, Directory directory) {
    /** So many are looked through, since not all are for this person. */
    public static final int MOST = 1_000;
    // Each has two policies with it.
    private static final int PART = 100;

    /**
     * Returns those whose approvers the person is among; where that can't be told, too.
     *
     * @param words by which they are narrowed; by none if there are none
     */
    public List<Request> of(PersonId person, Set<String> words) {
        var filter = new RequestFilter(Optional.empty(), Optional.empty(), words);
        var found = new ArrayList<Request>();
        List<Request> part = List.of();
        for (int from = 0; from < MOST && (from == 0 || part.size() == PART); from += PART) {
            int before = from;
            part = ledger.transact(transaction -> transaction.requests().matching(filter, before, PART));
            found.addAll(among(person, part));
        }
        return List.copyOf(found);
    }

    private List<Request> among(PersonId person, List<Request> waiting) {
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
