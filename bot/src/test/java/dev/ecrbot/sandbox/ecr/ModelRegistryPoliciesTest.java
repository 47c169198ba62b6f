package dev.ecrbot.sandbox.ecr;

import dev.ecrbot.desk.live.Policies;

/** The fake keeps the contract for registries. */
final class ModelRegistryPoliciesTest extends RegistryPoliciesContract {

    private final Policies policies = new ModelPolicies(model);

    @Override
    protected Policies policies() {
        return policies;
    }
}
