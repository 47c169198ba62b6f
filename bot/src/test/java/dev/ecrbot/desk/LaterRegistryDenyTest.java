package dev.ecrbot.desk;

import static org.assertj.core.api.Assertions.assertThat;

import dev.ecrbot.desk.request.Request;
import dev.ecrbot.desk.tell.Courier;
import dev.ecrbot.desk.tell.GrantNote;
import dev.ecrbot.desk.tell.Message;
import dev.ecrbot.ecr.Repository;
import dev.ecrbot.sandbox.ecr.ApiOperation;
import dev.ecrbot.sandbox.ecr.SeedRegistry;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** What a registry's own policy denies, or doesn't any more, after a grant took effect. */
final class LaterRegistryDenyTest {
    private static final Repository API = SeedRegistry.west("payments/api");
    private static final String ROLE = SeedRegistry.role(SeedRegistry.SALES, "ci-deployer");
    private static final String PULL = "grant pull payments/api sales ci-deployer";
    private static final String LAYERS = "ecr:GetDownloadUrlForLayer";
    private static final String SAYS =
            "GetDownloadUrlForLayer stays denied to role ci-deployer in sales (222222222222) by the"
                    + " Deny statement “by hand” of the registry's own policy.";

    private final DeskBench bench = new DeskBench();

    @AfterEach
    void close() {
        bench.close();
    }

    @Test
    void whatIsDeniedLaterIsToldByTheNextReadingAndWhenItIsOver() {
        Request grant = bench.applied(PULL + " for 7d");
        denyBeside(LAYERS);
        look();
        assertThat(isLimited(grant)).isTrue();
        assertThat(told(grant))
                .singleElement()
                .satisfies(note -> assertThat(note.what()).isEqualTo(SAYS));

        ForeignPen.nothingBeside(bench.ecr, API);
        look();
        assertThat(isLimited(grant)).isFalse();
        assertThat(told(grant))
                .hasSize(2)
                .last()
                .satisfies(note -> assertThat(note.what()).isEmpty());
    }

    @Test
    void whatWasFoundBeforeAnExtensionSpeaksOfTheEndOfThen() {
        Request grant = bench.applied(PULL + " for 7d");
        Optional<Instant> end = bench.grant(grant).until();
        denyBeside(LAYERS);
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
        assertThat(told(grant))
                .singleElement()
                .satisfies(note -> assertThat(note.held().owned().until()).isEqualTo(end));
    }

    @Test
    void whatSomebodyElseIsGrantedBesideTellsItToo() {
        Request grant = bench.applied(PULL + " for 7d");
        denyBeside(LAYERS);
        bench.applied("grant read payments/api sales nightly-build for 7d");
        assertThat(isLimited(grant)).isTrue();
    }

    @Test
    void whatWasSaidToBeDeniedStaysSaidWhileItCantBeRead() {
        denyBeside(LAYERS);
        Request grant = bench.applied(PULL + " for 7d");
        bench.ecr.traffic().withhold(SeedRegistry.BOT_ROLE, ApiOperation.GET_REGISTRY_POLICY);
        look();
        assertThat(isLimited(grant)).isTrue();
        assertThat(told(grant)).isEmpty();
    }

    @Test
    void aDenyThatGoesLeavesWhatIsNotKnown() {
        bench.ecr.traffic().withhold(SeedRegistry.BOT_ROLE, ApiOperation.GET_REGISTRY_POLICY);
        Request grant = bench.applied(PULL + " for 7d");
        ForeignPen.deny(bench.ecr, API, ROLE, "by hand");
        look();
        ForeignPen.write(bench.ecr, API, true, "by hand again");
        look();
        assertThat(isLimited(grant)).isTrue();
        assertThat(told(grant))
                .hasSize(2)
                .last()
                .satisfies(note ->
                        assertThat(note.what()).isEqualTo("It isn't known whether the registry's policy denies it."));
        look();
        assertThat(told(grant)).hasSize(2);

        bench.ecr.traffic().restore(SeedRegistry.BOT_ROLE, ApiOperation.GET_REGISTRY_POLICY);
        look();
        assertThat(isLimited(grant)).isFalse();
    }

    private void denyBeside(String action) {
        bench.clock.advance(Duration.ofMillis(1));
        ForeignPen.denyBeside(bench.ecr, API, ROLE, action, "*");
        bench.clock.advance(Duration.ofMillis(1));
    }

    private void look() {
        bench.clock.advance(Duration.ofHours(2));
        bench.staff.due().rereading().look(10);
        bench.deliver();
    }

    private List<GrantNote.Hindered> told(Request grant) {
        return bench.mailbox.notes(grant.id()).stream()
                .filter(GrantNote.Hindered.class::isInstance)
                .map(GrantNote.Hindered.class::cast)
                .toList();
    }

    private boolean isLimited(Request grant) {
        return bench.mailbox.of(Message.Card.class).stream()
                .filter(card -> card.request().id().equals(grant.id()))
                .reduce((first, second) -> second)
                .flatMap(Message.Card::held)
                .orElseThrow()
                .limited();
    }
}
