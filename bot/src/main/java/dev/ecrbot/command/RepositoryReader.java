package dev.ecrbot.command;

import static dev.ecrbot.command.word.Misread.quote;

import dev.ecrbot.command.word.Misread;
import dev.ecrbot.ecr.AccountId;
import dev.ecrbot.ecr.ConsoleUrl;
import dev.ecrbot.ecr.ImageUri;
import dev.ecrbot.ecr.NamePattern;
import dev.ecrbot.ecr.Region;
import dev.ecrbot.ecr.RegistryHost;
import dev.ecrbot.ecr.Repository;
import dev.ecrbot.ecr.RepositoryName;
import dev.ecrbot.ecr.Target;
import dev.ecrbot.problem.Code;
import dev.ecrbot.problem.ProblemException;
import java.util.Locale;
import java.util.Optional;

/** Reads the word that says which repository, or which pattern of them, in any of its forms. */
final class RepositoryReader {
    private final Names names;
    private final RegistryPart registries;
    private final Examples examples;

    RepositoryReader(Names names) {
        this.names = names;
        this.registries = new RegistryPart(names);
        this.examples = new Examples(names);
    }

    /** Reads a repository, and refuses a pattern. */
    RepositoryRef repository(String typed) {
        TargetRef ref = read(typed);
        if (ref.target() instanceof Repository repository) {
            return new RepositoryRef(ref.registry(), repository);
        }
        throw onlyOne(ref);
    }

    private ProblemException onlyOne(TargetRef pattern) {
        return wrong(
                quote(pattern.target().text()) + " is a pattern; this command takes one repository.",
                "Name it, for example " + examples.repository());
    }

    /** Reads a repository or a pattern, or a registry's host, which stands for all in it. */
    TargetRef orRegistry(String typed) {
        return RegistryHost.parse(withoutEdgeSlashes(typed.replaceFirst("^https?://", "")))
                .map(host -> registries.configured(Target.of(host.account(), host.region(), "*"), typed))
                .orElseGet(() -> oneOrAll(typed));
    }

    private TargetRef oneOrAll(String typed) {
        TargetRef ref = read(typed);
        if (ref.target() instanceof Repository || ref.target().text().equals("*")) {
            return ref;
        }
        throw onlyOne(ref);
    }

    /** Reads a repository or a pattern. */
    TargetRef read(String typed) {
        if (Arn.looksLike(typed)) {
            return registries.configured(ofArn(typed), typed);
        }
        if (ImageUri.looksLike(typed)) {
            return registries.configured(ofUri(typed), typed);
        }
        Optional<Repository> shown = ConsoleUrl.parse(typed);
        if (shown.isPresent()) {
            return registries.configured(shown.get(), typed);
        }
        if (typed.contains("://")) {
            throw wrong(
                    quote(typed) + " is a web address, not a repository in ECR.",
                    "An image URI looks like "
                            + "111111111111.dkr.ecr.us-west-2.amazonaws.com/payments/api; a name will do as well: "
                            + examples.repository());
        }
        if (typed.toLowerCase(Locale.ROOT).startsWith("public.ecr.aws/")) {
            throw wrong(
                    quote(typed) + " is in the public gallery, which everyone can pull from.",
                    "Name a private repository, for example " + examples.repository());
        }
        int colon = typed.indexOf(':');
        // The colon of a digest names no registry.
        boolean digest = typed.lastIndexOf('@', Math.max(colon, 0)) >= 0;
        return colon < 0 || digest
                ? plain(typed)
                : withColon(typed, typed.substring(0, colon), typed.substring(colon + 1));
    }

    private TargetRef withColon(String typed, String before, String after) {
        Optional<NamedRegistryRegion> home = registries.home(before, after);
        if (home.isPresent()) {
            return named(home.get(), ImageUri.withoutTag(after).orElse(after));
        }
        boolean tagged = !after.contains("/")
                && RepositoryName.parse(before).isPresent()
                && ImageUri.withoutTag(typed).isPresent();
        if (tagged && before.contains("/")) {
            return plain(before);
        }
        throw registries.unknown(before, tagged);
    }

