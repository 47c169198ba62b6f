package dev.ecrbot.desk;

import dev.ecrbot.ecr.RegionalRegistry;
import dev.ecrbot.sandbox.ecr.SeedRegistry;

/** A desk, and the registry's own policy that it writes into. */
final class RegistryGrants {
    static final RegionalRegistry REGISTRY = new RegionalRegistry(SeedRegistry.CENTRAL, SeedRegistry.WEST);
    static final String ROLE = SeedRegistry.role(SeedRegistry.SALES, "ci-deployer");
    static final String FOREIGN = """
            {"Version":"2008-10-17","Statement":[{"Sid":"by hand","Effect":"Allow","Principal":\
            {"AWS":"arn:aws:iam::333333333333:root"},"Action":["ecr:CreateRepository","ecr:ReplicateImage"],"Resource":\
            "arn:aws:ecr:us-west-2:111111111111:repository/*"}]}""";

    final DeskBench bench = new DeskBench();

    String policy() {
        return bench.ecr.policy(REGISTRY).orElse("");
    }
}
