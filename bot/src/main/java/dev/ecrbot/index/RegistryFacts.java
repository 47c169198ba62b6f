package dev.ecrbot.index;

import dev.ecrbot.ecr.RegionalRegistry;
import dev.ecrbot.ecr.RepositoryName;
import dev.ecrbot.policy.PolicyDocument;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;

/**
 * What holds for a registry in a Region as a whole.
 *
 * @param decides whether AWS lets the policy decide about images
 * @param replication where to its images are copied
 */
public record RegistryFacts(
        PolicyDocument policy,
        boolean decides,
        List<CreationTemplate> templates,
        List<PullThroughRule> pullThroughRules,
        List<ReplicationRule> replication) {
    /** What is taken to hold before anything was read. */
    public static final RegistryFacts NONE =
            new RegistryFacts(PolicyDocument.empty(), true, List.of(), List.of(), List.of());

    public RegistryFacts {
        templates = List.copyOf(templates);
        pullThroughRules = List.copyOf(pullThroughRules);
        replication = List.copyOf(replication);
    }

    /**
     * Returns from which template each way of being made, {@code CREATE_ON_PUSH} for example, would make a repository of this
     * name: of those that are for both, the one with the longest prefix. A way that has none isn't there.
     */
    public SortedMap<String, CreationTemplate> templatesFor(RepositoryName name) {
        var found = new TreeMap<String, CreationTemplate>();
        templates.stream()
                .filter(template -> template.isFor(name))
                .sorted(Comparator.comparingInt(CreationTemplate::weight))
                .forEach(template -> template.appliedFor().forEach(way -> found.put(way, template)));
        if (pullThrough(name).isEmpty()) {
            found.remove(CreationTemplate.PULL_THROUGH);
        }
        return found;
    }

    /** Returns the templates from which a repository of this name can be made, each with the ways of being made that take it. */
    public Map<CreationTemplate, SortedSet<String>> waysFor(RepositoryName name) {
        var ways = new LinkedHashMap<CreationTemplate, SortedSet<String>>();
        templatesFor(name)
                .forEach((way, template) ->
                        ways.computeIfAbsent(template, first -> new TreeSet<>()).add(way));
        return ways;
    }

    /** Returns the rule by which a repository of this name would be made, and filled, when somebody pulls from it. */
    public Optional<PullThroughRule> pullThrough(RepositoryName name) {
        return pullThroughRules.stream()
                .filter(rule -> rule.isFor(name))
                .max(Comparator.comparingInt(rule -> rule.prefix().length()));
    }

    /** Returns whether a repository with this policy is read with its tags. */
    public boolean needsTags(PolicyDocument own) {
        return Crawl.speaksOfTags(own) || Crawl.speaksOfTags(policy);
    }

    /** Returns the registries that get copies of a repository of this name, each once. */
    public List<RegionalRegistry> copiesOf(RepositoryName name) {
        return replication.stream()
                .filter(rule -> rule.isFor(name))
                .flatMap(rule -> rule.destinations().stream())
                .distinct()
                .toList();
    }

    /** Returns the same with another policy. */
    public RegistryFacts ruledBy(PolicyDocument other) {
        return new RegistryFacts(other, decides, templates, pullThroughRules, replication);
    }

    /** Returns the policy as far as it decides who reaches images. */
    public PolicyDocument ruling() {
        return decides ? policy : PolicyDocument.empty();
    }
}
