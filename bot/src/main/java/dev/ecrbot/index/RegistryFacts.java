package dev.ecrbot.index;

import dev.ecrbot.policy.PolicyDocument;
import java.util.List;

/**
 * What holds for a registry in a Region as a whole.
 *
 * @param decides whether AWS lets the policy decide about images
 */
public record RegistryFacts(
        PolicyDocument policy,
        boolean decides,
        List<CreationTemplate> templates,
        List<PullThroughRule> pullThroughRules) {
    /** What is taken to hold before anything was read. */
    public static final RegistryFacts NONE = new RegistryFacts(PolicyDocument.empty(), true, List.of(), List.of());

    public RegistryFacts {
        templates = List.copyOf(templates);
        pullThroughRules = List.copyOf(pullThroughRules);
    }

    /** Returns the policy as far as it decides who reaches images. */
    public PolicyDocument ruling() {
        return decides ? policy : PolicyDocument.empty();
    }
}
