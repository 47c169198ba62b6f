package dev.ecrbot.desk.apply;

import static org.assertj.core.api.Assertions.assertThat;

import dev.ecrbot.desk.DeskBench;
import dev.ecrbot.desk.ForeignPen;
import dev.ecrbot.desk.request.Grant;
import dev.ecrbot.desk.request.Request;
import dev.ecrbot.desk.tell.GrantNote;
import dev.ecrbot.desk.tell.Message;
import dev.ecrbot.desk.tell.Note;
import dev.ecrbot.ecr.Repository;
import dev.ecrbot.sandbox.ecr.ApiCall;
import dev.ecrbot.sandbox.ecr.ApiOperation;
import dev.ecrbot.sandbox.ecr.Fault;
import dev.ecrbot.sandbox.ecr.SeedRegistry;
import java.time.Duration;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** What others deny is said on each card that a write is about, as soon as the bot has read the policy for that write. */
final class HindrancesTest {
    private static final Repository API = SeedRegistry.west("payments/api");
    private static final String PULL = "grant pull payments/api sales ci-deployer";

    private final DeskBench bench = new DeskBench();

    @AfterEach
    void close() {
        bench.close();
    }

    @Test
    void ofAGrantThatIsExtended() {
        Request grant = bench.applied(PULL + " for 2h");
        othersDeny();
        assertThat(isLimited(grant)).isFalse();

        bench.applied("extend " + grant.id() + " for 3h");

        assertThat(isLimited(grant)).isTrue();
        assertThat(bench.mailbox.notes(grant.id()).stream()
                        .filter(GrantNote.Hindered.class::isInstance)
                        .map(GrantNote.Hindered.class::cast))
                .singleElement()
                .satisfies(note -> assertThat(note.what()).contains("GetDownloadUrlForLayer stays denied"));
    }

    @Test
    void ofAGrantWhoseExtensionIsFoundLater() {
        Request grant = bench.applied(PULL + " for 2h");
        Request extension = bench.approved("extend " + grant.id() + " for 3h");
        bench.ecr.traffic().fault(ApiOperation.SET_REPOSITORY_POLICY, 1, new Fault() {
            @Override
            public void after(ApiCall call) {
                othersDeny();
            }
        });
        bench.work();

        assertThat(bench.mailbox.notes(extension.id()).stream()
                        .filter(Note.Extended.class::isInstance)
                        .map(Note.Extended.class::cast))
                .singleElement()
                .satisfies(extended -> assertThat(extended.held().limited()).isTrue());
        assertThat(isLimited(grant)).isTrue();
    }

    @Test
    void ofAGrantThatComesBackByAnUndo() {
        Request grant = bench.applied(PULL + " for 7d");
        othersDeny();
        Request revocation = bench.applied("revoke pull payments/api sales ci-deployer");

        bench.applied("undo " + revocation.id());

        assertThat(bench.grant(grant).state()).isEqualTo(Grant.State.ACTIVE);
        assertThat(isLimited(grant)).isTrue();
        assertThat(bench.mailbox.of(Message.GrantRestored.class))
                .singleElement()
                .satisfies(restored -> assertThat(restored.held().limited()).isTrue());
    }

    @Test
    void ofWhatElseTheSamePrincipalHas() {
        Request grant = bench.applied(PULL + " for 7d");
        othersDeny();

        bench.applied("grant push-only payments/api sales ci-deployer for 7d");
        assertThat(isLimited(grant)).isTrue();

        ForeignPen.write(bench.ecr, API, true, "by hand again");
        bench.applied("grant read payments/api sales ci-deployer for 7d");
        assertThat(isLimited(grant)).isFalse();
    }

    @Test
    void ofWhatEverybodyElseHasThere() {
        Request grant = bench.applied(PULL + " for 7d");
        Request other = bench.applied("grant pull payments/api sales nightly-build for 7d");
        Request gone = bench.applied("grant push payments/api sales role2-2 for 7d");
        othersDeny();
        bench.applied("revoke push payments/api sales role2-2");
        assertThat(bench.grant(gone).state()).isEqualTo(Grant.State.ENDED);
        assertThat(isLimited(grant)).isTrue();

        ForeignPen.write(bench.ecr, API, true, "by hand again");
        bench.applied("grant read payments/api sales role2-1 for 7d");
        assertThat(isLimited(grant)).isFalse();

        othersDeny();
        bench.applied("grant push payments/api sales role2-1 for 7d");
        assertThat(isLimited(grant)).isTrue();
        assertThat(isLimited(other)).isFalse();
    }

    @Test
    void nothingIsSaidToBeDeniedOfWhatIsMissing() {
        Request grant = bench.applied(PULL + " for 7d");
        ForeignPen.write(bench.ecr, API, false, "by hand over it");
        othersDeny();
        bench.applied("grant read payments/api sales role2-1 for 7d");
        assertThat(bench.mailbox.notes(grant.id())).noneMatch(GrantNote.Hindered.class::isInstance);
    }

    @Test
    void aReadingThatIsOvertakenByOneOfTheBotsOwnSaysNothing() {
        Request grant = bench.applied(PULL + " for 7d");
        Request other = bench.applied("grant push-only payments/api sales ci-deployer for 7d");
        bench.clock.advance(Duration.ofMinutes(10));
        look();
        bench.clock.advance(Duration.ofHours(2));
        othersDeny();
        bench.ecr.traffic().fault(ApiOperation.GET_REPOSITORY_POLICY, 1, new Fault() {
            @Override
            public void after(ApiCall call) {
                ForeignPen.write(bench.ecr, API, true, "by hand again");
                bench.types(DeskBench.RITA, "end " + other.id());
                bench.work();
            }
        });
        look();

        assertThat(bench.grant(other).state()).isEqualTo(Grant.State.ENDED);
        assertThat(bench.mailbox.notes(grant.id())).noneMatch(GrantNote.Hindered.class::isInstance);
        assertThat(isLimited(grant)).isFalse();
    }

    private void look() {
        bench.staff.due().rereading().look(10);
        bench.deliver();
    }

    private boolean isLimited(Request grant) {
        return bench.mailbox.of(Message.Card.class).stream()
                .filter(card -> card.request().id().equals(grant.id()))
                .reduce((first, second) -> second)
                .flatMap(Message.Card::held)
                .orElseThrow()
                .limited();
    }

    private void othersDeny() {
        ForeignPen.deny(bench.ecr, API, SeedRegistry.role(SeedRegistry.SALES, "ci-deployer"), "by hand");
    }
}
