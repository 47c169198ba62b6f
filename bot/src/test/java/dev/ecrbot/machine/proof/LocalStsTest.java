package dev.ecrbot.machine.proof;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.ecrbot.aws.SdkCallSigner;
import dev.ecrbot.config.AwsCaller;
import dev.ecrbot.config.MachineIdentity;
import dev.ecrbot.config.MachineLimits;
import dev.ecrbot.config.MachineSettings;
import dev.ecrbot.ecr.Region;
import dev.ecrbot.problem.ProblemException;
import dev.ecrbot.sandbox.ecr.LocalAws;
import dev.ecrbot.sandbox.ecr.SeedRegistry;
import java.io.IOException;
import java.net.URI;
import java.time.Clock;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** What the client signs is what the bot reads and the STS answers. */
final class LocalStsTest {
    private static final Region REGION = new Region("us-west-2");
    private static final String AUDIENCE = "https://ecr-bot.example.com";

    private final Clock clock = Clock.systemUTC();
    private final LocalAws aws = new LocalAws(SeedRegistry.model(clock), SeedRegistry.BOT_HOST);
    private final Map<String, String> before = new TreeMap<>();

    @AfterEach
    void close() {
        before.forEach((key, was) -> {
            if (was.isEmpty()) {
                System.clearProperty(key);
            } else {
                System.setProperty(key, was);
            }
        });
        aws.close();
    }

    @Test
    void aUserIsKnownByWhatTheirKeysSigned() throws IOException {
        aws.systemProperties().forEach((key, value) -> {
            String was = System.setProperty(key, value);
            before.put(key, was == null ? "" : was);
        });
        Proofs proofs = Proofs.of(() -> Optional.of(settings(SeedRegistry.BOT_HOST.arn())), region -> aws.uri(), clock);
        assertThat(proofs.of(call()).name()).isEqualTo("host");
        Proofs others = Proofs.of(
                () -> Optional.of(settings("arn:aws:iam::111111111111:user/other")), region -> aws.uri(), clock);
        assertThatThrownBy(() -> others.of(call()))
                .isInstanceOf(ProblemException.class)
                .hasMessageContaining("names no machine");
    }

    private static String call() throws IOException {
        return CallerCall.authorization(new SdkCallSigner()
                .signed(
                        URI.create("https://" + CallerCall.host(REGION) + "/"),
                        REGION,
                        Map.of("Content-Type", CallerCall.TYPE, CallerCall.AUDIENCE, AUDIENCE),
                        CallerCall.BODY));
    }

    private static MachineSettings settings(String arn) {
        var machine =
                new MachineIdentity("host", Optional.empty(), AwsCaller.configured(arn), false, MachineLimits.DEFAULT);
        return new MachineSettings(MachineSettings.DEFAULT, AUDIENCE, Map.of("host", machine));
    }
}
