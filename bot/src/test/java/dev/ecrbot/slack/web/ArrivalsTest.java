package dev.ecrbot.slack.web;

import static org.assertj.core.api.Assertions.assertThat;

import dev.ecrbot.config.Mode;
import dev.ecrbot.desk.SettableClock;
import dev.ecrbot.doctor.Examined;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;

/** What comes and what doesn't shows which parts of the manifest an installation has. */
final class ArrivalsTest {
    private final SettableClock clock = new SettableClock(Instant.parse("2026-11-22T09:30:00Z"));
    private final Arrivals http = new Arrivals(Mode.HTTP, clock);
    private final Arrivals socket = new Arrivals(Mode.SOCKET, clock);

    @Test
    void whereNothingHasComeNothingIsCalledFineOrWrong() {
        assertThat(http.look())
                .extracting(Examined::check)
                .containsExactly(
                        "slack.home", "slack.shortcut", "slack.shortcut", "slack.options", "slack.should-escape");
        assertThat(http.look())
                .allSatisfy(line -> assertThat(line.outcome())
                        .isInstanceOfSatisfying(
                                Examined.Unchecked.class,
                                unchecked ->
                                        assertThat(unchecked.why()).startsWith("Since the start at 2026-11-22 09:30")));
    }

    @Test
    void inSocketModeThereIsNoAddressToForget() {
        assertThat(socket.look()).extracting(Examined::check).doesNotContain("slack.options");
    }

    @Test
    void whatHasComeIsThere() {
        for (Arrivals.Kind kind :
                List.of(Arrivals.Kind.HOME, Arrivals.Kind.ASKING, Arrivals.Kind.FIXING, Arrivals.Kind.MATCHING)) {
            http.came(kind);
        }
        http.typed("access <@U0BYSTANDER|ben>");
        assertThat(http.look()).allSatisfy(line -> assertThat(line.outcome()).isInstanceOf(Examined.Fine.class));
    }

    @Test
    void namesWithoutIdsAreASignThatShouldEscapeIsMissing() {
        http.typed("access @ben");
        http.typed("grant pull payments/api@sha256:0123 sales ci@deployer for 7d because mail to a@b.example");
        http.typed("who pull payments/api cc @amir");
        assertThat(wrong()).isEmpty();
        http.typed("access @amir.k");
        assertThat(wrong()).extracting(Examined::check).containsExactly("slack.should-escape");
        http.typed("access <@U0APPROVER1>");
        assertThat(wrong()).isEmpty();
    }

    @Test
    void formsOfWhichNoneAskedForRepositoriesAreASignThatTheAddressIsMissing() {
        for (int i = 0; i < 3; i++) {
            assertThat(wrong()).isEmpty();
            http.came(Arrivals.Kind.TYPED);
        }
        assertThat(wrong()).extracting(Examined::check).containsExactly("slack.options");
        http.came(Arrivals.Kind.MATCHING);
        assertThat(wrong()).isEmpty();
    }

    private List<Examined> wrong() {
        return http.look().stream().filter(Examined::isWrong).toList();
    }
}
