package dev.ecrbot.index;

import dev.ecrbot.ecr.RegionalRegistry;
import dev.ecrbot.ecr.RepositoryName;
import dev.ecrbot.policy.PolicyDocument;
import dev.ecrbot.problem.Code;
import dev.ecrbot.problem.Problem;
import dev.ecrbot.problem.ProblemException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;

/**
 * Reads one registry: its list of repositories and what holds for the whole, then each policy. How far it is, is kept; so one
 * that was cut off goes on from there, with what hasn't been read since it began. Not thread-safe.
 */
final class Crawl {
    private final FleetReader reader;
    private final IndexStore store;
    private final CallPace pace;
    private final Clock clock;
    private final RegionalRegistry registry;
    private final List<String> troubles = new ArrayList<>();
    private Optional<Instant> ruled = Optional.empty();

    Crawl(FleetReader reader, IndexStore store, CallPace pace, Clock clock, RegionalRegistry registry) {
        this.reader = reader;
        this.store = store;
        this.pace = pace;
        this.clock = clock;
        this.registry = registry;
    }

    /**
     * Goes on with the crawl, or begins one if the last began so long ago.
     *
     * @return whether there is nothing more to do now
     * @throws ProblemException if the list can't be read, or what was read can't be kept
     */
    boolean run(Duration every, Duration atMost) throws InterruptedException {
        KeptRegistry kept = store.registry(registry);
        Instant now = clock.instant();
        if (!kept.underWay()) {
            if (kept.begun().filter(begun -> begun.plus(every).isAfter(now)).isPresent()) {
                return true;
            }
            store.begin(registry, now);
            kept = store.registry(registry);
        }
        Instant crawl = kept.begun().orElseThrow();
        if (!kept.listed()) {
            list(crawl);
            RegistryFacts facts = facts(kept.facts());
            store.listedAll(registry, crawl, facts, ruled, troubles);
            kept = store.registry(registry);
        }
        boolean tagged = speaksOfTags(kept.facts().policy());
        List<RepositoryName> unread = store.unread(registry, crawl);
        if (new PolicySweep(reader, store, pace, clock, registry, tagged).run(unread, atMost)) {
            store.finish(registry, clock.instant());
            return true;
        }
        return false;
    }

    static boolean speaksOfTags(PolicyDocument policy) {
        return policy.text().contains("ResourceTag");
    }

    private void list(Instant crawl) throws InterruptedException {
        Optional<String> token = Optional.empty();
        do {
            Optional<String> from = token;
            FleetReader.Listing page = paced(() -> reader.list(registry, from));
            store.listed(registry, crawl, page.names());
            token = page.next();
        } while (token.isPresent());
    }

    private RegistryFacts facts(RegistryFacts old) throws InterruptedException {
        PolicyDocument policy = tolerant(this::policy, old.policy());
        boolean decides =
                policy.isEmpty() ? old.decides() : tolerant(() -> reader.decidesOnImages(registry), old.decides());
        return new RegistryFacts(
                policy,
                decides,
                tolerant(() -> reader.templates(registry), old.templates()),
                tolerant(() -> reader.pullThroughRules(registry), old.pullThroughRules()),
                tolerant(() -> reader.replication(registry), old.replication()));
    }

    private PolicyDocument policy() {
        Instant asked = clock.instant();
        PolicyDocument policy = reader.policy(registry);
        ruled = Optional.of(asked);
        return policy;
    }

    private <T> T tolerant(Supplier<T> call, T otherwise) throws InterruptedException {
        try {
            return paced(call);
        } catch (ProblemException e) {
            troubles.add(e.problem().what());
            return otherwise;
        }
    }

    private <T> T paced(Supplier<T> call) throws InterruptedException {
        for (int tries = 1; ; tries++) {
            TimeUnit.NANOSECONDS.sleep(pace.turn().toNanos());
            try {
                T answer = call.get();
                pace.passed();
                return answer;
            } catch (ProblemException e) {
                Problem problem = e.problem();
                if (problem.code() == Code.AWS_THROTTLED) {
                    pace.throttled();
                }
                if (!problem.code().mayPass() || tries == PolicySweep.TRIES) {
                    throw e;
                }
            }
        }
    }
}
