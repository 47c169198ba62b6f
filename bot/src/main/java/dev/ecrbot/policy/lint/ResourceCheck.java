package dev.ecrbot.policy.lint;

import dev.ecrbot.ecr.AccountId;
import dev.ecrbot.ecr.Region;
import dev.ecrbot.policy.Globs;
import dev.ecrbot.policy.evaluation.Decider.Source;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * Looks at the resources a statement names. ECR stores a broken ARN in a registry's policy without a word, and the grant never
 * works.
 *
 * @see <a href="https://docs.aws.amazon.com/AmazonECR/latest/userguide/registry-permissions.html">Registry policies</a>
 * @see <a href="https://github.com/aws/containers-roadmap/issues/2675">What one typo cost</a>
 */
final class ResourceCheck {
    private static final int PARTS = 6;
    private static final String REPOSITORY = "repository/";
    private static final Pattern NAME = Pattern.compile("[a-z0-9._/*?${}:A-Z-]{1,512}");

    private ResourceCheck() {}

    static void run(Report report) {
        boolean named = report.statement().hasResources();
        if (report.context().source() == Source.REPOSITORY) {
            if (named) {
                report.add(Severity.ERROR, ResourceWords.inRepositoryPolicy(), element(report));
            }
            return;
        }
        if (!named) {
            report.add(
                    Severity.ERROR,
                    report.context().source() == Source.REGISTRY
                            ? ResourceWords.missingInRegistryPolicy()
                            : ResourceWords.missing());
        }
        if (report.statement().exceptsResources() && report.statement().allows()) {
            report.add(Severity.WARNING, ResourceWords.allowsAllOthers(), element(report));
        }
        report.statement().resources().forEach(resource -> resource(resource, report));
        redundant(report);
    }

    private static String element(Report report) {
        return report.statement().exceptsResources() ? "/NotResource" : "/Resource";
    }

    private static void resource(String resource, Report report) {
        String element = report.element(element(report).substring(1), resource);
        String[] parts = resource.split(":", PARTS);
        Optional<String> wrong = wrong(resource, report.context());
        if (wrong.isPresent()) {
            report.add(
                    Severity.ERROR, ResourceWords.malformed(resource, wrong.get(), example(report.context())), element);
        } else if (parts.length == PARTS && Regions.missing(parts[3])) {
            Regions.report(parts[3], element, report);
        }
    }

    private static void redundant(Report report) {
        List<String> resources = report.statement().resources();
        for (int at = 0; at < resources.size(); at++) {
            String narrow = resources.get(at);
            for (int other = 0; other < resources.size(); other++) {
                String wide = resources.get(other);
                if (other != at && (wide.equals(narrow) ? other < at : covers(wide, narrow))) {
                    report.add(Severity.INFO, ResourceWords.redundant(narrow, wide), element(report) + "/" + at);
                    break;
                }
            }
        }
    }

    // The names of repositories have small letters only, so that it makes no difference how patterns match letters.
    private static boolean covers(String wide, String narrow) {
        return !wide.contains("${") && !narrow.contains("${") && Globs.matches(wide, narrow);
    }

    private static Optional<String> wrong(String resource, LintContext context) {
        String[] parts = resource.split(":", PARTS);
        if (resource.equals("*")) {
            return Optional.empty();
        }
        if (parts.length < PARTS || !parts[0].equals("arn")) {
            return Optional.of(ResourceWords.notWhole());
        }
        if (!Globs.matches(parts[1], context.home().id())) {
            return Optional.of(ResourceWords.otherPartition(context.home()));
        }
        if (!parts[2].equals("ecr")) {
            return Optional.of(ResourceWords.otherService());
        }
        if (!(context.region().isPresent()
                ? Globs.matches(parts[3], context.region().get().value())
                : Globs.wild(parts[3]) || Region.parse(parts[3]).isPresent())) {
            return Optional.of(ResourceWords.otherRegion(context.region()));
        }
        if (!(context.owner().isPresent()
                ? Globs.matches(parts[4], context.owner().get().value())
                : Globs.wild(parts[4]) || AccountId.parse(parts[4]).isPresent())) {
            return Optional.of(ResourceWords.otherAccount(context.owner()));
        }
        boolean repository = parts[5].equals("*")
                || (parts[5].startsWith(REPOSITORY)
                        && NAME.matcher(parts[5].substring(REPOSITORY.length())).matches());
        return repository ? Optional.empty() : Optional.of(ResourceWords.notOnARepository());
    }

    private static String example(LintContext context) {
        return "arn:" + context.home() + ":ecr:"
                + context.region().map(Region::value).orElse("us-west-2") + ":"
                + context.owner().map(AccountId::value).orElse("111122223333") + ":repository/NAME-OR-PATTERN";
    }
}
