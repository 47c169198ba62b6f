package dev.ecrbot.policy.lint;

import static dev.ecrbot.policy.PrincipalLabels.clean;

import dev.ecrbot.problem.Guess;
import java.util.Collection;
import java.util.List;

/** The words of findings about the actions that a statement names. What is {@code written} is cleaned here. */
final class ActionWords {
    private static final String TAKE_OUT = "Take it out.";

    private ActionWords() {}

    static Wording notAction() {
        return new Wording(
                Kind.NOT_ACTION,
                "NotAction means every action that isn't listed, including those that ECR adds later.",
                "List the actions that are meant in Action.");
    }

    static Wording ofEcrPublic(Collection<String> written) {
        return new Wording(
                Kind.PUBLIC_REGISTRY_ACTION,
                "Actions of ECR Public are named (" + clean(String.join(", ", written))
                        + "): its repositories have policies of their own, and this one has no say in them.",
                "Take them out; what is meant here starts with ecr:.");
    }

    static Wording redundant(String written, String wider) {
        return new Wording(
                Kind.REDUNDANT_ACTION,
                "“" + clean(written) + "” adds nothing, since “" + clean(wider) + "” stands there, too.",
                TAKE_OUT);
    }

    static Wording all(String written) {
        return new Wording(
                Kind.ALL_ACTIONS,
                "“" + clean(written) + "” allows everything, changing this policy included.",
                "List the actions that are needed.");
    }

    /**
     * @param date of when the list of actions is
     * @param actions that list
     */
    static Wording unknown(String written, String date, List<String> actions) {
        return new Wording(
                Kind.UNKNOWN_ACTION,
                "“" + clean(written) + "” isn't an action that ECR had on " + date + ".",
                Guess.didYouMean(written, actions, "Check the spelling; ECR's actions start with ecr:."));
    }

    static Wording changing(String written, Collection<String> changing) {
        return new Wording(
                Kind.POLICY_CHANGING_ACTION,
                "“" + clean(written) + "” allows " + String.join(", ", changing)
                        + ": whoever has that can give themselves everything else.",
                "Leave it to identity policies in the registry's own account.");
    }

    static Wording token(String action) {
        return new Wording(
                Kind.TOKEN_ACTION,
                action + " doesn't apply to a repository, and ECR has refused policies that name it.",
                "Allow it in the caller's identity policy, on the resource *.");
    }

    static Wording registryWide(String action) {
        return new Wording(
                Kind.REGISTRY_WIDE_ACTION,
                action + " concerns the registry as a whole: a repository's policy has no say in it.",
                "Take it out, and allow it in an identity policy or the registry's policy.");
    }

    static Wording incompletePush(Collection<String> missing) {
        return new Wording(
                Kind.INCOMPLETE_PUSH,
                "Layers may be uploaded, but a push fails without " + String.join(", ", missing) + ".",
                "Allow that, too, or take the actions of the upload out.");
    }
}
