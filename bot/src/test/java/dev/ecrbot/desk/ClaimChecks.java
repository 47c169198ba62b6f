package dev.ecrbot.desk;

import com.fasterxml.jackson.databind.JsonNode;
import dev.ecrbot.desk.tell.GrantNote;
import dev.ecrbot.desk.tell.Message;
import dev.ecrbot.ecr.RegionalRegistry;
import dev.ecrbot.ecr.Repository;
import dev.ecrbot.policy.holding.Claim;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;

/** Looks whether claims are so under what the local ECR showed at the moment that they speak of, and remembers what was so. */
final class ClaimChecks {
    private static final Pattern MOMENT = Pattern.compile("\\d{4}-\\d\\d-\\d\\dT[\\d:.]+Z");

    private final PastPolicies past;
    private final Map<Optional<String>, List<JsonNode>> parsed = new HashMap<>();
    private final Map<Optional<String>, List<Instant>> dates = new HashMap<>();
    private final Map<List<Object>, Boolean> verdicts = new HashMap<>();
    private long checked;

    ClaimChecks(PastPolicies past) {
        this.past = past;
    }

    /** Returns how many claims were checked so far, each as often as it was. */
    long checked() {
        return checked;
    }

    /** Returns the claim of the message if it isn't so. */
    Optional<Falsehood> falsehood(Message message, Claim claim, Instant now) {
        if (!past.isThere(claim.on().holder())) {
            return Optional.empty();
        }
        Instant moment = claim.asOf().orElse(now);
        List<Optional<String>> policies = past.at(claim.on().holder(), claim.asOf(), isReadBack(message));
        // The registry's is read before a write, and not once more after it.
        List<Optional<String>> beside = beside(claim)
                .map(registry -> past.at(registry, claim.asOf(), false))
                .orElse(List.of(Optional.empty()));
        checked++;
        return policies.stream()
                        .anyMatch(policy -> beside.stream().anyMatch(registry -> isSo(claim, moment, policy, registry)))
                ? Optional.empty()
                : Optional.of(new Falsehood(message, claim, policies.get(0)));
    }

    // What is so at one moment is so until one comes that stands in a policy, or at which the claim ends.
    private boolean isSo(Claim claim, Instant moment, Optional<String> policy, Optional<String> registry) {
        return verdicts.computeIfAbsent(
                List.of(claim, policy, registry, over(policy, moment), over(registry, moment), isOver(claim, moment)),
                any -> new ClaimCheck(claim, moment).isSo(said(policy), said(registry)));
    }

    private static boolean isOver(Claim claim, Instant moment) {
        return claim instanceof Claim.Held held
                && held.owned()
                        .until()
                        .filter(end -> !moment.isBefore(end.minusSeconds(1)))
                        .isPresent();
    }

    /** Returns how many of the moments that stand in the policy are over. */
    private long over(Optional<String> policy, Instant moment) {
        return dates
                .computeIfAbsent(
                        policy,
                        text -> MOMENT.matcher(text.orElse(""))
                                .results()
                                .map(found -> Instant.parse(found.group()))
                                .toList())
                .stream()
                .filter(date -> !date.isAfter(moment))
                .count();
    }

    private List<JsonNode> said(Optional<String> policy) {
        return parsed.computeIfAbsent(policy, ClaimCheck::statements);
    }

    /** Returns the registry whose policy decides, too. */
    private static Optional<RegionalRegistry> beside(Claim claim) {
        return Optional.of(claim.on())
                .filter(Repository.class::isInstance)
                .map(on -> new RegionalRegistry(on.account(), on.region()));
    }

    private static boolean isReadBack(Message message) {
        return !(message instanceof Message.Private told
                && (told.note() instanceof GrantNote.Expiring
                        || told.note() instanceof GrantNote.ExpiringTogether
                        || told.note() instanceof GrantNote.Hindered));
    }
}
