package dev.ecrbot.policy.evaluation;

import dev.ecrbot.policy.Statement;
import dev.ecrbot.policy.condition.RequestContext;
import dev.ecrbot.policy.condition.Template;
import dev.ecrbot.policy.condition.Truth;
import dev.ecrbot.policy.operator.Glob;
import java.util.List;

/**
 * Which repositories a statement is about: in a repository's policy the one it belongs to, in a registry's those it names.
 *
 * @see <a href="https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_elements_resource.html">IAM:
 *     Resource</a>
 */
final class Resources {
    private static final Truth DOUBT = Truth.unknown("Resource");
    private static final int ARN_PARTS = 6;
    /** What is asked about where an action is done to no resource. */
    static final String ALL = "*";

    private final boolean given;
    private final boolean excepted;
    private final List<Template> templates;
    private final Decider.Source source;

    Resources(Statement statement, Decider.Source source, boolean variables) {
        this.given = statement.hasResources();
        this.excepted = statement.exceptsResources();
        this.templates = statement.resources().stream()
                .map(text -> Template.of(text, variables))
                .toList();
        this.source = source;
    }

    Truth include(String arn, RequestContext known) {
        if (!given) {
            // ECR takes no statement without resources into a registry's policy, so nobody knows what it would mean
            // there.
            return source == Decider.Source.REPOSITORY ? Truth.TRUE : DOUBT;
        }
        Truth any = Truth.FALSE;
        for (Template template : templates) {
            any = any.or(template.fill(known).holds(glob -> matches(glob, arn)));
        }
        return excepted ? any.not() : any;
    }

    /** Returns whether it is about every resource there can be. */
    boolean all() {
        return !excepted
                && templates.stream().anyMatch(template -> template.text().equals("*"));
    }

    /** Returns a text that statements about the same resources share. */
    String text() {
        return (excepted ? "NotResource " : "Resource ")
                + templates.stream().map(Template::text).sorted().toList();
    }

    private static Truth matches(Glob glob, String arn) {
        if (glob.text().equals("*") || arn.equals(ALL)) {
            return Truth.of(glob.matches(arn));
        }
        List<Glob> parts = glob.split(ARN_PARTS);
        String[] wanted = arn.split(":", ARN_PARTS);
        for (int part = 0; part < parts.size(); part++) {
            if (!parts.get(part).matches(wanted[part])) {
                return parts.size() < ARN_PARTS && glob.matches(arn) ? DOUBT : Truth.FALSE;
            }
        }
        return parts.size() < ARN_PARTS ? DOUBT : Truth.TRUE;
    }
}
