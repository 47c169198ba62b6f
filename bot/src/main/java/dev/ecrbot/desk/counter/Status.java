package dev.ecrbot.desk.counter;

import dev.ecrbot.desk.ledger.Ledger;
import dev.ecrbot.desk.ledger.LedgerTransaction;
import dev.ecrbot.desk.ledger.RequestFilter;
import dev.ecrbot.desk.live.Policies;
import dev.ecrbot.desk.live.RegistrySide;
import dev.ecrbot.desk.live.Unrecorded;
import dev.ecrbot.desk.request.Grant;
import dev.ecrbot.desk.request.Request;
import dev.ecrbot.desk.sight.Derivation;
import dev.ecrbot.desk.sight.Derived;
import dev.ecrbot.desk.sight.Sight;
import dev.ecrbot.desk.sight.Sights;
import dev.ecrbot.ecr.MatchingRepositories;
import dev.ecrbot.ecr.RegionalRegistry;
import dev.ecrbot.ecr.Repository;
import dev.ecrbot.ecr.Target;
import dev.ecrbot.ecr.Wildcards;
import dev.ecrbot.policy.PolicyDocument;
import dev.ecrbot.policy.Principal;
import dev.ecrbot.policy.holding.Holding;
import dev.ecrbot.policy.holding.Holdings;
import dev.ecrbot.policy.holding.Owned;
import dev.ecrbot.policy.holding.RegistryHoldings;
import dev.ecrbot.policy.holding.Unclaimed;
import dev.ecrbot.problem.phrase.FleetWords;
import dev.ecrbot.problem.phrase.RegistryDoubts;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Tells who has access to a repository, or to those of a pattern: by its own policy, and by that of its registry. */
final class Status {
    private static final int OPEN = 200;

    private final Ledger ledger;
    private final Policies policies;
    private final Sights sights;
    private final Set<String> grantable;
    private final Clock clock;

    /**
     * @param grantable the actions that people can ask for
     */
    Status(Ledger ledger, Policies policies, Sights sights, Set<String> grantable, Clock clock) {
        this.ledger = ledger;
        this.sights = sights;
        this.policies = policies;
        this.grantable = Set.copyOf(grantable);
        this.clock = clock;
    }

    /**
     * What was seen, and what is told of it.
     *
     * @param agrees whether all of the bot's own is there as it is on record
     */
    record Told(Sight sight, Answer.Status status, boolean agrees) {}

    /**
     * Tells it from the index, if that has what the bot has on record: its own writes may be younger than what was read by another
     * replica. Otherwise, and where it is to be {@code fresh}, AWS is read.
     */
    Told of(Repository repository, boolean fresh) {
        Told told = told(sights.of(repository, fresh));
        if (told.sight().indexed().isPresent() && !told.agrees()) {
            told = told(sights.live(repository));
        }
        return told;
    }

    private Told told(Sight sight) {
        Repository repository = sight.repository();
        PolicyDocument live = sight.own();
        RegistrySide side = sight.beside();
        Optional<PolicyDocument> beside =
                side.visit(read -> Optional.of(read.policy()), silent -> Optional.empty(), unread -> Optional.empty());
        return ledger.transact(transaction -> {
            List<Grant> standing = transaction.grants().standing(repository);
            List<StatusLine> lines = lines(
                    live,
                    Holdings.of(live, owned(standing), repository.region().partition()),
                    standing,
                    Unrecorded.in(transaction, repository, live));
            List<String> missing = missing(lines, standing);
            List<String> notes = new ArrayList<>(missing);
            List<Grant> some =
                    beside.map(policy -> standing(transaction, repository)).orElse(List.of());
            List<StatusLine> through = beside.map(policy -> lines(
                            policy,
                            RegistryHoldings.of(policy, repository, byPattern(some)),
                            some,
                            Unrecorded.in(transaction, registryOf(repository), policy)))
                    .orElse(List.of());
            List<Derived> derived =
                    beside.map(policy -> derived(sight, policy, lines, through)).orElse(List.of());
            doubt(side, RegistryDoubts::gives).ifPresent(notes::add);
            var status = new Answer.Status(
                    repository,
                    lines,
                    through,
                    derived,
                    notes,
                    live.size(),
                    open(transaction, repository),
                    waiting(transaction, repository));
            boolean agrees = missing.isEmpty()
                    && Stream.concat(lines.stream(), through.stream()).noneMatch(StatusLine::lost);
            return new Told(sight, status, agrees);
        });
    }