    private TargetRef plain(String typed) {
        String name = ImageUri.withoutTag(typed).orElse(typed);
        if (names.registries().size() != 1) {
            checked(name);
            throw registries.needed(name);
        }
        return named(registries.only(), name);
    }

    private TargetRef named(NamedRegistryRegion home, String typed) {
        return NamePattern.isPattern(typed) ? home.repositories(pattern(typed)) : home.repository(name(typed));
    }

    private void checked(String typed) {
        if (NamePattern.isPattern(typed)) {
            pattern(typed);
        } else {
            name(typed);
        }
    }

    private NamePattern pattern(String typed) {
        return NamePattern.parse(typed).orElseThrow(() -> badPattern(typed));
    }

    private ProblemException badPattern(String typed) {
        String likely = withoutEdgeSlashes(
                typed.toLowerCase(Locale.ROOT).replaceAll("\\*{2,}", "*").replaceAll("/{2,}", "/"));
        return wrong(
                quote(typed)
                        + " can't be a pattern: no repository's name could match it, or it isn't written as a pattern. "
                        + "* stands for any characters, slashes too; everything else stands for itself.",
                likely.equals(typed) || NamePattern.parse(likely).isEmpty()
                        ? "For example: payments/*, or * for all repositories."
                        : "Did you mean “" + likely + "”?");
    }

    private RepositoryName name(String typed) {
        return RepositoryName.parse(typed).orElseThrow(() -> badName(typed));
    }

    private ProblemException badName(String typed) {
        if (typed.isEmpty()) {
            return wrong("The repository's name is missing.", "For example: " + examples.repository());
        }
        if (typed.contains("?")) {
            return wrong(
                    quote(typed) + " has a question mark in it, which isn't a wildcard here.",
                    "Name the repository in full, or put * for any characters: payments/*");
        }
        String likely = withoutEdgeSlashes(typed.toLowerCase(Locale.ROOT));
        String next = likely.equals(typed) || RepositoryName.parse(likely).isEmpty()
                ? "For example: " + examples.repository()
                : "Did you mean “" + likely + "”?";
        return wrong(
                quote(typed)
                        + " can't be a repository's name: it has 2 to 256 characters, "
                        + "lower-case letters, digits, . _ - and /.",
                next);
    }

    private static String withoutEdgeSlashes(String text) {
        int from = 0;
        int to = text.length();
        while (from < to && text.charAt(from) == '/') {
            from++;
        }
        while (to > from && text.charAt(to - 1) == '/') {
            to--;
        }
        return text.substring(from, to);
    }

    private Repository ofUri(String typed) {
        return ImageUri.parse(typed)
                .map(ImageUri::repository)
                .orElseThrow(() -> wrong(
                        quote(typed) + " isn't an image URI of ECR.",
                        "One looks like 111111111111.dkr.ecr.us-west-2.amazonaws.com/payments/api, "
                                + "with or without a tag."));
    }

    private Target ofArn(String typed) {
        String next = "A repository's ARN looks like arn:aws:ecr:us-west-2:111111111111:repository/payments/api.";
        Arn arn = Arn.parse(typed).orElseThrow(() -> wrong(quote(typed) + " isn't a whole ARN.", next));
        if (!arn.service().equals("ecr")) {
            throw wrong(quote(typed) + " is an ARN of the service " + quote(arn.service()) + ", not of ECR.", next);
        }
        Region region = Region.parse(arn.region())
                .orElseThrow(() -> wrong(quote(arn.region()) + " in the ARN isn't a Region.", next));
        if (!region.partition().id().equals(arn.partition())) {
            throw wrong(
                    "The ARN says partition " + quote(arn.partition()) + ", but " + region + " is in "
                            + region.partition() + ".",
                    next);
        }
        AccountId account = AccountId.parse(arn.account())
                .orElseThrow(() -> wrong(quote(arn.account()) + " in the ARN isn't an account id of 12 digits.", next));
        if (!arn.resource().startsWith("repository/")) {
            throw wrong(quote(typed) + " isn't the ARN of a repository.", next);
        }
        String name = arn.resource().substring("repository/".length());
        checked(name);
        return Target.of(account, region, name);
    }

    private static ProblemException wrong(String what, String next) {
        return Misread.of(Code.REPOSITORY_MALFORMED, what, next);
    }
}
