package dev.ecrbot.policy.holding;

import dev.ecrbot.ecr.MatchingRepositories;
import dev.ecrbot.ecr.Target;
import dev.ecrbot.ecr.Wildcards;
import dev.ecrbot.policy.Statement;
import java.util.List;

/**
 * What the resources that a registry's statement names have to do with a target.
 *
 * @see <a href="https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_elements_resource.html">IAM: Resource</a>
 */
final class ResourceReach {
    private static final int PARTS = 6;
    private static final String ALL = "*";

    private ResourceReach() {}

    /** Returns whether the statement is about exactly these repositories. */
    static boolean names(Statement statement, MatchingRepositories target) {
        List<String> resources = statement.resources();
        return !statement.exceptsResources()
                && resources.size() == 1
                && (resources.get(0).equals(target.arn())
                        || (resources.get(0).equals(ALL) && target.text().equals(ALL)));
    }

    /** Returns whether the statement is about all of these repositories, others perhaps included. */
    static boolean covers(Statement statement, Target target) {
        return statement.exceptsResources()
                ? statement.resources().stream().noneMatch(resource -> overlaps(resource, target))
                : statement.resources().stream().anyMatch(resource -> contains(resource, target));
    }

    /** Returns whether the statement is about some of these repositories. */
    static boolean concerns(Statement statement, Target target) {
        return statement.exceptsResources()
                ? statement.resources().stream().noneMatch(resource -> contains(resource, target))
                : statement.resources().stream().anyMatch(resource -> overlaps(resource, target));
    }

    /** IAM compares ARNs part by part, so a star doesn't reach over a colon. */
    private static boolean contains(String resource, Target target) {
        if (resource.equals(ALL)) {
            return true;
        }
        String[] parts = resource.split(":", PARTS);
        String[] wanted = target.arn().split(":", PARTS);
        for (int part = 0; part < PARTS; part++) {
            if (parts.length < PARTS || !Wildcards.contain(parts[part], wanted[part])) {
                return false;
            }
        }
        return true;
    }

    /** A policy variable may become anything. */
    private static boolean overlaps(String resource, Target target) {
        return Wildcards.overlap(resource.replaceAll("\\$\\{[^}]*}", ALL), target.arn());
    }
}
