package dev.ecrbot.policy.lint;

import dev.ecrbot.policy.Globs;
import dev.ecrbot.policy.Names;
import dev.ecrbot.policy.catalogue.ActionCatalogue;
import dev.ecrbot.policy.catalogue.EcrAction;
import dev.ecrbot.policy.evaluation.Decider.Source;
import java.util.List;
import java.util.SortedSet;

/**
 * Looks at which actions a statement names.
 *
 * @see <a href="https://docs.aws.amazon.com/service-authorization/latest/reference/list_amazonelasticcontainerregistry.html">Actions
 *     of ECR</a>
 */
final class ActionCheck {
    private static final ActionCatalogue CATALOGUE = ActionCatalogue.ecr();

    private ActionCheck() {}

    static void run(Report report) {
        if (report.statement().exceptsActions()) {
            report.add(
                    Severity.WARNING,
                    Kind.NOT_ACTION,
                    "NotAction means every action that isn't listed, those that ECR will have one day too.",
                    "List the actions that are meant in Action.");
            changing(excepted(report), "NotAction", report);
            return;
        }
        report.statement().actions().forEach(action -> written(action, report));
    }

    private static List<EcrAction> excepted(Report report) {
        return CATALOGUE.actions().stream()
                .filter(action -> report.statement().covers(action.name()))
                .toList();
    }

    private static void written(String written, Report report) {
        SortedSet<EcrAction> meant = CATALOGUE.expand(written);
        if (meant.isEmpty()) {
            report.add(
                    Severity.WARNING,
                    Kind.UNKNOWN_ACTION,
                    "“" + Names.clean(written) + "” is no action that ECR had on " + CATALOGUE.date() + ".",
                    "Check the spelling; ECR's actions start with ecr:.");
            return;
        }
        if (meant.size() == CATALOGUE.actions().size()) {
            if (report.statement().allows()) {
                report.add(
                        Severity.ERROR,
                        Kind.ALL_ACTIONS,
                        "“" + Names.clean(written) + "” allows everything, changing this policy included.",
                        "List the actions that are needed.");
            }
            return;
        }
        changing(List.copyOf(meant), written, report);
        if (report.context().source() == Source.REPOSITORY && !Globs.wild(written)) {
            registryWide(meant.first(), report);
        }
    }

    private static void changing(List<EcrAction> meant, String written, Report report) {
        List<String> changing = meant.stream()
                .filter(EcrAction::changesPolicies)
                .map(EcrAction::name)
                .toList();
        if (report.statement().allows() && !changing.isEmpty()) {
            report.add(
                    Severity.ERROR,
                    Kind.POLICY_CHANGING_ACTION,
                    "“" + Names.clean(written) + "” allows " + String.join(", ", changing)
                            + ": whoever has that can take everything else.",
                    "Leave it to identity policies in the registry's own account.");
        }
    }

    private static void registryWide(EcrAction action, Report report) {
        if (action.name().equals(ActionCatalogue.TOKEN)) {
            report.add(
                    Severity.ERROR,
                    Kind.TOKEN_ACTION,
                    action.name() + " isn't done to a repository, and ECR has refused policies that name it.",
                    "Allow it in the caller's identity policy, on the resource *.");
        } else if (!action.aboutRepositories()) {
            report.add(
                    Severity.WARNING,
                    Kind.REGISTRY_WIDE_ACTION,
                    action.name() + " concerns the registry as a whole: a repository's policy has no say in it.",
                    "Take it out, and allow it in an identity policy or the registry's policy.");
        }
    }
}
