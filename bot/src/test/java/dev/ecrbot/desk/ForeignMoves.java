package dev.ecrbot.desk;

import static org.assertj.core.api.Assertions.assertThat;

import dev.ecrbot.ecr.Repository;
import dev.ecrbot.sandbox.ecr.AwsError;
import dev.ecrbot.sandbox.ecr.SeedRegistry;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Random;

/** What those may do next to policies and repositories who don't ask the bot. */
final class ForeignMoves {
    private final World world;
    private final Reference reference;
    private final Random random;
    private final List<Repository> repositories;
    private final boolean harsh;
    private int edits;

    ForeignMoves(World world, Reference reference, Random random, List<Repository> repositories, boolean harsh) {
        this.world = world;
        this.reference = reference;
        this.random = random;
        this.repositories = repositories;
        this.harsh = harsh;
    }

    // No two documents of theirs are alike, so that a policy never goes back to what it was before they came.
    String next() {
        world.clock().advance(Duration.ofMillis(1));
        Repository repository = one(repositories);
        int dice = random.nextInt(14);
        if (!isThere(repository) || dice == 0) {
            return deletedOrMade(repository);
        } else if (dice < 3) {
            return beside(repository);
        }
        boolean kept = random.nextInt(3) > 0;
        String sid = LiveAccess.BY_HAND + " " + ++edits;
        boolean deny = kept && random.nextInt(3) == 0;
        try {
            if (deny) {
                ForeignPen.deny(
                        world.ecr(), repository, SeedRegistry.role(SeedRegistry.SALES, one(Hardships.ROLES)), sid);
            } else {
                ForeignPen.write(world.ecr(), repository, kept, sid);
            }
        } catch (AwsError e) {
            assertThat(harsh).as("a role is gone that is named there").isTrue();
            return "others are refused";
        }
        world.clock().advance(Duration.ofMillis(1));
        var live = LiveAccess.of(world.ecr().policy(repository));
        if (!kept) {
            assertThat(live.ours()).isEmpty();
        }
        reference.replacedByOthers(repository, live.foreign(), kept);
        return "others write " + repository.name() + (deny ? ", a Deny" : kept ? "" : ", over ours");
    }

    /** Of what stood in a policy that goes with its repository nothing comes back with that. */
    String deletedOrMade(Repository repository) {
        if (!isThere(repository)) {
            world.ecr().addRepository(repository, Map.of());
            return repository.name() + " is made again";
        }
        boolean said = world.ecr().policy(repository).isPresent();
        world.ecr().deleteRepository(repository);
        world.clock().advance(Duration.ofMillis(1));
        if (said) {
            reference.replacedByOthers(repository, List.of(), false);
        }
        return repository.name() + " is deleted";
    }

    /** The registry's own policy denies something, or nothing any more. */
    private String beside(Repository repository) {
        if (random.nextBoolean()) {
            ForeignPen.nothingBeside(world.ecr(), repository);
            world.clock().advance(Duration.ofMillis(1));
            return "nothing is denied beside any more";
        }
        String whom = one(
                List.of(SeedRegistry.role(SeedRegistry.SALES, one(Hardships.ROLES)), "arn:aws:iam::222222222222:root"));
        String action = one(List.of("ecr:GetDownloadUrlForLayer", "ecr:BatchGetImage", "ecr:*"));
        String where = one(List.of("*", repository.arn()));
        try {
            ForeignPen.denyBeside(world.ecr(), repository, whom, action, where);
        } catch (AwsError e) {
            assertThat(harsh).as("a role is gone that is named there").isTrue();
            return "others are refused";
        }
        world.clock().advance(Duration.ofMillis(1));
        return action + " on " + where + " is denied beside to " + whom;
    }

    Instant lastWrite(Repository repository) {
        return world.ecr().history(repository).stream()
                .filter(change -> !world.botChanges(repository).contains(change))
                .reduce((first, second) -> second)
                .orElseThrow()
                .at();
    }

    boolean isThere(Repository repository) {
        return world.ecr().repositories().contains(repository);
    }

    private <T> T one(List<T> of) {
        return of.get(random.nextInt(of.size()));
    }
}
