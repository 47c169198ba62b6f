package dev.ecrbot.sandbox.ecr;

import dev.ecrbot.index.FleetReader;

/** The fake keeps the contract. */
final class ModelFleetTest extends FleetContract {
    private final FleetReader fleet = new ModelFleet(model);

    @Override
    protected FleetReader fleet() {
        return fleet;
    }
}
