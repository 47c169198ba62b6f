package dev.ecrbot.desk.live;

import dev.ecrbot.config.Registry;
import dev.ecrbot.ecr.PolicyHolder;
import dev.ecrbot.ecr.Region;
import dev.ecrbot.ecr.RegionalRegistry;
import dev.ecrbot.ecr.Repository;
import dev.ecrbot.ecr.RepositoryName;
import dev.ecrbot.policy.PolicyDocument;
import dev.ecrbot.policy.Principal;
import dev.ecrbot.policy.holding.Unclaimed;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/**
 * Keeps which policies with statements as the bot writes them were read lately, whoever read it,
 * until somebody has compared it with the records; and
 * lets somebody know of each policy that was read. Thread-safe.
 */
public final class ReadPolicies implements Policies {
    // What is left out is kept when it is read the next time.
    private static final int MOST = 200;

    private final Policies policies;
    private final Listener listener;
    private final Clock clock;
    private final Map<PolicyHolder, PolicyDocument> read = new ConcurrentHashMap<>();

    /** Is let know of each policy that was read. */
    @FunctionalInterface
    public interface Listener {
        /** @param asked when AWS was asked for it; what it was changed to since isn't in it */
        void read(PolicyHolder holder, PolicyDocument policy, Instant asked);
    }

    ReadPolicies(Policies policies, Listener listener, Clock clock) {
        this.policies = policies;
        this.listener = listener;
        this.clock = clock;
    }

    /** Returns the policies that were read since it was asked last. */
    public Map<PolicyHolder, PolicyDocument> take() {
        Map<PolicyHolder, PolicyDocument> taken = Map.copyOf(read);
        taken.forEach(read::remove);
        return taken;
    }

    @Override
    public PolicyDocument read(PolicyHolder holder) {
        Instant asked = clock.instant();
        PolicyDocument live = policies.read(holder);
        listener.read(holder, live, asked);
        boolean hasOwn = !Unclaimed.of(live, holder, Map.of()).isEmpty();
        if (hasOwn && read.size() < MOST) {
            read.put(holder, live);
        }
        return live;
    }

    @Override
    public void expect(PolicyHolder holder, OnBehalf behalf) {
        policies.expect(holder, behalf);
    }

    @Override
    public WriteAnswer write(PolicyHolder holder, PolicyDocument proposed, Principal asked, OnBehalf behalf) {
        return policies.write(holder, proposed, asked, behalf);
    }

    @Override
    public PolicyScope scope(RegionalRegistry registry) {
        return policies.scope(registry);
    }

    @Override
    public RepositoryFacts facts(Repository repository) {
        return policies.facts(repository);
    }

    @Override
    public Map<String, String> tags(Repository repository) {
        return policies.tags(repository);
    }

    @Override
    public List<RepositoryName> names(Registry registry, Region region) {
        return policies.names(registry, region);
    }
}
