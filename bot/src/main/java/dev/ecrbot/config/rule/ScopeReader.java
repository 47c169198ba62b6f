package dev.ecrbot.config.rule;

import dev.ecrbot.config.file.Item;
import dev.ecrbot.config.file.Section;
import dev.ecrbot.config.mistake.RuleMistakes;
import dev.ecrbot.ecr.Access;
import dev.ecrbot.ecr.AccessCatalogue;
import dev.ecrbot.rules.PrincipalKind;
import dev.ecrbot.rules.RepositoryPattern;
import dev.ecrbot.rules.Scope;
import dev.ecrbot.rules.Targets;
import java.util.Arrays;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;

/** Reads what a rule is for. */
final class ScopeReader {
    private final PatternReader patterns;
    private final TargetsReader targets;
    private final AccessCatalogue accesses;

    ScopeReader(PatternReader patterns, TargetsReader targets, AccessCatalogue accesses) {
        this.patterns = patterns;
        this.targets = targets;
        this.accesses = accesses;
    }

    Optional<Scope> read(Section rule) {
        List<RepositoryPattern> repositories =
                rule.required("repositories").map(patterns::read).orElse(List.of());
        boolean givesPatterns = rule.optional("patterns").flatMap(Item::flag).orElse(false);
        Set<Access> access = rule.required("access")
                .map(item -> words(item, accesses::byWord, RuleMistakes.noAccess(accesses.words())))
                .orElse(Set.of());
        Optional<Targets> to = rule.required("to").flatMap(targets::read);
        Set<PrincipalKind> principals =
                rule.optional("principals").map(item -> kinds(item, to)).orElseGet(() -> usual(to));
        return repositories.isEmpty() || access.isEmpty() || to.isEmpty() || principals.isEmpty()
                ? Optional.empty()
                : Optional.of(new Scope(repositories, givesPatterns, access, to.get(), principals));
    }

    /** Organizations only where the rule names one, so that nobody finds out by chance that they are meant. */
    private static Set<PrincipalKind> usual(Optional<Targets> to) {
        return to.filter(targets -> !targets.organizations().isEmpty()).isPresent()
                ? Set.of(PrincipalKind.values())
                : Set.of(PrincipalKind.ROLE, PrincipalKind.USER, PrincipalKind.ACCOUNT);
    }

    private static Set<PrincipalKind> kinds(Item list, Optional<Targets> to) {
        Set<PrincipalKind> kinds = words(list, ScopeReader::kind, RuleMistakes.noKind());
        boolean organizations =
                to.filter(targets -> !targets.organizations().isEmpty()).isPresent();
        if (organizations && !kinds.isEmpty() && !kinds.contains(PrincipalKind.ORGANIZATION)) {
            list.wrong(RuleMistakes.kindMissing());
        }
        return kinds;
    }

    private static <T> Set<T> words(Item list, Function<String, Optional<T>> byWord, String right) {
        var found = new LinkedHashSet<T>();
        for (Item item : list.list()) {
            item.text()
                    .flatMap(word -> byWord.apply(word).or(() -> item.wrong(right, word)))
                    .ifPresent(found::add);
        }
        return found;
    }

    private static Optional<PrincipalKind> kind(String word) {
        return Arrays.stream(PrincipalKind.values())
                .filter(kind -> kind.word().equals(word))
                .findFirst();
    }
}
