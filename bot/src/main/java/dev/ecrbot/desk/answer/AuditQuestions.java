package dev.ecrbot.desk.answer;

import dev.ecrbot.command.FleetInquiry;
import dev.ecrbot.desk.answer.FleetLint.Found;
import dev.ecrbot.desk.answer.FleetLint.Kind;
import dev.ecrbot.desk.sight.FleetSights;
import dev.ecrbot.ecr.NamePattern;
import dev.ecrbot.ecr.PolicyHolder;
import dev.ecrbot.ecr.RegionalRegistry;
import dev.ecrbot.ecr.Repository;
import dev.ecrbot.ecr.Wildcards;
import dev.ecrbot.index.FleetIndex;
import dev.ecrbot.index.IndexedRepository;
import dev.ecrbot.policy.lint.Severity;
import dev.ecrbot.problem.CommandProblems;
import dev.ecrbot.problem.ProblemException;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.stream.Stream;

/** Tells what is wrong with the policies of the fleet. */
final class AuditQuestions {
    private static final int PLACES = 3;
    // What is as bad stays in the order of its places.
    private static final Comparator<FleetFinding> WORST_FIRST =
            Comparator.comparing(FleetFinding::severity).reversed().thenComparing(FleetFinding::kind);

    private final FleetIndex index;
    private final FleetLint lint;
    private final Function<PolicyHolder, Optional<String>> names;

    /** @param names what people call the registry that something is in */
    AuditQuestions(FleetIndex index, FleetLint lint, Function<PolicyHolder, Optional<String>> names) {
        this.index = index;
        this.lint = lint;
        this.names = names;
    }

    /**
     * @param told whether the asker is told how things are with a policy
     * @throws ProblemException if there is nothing that the word can stand for
     */
    Audit audit(FleetInquiry.Audit asked, Predicate<PolicyHolder> told) {
        long hidden = lint.holders().filter(told.negate()).count();
        Predicate<PolicyHolder> shown = hidden == 0 ? holder -> true : told;
        String question = new FleetInquiry.Audit(asked.word(), 1).text();
        if (asked.word().isPresent()) {
            List<FleetFinding> all = findings(asked.word(), shown);
            if (all.isEmpty() && hidden == 0) {
                standsForSomething(asked.word().get());
            }
            var paging = new Paging(question, asked.page(), all.size());
            Stream<Found> counted = all.stream().map(one -> Found.of(one.holder(), List.of(one)));
            return new Audit(
                    asked.word(), counts(counted), List.of(), paging.cut(all), hidden, paging, index.coverage());
        }
        List<Found> all =
                lint.found().filter(found -> shown.test(found.holder())).toList();
        List<Audit.Sort> sorts = sorts(all);
        var paging = new Paging(question, asked.page(), sorts.size());
        return new Audit(
                asked.word(), counts(all.stream()), paging.cut(sorts), List.of(), hidden, paging, index.coverage());
    }

    /**
     * Finds out whether the word stands for anything, since one that was mistyped finds nothing, either.
     *
     * @throws ProblemException if it doesn't
     */
    void standsForSomething(String word) {
        if (index.coverage().whole() && about(Optional.of(word)).isEmpty()) {
            throw new ProblemException(CommandProblems.findingUnknown(word));
        }
    }

    /** Returns those with this word in them, the worst first. */
    List<FleetFinding> findings(Optional<String> word, Predicate<PolicyHolder> told) {
        Optional<Named> named = word.map(Named::new);
        return lint.found()
                .filter(found -> told.test(found.holder()))
                .flatMap(found -> named.map(one -> one.in(found)).orElse(found.findings()).stream())
                .sorted(WORST_FIRST)
                .toList();
    }

    /** A word that findings are looked for by. Tens of thousands are looked through, of few kinds, most at one place with others. */
    private final class Named {
        private final String lower;
        private final String kind;
        private final boolean saysWhat;
        private final Predicate<String> place;
        private final Map<Kind, Boolean> kinds = new HashMap<>();

