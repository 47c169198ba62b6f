package dev.ecrbot.desk;

import static org.assertj.core.api.Assertions.assertThat;

import dev.ecrbot.desk.counter.Answer;
import dev.ecrbot.desk.request.Request;
import dev.ecrbot.ecr.RegionalRegistry;
import dev.ecrbot.policy.plan.Plan;
import dev.ecrbot.policy.plan.Warning;
import dev.ecrbot.sandbox.ecr.Place;
import dev.ecrbot.sandbox.ecr.SeedRegistry;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What a registry's policy is said to give, where AWS enforces only some of it. */
final class RegistryScopeTest {
    private static final RegionalRegistry REGISTRY = new RegionalRegistry(SeedRegistry.CENTRAL, SeedRegistry.WEST);
    private static final String REVOKE = "revoke pull payments/api sales ci-deployer";

    private final DeskBench bench = new DeskBench();

    @BeforeEach
    void bothPoliciesGivePull() {
        for (String target : new String[] {"payments/api", "payments/*"}) {
            Request asked = bench.asks(DeskBench.RITA, "grant pull " + target + " sales ci-deployer");
            bench.approves(DeskBench.AMIR, asked);
            bench.work();
        }
        assertThat(plan().remaining()).hasSize(1);
        assertThat(status("payments/api").through()).hasSize(1);
        assertThat(status("payments/*").notes()).isEmpty();
    }

    @AfterEach
    void close() {
        bench.close();
    }

    @Test
    void underV1NobodyGetsAtImagesThroughIt() {
        bench.ecr.setPolicyScope(Place.of(REGISTRY), "V1");

        Answer.Status status = status("payments/api");
        assertThat(status.lines()).hasSize(1);
        assertThat(status.through()).isEmpty();
        assertThat(status.derived()).isEmpty();
        assertThat(status.notes()).singleElement().asString().contains("scope V1", "three actions");
        assertThat(status("payments/*").notes()).singleElement().asString().contains("scope V1");
        assertThat(plan().remaining()).isEmpty();
        assertThat(plan().warnings()).isEmpty();
    }

    @Test
    void underAnUnknownScopeItIsUnknown() {
        bench.ecr.setPolicyScope(Place.of(REGISTRY), "V3");

        assertThat(status("payments/api").through()).isEmpty();
        assertThat(status("payments/api").notes()).singleElement().asString().contains("couldn't find out", "scope");
        assertThat(status("payments/*").notes()).singleElement().asString().contains("whether AWS enforces this");
        assertThat(plan().warnings()).extracting(Warning::kind).containsExactly(Warning.Kind.REGISTRY_UNKNOWN);
    }

    @Test
    void withoutAPolicyTheScopeDoesNotMatter() {
        bench.ecr.setPolicyScope(Place.of(REGISTRY), "V1");
        Request revoked = bench.asks(DeskBench.RITA, "revoke pull payments/* sales ci-deployer");
        bench.approves(DeskBench.AMIR, revoked);
        bench.work();

        assertThat(status("payments/api").notes()).isEmpty();
    }

    private Answer.Status status(String target) {
        return (Answer.Status) bench.types(DeskBench.BEN, "status " + target);
    }

    private Plan plan() {
        Request asked = bench.asks(DeskBench.RITA, REVOKE);
        bench.types(DeskBench.RITA, "cancel " + asked.id());
        return asked.revision().plan();
    }
}
