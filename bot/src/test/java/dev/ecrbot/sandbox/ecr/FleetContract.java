package dev.ecrbot.sandbox.ecr;

import static dev.ecrbot.sandbox.ecr.SeedRegistry.CENTRAL;
import static dev.ecrbot.sandbox.ecr.SeedRegistry.WEST;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.ecrbot.ecr.RegionalRegistry;
import dev.ecrbot.ecr.RepositoryName;
import dev.ecrbot.index.CreationTemplate;
import dev.ecrbot.index.FleetReader;
import dev.ecrbot.index.PullThroughRule;
import dev.ecrbot.index.ReplicationRule;
import dev.ecrbot.policy.PolicyDocument;
import dev.ecrbot.problem.Code;
import dev.ecrbot.problem.ProblemException;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** What everything behind the port {@link FleetReader} does; a subclass says which one it is. */
public abstract class FleetContract {
    private static final RegionalRegistry REGISTRY = new RegionalRegistry(CENTRAL, WEST);
    private static final Place HERE = Place.of(REGISTRY);

    protected final EcrModel model =
            SeedRegistry.model(Clock.fixed(Instant.parse("2026-11-01T10:00:00Z"), ZoneOffset.UTC));

    protected abstract FleetReader fleet();

    @Test
    void listsAllRepositoriesPageByPage() {
        IntStream.range(0, 1_200).forEach(i -> model.addRepository(SeedRegistry.west("many/no" + i), Map.of()));
        var names = new ArrayList<RepositoryName>();
        int pages = 0;
        Optional<String> token = Optional.empty();
        do {
            FleetReader.Listing page = fleet().list(REGISTRY, token);
            names.addAll(page.names());
            token = page.next();
            pages++;
        } while (token.isPresent());

        assertThat(names).hasSize(1_212).doesNotHaveDuplicates().contains(new RepositoryName("payments/api"));
        assertThat(pages).isEqualTo(2);
    }

    @Test
    void readsPoliciesAndTags() {
        assertThat(fleet().policy(SeedRegistry.west("legacy/mixed")).statements())
                .isNotEmpty();
        assertThat(fleet().policy(SeedRegistry.west("payments/api")).isEmpty()).isTrue();
        assertThat(fleet().policy(REGISTRY).isEmpty()).isTrue();
        assertThat(fleet().tags(SeedRegistry.west("payments/api"))).isEqualTo(Map.of("team", "payments"));
        assertThat(fleet().decidesOnImages(REGISTRY)).isTrue();
        model.setPolicyScope(HERE, "V1");
        assertThat(fleet().decidesOnImages(REGISTRY)).isFalse();
    }

    @Test
    void readsWhatHoldsForTheRegistryAsAWhole() {
        assertThat(fleet().templates(REGISTRY)).isEmpty();
        assertThat(fleet().pullThroughRules(REGISTRY)).isEmpty();
        var bare = new CreationTemplate(CreationTemplate.ROOT, Set.of("REPLICATION"), PolicyDocument.empty());
        var giving = new CreationTemplate(
                "team",
                Set.of("CREATE_ON_PUSH", "PULL_THROUGH_CACHE"),
                PolicyDocument.parse("{\"Version\":\"2012-10-17\",\"Statement\":[{\"Effect\":\"Allow\",\"Principal\":"
                        + "{\"AWS\":\"arn:aws:iam::222222222222:root\"},\"Action\":\"ecr:BatchGetImage\"}]}"));
        var hub = new PullThroughRule("hub", "registry-1.docker.io", Optional.empty());
        var other = new PullThroughRule(
                "other",
                "222222222222.dkr.ecr.us-west-2.amazonaws.com",
                Optional.of("arn:aws:iam::111111111111:role/pull-through"));
        model.addTemplate(HERE, bare);
        model.addTemplate(HERE, giving);
        model.addPullThroughRule(HERE, hub);
        model.addPullThroughRule(HERE, other);

        assertThat(fleet().templates(REGISTRY)).containsExactly(bare, giving);
        assertThat(fleet().pullThroughRules(REGISTRY)).containsExactly(hub, other);

        assertThat(fleet().replication(REGISTRY)).isEmpty();
        var all = new ReplicationRule(List.of(new RegionalRegistry(CENTRAL, SeedRegistry.IRELAND)), List.of());
        var some = new ReplicationRule(
                List.of(
                        new RegionalRegistry(SeedRegistry.SALES, WEST),
                        new RegionalRegistry(SeedRegistry.SALES, SeedRegistry.IRELAND)),
                List.of("payments/", "web"));
        model.addReplication(HERE, all);
        model.addReplication(HERE, some);
        assertThat(fleet().replication(REGISTRY)).containsExactly(all, some);
    }

    @Test
    void repeatsNothing() {
        model.traffic().fault(ApiOperation.GET_REPOSITORY_POLICY, 1, Fault.throttle());
        model.traffic().fault(ApiOperation.DESCRIBE_REPOSITORIES, 1, Fault.serverError(Fault.When.BEFORE));
        model.traffic().fault(ApiOperation.DESCRIBE_REPOSITORY_CREATION_TEMPLATES, 1, Fault.deny());

        assertThat(code(() -> fleet().policy(SeedRegistry.west("payments/api"))))
                .isEqualTo(Code.AWS_THROTTLED);
        assertThat(code(() -> fleet().list(REGISTRY, Optional.empty()))).isEqualTo(Code.AWS_UNAVAILABLE);
        assertThat(code(() -> fleet().templates(REGISTRY))).isEqualTo(Code.AWS_ACCESS_DENIED);
        assertThat(code(() -> fleet().policy(SeedRegistry.west("not/there")))).isEqualTo(Code.REPOSITORY_NOT_FOUND);
        assertThat(model.traffic().calls())
                .filteredOn(call -> call.operation() != ApiOperation.GET_CALLER_IDENTITY)
                .hasSize(4);
    }

    private static Code code(Runnable call) {
        return catchThrowableOfType(ProblemException.class, call::run).problem().code();
    }
}
