package dev.ecrbot.command;

import dev.ecrbot.ecr.AccountId;
import dev.ecrbot.ecr.ConsoleUrl;
import dev.ecrbot.ecr.ImageUri;
import dev.ecrbot.ecr.NamePattern;
import dev.ecrbot.ecr.Region;
import dev.ecrbot.ecr.RegistryHost;
import dev.ecrbot.ecr.Repository;
import dev.ecrbot.ecr.RepositoryName;
import dev.ecrbot.ecr.Target;
import dev.ecrbot.problem.ProblemException;
import dev.ecrbot.problem.RepositoryProblems;
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
        return new ProblemException(RepositoryProblems.onlyOne(pattern.target().text(), examples.repository()));
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
            throw new ProblemException(RepositoryProblems.webAddress(typed, examples.repository()));
        }
        if (typed.toLowerCase(Locale.ROOT).startsWith("public.ecr.aws/")) {
            throw new ProblemException(RepositoryProblems.publicGallery(typed, examples.repository()));
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
        Optional<String> likely = Optional.of(withoutEdgeSlashes(typed.toLowerCase(Locale.ROOT)
                        .replaceAll("\\*{2,}", "*")
                        .replaceAll("/{2,}", "/")))
                .filter(other ->
                        !other.equals(typed) && NamePattern.parse(other).isPresent());
        return new ProblemException(RepositoryProblems.badPattern(typed, likely));
    }

    private RepositoryName name(String typed) {
        return RepositoryName.parse(typed).orElseThrow(() -> badName(typed));
    }

    private ProblemException badName(String typed) {
        if (typed.isEmpty()) {
            return new ProblemException(RepositoryProblems.nameMissing(examples.repository()));
        }
        if (typed.contains("?")) {
            return new ProblemException(RepositoryProblems.questionMark(typed));
        }
        Optional<String> likely = Optional.of(withoutEdgeSlashes(typed.toLowerCase(Locale.ROOT)))
                .filter(other ->
                        !other.equals(typed) && RepositoryName.parse(other).isPresent());
        return new ProblemException(RepositoryProblems.badName(typed, likely, examples.repository()));
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
                .orElseThrow(() -> new ProblemException(RepositoryProblems.badImage(typed)));
    }

    private Target ofArn(String typed) {
        Arn arn = Arn.parse(typed).orElseThrow(() -> new ProblemException(RepositoryProblems.partialArn(typed)));
        if (!arn.service().equals("ecr")) {
            throw new ProblemException(RepositoryProblems.arnOfOtherService(typed, arn.service()));
        }
        Region region = Region.parse(arn.region())
                .orElseThrow(() -> new ProblemException(RepositoryProblems.arnWithoutRegion(arn.region())));
        if (!region.partition().id().equals(arn.partition())) {
            throw new ProblemException(RepositoryProblems.arnOfOtherPartition(arn.partition(), region));
        }
        AccountId account = AccountId.parse(arn.account())
                .orElseThrow(() -> new ProblemException(RepositoryProblems.arnWithoutAccount(arn.account())));
        if (!arn.resource().startsWith("repository/")) {
            throw new ProblemException(RepositoryProblems.arnOfNoRepository(typed));
        }
        String name = arn.resource().substring("repository/".length());
        checked(name);
        return Target.of(account, region, name);
    }
}
