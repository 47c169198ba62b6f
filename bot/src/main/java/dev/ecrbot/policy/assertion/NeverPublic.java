package dev.ecrbot.policy.assertion;

import dev.ecrbot.policy.PolicyDocument;
import dev.ecrbot.policy.Statement;
import dev.ecrbot.policy.evaluation.Decider.Source;
import dev.ecrbot.policy.lint.Kind;
import dev.ecrbot.policy.lint.LintContext;
import dev.ecrbot.policy.lint.LintFinding;
import dev.ecrbot.policy.lint.Linter;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** No statement of the repository's side allows strangers anything. What can't be understood fails. */
public record NeverPublic() implements Assertion {

    @Override
    public Optional<String> failure(AssertionSubject subject, Instant now) {
        var failures = new ArrayList<String>();
        look(subject.policy(), Source.REPOSITORY, subject, now, failures);
        look(subject.registry(), Source.REGISTRY, subject, now, failures);
        return failures.isEmpty() ? Optional.empty() : Optional.of(String.join(System.lineSeparator(), failures));
    }

    private static void look(
            PolicyDocument policy, Source source, AssertionSubject subject, Instant now, List<String> failures) {
        var context = new LintContext(
                source,
                Optional.of(subject.repository().account()),
                Optional.of(subject.repository().region()),
                Map.of(),
                now,
                Optional.empty());
        for (LintFinding finding : Linter.findings(policy, context)) {
            if (finding.kind() == Kind.PUBLIC_PRINCIPAL) {
                failures.add(where(source, finding.statement().orElse(0)) + finding.what());
            }
        }
        for (int place = 0; place < policy.statements().size(); place++) {
            Statement statement = policy.statements().get(place);
            if (statement.opaque()) {
                failures.add(where(source, place) + "It can't be understood, so nobody knows whom it lets in.");
            } else if (statement.allows() && statement.exceptsPrincipals()) {
                failures.add(where(source, place) + "It allows everyone except those whom it names.");
            }
        }
    }

    private static String where(Source source, int place) {
        return "Statement " + (place + 1) + " of the " + source.title() + ": ";
    }
}
