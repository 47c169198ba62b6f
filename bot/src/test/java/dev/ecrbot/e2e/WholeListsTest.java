package dev.ecrbot.e2e;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.ecrbot.sandbox.ecr.ApiOperation;
import dev.ecrbot.sandbox.slack.Fault;
import dev.ecrbot.sandbox.slack.Message;
import dev.ecrbot.slack.message.Ids;
import java.io.IOException;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Lists that are too long for messages go to whoever asked as files, through the whole bot. */
@Tag("whole")
final class WholeListsTest {
    private final Office office = new Office();

    @BeforeEach
    void theFleetIsRead() {
        // Asked all the time, the bot would soon say that it is too much.
        office.slack.await(() -> Optional.of(read()).filter(count -> count >= all()));
        office.slack.await(() -> Optional.of(says("audit")).filter(text -> !text.contains("Not complete")));
    }

    private int read() {
        return office.trial
                .ecr()
                .traffic()
                .calls(ApiOperation.GET_REPOSITORY_POLICY)
                .size();
    }

    private int all() {
        return office.trial.ecr().repositories().size();
    }

    @AfterEach
    void close() {
        office.close();
    }

    private String says(String text) {
        return office.answer(Office.BEN, () -> office.types(Office.BEN, text)).shown();
    }

    @Test
    void allThatIsWrongComesAsTwoFilesToWhoeverAskedAlone() throws IOException {
        assertThat(says("audit as file")).contains("Whole list for “audit”", "in your direct messages");
        Map<String, String> files = files();
        assertThat(files.keySet()).containsExactly("ecr-audit.csv", "ecr-audit.jsonl");
        List<String> csv = files.get("ecr-audit.csv").lines().toList();
        List<String> json = files.get("ecr-audit.jsonl").lines().toList();
        assertThat(csv.get(0)).isEqualTo("severity,kind,account,region,place,sid,what,next");
        assertThat(csv).hasSizeGreaterThan(json.size()).hasSizeGreaterThan(5);
        for (String line : json) {
            JsonNode row = new ObjectMapper().readTree(line);
            assertThat(row.path("severity").asText()).isIn("error", "warning", "info");
        }
        assertThat(office.slack.dms(Office.RITA))
                .allMatch(message -> message.files().isEmpty());
    }

    @Test
    void aFilterCountsAndOtherListsComeAsFilesToo() {
        assertThat(says("audit orphaned as file")).contains("Whole list for “audit orphaned”");
        assertThat(files().get("ecr-audit-orphaned.csv").lines().skip(1))
                .isNotEmpty()
                .allMatch(line -> line.contains("orphaned"));
        assertThat(says("access finance as csv")).contains("Whole list for “access");
        assertThat(says("drift as file"))
                .contains("Whole list for “drift”: 0 rows")
                .doesNotContain("files are in");
    }

    @Test
    void anOlderInstallationIsToldWhatIsMissing() {
        office.slack.scopes().withdraw("files:write");
        assertThat(says("audit as file")).contains("without the scope files:write", "the list comes in pages");
        assertThat(office.slack.dms(Office.BEN))
                .allMatch(message -> message.files().isEmpty());
        assertThat(says("audit")).contains("The worst first");
    }

    @Test
    void countsAreATableWhereTheWorkspaceTakesOne() {
        assertThat(says("audit"))
                .contains("Registry | Errors | Warnings | Information")
                .containsPattern("central \\(111111111111\\) in us-west-2 \\| \\d+ \\| \\d+ \\| \\d+");
        for (String way : List.of("response_url", "chat.postEphemeral", "chat.postMessage")) {
            office.slack.faults().next(way, 1, Fault.error("invalid_blocks"));
        }
        String plain = says("audit");
        assertThat(plain).contains("central (111111111111) in us-west-2: ").doesNotContain("Registry | Errors");
        // The bot learns of it by Slack's answer, which comes after what people see.
        office.slack.await(() -> Optional.of(says("audit")).filter(plain::equals));
    }

    @Test
    void whatAnAnswerFoundMissingIsAskedForWithOneClick() {
        Message answer =
                office.answer(Office.BEN, () -> office.types(Office.BEN, "can sales night-shift pull payments/api"));
        assertThat(answer.shown()).contains("To ask for it, click the button or type this:");
        office.slack.click(Office.BEN, answer, Ids.ASK_OWN);
        Message card = office.slack.await(() -> office.cards().stream().findFirst());
        assertThat(card.shown()).contains("night-shift in sales", "payments/api");
    }

    @ParameterizedTest
    @ValueSource(strings = {"status legacy/mixed", "who pull legacy/mixed", "can finance pull legacy/mixed"})
    void whatTheIndexSaidIsReadAnewWithOneClick(String question) {
        Message answer = office.answer(Office.BEN, () -> office.types(Office.BEN, question));
        assertThat(answer.shown()).contains("From the index: read");
        Message fresh = office.answer(Office.BEN, () -> office.slack.click(Office.BEN, answer, Ids.READ_NOW));
        assertThat(fresh.shown()).contains("legacy/mixed").doesNotContain("From the index");
    }

    private Map<String, String> files() {
        return office.slack.dms(Office.BEN).stream()
                .map(Message::files)
                .filter(files -> !files.isEmpty())
                .reduce((first, second) -> second)
                .orElseThrow();
    }
}
