package dev.ecrbot.desk;

import static dev.ecrbot.desk.RegistryDenies.API;
import static dev.ecrbot.desk.RegistryDenies.LAYERS;
import static dev.ecrbot.desk.RegistryDenies.PULL;
import static dev.ecrbot.desk.RegistryDenies.ROLE;
import static dev.ecrbot.desk.RegistryDenies.SAYS;
import static org.assertj.core.api.Assertions.assertThat;

import dev.ecrbot.desk.request.Request;
import dev.ecrbot.desk.tell.Courier;
import dev.ecrbot.desk.tell.GrantNote;
import dev.ecrbot.desk.tell.Message;
import dev.ecrbot.sandbox.ecr.ApiOperation;
import dev.ecrbot.sandbox.ecr.SeedRegistry;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** What a registry's own policy denies, or doesn't any more, after a grant took effect. */
final class LaterRegistryDenyTest {
    private final RegistryDenies registry = new RegistryDenies();
    private final DeskBench bench = registry.bench;

    @AfterEach
    void close() {
        bench.close();
    }

    @Test
    void whatIsDeniedLaterIsToldByTheNextReadingAndWhenItIsOver() {
        Request grant = bench.applied(PULL + " for 7d");
        registry.denyBeside(LAYERS);
        look();
        assertThat(registry.isLimited(grant)).isTrue();
        assertThat(registry.told(grant))
                .singleElement()
                .satisfies(note -> assertThat(note.what()).isEqualTo(SAYS));

        ForeignPen.nothingBeside(bench.ecr, API);
        look();
        assertThat(registry.isLimited(grant)).isFalse();
        assertThat(registry.told(grant))
                .hasSize(2)
                .last()
                .satisfies(note -> assertThat(note.what()).isEmpty());
    }

    @Test
    void whatWasFoundBeforeAnExtensionSpeaksOfTheEndOfThen() {
        Request grant = bench.applied(PULL + " for 7d");
        Optional<Instant> end = bench.grant(grant).until();
        registry.denyBeside(LAYERS);
        bench.mailbox.trouble(
                message -> message instanceof Message.Private note && note.note() instanceof GrantNote.Hindered
                        ? Optional.of(new Courier.Delivery.Later(Duration.ofMinutes(1), "down"))
                        : Optional.empty());
        look();
        bench.applied("extend " + grant.id() + " for 20d");
        bench.mailbox.trouble(message -> Optional.empty());
        bench.clock.advance(Duration.ofMinutes(5));
        bench.deliver();
        assertThat(bench.grant(grant).until()).isNotEqualTo(end);
        assertThat(registry.told(grant))
                .singleElement()
                .satisfies(note -> assertThat(note.held().owned().until()).isEqualTo(end));
    }

    @Test
    void whatSomebodyElseIsGrantedBesideTellsItToo() {
        Request grant = bench.applied(PULL + " for 7d");
        registry.denyBeside(LAYERS);
        bench.applied("grant read payments/api sales nightly-build for 7d");
        assertThat(registry.isLimited(grant)).isTrue();
    }

    @Test
    void whatWasSaidToBeDeniedStaysSaidWhileItCantBeRead() {
        registry.denyBeside(LAYERS);
        Request grant = bench.applied(PULL + " for 7d");
        bench.ecr.traffic().withhold(SeedRegistry.BOT_ROLE, ApiOperation.GET_REGISTRY_POLICY);
        look();
        assertThat(registry.isLimited(grant)).isTrue();
        assertThat(registry.told(grant)).isEmpty();
    }

    @Test
    void aDenyThatGoesLeavesWhatIsNotKnown() {
        bench.ecr.traffic().withhold(SeedRegistry.BOT_ROLE, ApiOperation.GET_REGISTRY_POLICY);
        Request grant = bench.applied(PULL + " for 7d");
        ForeignPen.deny(bench.ecr, API, ROLE, "by hand");
        look();
        ForeignPen.write(bench.ecr, API, true, "by hand again");
        look();
        assertThat(registry.isLimited(grant)).isTrue();
        assertThat(registry.told(grant))
                .hasSize(2)
                .last()
                .satisfies(note ->
                        assertThat(note.what()).isEqualTo("It isn't known whether the registry's policy denies it."));
        look();
        assertThat(registry.told(grant)).hasSize(2);

        bench.ecr.traffic().restore(SeedRegistry.BOT_ROLE, ApiOperation.GET_REGISTRY_POLICY);
        look();
        assertThat(registry.isLimited(grant)).isFalse();
    }

    private void look() {
        bench.clock.advance(Duration.ofHours(2));
        bench.staff.due().rereading().look(10);
        bench.deliver();
    }
}
