package dev.ecrbot.desk.answer;

import dev.ecrbot.command.Inquiry;
import dev.ecrbot.command.RepositoryRef;
import dev.ecrbot.desk.live.Suggestions;
import dev.ecrbot.desk.sight.Age;
import dev.ecrbot.desk.sight.Capability;
import dev.ecrbot.desk.sight.FleetSights;
import dev.ecrbot.desk.sight.Sight;
import dev.ecrbot.desk.sight.Sights;
import dev.ecrbot.ecr.Access;
import dev.ecrbot.ecr.RegionalRegistry;
import dev.ecrbot.ecr.Wildcards;
import dev.ecrbot.index.RegistryFacts;
import dev.ecrbot.policy.Principal;
import dev.ecrbot.policy.holding.Holding;
import dev.ecrbot.policy.holding.Holdings;
import dev.ecrbot.policy.holding.RegistryHoldings;
import dev.ecrbot.problem.RepositoryProblems;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Stream;

/** Tells who has access, and whether somebody has, by evaluating the policies as they are. */
final class AccessQuestions {
    /** Each takes a line or two. */
    private static final int PAGE = 20;

    private final Sights sights;
    private final Suggestions suggestions;
    private final Function<RegionalRegistry, Optional<RegistryFacts>> facts;
    private final Function<RegionalRegistry, Optional<Instant>> factsRead;

    /**
     * @param facts tells what repositories are made from, for those that aren't there; empty where that isn't known
     * @param factsRead tells when that was read, as far as it is known
     */
    AccessQuestions(
            Sights sights,
            Suggestions suggestions,
            Function<RegionalRegistry, Optional<RegistryFacts>> facts,
            Function<RegionalRegistry, Optional<Instant>> factsRead) {
        this.sights = sights;
        this.suggestions = suggestions;
        this.facts = facts;
        this.factsRead = factsRead;
    }

    Possibility can(Inquiry.Can asked) {
        RepositoryRef ref = asked.repository();
        Sight sight = sights.of(ref.repository(), asked.fresh());
        Principal principal = asked.whom().principal();
        Capability says = sight.judge(principal, asked.access().actions());
        boolean within = principal.account().equals(Optional.of(ref.repository().account()));
        boolean helps = !within && sight.exists() && says.verdict() != Capability.Verdict.YES && !says.denied();
        Optional<String> ask = Optional.of("grant " + asked.access() + " " + ref.text() + " "
                        + asked.whom().text())
                .filter(text -> helps);
        Optional<RegistryFacts> known = known(sight);
        return new Possibility(
                place(ref, sight, known, asked.live().text()),
                asked.access(),
                says,
                within,
                newborn(
                        sight,
                        known,
                        born -> born.judge(principal, asked.access().actions())),
                ask);
    }

    Holders who(Inquiry.Who asked) {
        RepositoryRef ref = asked.repository();
        Sight sight = sights.of(ref.repository(), asked.fresh());
        List<Holding> holdings = holdings(sight);
        List<Capability> named = named(sight, asked.access());
        List<Holding> others = holdings.stream()
                .filter(holding -> !(holding.principal() instanceof Principal.Caller))
                .filter(holding -> !(holding.principal() instanceof Principal.Orphan))
                .filter(holding -> concerns(holding, asked.access()))
                .toList();
        Optional<RegistryFacts> known = known(sight);
        return new Holders(
                place(ref, sight, known, asked.live().text()),
                asked.access(),
                named,
                others,
                new Paging(asked.first().text(), asked.page(), others.size() + (long) named.size(), PAGE),
                newborn(sight, known, born -> named(born, asked.access())));
    }

    private static List<Capability> named(Sight sight, Access access) {
        return holdings(sight).stream()
                .map(Holding::principal)
                .filter(Principal.Caller.class::isInstance)
                .distinct()
                .map(principal -> sight.judge(principal, access.actions()))
                .filter(says -> says.verdict() != Capability.Verdict.NO || says.denied())
                .sorted(Comparator.comparing(Capability::verdict)
                        .thenComparing(says -> says.whom().text()))
                .toList();
    }

    private Optional<RegistryFacts> known(Sight sight) {
        return sight.exists() ? Optional.empty() : facts.apply(FleetSights.registryOf(sight.repository()));
    }

    /** Asks it of each template from which the repository can be made and that has a policy. */
    private static <T> List<Place.Newborn<T>> newborn(
            Sight sight, Optional<RegistryFacts> known, Function<Sight, T> asked) {
        return known.map(facts -> facts.waysFor(sight.repository().name())).orElse(Map.of()).entrySet().stream()
                .filter(entry -> !entry.getKey().policy().isEmpty())
                .map(entry -> new Place.Newborn<>(
                        entry.getKey().prefix(),
                        entry.getValue(),
                        asked.apply(sight.born(entry.getKey().policy()))))
                .toList();
    }

    private static boolean concerns(Holding holding, Access access) {
        return holding.actions().stream()
                .anyMatch(written -> access.actions().stream().anyMatch(action -> matches(written, action)));
    }

    private static boolean matches(String written, String action) {
        // A statement that excepts actions is shown as one entry, and may be about any.
        return written.startsWith("* except")
                || Wildcards.overlap(written.toLowerCase(Locale.ROOT), action.toLowerCase(Locale.ROOT));
    }

    private static List<Holding> holdings(Sight sight) {
        return Stream.concat(
                        Holdings.of(
                                sight.own(),
                                Set.of(),
                                sight.repository().region().partition())
                                .stream(),
                        RegistryHoldings.of(sight.registry(), sight.repository(), Map.of()).stream())
                .toList();
    }

    private Place place(RepositoryRef ref, Sight sight, Optional<RegistryFacts> known, String fresh) {
        return new Place(
                ref.repository(),
                sight.exists(),
                meant(ref, sight),
                sight.doubt(),
                known.isPresent(),
                known.flatMap(facts -> factsRead.apply(FleetSights.registryOf(ref.repository()))),
                sight.indexed().map(read -> new Age(read, fresh)),
                known.flatMap(facts -> facts.pullThrough(ref.repository().name())));
    }

    private Optional<String> meant(RepositoryRef ref, Sight sight) {
        if (sight.exists()) {
            return Optional.empty();
        }
        var none = RepositoryProblems.notFound();
        return Optional.of(
                suggestions.better(none, ref.registry(), ref.repository()).next());
    }
}
