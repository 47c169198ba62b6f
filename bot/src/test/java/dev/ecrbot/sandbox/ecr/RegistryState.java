package dev.ecrbot.sandbox.ecr;

import dev.ecrbot.ecr.RegionalRegistry;
import dev.ecrbot.index.CreationTemplate;
import dev.ecrbot.index.PullThroughRule;
import dev.ecrbot.index.ReplicationRule;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
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
}
