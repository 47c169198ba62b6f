package dev.ecrbot.desk.answer;

import dev.ecrbot.command.FleetInquiry;
import dev.ecrbot.desk.ledger.Ledger;
import dev.ecrbot.desk.live.Live;
import dev.ecrbot.desk.live.Policies;
import dev.ecrbot.desk.live.PolicyEvidence;
import dev.ecrbot.desk.live.RepositoryFacts;
import dev.ecrbot.desk.live.Unrecorded;
import dev.ecrbot.desk.request.Grant;
import dev.ecrbot.desk.sight.FleetSights;
import dev.ecrbot.ecr.OtherTool;
import dev.ecrbot.ecr.PolicyHolder;
import dev.ecrbot.ecr.RegionalRegistry;
import dev.ecrbot.ecr.Repository;
import dev.ecrbot.ecr.Target;
import dev.ecrbot.index.FleetIndex;
import dev.ecrbot.index.IndexedRepository;
import dev.ecrbot.policy.BotStatement;
import dev.ecrbot.policy.PolicyDocument;
import dev.ecrbot.policy.holding.Owned;
import dev.ecrbot.policy.holding.Unclaimed;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.stream.Collectors;

/** Compares the policies that the index has with the grants on record, both ways. */
final class DriftQuestions {
    private static final Comparator<Drift.Difference> ORDER = Comparator.<Drift.Difference, String>comparing(
                    difference -> difference.target().arn())
            .thenComparing(difference -> difference.principal().text());

    private final FleetIndex index;
    private final Ledger ledger;
    private final PolicyEvidence evidence;
    private final Policies policies;
    private final Function<Target, String> written;

    /** @param written how a target is typed */
    DriftQuestions(FleetIndex index, Ledger ledger, Live live, Function<Target, String> written) {
        this.index = index;
        this.ledger = ledger;
        this.evidence = live.evidence();
        this.policies = live.policies();
        this.written = written;
    }

    /** What came of it; {@code unread} grants couldn't be compared. */
    record Compared(List<Drift.Difference> differences, long grants, long unread) {}

    Drift drift(FleetInquiry.Drift asked, Predicate<Target> told) {
        Compared all = compared();
        List<Drift.Difference> shown = all.differences().stream()
                .filter(difference -> told.test(difference.target()))
                .toList();
        var paging = new Paging(new FleetInquiry.Drift(1).text(), asked.page(), shown.size());
        return new Drift(
                withWriters(paging.cut(shown), Paging.SIZE),
                all.grants(),
                all.unread(),
                all.differences().size() - shown.size(),
                paging,
                index.coverage());
    }

    /**
     * Names what else writes each policy.
     *
     * @param most so many repositories at most are looked at, since each takes calls to AWS
     */
    List<Drift.Difference> withWriters(List<Drift.Difference> differences, int most) {
        Map<Target, Drift.Writer> seen = new HashMap<>();
        return differences.stream()
                .map(difference -> difference.by(
                        seen.size() < most || seen.containsKey(difference.target())
                                ? seen.computeIfAbsent(difference.target(), this::writer)
                                : Drift.Writer.UNLOOKED))
                .toList();
    }

    private Drift.Writer writer(Target target) {
        return Drift.Writer.of(OtherTool.by(RepositoryFacts.of(target, policies).tags()));
    }

    Compared compared() {
        List<Grant> grants = ledger.transact(transaction -> transaction.grants().active());
        Map<PolicyHolder, List<Grant>> byHolder = grants.stream()
                .collect(Collectors.groupingBy(
                        grant -> grant.target().holder(), LinkedHashMap::new, Collectors.toList()));
        var all = new ArrayList<Drift.Difference>();
        long unread = 0;
        for (Map.Entry<PolicyHolder, List<Grant>> some : byHolder.entrySet()) {
            Optional<Read> read = read(some.getKey());
            for (Grant grant : some.getValue()) {
                // It may have been written after the policy was read.
                if (read.filter(one -> !one.at().isBefore(grant.since())).isEmpty()) {
                    unread++;
                } else if (!evidence.stands(grant, read.map(Read::policy))) {
                    all.add(missing(grant));
                }
            }
        }
        all.addAll(unrecorded(byHolder));
        all.sort(ORDER);
        return new Compared(List.copyOf(all), grants.size(), unread);
    }

    /** A policy as the index has it. */
    private record Read(PolicyDocument policy, Instant at) {}

    private Optional<Read> read(PolicyHolder holder) {
        if (holder instanceof Repository repository) {
            return index.find(repository).map(one -> new Read(one.policy().document(), one.read()));
        }
        RegionalRegistry registry = FleetSights.registryOf(holder);
        return index.coverage().parts().stream()
                .filter(part -> part.registry().equals(registry))
                .flatMap(part -> part.oldest().stream())
                .map(read -> new Read(index.facts(registry).policy(), read))
                .findFirst();
    }

    private Drift.Difference missing(Grant grant) {
        return new Drift.Difference(
                grant.target(),
                grant.principal(),
                grant.access(),
                Optional.of(grant.id()),
                Optional.empty(),
                "grant " + grant.access() + " " + written.apply(grant.target()) + " "
                        + grant.principal().text(),
                Drift.Writer.UNLOOKED);
    }

    private List<Drift.Difference> unrecorded(Map<PolicyHolder, List<Grant>> active) {
        var found = new ArrayList<Drift.Difference>();
        for (IndexedRepository one : index.repositories()) {
            if (one.policy().text().contains(BotStatement.PREFIX)) {
                found.addAll(unrecorded(one.repository(), one.policy().document(), active));
            }
        }
        for (RegionalRegistry registry : index.registries()) {
            found.addAll(unrecorded(registry, index.facts(registry).policy(), active));
        }
        return found;
    }

    /** Looks at the records of this policy only where the active grants don't explain all of it: nearly everywhere they do. */
    private List<Drift.Difference> unrecorded(
            PolicyHolder holder, PolicyDocument policy, Map<PolicyHolder, List<Grant>> active) {
        Map<Target, Set<Owned>> owned = active.getOrDefault(holder, List.of()).stream()
                .collect(Collectors.groupingBy(
                        Grant::target, Collectors.mapping(Grant::owned, Collectors.toUnmodifiableSet())));
        return Unclaimed.of(policy, holder, owned).isEmpty()
                ? List.of()
                : ledger.transact(transaction -> Unrecorded.in(transaction, holder, policy)).stream()
                        .map(this::unrecorded)
                        .toList();
    }

    private Drift.Difference unrecorded(Unclaimed place) {
        return new Drift.Difference(
                place.target(),
                place.principal(),
                place.access(),
                Optional.empty(),
                Optional.of(place.sid()),
                "revoke " + place.access() + " " + written.apply(place.target()) + " "
                        + place.principal().text(),
                Drift.Writer.UNLOOKED);
    }
}
