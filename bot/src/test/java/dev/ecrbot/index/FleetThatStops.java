package dev.ecrbot.index;

import dev.ecrbot.ecr.PolicyHolder;
import dev.ecrbot.ecr.RegionalRegistry;
import dev.ecrbot.ecr.Repository;
import dev.ecrbot.policy.PolicyDocument;
import dev.ecrbot.problem.Code;
import dev.ecrbot.problem.Problem;
import dev.ecrbot.problem.ProblemException;
import dev.ecrbot.sandbox.ecr.EcrModel;
import dev.ecrbot.sandbox.ecr.ModelFleet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Semaphore;

/** Answers so many times, and then not any more. */
final class FleetThatStops implements FleetReader {
    private final FleetReader reader;
    private final Semaphore left;

    FleetThatStops(EcrModel ecr, int times) {
        this.reader = new ModelFleet(ecr, 5);
        this.left = new Semaphore(times);
    }

    @Override
    public PolicyDocument policy(PolicyHolder holder) {
        if (holder instanceof Repository) {
            try {
                left.acquire();
            } catch (InterruptedException e) {
                throw new ProblemException(new Problem(Code.STOPPING, "It is stopping.", "Start it again."), e);
            }
        }
        return reader.policy(holder);
    }

    @Override
    public Listing list(RegionalRegistry registry, Optional<String> token) {
        return reader.list(registry, token);
    }

    @Override
    public Map<String, String> tags(Repository repository) {
        return reader.tags(repository);
    }

    @Override
    public boolean decidesOnImages(RegionalRegistry registry) {
        return reader.decidesOnImages(registry);
    }

    @Override
    public List<CreationTemplate> templates(RegionalRegistry registry) {
        return reader.templates(registry);
    }

    @Override
    public List<PullThroughRule> pullThroughRules(RegionalRegistry registry) {
        return reader.pullThroughRules(registry);
    }

    @Override
    public List<ReplicationRule> replication(RegionalRegistry registry) {
        return reader.replication(registry);
    }
}
