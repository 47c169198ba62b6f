package dev.ecrbot.desk;

import dev.ecrbot.ecr.Repository;
import java.util.List;
import java.util.Random;

/** What somebody may ask of how things are with a repository. */
final class RandomQuestion {
    static final List<String> ACCESSES = List.of("pull", "push", "read", "push-only");
    private static final List<String> REASONS = List.of(
            "",
            " with an explicit deny",
            " because no resource-based policy allows the action",
            " because no identity-based policy allows the action");

    private RandomQuestion() {}

    static String about(Repository repository, Random random) {
        String name = repository.name().value();
        String role = one(random, Hardships.ROLES);
        return one(
                random,
                List.of(
                        "explain User: arn:aws:sts::222222222222:assumed-role/" + role
                                + "/build is not authorized to perform: "
                                + one(random, List.of("ecr:BatchGetImage", "ecr:PutImage")) + " on resource: "
                                + repository.arn()
                                + one(random, REASONS),
                        "who " + one(random, ACCESSES) + " " + name,
                        "can sales " + role + " " + one(random, ACCESSES) + " " + name,
                        "status " + name,
                        "history " + name,
                        "access sales " + role));
    }

    private static <T> T one(Random random, List<T> of) {
        return of.get(random.nextInt(of.size()));
    }
}
