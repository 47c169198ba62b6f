package dev.ecrbot.slack.answer;

import dev.ecrbot.command.FleetInquiry;
import dev.ecrbot.desk.answer.Audit;
import dev.ecrbot.desk.answer.Chronicle;
import dev.ecrbot.desk.answer.Drift;
import dev.ecrbot.desk.answer.Exported;
import dev.ecrbot.desk.answer.Finding;
import dev.ecrbot.desk.answer.FleetFinding;
import dev.ecrbot.desk.answer.Paging;
import dev.ecrbot.desk.answer.PersonsAccess;
import dev.ecrbot.desk.answer.PrincipalReach;
import dev.ecrbot.desk.ledger.CardHistory;
import dev.ecrbot.desk.request.GrantId;
import dev.ecrbot.desk.request.Request;
import dev.ecrbot.desk.request.RequestId;
import dev.ecrbot.desk.sight.Renewal;
import dev.ecrbot.ecr.OtherTool;
import dev.ecrbot.ecr.RegionalRegistry;
import dev.ecrbot.ecr.Repository;
import dev.ecrbot.ecr.StandardAccess;
import dev.ecrbot.index.Coverage;
import dev.ecrbot.policy.Principal;
import dev.ecrbot.policy.lint.Severity;
import dev.ecrbot.policy.source.CodeForm;
import dev.ecrbot.slack.message.Samples;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeSet;

/** Findings about the whole fleet, with a text in them wherever one from outside can stand. */
final class EveryFleetFinding {
    private static final Repository REPOSITORY = Samples.REPOSITORY;
    private static final RegionalRegistry REGISTRY = new RegionalRegistry(REPOSITORY.account(), REPOSITORY.region());

    private EveryFleetFinding() {}

    static List<Finding> all(String text, Request request) {
        var all = new ArrayList<Finding>();
        for (boolean some : List.of(true, false)) {
            var paging = new Paging(text, 2, some ? 35 : 0);
            Coverage coverage = coverage(text, some);
            all.add(new PrincipalReach(
                    new Principal.Other(text, text),
                    some ? Collections.nCopies(10, way(text)) : List.of(),
                    2_000,
                    3,
                    paging,
                    coverage));
            all.add(new Audit(
                    Optional.of(text),
                    Map.of(REGISTRY, Map.of(Severity.ERROR, 3L)),
                    List.of(),
                    some ? Collections.nCopies(10, finding(text)) : List.of(),
                    3,
                    paging,
                    coverage));
            all.add(new Audit(
                    Optional.empty(),
                    Map.of(REGISTRY, Map.of()),
                    some
                            ? Collections.nCopies(
                                    10, new Audit.Sort(Severity.INFO, "near_size_limit", 9, List.of(text, text, text)))
                            : List.of(),
                    List.of(),
                    0,
                    paging,
                    coverage));
            all.add(new Drift(some ? List.of(missing(text), unrecorded(text)) : List.of(), 12, 2, 3, paging, coverage));
            all.add(new PersonsAccess(
                    Samples.RITA,
                    some
                            ? List.of(new Chronicle.Chapter(
                                    request, CardHistory.NONE, List.of(), Optional.of(Samples.card())))
                            : List.of(),
                    paging));
            List.copyOf(all).stream()
                    .filter(one -> one instanceof PrincipalReach || one instanceof Audit || one instanceof Drift)
                    .map(one -> new Finding.Renewed(
                            one,
                            new Renewal(
                                    12,
                                    Optional.of(Samples.WEEK).filter(crawled -> some),
                                    some ? List.of(text, text, text, text) : List.of())))
                    .forEach(all::add);
            all.add(new Finding.Promised(
                    new FleetInquiry.Audit(Optional.of(text), 1),
                    Samples.WEEK,
                    Map.of(REGISTRY, Samples.WEEK),
                    coverage));
            all.add(new Exported(REPOSITORY, CodeForm.TERRAFORM, (text + "\n").repeat(some ? 500 : 1), !some));
        }
        return all;
    }

    private static Coverage coverage(String text, boolean whole) {
        var parts = new ArrayList<>(List.of(
                new Coverage.Part(
                        REGISTRY,
                        true,
                        300,
                        whole ? 300 : 120,
                        Optional.of(Samples.WEEK),
                        Optional.of(Duration.ofSeconds(12)),
                        Collections.nCopies(12, text)),
                new Coverage.Part(
                        REGISTRY, whole, 0, 0, Optional.empty(), Optional.empty(), List.of(text, text + "2"))));
        // As after the first start of a bot for many registries.
        parts.addAll(Collections.nCopies(
                whole ? 0 : 60,
                new Coverage.Part(REGISTRY, false, 0, 0, Optional.empty(), Optional.empty(), List.of())));
        return new Coverage(parts);
    }

    private static PrincipalReach.Way way(String text) {
        return new PrincipalReach.Way(
                REGISTRY,
                new Principal.Other(text, text),
                new TreeSet<>(List.of("ecr:BatchGetImage", text)),
                new TreeSet<>(List.of(text)),
                new TreeSet<>(List.of(text)),
                Collections.nCopies(200, REPOSITORY));
    }

    private static FleetFinding finding(String text) {
        return new FleetFinding(Severity.ERROR, "public_principal", REPOSITORY, text, Optional.of(text), text, text);
    }

    private static Drift.Difference missing(String text) {
        return new Drift.Difference(
                REPOSITORY,
                new Principal.Other(text, text),
                StandardAccess.PULL,
                Optional.of(new GrantId(new RequestId("req-7k2m9xqa"))),
                Optional.empty(),
                text,
                new Drift.Writer(true, Optional.of(new OtherTool(text, text))));
    }

    private static Drift.Difference unrecorded(String text) {
        return new Drift.Difference(
                REPOSITORY,
                new Principal.Other(text, text),
                StandardAccess.PULL,
                Optional.empty(),
                Optional.of(text),
                text,
                new Drift.Writer(false, Optional.empty()));
    }
}
