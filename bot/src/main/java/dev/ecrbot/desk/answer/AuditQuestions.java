package dev.ecrbot.desk.answer;

import dev.ecrbot.command.FleetInquiry;
import dev.ecrbot.desk.sight.FleetSights;
import dev.ecrbot.ecr.PolicyHolder;
import dev.ecrbot.ecr.RegionalRegistry;
import dev.ecrbot.index.FleetIndex;
import dev.ecrbot.policy.lint.Severity;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.stream.Collectors;

/** Tells what is wrong with the policies of the fleet. */
final class AuditQuestions {
    private static final int PLACES = 3;
    private static final Comparator<FleetFinding> WORST_FIRST = Comparator.comparing(FleetFinding::severity)
            .reversed()
            .thenComparing(FleetFinding::kind)
            .thenComparing(finding -> FleetSights.registryOf(finding.holder()).label())
            .thenComparing(FleetFinding::place);

    private record Kind(Severity severity, String kind) {}

    private final FleetIndex index;
    private final FleetLint lint;

    AuditQuestions(FleetIndex index, FleetLint lint) {
        this.index = index;
        this.lint = lint;
    }

    /** @param told whether the asker is told how things are with a policy */
    Audit audit(FleetInquiry.Audit asked, Predicate<PolicyHolder> told) {
        long hidden = lint.holders().filter(told.negate()).count();
        List<FleetFinding> all = findings(asked.word(), holder -> hidden == 0 || told.test(holder));
        String question = new FleetInquiry.Audit(asked.word(), 1).text();
        List<Audit.Sort> sorts = asked.word().isPresent() ? List.of() : sorts(all);
        var paging = new Paging(question, asked.page(), asked.word().isPresent() ? all.size() : sorts.size());
        return new Audit(
                asked.word(),
                counts(all),
                paging.cut(sorts),
                asked.word().isPresent() ? paging.cut(all) : List.of(),
                hidden,
                paging,
                index.coverage());
    }

    /** Returns those with this word in them, the worst first. */
    List<FleetFinding> findings(Optional<String> word, Predicate<PolicyHolder> told) {
        return lint.all().stream()
                .filter(finding -> told.test(finding.holder()))
                .filter(finding -> word.filter(one -> !has(finding, one)).isEmpty())
                .sorted(WORST_FIRST)
                .toList();
    }

    private static boolean has(FleetFinding finding, String word) {
        String lower = word.toLowerCase(Locale.ROOT);
        RegionalRegistry registry = FleetSights.registryOf(finding.holder());
        return finding.severity().name().equalsIgnoreCase(word)
                || finding.kind().contains(lower.replace('-', '_'))
                || registry.account().value().equals(lower)
                || registry.region().value().equals(lower)
                || finding.place().contains(lower.substring(lower.indexOf(':') + 1));
    }

    private static List<Audit.Sort> sorts(List<FleetFinding> all) {
        Map<Kind, List<FleetFinding>> byKind =
                all.stream().collect(Collectors.groupingBy(finding -> new Kind(finding.severity(), finding.kind())));
        return byKind.entrySet().stream()
                .map(entry -> new Audit.Sort(
                        entry.getKey().severity(),
                        entry.getKey().kind(),
                        entry.getValue().size(),
                        entry.getValue().stream()
                                .map(FleetFinding::place)
                                .distinct()
                                .limit(PLACES)
                                .toList()))
                .sorted(Comparator.comparing(Audit.Sort::severity)
                        .thenComparing(Audit.Sort::count)
                        .reversed()
                        .thenComparing(Audit.Sort::kind))
                .toList();
    }

    private Map<RegionalRegistry, Map<Severity, Long>> counts(List<FleetFinding> all) {
        Map<RegionalRegistry, Map<Severity, Long>> counted = all.stream()
                .collect(Collectors.groupingBy(
                        finding -> FleetSights.registryOf(finding.holder()),
                        Collectors.groupingBy(FleetFinding::severity, Collectors.counting())));
        return index.registries().stream()
                .collect(Collectors.toMap(
                        Function.identity(),
                        registry -> Optional.ofNullable(counted.get(registry)).orElseGet(LinkedHashMap::new)));
    }
}
