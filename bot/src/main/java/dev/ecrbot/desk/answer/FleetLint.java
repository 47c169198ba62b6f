package dev.ecrbot.desk.answer;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import com.github.benmanes.caffeine.cache.Interner;
import dev.ecrbot.desk.ledger.Ledger;
import dev.ecrbot.desk.live.PolicyLint;
import dev.ecrbot.desk.sight.ForeignLately;
import dev.ecrbot.ecr.PolicyHolder;
import dev.ecrbot.ecr.RegionalRegistry;
import dev.ecrbot.ecr.Repository;
import dev.ecrbot.index.CreationTemplate;
import dev.ecrbot.index.FleetIndex;
import dev.ecrbot.index.IndexedRepository;
import dev.ecrbot.policy.PolicyDocument;
import dev.ecrbot.policy.evaluation.Decider;
import dev.ecrbot.policy.lint.LintFinding;
import dev.ecrbot.policy.lint.Severity;
import dev.ecrbot.problem.phrase.FleetWords;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Stream;

/** Finds what is wrong with the policies that the index has, each once as long as it stays as it is. Thread-safe. */
final class FleetLint {
    static final String TEMPLATE = "template_gives_access";
    static final String FOREIGN = "foreign_change";

    // What depends on the time is looked at again.
    private static final Duration TIMED = Duration.ofHours(1);
    private static final Duration LATELY = Duration.ofDays(7);

    /** Findings that count as the same. */
    record Kind(Severity severity, String word) {}

    /** What was found in one policy, or in what belongs to a registry; and how much of each kind. */
    record Found(PolicyHolder holder, List<FleetFinding> findings, Map<Kind, Integer> kinds) {
        static Found of(PolicyHolder holder, List<FleetFinding> findings) {
            var kinds = new LinkedHashMap<Kind, Integer>();
            findings.forEach(one -> kinds.merge(new Kind(one.severity(), one.kind()), 1, Integer::sum));
            return new Found(holder, findings, kinds);
        }
    }

    private record Linted(Found found, Instant at, boolean timed) {}

    private final FleetIndex index;
    private final ForeignLately foreign;
    private final PolicyLint lint;
    private final Clock clock;
    // The same is wrong with many policies, in the same words.
    private final Interner<String> texts = Interner.newWeakInterner();
    private final Cache<IndexedRepository, Linted> linted =
            Caffeine.newBuilder().weakKeys().build();

    FleetLint(FleetIndex index, Ledger ledger, PolicyLint lint, Clock clock) {
        this.index = index;
        this.foreign = new ForeignLately(index, ledger, LATELY, clock);
        this.lint = lint;
        this.clock = clock;
    }

    /** Returns whether a word in small letters is about how bad something is, or what it is, wherever that may be. */
    static boolean saysWhat(String word) {
        String kind = word.replace('-', '_');
        return Stream.of(Severity.values()).anyMatch(severity -> severity.name().equalsIgnoreCase(word))
                || TEMPLATE.contains(kind)
                || FOREIGN.contains(kind)
                || Stream.of(dev.ecrbot.policy.lint.Kind.values())
                        .anyMatch(one -> one.label().contains(kind));
    }

    /** Looks at all repositories that have changed, so that nobody waits for it who asks. */
    void prepare() {
        index.repositories().forEach(this::of);
        foreign.prepare();
    }

    /** Returns all that was found, repository by repository in their order, and then what is of registries. */
    Stream<Found> found() {
        return Stream.of(
                        index.repositories().stream().map(this::of),
                        index.registries().stream().map(registry -> Found.of(registry, of(registry))),
                        foreign.changes().stream()
                                .map(FleetLint::foreign)
                                .map(one -> Found.of(one.holder(), List.of(one))))
                .flatMap(Function.identity());
    }

    private Found of(IndexedRepository one) {
        Instant now = clock.instant();
        Linted known = linted.getIfPresent(one);
        if (known == null || (known.timed() && known.at().plus(TIMED).isBefore(now))) {
            List<FleetFinding> findings = lint(
                    one.policy().document(), one.repository(), one.repository().text(), Decider.Source.REPOSITORY);
            known = new Linted(Found.of(one.repository(), findings), now, isTimed(one));
            linted.put(one, known);
        }
        return known.found();
    }

    private static boolean isTimed(IndexedRepository one) {
        return one.policy().text().contains("CurrentTime")
                || one.policy().text().contains("EpochTime");
    }

    private List<FleetFinding> of(RegionalRegistry registry) {
        var findings = new ArrayList<FleetFinding>();
        PolicyDocument policy = index.facts(registry).policy();
        if (!policy.isEmpty()) {
            findings.addAll(lint(policy, registry, FleetWords.registryPolicy(), Decider.Source.REGISTRY));
        }
        for (CreationTemplate template : index.facts(registry).templates()) {
            if (!template.policy().isEmpty()) {
                String place = FleetWords.template(template.prefix());
                findings.addAll(lint(template.policy(), registry, place, Decider.Source.REPOSITORY));
                findings.add(born(template, registry, place));
            }
        }
        return findings;
    }

    private static FleetFinding born(CreationTemplate template, RegionalRegistry registry, String place) {
        return new FleetFinding(
                Severity.WARNING,
                TEMPLATE,
                registry,
                place,
                Optional.empty(),
                FleetWords.born(template.appliedFor()),
                FleetWords.mendTemplate());
    }

    private List<FleetFinding> lint(PolicyDocument policy, PolicyHolder holder, String place, Decider.Source source) {
        return lint.of(policy, holder, source).stream()
                .map(finding -> finding(finding, holder, place))
                .toList();
    }

    private FleetFinding finding(LintFinding found, PolicyHolder holder, String place) {
        return new FleetFinding(
                found.severity(),
                found.kind().label(),
                holder,
                place,
                found.sid().map(texts::intern),
                texts.intern(found.what()),
                texts.intern(found.next()));
    }

    private static FleetFinding foreign(ForeignLately.Noticed change) {
        boolean ofRepository = change.holder() instanceof Repository;
        String place = ofRepository ? change.holder().key() : FleetWords.registryPolicy();
        return new FleetFinding(
                Severity.INFO,
                FOREIGN,
                change.holder(),
                place,
                Optional.empty(),
                FleetWords.changed(change.at()),
                ofRepository
                        ? FleetWords.seeStatus(place)
                        : FleetWords.seeStatusOfRegistry(change.holder().region()));
    }

    /** Returns the policies that there are, however many are empty. */
    Stream<PolicyHolder> holders() {
        return Stream.concat(
                index.repositories().stream().map(IndexedRepository::repository), index.registries().stream());
    }
}
