package dev.ecrbot.aws;

import dev.ecrbot.desk.live.Policies;
import dev.ecrbot.sandbox.ecr.LocalAws;
import dev.ecrbot.sandbox.ecr.PoliciesContract;
import dev.ecrbot.sandbox.ecr.SeedRegistry;
import java.time.Clock;
import java.util.List;
import org.junit.jupiter.api.AfterEach;

/** The real clients keep the contract, over HTTP. */
final class AwsPoliciesTest extends PoliciesContract {

    private final LocalAws aws = new LocalAws(model, SeedRegistry.BOT_HOST);
    private final AwsPolicies policies =
            new AwsPolicies(List.of(REGISTRY), Clock.systemUTC(), Impatient.ground(aws.uri()));

    @AfterEach
    void stop() {
        policies.close();
        aws.close();
    }

    @Override
    protected Policies policies() {
        return policies;
    }
}
