package dev.ecrbot.sandbox.ecr;

import dev.ecrbot.ecr.RegionalRegistry;
import dev.ecrbot.index.CreationTemplate;
import dev.ecrbot.index.PullThroughRule;
import dev.ecrbot.index.ReplicationRule;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/** What is kept of a registry in a Region; guarded by the lock of the model. */
final class RegistryState {

    final Map<String, RepositoryState> repositories = new TreeMap<>();
    /** What was written to the policies of repositories that were deleted. */
    final Map<String, PolicySlot> past = new TreeMap<>();

    final PolicySlot policy;
    String policyScope = "V2";
    final List<CreationTemplate> templates = new ArrayList<>();
    final List<PullThroughRule> pullThroughRules = new ArrayList<>();
    final List<ReplicationRule> replication = new ArrayList<>();

    RegistryState(Place place) {
        this.policy = new PolicySlot(new RegionalRegistry(place.account(), place.region()));
    }

    /** Returns the most specific template for repositories that are made this way. */
    Optional<CreationTemplate> template(String name, String way) {
        Optional<CreationTemplate> chosen = Optional.empty();
        // From the whole name on, one part less each time; what is left in the end is the template for all others.
        for (String prefix = name; chosen.isEmpty() && prefix.contains("/"); ) {
            prefix = prefix.substring(0, prefix.lastIndexOf('/'));
            chosen = templateOf(prefix, way);
        }
        return chosen.or(() -> templateOf(CreationTemplate.ROOT, way));
    }

    private Optional<CreationTemplate> templateOf(String prefix, String way) {
        return templates.stream()
                .filter(template -> template.prefix().equals(prefix)
                        && template.appliedFor().contains(way))
                .findFirst();
    }
}
