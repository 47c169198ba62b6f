package dev.ecrbot.policy.evaluation;

import dev.ecrbot.policy.Globs;
import dev.ecrbot.policy.catalogue.ActionCatalogue;
import dev.ecrbot.policy.catalogue.EcrAction;
import java.util.Optional;

/**
 * Which actions a policy decides about.
 *
 * <p>A repository's policy decides about what is done to the repository. A registry's decides about every action of ECR but
 * the login, for which AWS asks identity policies alone. What concerns a registry as a whole is done to no repository, so
 * there only statements about every resource count.
 *
 * @see <a href="https://docs.aws.amazon.com/AmazonECR/latest/userguide/repository-policies.html">Repository policies</a>
 * @see <a href="https://docs.aws.amazon.com/AmazonECR/latest/userguide/registry-permissions.html">Registry policies</a>
 */
public final class Jurisdiction {
    private static final String ECR = "ecr:";
    private static final ActionCatalogue CATALOGUE = ActionCatalogue.ecr();

    private Jurisdiction() {}

    /**
     * Returns in a sentence why a policy doesn't decide about an action; nothing if it does.
     *
     * @param action one action with its prefix, in any case
     */
    public static Optional<String> lacking(Decider.Source source, String action) {
        if (!action.regionMatches(true, 0, ECR, 0, ECR.length())) {
            return Optional.of(action + " is no action of ECR: policies of repositories and registries decide about"
                    + " ECR's actions only.");
        }
        Optional<EcrAction> known = CATALOGUE.find(action);
        if (known.isEmpty()) {
            return Optional.of(action + " is unknown to the catalogue of " + CATALOGUE.date() + ".");
        }
        if (known.get().name().equals(ActionCatalogue.TOKEN)) {
            return Optional.of(
                    known.get() + " isn't done to a repository: no policy of a repository or a registry decides"
                            + " on it, only the caller's identity policy.");
        }
        return source == Decider.Source.REGISTRY || known.get().aboutRepositories()
                ? Optional.empty()
                : Optional.of(
                        known.get() + " concerns the registry as a whole: no policy of a repository decides on it.");
    }

    /** Returns whether the action is the login, on which only the caller's own side decides. */
    static boolean isLogin(String action) {
        return CATALOGUE
                .find(action)
                .filter(known -> known.name().equals(ActionCatalogue.TOKEN))
                .isPresent();
    }

    /** Returns whether an action is done to repositories, as far as the catalogue tells. */
    static boolean isOfRepositories(String action) {
        return CATALOGUE.find(action).filter(EcrAction::aboutRepositories).isPresent();
    }

    /** Returns the part of a pattern with wildcards that is about ECR's actions, written with their prefix; nothing if it is about none. */
    public static Optional<String> ofEcr(String pattern) {
        for (int at = 0; at < ECR.length() && at < pattern.length(); at++) {
            if (pattern.charAt(at) == '*') {
                return Optional.of(ECR + pattern.substring(at));
            }
            if (!Globs.matches(pattern.substring(at, at + 1), ECR.substring(at, at + 1))) {
                return Optional.empty();
            }
        }
        return pattern.length() > ECR.length() ? Optional.of(ECR + pattern.substring(ECR.length())) : Optional.empty();
    }
}
