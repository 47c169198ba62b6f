package dev.ecrbot.desk;

import dev.ecrbot.desk.request.Grant;
import dev.ecrbot.desk.tell.Message;
import dev.ecrbot.ecr.PolicyHolder;
import dev.ecrbot.policy.holding.Claim;
import dev.ecrbot.policy.holding.Owned;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;

/** What stands under a Sid of the bot's in policies that cards are about, and no card says so. */
final class Unsaid {
    private final PastPolicies past;
    private final Excuses excuses;
    private final Map<Optional<String>, Set<Explained.Place>> places = new HashMap<>();

    Unsaid(PastPolicies past, Excuses excuses) {
        this.past = past;
        this.excuses = excuses;
    }

    /** What names a deleted principal lets nobody in. */
    List<Explained.Place> beside(Collection<Message.Card> cards, boolean untold) {
        Map<PolicyHolder, Set<Explained.Place>> said = new LinkedHashMap<>();
        cards.forEach(
                card -> said.computeIfAbsent(card.request().change().target().holder(), any -> new HashSet<>())
                        .addAll(places(card)));
        var unsaid = new ArrayList<Explained.Place>();
        said.forEach((holder, shown) -> {
            if (past.isThere(holder)) {
                places.computeIfAbsent(past.now(holder), Explained::places).stream()
                        .filter(place -> place.principal().startsWith("arn:"))
                        .filter(place -> !shown.contains(place))
                        .filter(place -> !excuses.cover(holder, untold))
                        .forEach(unsaid::add);
            }
        });
        return unsaid;
    }

    /** Returns what the card says to be there: what its request gave and is active, or couldn't be taken out. */
    private static Set<Explained.Place> places(Message.Card card) {
        Optional<Grant> left = card.history()
                .since()
                .grant()
                .filter(grant -> grant.ended()
                        .filter(end -> end.reason() == Grant.Reason.OUT_OF_REACH)
                        .isPresent());
        Optional<Owned> said = card.held().map(Claim.Held::owned).or(() -> left.map(Grant::owned));
        var there = new HashSet<Explained.Place>();
        said.ifPresent(owned -> owned.principal().parts().forEach(part -> {
            var actions = new TreeSet<>(owned.access().actions());
            there.add(new Explained.Place(part.text(), actions, owned.until()));
            // Whether ends stand in policies is a matter of the configuration.
            there.add(new Explained.Place(part.text(), actions, Optional.empty()));
        }));
        return there;
    }
}
