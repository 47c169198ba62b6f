package dev.ecrbot.desk.answer;

import dev.ecrbot.ecr.RegionalRegistry;
import dev.ecrbot.index.Coverage;
import dev.ecrbot.policy.lint.Severity;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * What is wrong with the policies of the fleet; one page of it, the worst first.
 *
 * @param word what each finding had to have; without it, {@code sorts} tell of all and there are no single ones
 * @param counts how many of which severity, for each registry
 * @param hidden how many policies are left out, since the asker isn't told how things are there
 */
public record Audit(
        Optional<String> word,
        Map<RegionalRegistry, Map<Severity, Long>> counts,
        List<Sort> sorts,
        List<FleetFinding> findings,
        long hidden,
        Paging paging,
        Coverage coverage)
        implements Finding {
    public Audit {
        counts = Map.copyOf(counts);
        sorts = List.copyOf(sorts);
        findings = List.copyOf(findings);
    }

    /**
     * All findings of one kind and severity.
     *
     * @param places some of the places
     */
    public record Sort(Severity severity, String kind, long count, List<String> places) {
        public Sort {
            places = List.copyOf(places);
        }
    }

    @Override
    public <T> T visit(Visitor<T> visitor) {
        return visitor.audit(this);
    }
}
