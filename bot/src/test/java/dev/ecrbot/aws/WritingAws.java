package dev.ecrbot.aws;

import static dev.ecrbot.sandbox.ecr.SeedRegistry.west;
import static org.assertj.core.api.Assertions.assertThat;

import dev.ecrbot.config.Registry;
import dev.ecrbot.ecr.Repository;
import dev.ecrbot.policy.PolicyDocument;
import dev.ecrbot.sandbox.ecr.ApiCall;
import dev.ecrbot.sandbox.ecr.ApiOperation;
import dev.ecrbot.sandbox.ecr.EcrModel;
import dev.ecrbot.sandbox.ecr.LocalAws;
import dev.ecrbot.sandbox.ecr.SeedRegistry;
import java.time.Clock;
import java.util.List;
import org.junit.jupiter.api.AfterEach;

/** AWS as a bot writes to it in sessions of a role. */
abstract class WritingAws {
    static final Repository API = west("payments/api");
    static final PolicyDocument PULL = Documents.pull(Documents.DEPLOYER);

    final EcrModel model = SeedRegistry.model(Clock.systemUTC());
    final LocalAws aws = new LocalAws(model, SeedRegistry.BOT_HOST);

    @AfterEach
    void stop() {
        aws.close();
    }

    ApiCall only(ApiOperation operation) {
        List<ApiCall> calls = model.traffic().calls(operation);
        assertThat(calls).hasSize(1);
        return calls.get(0);
    }

    AwsPolicies policies(Registry registry) {
        return new AwsPolicies(List.of(registry), Clock.systemUTC(), Impatient.ground(aws.uri()));
    }
}