    // What is denied there keeps out some whom it doesn't name, too.
    private List<Derived> derived(
            Sight sight, PolicyDocument beside, List<StatusLine> lines, List<StatusLine> through) {
        boolean denies = !RegistryHoldings.denials(beside, sight.repository()).isEmpty();
        List<Principal> principals = Stream.concat(
                        through.stream(),
                        lines.stream().filter(line -> denies && line.holding().allow()))
                .map(line -> line.holding().principal())
                .toList();
        return Derivation.of(sight.own(), beside, sight.repository(), principals, grantable, clock.instant());
    }

    Answer.Status of(MatchingRepositories some, PolicyDocument live) {
        Optional<String> doubt = doubt(RegistrySide.read(policies, some.registry()), RegistryDoubts::enforced);
        return ledger.transact(transaction -> {
            List<Grant> standing = standing(transaction, some);
            List<StatusLine> lines = lines(
                    live,
                    RegistryHoldings.of(live, some, byPattern(standing)),
                    standing,
                    Unrecorded.in(transaction, some.registry(), live));
            List<String> notes = new ArrayList<>(missing(lines, standing));
            doubt.ifPresent(notes::add);
            return new Answer.Status(
                    some,
                    lines,
                    List.of(),
                    List.of(),
                    notes,
                    live.size(),
                    open(transaction, some),
                    waiting(transaction, some));
        });
    }

    private static Optional<String> doubt(RegistrySide side, UnaryOperator<String> words) {
        return side.visit(
                read -> Optional.empty(),
                silent -> Optional.of(silent.why()),
                unread -> Optional.of(words.apply(unread.why())));
    }

    /** Returns the grants on patterns that match the target, or some repository that it matches. */
    private static List<Grant> standing(LedgerTransaction transaction, Target target) {
        return transaction.grants().standing(registryOf(target)).stream()
                .filter(grant -> Wildcards.overlap(grant.target().text(), target.text()))
                .toList();
    }

    private static Map<MatchingRepositories, Set<Owned>> byPattern(List<Grant> grants) {
        return grants.stream()
                .filter(grant -> grant.target() instanceof MatchingRepositories)
                .collect(Collectors.groupingBy(
                        grant -> (MatchingRepositories) grant.target(),
                        Collectors.mapping(Grant::owned, Collectors.toUnmodifiableSet())));
    }

    private static Set<Owned> owned(List<Grant> grants) {
        return grants.stream().map(Grant::owned).collect(Collectors.toUnmodifiableSet());
    }

    private static List<StatusLine> lines(
            PolicyDocument policy, List<Holding> holdings, List<Grant> standing, List<Unclaimed> unrecorded) {
        return holdings.stream()
                .map(holding -> new StatusLine(
                        holding,
                        behind(holding, standing),
                        isLost(holding, unrecorded),
                        holding.conditional()
                                ? policy.statements().get(holding.statement()).conditions()
                                : List.of()))
                .toList();
    }

    private static boolean isLost(Holding holding, List<Unclaimed> unrecorded) {
        return unrecorded.stream()
                .anyMatch(place -> holding.sid().equals(Optional.of(place.sid()))
                        && holding.principal().equals(place.principal()));
    }

    private static RegionalRegistry registryOf(Target target) {
        return new RegionalRegistry(target.account(), target.region());
    }

    private static List<Grant> behind(Holding holding, List<Grant> standing) {
        if (!holding.ours()) {
            return List.of();
        }
        return standing.stream()
                .filter(grant -> holding.resource().isEmpty()
                        || holding.resource().equals(Optional.of(grant.target().arn()))
                        || grant.target().text().equals("*"))
                .filter(grant -> grant.principal().parts().contains(holding.principal()))
                .filter(grant -> holding.actions().equals(grant.access().actions()))
                .filter(grant -> holding.until().isEmpty() || grant.until().equals(holding.until()))
                .toList();
    }

    private static List<String> missing(List<StatusLine> lines, List<Grant> standing) {
        return standing.stream()
                .filter(grant -> !grant.principal().parts().stream().allMatch(part -> stands(part, grant, lines)))
                .map(grant -> FleetWords.notAsWritten(
                        grant.access(), grant.principal().text(), grant.id().toString()))
                .toList();
    }

    private static boolean stands(Principal part, Grant grant, List<StatusLine> lines) {
        return lines.stream()
                .anyMatch(line -> line.grants().contains(grant)
                        && line.holding().principal().equals(part));
    }

    private static List<Request> open(LedgerTransaction transaction, Target target) {
        return transaction.requests().matching(RequestFilter.waitingOn(target), OPEN);
    }

    private static long waiting(LedgerTransaction transaction, Target target) {
        return transaction.requests().count(RequestFilter.waitingOn(target));
    }
}
