package dev.ecrbot.desk;

import com.fasterxml.jackson.databind.JsonNode;
import dev.ecrbot.ecr.PolicyHolder;
import dev.ecrbot.ecr.RegionalRegistry;
import dev.ecrbot.ecr.Repository;
import dev.ecrbot.policy.holding.Claim;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Stream;

/**
 * Why something that isn't so may stand in Slack for a while: others changed the policy, and the bot hasn't read it since, or the bot
 * did, and hasn't told of it. Each use of such a grace is counted.
 */
final class Excuses {
    private static final Duration READ_WITHIN = Duration.ofMinutes(67);
    private static final Duration SURE_WITHIN = Duration.ofMinutes(1);
    private static final Duration ENDING = Duration.ofMinutes(2);

    private final PastPolicies past;
    private final Shown shown;
    private final List<Look> looks = new ArrayList<>();
    private final List<Instant> deeds = new ArrayList<>();
    private final Map<Grace, Integer> used = new TreeMap<>();

    private record Look(Instant at, Set<PolicyHolder> underWay) {}

    Excuses(PastPolicies past, Shown shown) {
        this.past = past;
        this.shown = shown;
    }

    /** Takes note that others changed by then what policies mean without writing any. */
    void othersActed(Instant at) {
        deeds.add(at);
    }

    /** Takes note that the bot has looked for what is due. */
    void swept(Instant at, Set<PolicyHolder> underWay) {
        looks.add(new Look(at, Set.copyOf(underWay)));
    }

    /** Returns how often which grace was used. */
    Map<Grace, Integer> used() {
        return used;
    }

    /**
     * Returns whether it is none of the bot's fault yet.
     *
     * @param untold whether the bot is still to tell something, or changing a policy
     */
    boolean cover(Falsehood each, Instant now, boolean untold) {
        return !each.isProven()
                && (untold || !isDeniedAsRead(each, now))
                && cover(each.claim().on().holder(), shown.provenAt(each), lookedUntil(each.claim()), untold);
    }

    /** Returns whether the bot needn't have said by now what stands in the policy. */
    boolean cover(PolicyHolder holder, boolean untold) {
        return cover(holder, Instant.MIN, Instant.MAX, untold);
    }

    private boolean cover(PolicyHolder holder, Instant since, Instant until, boolean untold) {
        Optional<Grace> grace = isUnread(holder, since, until)
                ? Optional.of(Grace.UNREAD)
                : Optional.of(Grace.UNTOLD).filter(each -> untold);
        grace.ifPresent(each -> used.merge(each, 1, Integer::sum));
        return grace.isPresent();
    }

    /** Returns whether a Deny in the policy makes it false, and a write of the bot's own was read back since with that in it. */
    private boolean isDeniedAsRead(Falsehood each, Instant now) {
        if (!(each.claim() instanceof Claim.Held held)
                || held.limited()
                || held.asOf().isPresent()) {
            return false;
        }
        PolicyHolder holder = held.on().holder();
        Instant changed = past.writtenByOthers(holder)
                .map(PastPolicies::recorded)
                .reduce((first, second) -> second)
                .orElse(Instant.MIN);
        List<JsonNode> own = ClaimCheck.statements(each.policy());
        var check = new ClaimCheck(held, now);
        return !check.isSo(own, List.of())
                && check.isSo(ClaimCheck.allowing(own).toList(), List.of())
                && shown.cards().stream()
                        .filter(card ->
                                card.request().change().target().holder().equals(holder))
                        .flatMap(card -> card.request().stage().proof().stream())
                        .anyMatch(proof -> proof.readBack().isAfter(changed));
    }

    /** Returns from when on nobody looks for what the claim is about: what ends in a moment is left to its end. */
    private static Instant lookedUntil(Claim claim) {
        return claim instanceof Claim.Held held
                ? held.owned().until().map(end -> end.minus(ENDING)).orElse(Instant.MAX)
                : Instant.MAX;
    }

    // A reading is due once an hour, give or take a tenth, and what it misses has to be missing a while later still.
    private boolean isUnread(PolicyHolder holder, Instant since, Instant until) {
        Stream<PolicyHolder> deciding = holder instanceof Repository repository
                ? Stream.of(holder, new RegionalRegistry(repository.account(), repository.region()))
                : Stream.of(holder);
        Optional<Instant> changed = Stream.concat(deciding.flatMap(past::writtenByOthers), deeds.stream())
                .sorted()
                .filter(at -> !at.isBefore(since))
                .reduce((first, second) -> second);
        return changed.isPresent() && !isNoticed(holder, changed.get(), until);
    }

    /** Returns whether a reading has missed by now what was taken away then, and another one could make sure of it. */
    private boolean isNoticed(PolicyHolder holder, Instant changed, Instant until) {
        Optional<Look> first = lookedAfter(changed.plus(READ_WITHIN), until);
        while (first.isPresent()) {
            Optional<Look> second = lookedAfter(first.get().at().plus(SURE_WITHIN), until);
            if (second.filter(look -> !look.underWay().contains(holder)).isPresent()) {
                return true;
            }
            // It says nothing while the bot's own write is under way there, and comes again a while later.
            first = second;
        }
        return false;
    }

    private Optional<Look> lookedAfter(Instant moment, Instant until) {
        return looks.stream()
                .filter(look -> !look.at().isBefore(moment) && look.at().isBefore(until))
                .findFirst();
    }
}
