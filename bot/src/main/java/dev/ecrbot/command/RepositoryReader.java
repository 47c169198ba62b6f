package dev.ecrbot.command;

import static dev.ecrbot.command.Misread.quote;

import dev.ecrbot.ecr.AccountId;
import dev.ecrbot.ecr.ImageUri;
import dev.ecrbot.ecr.Region;
import dev.ecrbot.ecr.Repository;
import dev.ecrbot.ecr.RepositoryName;
import dev.ecrbot.problem.Code;
import dev.ecrbot.problem.ProblemException;
import java.util.Locale;
import java.util.Optional;

/** Reads the word that says which repository, in any of its forms. */
final class RepositoryReader {
    private final Names names;
    private final RegistryPart registries;
    private final Examples examples;

    RepositoryReader(Names names) {
        this.names = names;
        this.registries = new RegistryPart(names);
        this.examples = new Examples(names);
    }

    RepositoryRef read(String typed) {
        if (Arn.looksLike(typed)) {
            return registries.configured(ofArn(typed), typed);
        }
        if (ImageUri.looksLike(typed)) {
            return registries.configured(ofUri(typed), typed);
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

    private RepositoryRef withColon(String typed, String before, String after) {
        Optional<Home> home = registries.home(before, after);
        if (home.isPresent()) {
            String name = ImageUri.withoutTag(after).orElse(after);
            return home.get().repository(name(name));
        }
        boolean tagged = !after.contains("/")
                && RepositoryName.parse(before).isPresent()
                && ImageUri.withoutTag(typed).isPresent();
        if (tagged && before.contains("/")) {
            return plain(before);
        }
        throw registries.unknown(before, tagged);
    }

    private RepositoryRef plain(String typed) {
        RepositoryName name = name(ImageUri.withoutTag(typed).orElse(typed));
        if (names.registries().size() != 1) {
            throw registries.needed(name);
        }
        return registries.only().repository(name);
    }

    private RepositoryName name(String typed) {
        return RepositoryName.parse(typed).orElseThrow(() -> badName(typed));
    }

    private ProblemException badName(String typed) {
        if (typed.isEmpty()) {
            return wrong("The repository's name is missing.", "For example: " + examples.repository());
        }
        if (typed.contains("*") || typed.contains("?")) {
            return wrong(
                    quote(typed) + " has a wildcard in it; access is given to one repository at a time.",
                    "Name the repository in full, for example " + examples.repository());
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

    private Repository ofArn(String typed) {
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
        return new Repository(account, region, name(arn.resource().substring("repository/".length())));
    }

    private static ProblemException wrong(String what, String next) {
        return Misread.of(Code.REPOSITORY_MALFORMED, what, next);
    }
}