        private Named(String word) {
            lower = word.toLowerCase(Locale.ROOT);
            kind = lower.replace('-', '_');
            saysWhat = FleetLint.saysWhat(lower);
            place = place(lower);
        }

        private List<FleetFinding> in(Found found) {
            if (isRegistry(lower, found.holder())) {
                return found.findings();
            }
            boolean anyKind = saysWhat && found.kinds().keySet().stream().anyMatch(this::isKind);
            if (!anyKind && found.holder() instanceof Repository repository && !place.test(repository.text())) {
                return List.of();
            }
            return found.findings().stream()
                    .filter(finding -> (anyKind && isKind(new Kind(finding.severity(), finding.kind())))
                            || place.test(finding.place()))
                    .toList();
        }

        private boolean isKind(Kind one) {
            return kinds.computeIfAbsent(
                    one,
                    asked -> asked.severity().name().equalsIgnoreCase(lower)
                            || asked.word().contains(kind));
        }
    }

    private boolean isRegistry(String lower, PolicyHolder holder) {
        return holder.account().value().equals(lower)
                || holder.region().value().equals(lower)
                || names.apply(holder).filter(lower::equalsIgnoreCase).isPresent();
    }

    /** A part of a name, or a pattern for whole ones. */
    private static Predicate<String> place(String lower) {
        String place = lower.substring(lower.indexOf(':') + 1);
        return NamePattern.isPattern(place) ? name -> Wildcards.contain(place, name) : name -> name.contains(place);
    }

    /** Returns the repositories that the word can be about; all where it says what is wrong, or what is, and not where. */
    List<Repository> about(Optional<String> word) {
        Optional<String> where = word.map(one -> one.toLowerCase(Locale.ROOT)).filter(one -> !FleetLint.saysWhat(one));
        return index.repositories().stream()
                .map(IndexedRepository::repository)
                .filter(repository -> where.filter(one ->
                                !isRegistry(one, repository) && !place(one).test(repository.text()))
                        .isEmpty())
                .toList();
    }

    private static List<Audit.Sort> sorts(List<Found> all) {
        Map<Kind, Long> counts = new HashMap<>();
        Map<Kind, Set<String>> places = new HashMap<>();
        for (Found found : all) {
            found.kinds().forEach((kind, count) -> {
                counts.merge(kind, (long) count, Long::sum);
                Set<String> some = places.computeIfAbsent(kind, first -> new LinkedHashSet<>());
                if (some.size() < PLACES) {
                    some.addAll(places(found, kind));
                }
            });
        }
        return counts.entrySet().stream()
                .map(entry -> new Audit.Sort(
                        entry.getKey().severity(),
                        entry.getKey().word(),
                        entry.getValue(),
                        places.getOrDefault(entry.getKey(), Set.of()).stream()
                                .limit(PLACES)
                                .toList()))
                .sorted(Comparator.comparing(Audit.Sort::severity)
                        .thenComparing(Audit.Sort::count)
                        .reversed()
                        .thenComparing(Audit.Sort::kind))
                .toList();
    }

    private static List<String> places(Found found, Kind kind) {
        return found.findings().stream()
                .filter(finding ->
                        finding.severity() == kind.severity() && finding.kind().equals(kind.word()))
                .map(FleetFinding::place)
                .distinct()
                .limit(PLACES)
                .toList();
    }

    private Map<RegionalRegistry, Map<Severity, Long>> counts(Stream<Found> all) {
        Map<RegionalRegistry, Map<Severity, Long>> counted = new HashMap<>();
        index.registries().forEach(registry -> counted.put(registry, new EnumMap<>(Severity.class)));
        all.forEach(found -> {
            Map<Severity, Long> some = counted.computeIfAbsent(
                    FleetSights.registryOf(found.holder()), first -> new EnumMap<>(Severity.class));
            found.kinds().forEach((kind, count) -> some.merge(kind.severity(), (long) count, Long::sum));
        });
        return counted;
    }
}
