package dev.ecrbot.policy.lint;

import dev.ecrbot.policy.Principal;
import dev.ecrbot.policy.Reach;
import dev.ecrbot.policy.Statement;
import java.util.List;

/**
 * Looks whether those who may upload layers may do all that a push does.
 *
 * @see <a href="https://docs.aws.amazon.com/AmazonECR/latest/userguide/image-push-iam.html">ECR: permissions for pushing</a>
 */
final class PushCheck {
    private static final List<String> UPLOAD =
            List.of("ecr:InitiateLayerUpload", "ecr:UploadLayerPart", "ecr:CompleteLayerUpload");
    private static final List<String> PUSH = List.of(
            "ecr:BatchCheckLayerAvailability",
            "ecr:InitiateLayerUpload",
            "ecr:UploadLayerPart",
            "ecr:CompleteLayerUpload",
            "ecr:PutImage");

    private PushCheck() {}

    static void run(Report report) {
        Statement statement = report.statement();
        if (!statement.grants() || statement.exceptsActions() || UPLOAD.stream().noneMatch(statement::covers)) {
            return;
        }
        List<String> missing = PUSH.stream()
                .filter(action -> report.principals().stream().anyMatch(who -> !allowed(who, action, report)))
                .toList();
        if (!missing.isEmpty()) {
            report.add(Severity.INFO, ActionWords.incompletePush(missing), "/Action");
        }
    }

    /** Returns whether some statement may allow it, under whatever conditions. */
    private static boolean allowed(Principal who, String action, Report report) {
        return report.document().statements().stream()
                .filter(statement -> statement.allows() && statement.covers(action))
                .anyMatch(statement -> statement.exceptsPrincipals()
                        || statement.principals(report.context().home()).stream()
                                .anyMatch(named -> Reach.includes(named, who)));
    }
}
