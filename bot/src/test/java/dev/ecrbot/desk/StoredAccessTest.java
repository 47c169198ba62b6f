package dev.ecrbot.desk;

import static org.assertj.core.api.Assertions.assertThat;

import dev.ecrbot.config.BotConfig;
import dev.ecrbot.desk.counter.Answer;
import dev.ecrbot.desk.live.OwnWriteChain;
import dev.ecrbot.desk.request.Grant;
import dev.ecrbot.desk.request.GrantId;
import dev.ecrbot.desk.request.Request;
import dev.ecrbot.desk.request.RequestState;
import dev.ecrbot.ecr.Access;
import dev.ecrbot.ecr.AccessCatalogue;
import dev.ecrbot.ecr.AccessCatalogue.Entry;
import dev.ecrbot.ecr.StandardAccess;
import dev.ecrbot.policy.Statement;
import java.time.Duration;
import java.util.Arrays;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** What was asked for under a word stays what it was, though the word stands for other actions by now. */
final class StoredAccessTest {
    private static final String PLACE = "payments/api sales ci-deployer";

    private final DeskBench bench = new DeskBench();

    static Stream<Access> once() {
        return Stream.of(
                access("pull", "BatchGetImage", "GetDownloadUrlForLayer", "DescribeImageScanFindings"),
                access(
                        "push-only",
                        "BatchCheckLayerAvailability",
                        "InitiateLayerUpload",
                        "UploadLayerPart",
                        "CompleteLayerUpload",
                        "PutImage"));
    }

    private static Access access(String word, String... actions) {
        return new Access(
                word,
                new LinkedHashSet<>(
                        Arrays.stream(actions).map(action -> "ecr:" + action).toList()));
    }

    @AfterEach
    void close() {
        bench.close();
    }

    @ParameterizedTest
    @MethodSource("once")
    void whatWaitsIsAppliedAsItsCardShowsIt(Access once) {
        Request request = asked(once);
        approved(request);
        assertThat(bench.now(request).stage().state()).isEqualTo(RequestState.APPLIED);
        assertThat(bench.grant(request).access().actions()).containsExactlyElementsOf(once.actions());
        assertThat(given()).containsExactly(once.actions());
    }

    @ParameterizedTest
    @MethodSource("once")
    void statusFindsItWhereItStands(Access once) {
        Request request = granted(once);
        var status = (Answer.Status) bench.types(DeskBench.BEN, "status payments/api");
        assertThat(status.notes()).isEmpty();
        assertThat(status.lines()).singleElement().satisfies(line -> {
            assertThat(line.holding().ours()).isTrue();
            assertThat(line.grants()).extracting(Grant::id).containsExactly(new GrantId(request.id()));
        });
    }

    @ParameterizedTest
    @MethodSource("once")
    void itIsExtendedAndEndsBesideWhatTheWordGivesNow(Access once) {
        Access now = StandardAccess.of(once.word());
        Request old = granted(once);
        Request fresh = done("grant " + once + " " + PLACE + " for 7d");
        assertThat(given()).containsExactly(once.actions(), now.actions());

        done("extend " + old.id() + " for 20d");
        assertThat(given()).containsExactlyInAnyOrder(once.actions(), now.actions());
        bench.clock.advance(Duration.ofDays(8));
        bench.sweep();
        assertThat(bench.grant(fresh).ended().orElseThrow().reason()).isEqualTo(Grant.Reason.EXPIRED);
        assertThat(given()).containsExactly(once.actions());

        bench.clock.advance(Duration.ofDays(13));
        bench.sweep();
        assertThat(bench.grant(old).ended().orElseThrow().reason()).isEqualTo(Grant.Reason.EXPIRED);
        assertThat(given()).isEmpty();
    }

    @ParameterizedTest
    @MethodSource("once")
    void itIsEndedEarlyAndGivenBack(Access once) {
        Request old = granted(once);
        bench.types(DeskBench.RITA, "end " + old.id());
        bench.work();
        assertThat(given()).isEmpty();

        done("undo " + bench.grant(old).ended().flatMap(Grant.End::by).orElseThrow());
        assertThat(bench.grant(old).state()).isEqualTo(Grant.State.ACTIVE);
        assertThat(given()).containsExactly(once.actions());
    }

    @ParameterizedTest
    @MethodSource("once")
    void whoRevokesTheWordRevokesWhatWasGivenUnderIt(Access once) {
        Request old = granted(once);
        Request revocation = done("revoke " + once + " " + PLACE);
        assertThat(given()).isEmpty();
        assertThat(bench.grant(old).ended().orElseThrow().reason()).isEqualTo(Grant.Reason.REVOKED);

        done("undo " + revocation.id());
        assertThat(bench.grant(old).state()).isEqualTo(Grant.State.ACTIVE);
        assertThat(given()).containsExactly(once.actions());
    }

    @ParameterizedTest
    @MethodSource("once")
    void theGrantItselfIsUndone(Access once) {
        Request old = granted(once);
        done("undo " + old.id());
        assertThat(bench.grant(old).ended().orElseThrow().reason()).isEqualTo(Grant.Reason.UNDONE);
        assertThat(given()).isEmpty();
    }

    /** Asks where the word still stands for these actions. */
    private Request asked(Access once) {
        Answer answer = bench.replica(knowing(once))
                .desk()
                .command(DeskBench.asker(DeskBench.RITA), "grant " + once + " " + PLACE + " for 7d");
        bench.deliver();
        return ((Answer.Filed) answer).request();
    }

    private Request granted(Access once) {
        return approved(asked(once));
    }

    private Request done(String text) {
        return approved(bench.asks(DeskBench.RITA, text));
    }

    private Request approved(Request request) {
        bench.approves(DeskBench.AMIR, request);
        bench.work();
        assertThat(bench.now(request).stage().state()).isEqualTo(RequestState.APPLIED);
        return request;
    }

    private List<Set<String>> given() {
        return OwnWriteChain.document(bench.policy("payments/api")).statements().stream()
                .map(Statement::actions)
                .<Set<String>>map(Set::copyOf)
                .toList();
    }

    private static BotConfig knowing(Access once) {
        BotConfig now = DeskBench.config(DeskBench.RULES);
        var entries = now.accesses().entries().stream()
                .map(entry -> entry.access().word().equals(once.word()) ? new Entry(once, entry.use()) : entry)
                .toList();
        return new BotConfig(
                now.slack(),
                now.registries(),
                now.accounts(),
                now.organizations(),
                new AccessCatalogue(entries),
                now.rules(),
                now.store(),
                now.ops(),
                now.policy(),
                now.limits(),
                now.index(),
                now.production(),
                now.admins(),
                now.audit(),
                now.machines());
    }
}
