package dev.ecrbot.command.guess;

import static org.assertj.core.api.Assertions.assertThat;

import dev.ecrbot.command.Command;
import dev.ecrbot.command.Inquiry;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Objects;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Questions that were written down by somebody who hadn't looked at the grammar. */
final class QuestionsPeopleAskTest {
    private static final String LINES = "/dev/ecrbot/command/questions-people-ask.txt";

    @Test
    void eachIsAnsweredAtOnce() throws IOException {
        assertThat(asked()).hasSizeGreaterThan(50).allSatisfy(pair -> {
            Office.Read read = Office.read(pair[0]);
            assertThat(read.how()).as(pair[0]).isEqualTo("exact");
            Command wanted = pair[1].equals("explain")
                    ? new Command.Inquire(new Inquiry.Explain(pair[0]))
                    : Office.command(pair[1]);
            assertThat(read.command()).as(pair[0]).isEqualTo(wanted);
        });
    }

    /** A terminal's colours are no reason to leave an error unread. */
    @Test
    void anErrorIsReadWithWhatNobodySeesInIt() {
        String typed = "\u001b[31mno basic auth credentials\u001b[0m";

        assertThat(Office.read(typed).command()).isEqualTo(new Command.Inquire(new Inquiry.Explain(typed)));
    }

    /** Who may is no answer to who did. */
    @ParameterizedTest
    @ValueSource(
            strings = {
                "who pushed to payments/api",
                "who pulled payments/api last?",
                "when was payments/api last pulled",
                "did anybody pull payments/api yesterday",
                "is payments/api still used?"
            })
    void whoDidIsNotKnown(String typed) {
        assertThat(Office.read(typed).problem()).contains("who may pull and push, and not who did", "CloudTrail");
    }

    /** An ask is never answered as a question, whatever its reason quotes. */
    @ParameterizedTest
    @ValueSource(
            strings = {
                "please give sales pull on payments/api because of “no basic auth credentials”",
                "i need pull on payments/api for sales because docker says: no basic auth credentials"
            })
    void anAskStaysOne(String typed) {
        assertThat(Office.read(typed).how()).isEqualTo("meant");
    }

    @ParameterizedTest
    @ValueSource(strings = {"what", "how about it", "is it", "does it rain"})
    void whatIsNotUnderstoodIsToldHowToAsk(String typed) {
        assertThat(Office.read(typed).problem())
                .contains("this question", "“who can pull payments/api?”", "/ecr explain");
    }

    private static List<String[]> asked() throws IOException {
        try (InputStream file = Objects.requireNonNull(QuestionsPeopleAskTest.class.getResourceAsStream(LINES))) {
            return new String(file.readAllBytes(), StandardCharsets.UTF_8)
                    .lines()
                    .filter(line -> !line.startsWith("#"))
                    .map(line -> line.split(" => ", 2))
                    .toList();
        }
    }
}
