package dev.ecrbot.policy.lint;

import dev.ecrbot.policy.Globs;
import dev.ecrbot.policy.catalogue.ActionCatalogue;
import dev.ecrbot.policy.catalogue.EcrAction;
import dev.ecrbot.policy.evaluation.Decider.Source;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
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
            report.add(Severity.WARNING, ActionWords.notAction(), "/NotAction");
            changing(excepted(report), "NotAction", report);
            return;
        }
        report.statement().actions().forEach(action -> written(action, report));
        ofEcrPublic(report);
        redundant(report);
    }

    private static void ofEcrPublic(Report report) {
        List<String> others = report.statement().actions().stream()
                .filter(ActionCheck::isOfEcrPublic)
                .toList();
        if (!others.isEmpty()) {
            report.add(Severity.WARNING, ActionWords.ofEcrPublic(others), at(others.get(0), report));
        }
    }

    /** A login to ECR Public needs an action of STS, which stands beside its own in what people copy. */
    private static boolean isOfEcrPublic(String action) {
        String name = action.toLowerCase(Locale.ROOT);
        return name.startsWith("ecr-public:") || name.equals("sts:getservicebearertoken");
    }

    private static void redundant(Report report) {
        List<String> written = report.statement().writtenActions();
        for (int at = 0; at < written.size(); at++) {
            Optional<String> wider = wider(written, at);
            if (wider.isPresent()) {
                report.add(Severity.INFO, ActionWords.redundant(written.get(at), wider.get()), "/Action/" + at);
            }
        }
    }

    /** Returns another entry that means all that this one means; of two that mean the same the earlier one. */
    private static Optional<String> wider(List<String> written, int at) {
        String narrow = written.get(at);
        for (int other = 0; other < written.size(); other++) {
            String wide = written.get(other);
            if (other != at && Globs.matches(wide, narrow) && (other < at || !Globs.matches(narrow, wide))) {
                return Optional.of(wide);
            }
        }
        return Optional.empty();
    }

    private static String at(String written, Report report) {
        return report.element(report.statement().exceptsActions() ? "NotAction" : "Action", written);
    }

    private static List<EcrAction> excepted(Report report) {
        return CATALOGUE.actions().stream()
                .filter(action -> report.statement().covers(action.name()))
                .toList();
    }

    private static void written(String written, Report report) {
        SortedSet<EcrAction> meant = CATALOGUE.expand(written);
        if (meant.isEmpty()) {
            if (!isOfEcrPublic(written)) {
                unknown(written, report);
            }
            return;
        }
        if (meant.size() == CATALOGUE.actions().size()) {
            if (report.statement().allows()) {
                report.add(Severity.ERROR, ActionWords.all(written), at(written, report));
            }
            return;
        }
        changing(List.copyOf(meant), written, report);
        if (report.context().source() == Source.REPOSITORY && !Globs.wild(written)) {
            registryWide(meant.first(), written, report);
        }
    }

    private static void unknown(String written, Report report) {
        report.add(
                Severity.WARNING,
                ActionWords.unknown(
                        written,
                        CATALOGUE.date().toString(),
                        CATALOGUE.actions().stream().map(EcrAction::name).toList()),
                at(written, report));
    }

    private static void changing(List<EcrAction> meant, String written, Report report) {
        List<String> changing = meant.stream()
                .filter(EcrAction::changesPolicies)
                .map(EcrAction::name)
                .toList();
        // Lambda gives itself these in the policies of images that it runs.
        if (report.statement().allows() && !changing.isEmpty() && !SourceCheck.servicesOnly(report)) {
            report.add(Severity.ERROR, ActionWords.changing(written, changing), at(written, report));
        }
    }

    private static void registryWide(EcrAction action, String written, Report report) {
        if (action.name().equals(ActionCatalogue.TOKEN)) {
            report.add(Severity.ERROR, ActionWords.token(action.name()), at(written, report));
        } else if (!action.aboutRepositories()) {
            report.add(Severity.WARNING, ActionWords.registryWide(action.name()), at(written, report));
        }
    }
}
