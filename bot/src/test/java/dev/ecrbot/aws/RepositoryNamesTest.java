package dev.ecrbot.aws;

import static dev.ecrbot.aws.WireAws.json;
import static dev.ecrbot.sandbox.ecr.SeedRegistry.WEST;
import static dev.ecrbot.sandbox.ecr.SeedRegistry.west;
import static org.assertj.core.api.Assertions.assertThat;

import dev.ecrbot.sandbox.ecr.ApiOperation;
import dev.ecrbot.sandbox.ecr.EcrModel;
import dev.ecrbot.sandbox.ecr.Fault;
import dev.ecrbot.sandbox.ecr.LocalAws;
import dev.ecrbot.sandbox.ecr.SeedRegistry;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicReference;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** Names for suggestions: all of them, and asked for rarely. */
final class RepositoryNamesTest {

    private final AtomicReference<Instant> now = new AtomicReference<>(Instant.parse("2026-11-01T10:00:00Z"));
    private final EcrModel model = SeedRegistry.model(Clock.systemUTC());
    private final LocalAws aws = new LocalAws(model, SeedRegistry.BOT_HOST);
    private final AwsPolicies policies =
            new AwsPolicies(List.of(Documents.AMBIENT), clock(), Impatient.ground(aws.uri()));

    @AfterEach
    void stop() {
        policies.close();
        aws.close();
    }

    @Test
    void allPagesAreRead() {
        for (int i = 0; i < 1_500; i++) {
            model.addRepository(west("many/r" + i), Map.of());
        }

        assertThat(policies.names(Documents.AMBIENT, WEST))
                .hasSizeGreaterThan(1_500)
                .isSorted();
        assertThat(listings()).isEqualTo(2);
    }

    @Test
    void namesAreKeptForFiveMinutes() {
        int before = policies.names(Documents.AMBIENT, WEST).size();
        model.addRepository(west("brand/new"), Map.of());

        pass(Duration.ofSeconds(299));
        assertThat(policies.names(Documents.AMBIENT, WEST)).hasSize(before);
        assertThat(listings()).isOne();

        pass(Duration.ofSeconds(1));
        assertThat(policies.names(Documents.AMBIENT, WEST)).hasSize(before + 1);
    }

    @Test
    void aFailureIsForgottenSooner() {
        model.traffic().fault(ApiOperation.DESCRIBE_REPOSITORIES, 1, Fault.deny());
        assertThat(policies.names(Documents.AMBIENT, WEST)).isEmpty();
        assertThat(policies.names(Documents.AMBIENT, WEST)).isEmpty();
        assertThat(listings()).isOne();

        pass(Duration.ofSeconds(30));
        assertThat(policies.names(Documents.AMBIENT, WEST)).isNotEmpty();
    }

    @Test
    void theListEndsAtTenThousand() {
        String page = IntStream.range(0, 1000)
                .mapToObj(i -> "{\"repositoryName\":\"many/r" + i + "\"}")
                .collect(Collectors.joining(",", "{\"nextToken\":\"more\",\"repositories\":[", "]}"));
        try (var endless = new WireAws()) {
            endless.answers(json(200, page));

            assertThat(endless.policies().names(Documents.AMBIENT, WEST)).hasSize(10_000);
            assertThat(endless.calls()).isEqualTo(10);
        }
    }

    private int listings() {
        return model.traffic().calls(ApiOperation.DESCRIBE_REPOSITORIES).size();
    }

    private void pass(Duration time) {
        now.updateAndGet(instant -> instant.plus(time));
    }

    private Clock clock() {
        return new Clock() {
            @Override
            public ZoneId getZone() {
                return ZoneOffset.UTC;
            }

            @Override
            public Clock withZone(ZoneId zone) {
                return this;
            }

            @Override
            public Instant instant() {
                return now.get();
            }
        };
    }
}
