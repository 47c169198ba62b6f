package dev.ecrbot.slack.note;

import static org.assertj.core.api.Assertions.assertThat;

import dev.ecrbot.desk.DeskBench;
import dev.ecrbot.desk.request.Request;
import dev.ecrbot.desk.tell.Message;
import dev.ecrbot.slack.Accepted;
import dev.ecrbot.slack.message.Samples;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What whoever asked for more than one role is told to type asks for the same, and for one role. */
final class AskedNoteTest {
    private static final Pattern LINE = Pattern.compile("/ecr (grant [^\n]+)");

    private final DeskBench bench = new DeskBench();

    @AfterEach
    void close() {
        bench.close();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "grant pull payments/* finance for 3d because audit",
                "grant pull central/eu-west-1:payments/api finance until 2026-12-31",
                "grant pull payments/api arn:aws:sts::333333333333:assumed-role/ci-deployer/i-0abc for 7d"
            })
    void theLineAsksForTheSameOfOneRole(String asked) {
        Request request = bench.asks(DeskBench.RITA, asked);
        Request narrower = bench.asks(DeskBench.RITA, line().replace("ROLE", "ci-deployer"));

        assertThat(narrower.change().target()).isEqualTo(request.change().target());
        assertThat(narrower.change().end())
                .isPresent()
                .isEqualTo(request.change().end());
        assertThat(narrower.ask().orElseThrow().reason())
                .isEqualTo(request.ask().orElseThrow().reason());
        assertThat(narrower.change().edit().principal().text()).isEqualTo("arn:aws:iam::333333333333:role/ci-deployer");
    }

    @Test
    void whereNoEndWasAskedForNoneIsSaid() {
        bench.asks(DeskBench.RITA, "grant pull payments/api finance");
        assertThat(line()).isEqualTo("grant pull central/us-west-2:payments/api 333333333333 ROLE");
    }

    private String line() {
        List<Message.Private> notes = bench.mailbox.of(Message.Private.class);
        String shown = Accepted.of(
                        new NoteMessage(notes.get(notes.size() - 1), Optional.empty(), Samples.NAMING).render())
                .shown();
        Matcher line = LINE.matcher(shown);
        assertThat(line.find()).as(shown).isTrue();
        return line.group(1);
    }
}
