package dev.ecrbot.aws;

import dev.ecrbot.index.FleetReader;
import dev.ecrbot.sandbox.ecr.FleetContract;
import dev.ecrbot.sandbox.ecr.LocalAws;
import dev.ecrbot.sandbox.ecr.SeedRegistry;
import java.time.Clock;
import java.util.List;
import org.junit.jupiter.api.AfterEach;

/** The real clients keep the contract, over HTTP. */
final class AwsFleetTest extends FleetContract {
    private final LocalAws aws = new LocalAws(model, SeedRegistry.BOT_HOST);
    private final AwsPolicies policies =
            new AwsPolicies(List.of(Documents.AMBIENT), Clock.systemUTC(), Impatient.ground(aws.uri()));

    @AfterEach
    void stop() {
        policies.close();
        aws.close();
    }

    @Override
    protected FleetReader fleet() {
        return policies.fleet();
    }
}
