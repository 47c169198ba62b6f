package dev.ecrbot.desk.answer;

import dev.ecrbot.command.FleetInquiry;
import dev.ecrbot.command.Inquiry;
import dev.ecrbot.config.BotConfig;
import dev.ecrbot.denial.Denial;
import dev.ecrbot.desk.ledger.Ledger;
import dev.ecrbot.desk.live.Live;
import dev.ecrbot.desk.live.Policies;
import dev.ecrbot.desk.sight.Capability;
import dev.ecrbot.desk.sight.FleetSights;
import dev.ecrbot.desk.sight.Sights;
import dev.ecrbot.ecr.RegionalRegistry;
import dev.ecrbot.index.FleetIndex;
import dev.ecrbot.index.RegistryFacts;
import dev.ecrbot.policy.lint.Severity;
import dev.ecrbot.problem.CommandProblems;
import dev.ecrbot.problem.ProblemException;
import dev.ecrbot.rules.PersonId;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;

/** Answers questions whole, as rows, to whoever runs the bot: nothing is left out for anybody. */
public final class FleetReport {
    private static final int FINE = 0;
    private static final int NO = 1;

    /** Takes the rows of an answer; all have the same names in the same order. */
    public interface Rows {
        void row(Map<String, String> values);

        /**
         * Takes an answer that is code to paste.
         *
         * @param values the same as a row
         */
        void code(String code, Map<String, String> values);
    }

    private final AccessQuestions access;
    private final FleetQuestions fleet;
    private final CodeQuestions code;

    private final Explaining explaining;

    private FleetReport(AccessQuestions access, FleetQuestions fleet, CodeQuestions code, Explaining explaining) {
        this.explaining = explaining;
        this.access = access;
        this.fleet = fleet;
        this.code = code;
    }

    /**
     * Returns one by these policies, and this index.
     *
     * @param facts tells what new repositories are made from; empty where that isn't known
     */
    public static FleetReport of(
            Ledger ledger,
            Policies policies,
            Function<RegionalRegistry, Optional<RegistryFacts>> facts,
            FleetIndex index,
            BotConfig config,
            Clock clock) {
        var live = Live.of(ledger, policies, config, clock);
        var sights = new Sights(live.policies(), new FleetSights(index, config, clock), config, clock);
        return new FleetReport(
                new AccessQuestions(sights, live.suggestions(), facts, registry -> Optional.of(clock.instant())),
                FleetQuestions.toldAll(ledger, live, index, config, clock),
                new CodeQuestions(live),
                new Explaining(sights, (person, ref) -> true, config.accesses()));
    }

    /** Returns whether the index is asked. */
    public static boolean needsIndex(Inquiry inquiry) {
        return inquiry instanceof FleetInquiry.Access
                || inquiry instanceof FleetInquiry.Audit
                || inquiry instanceof FleetInquiry.Drift;
    }

    /** Returns whether the ledger is asked for grants. */
    public static boolean needsRecords(Inquiry inquiry) {
        return inquiry instanceof FleetInquiry.Drift;
    }

    /** Returns what a pasted error means, by its words and by the policies as they are. */
    public Explanation explain(Denial denial) {
        return explaining.of(PersonId.UNKNOWN, denial);
    }

    /**
     * Hands the answer over.
     *
     * @return 0 if all is well, 1 if there is a finding of some severity, a difference, or no such access
     * @throws ProblemException if it can't be found out, or isn't answered here
     */
    public int answer(Inquiry inquiry, Rows rows) {
        if (inquiry instanceof FleetInquiry.Access asked) {
            fleet.reachAll(asked.whom().principal())
                    .forEach(way -> way.repositories().forEach(repository -> rows.row(RowText.of(way, repository))));
            return FINE;
        }
        if (inquiry instanceof FleetInquiry.Audit asked) {
            List<FleetFinding> findings = fleet.findings(asked.word());
            findings.forEach(finding -> rows.row(RowText.of(finding)));
            return findings.stream().anyMatch(finding -> finding.severity() != Severity.INFO) ? NO : FINE;
        }
        if (inquiry instanceof FleetInquiry.Drift) {
            List<Drift.Difference> differences = fleet.differences();
            differences.forEach(difference -> rows.row(RowText.of(difference)));
            return differences.isEmpty() ? FINE : NO;
        }
        if (inquiry instanceof FleetInquiry.Export asked) {
            Exported exported = code.export(asked);
            rows.code(exported.code(), RowText.of(exported));
            return FINE;
        }
        if (inquiry instanceof Inquiry.Who asked) {
            Holders holders = access.who(asked);
            RowText.of(holders).forEach(rows::row);
            return holders.anybody() ? FINE : NO;
        }
        if (inquiry instanceof Inquiry.Can asked) {
            Possibility found = access.can(asked);
            Capability says = found.says();
            rows.row(RowText.of(says, ""));
            found.newborn().forEach(born -> rows.row(RowText.of(born.says(), born.template())));
            return says.verdict() == Capability.Verdict.YES ? FINE : NO;
        }
        throw new ProblemException(CommandProblems.answeredInSlackOnly());
    }
}
