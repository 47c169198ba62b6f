package dev.ecrbot.sandbox.ecr;

import dev.ecrbot.desk.live.Policies;

/** The fake keeps the contract. */
final class ModelPoliciesTest extends PoliciesContract {

    private final Policies policies = new ModelPolicies(model);

    @Override
    protected Policies policies() {
        return policies;
    }
}
