package dev.ecrbot.policy.lint;

import dev.ecrbot.policy.Entry;
import java.util.List;

/**
 * Looks for principals of types that IAM has and that never call ECR.
 *
 * @see <a href="https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_elements_principal.html">IAM:
 *     Principal</a>
 */
final class UnsupportedTypes {
    /** The types that IAM has. */
    static final List<String> KNOWN = List.of("AWS", "Service", "Federated", "CanonicalUser");

    private UnsupportedTypes() {}

    static void run(Report report) {
        report.statement().entries().stream()
                .map(Entry::type)
                .distinct()
                .filter(type -> type.equals("Federated") || type.equals("CanonicalUser"))
                .forEach(type -> report.add(
                        Severity.ERROR,
                        type.equals("Federated") ? PrincipalWords.federated() : PrincipalWords.forS3Alone(type),
                        "/" + (report.statement().exceptsPrincipals() ? "NotPrincipal/" : "Principal/") + type));
    }
}
