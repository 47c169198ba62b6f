package dev.ecrbot;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.ecrbot.doctor.Part;
import dev.ecrbot.sandbox.ecr.ApiOperation;
import dev.ecrbot.sandbox.ecr.SeedRegistry;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.api.parallel.ResourceLock;
import org.junit.jupiter.api.parallel.Resources;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** A set-up with one fault at a time: the doctor finds it, and says what to do. */
@ResourceLock(Resources.SYSTEM_PROPERTIES)
@Tag("long")
final class DoctorTest {
    @TempDir
    private Path folder;

    private DoctorSetup setup;

    @BeforeEach
    void setUp() {
        setup = new DoctorSetup(folder);
    }

    @AfterEach
    void leave() {
        setup.close();
    }

    static Stream<Flaw> flaws() {
        return Stream.of(
                        FlawsOfTheFile.all(),
                        FlawsOfSlack.all(),
                        FlawsOfPeople.all(),
                        FlawsOfAws.all(),
                        FlawsOfTheStore.all())
                .flatMap(List::stream);
    }

    @Test
    void iamSaysThatTheRoleMayDoWhatTheBotDoesAndNothingElse() throws IOException {
        assertThat(writes()).extracting(line -> line.path("state").asText()).containsOnly("unchecked");
        setup.may(all -> {});
        assertThat(writes()).isNotEmpty().allSatisfy(line -> {
            assertThat(line.path("state").asText()).isEqualTo("ok");
            assertThat(line.path("what").asText()).contains("and nothing else");
        });
    }

    private List<JsonNode> writes() throws IOException {
        return setup.look().stream()
                .filter(line -> line.path("check").asText().equals("aws.writes"))
                .toList();
    }

    @ParameterizedTest
    @MethodSource("flaws")
    void isFoundWithItsMend(Flaw flaw) throws IOException {
        flaw.plant().accept(setup);
        List<JsonNode> wrong = setup.look().stream()
                .filter(line -> line.path("state").asText().equals("wrong"))
                .toList();
        assertThat(wrong)
                .anySatisfy(line -> {
                    assertThat(line.path("check").asText()).isEqualTo(flaw.check());
                    assertThat(line.path("what").asText() + " "
                                    + line.path("next").asText())
                            .containsIgnoringCase(flaw.words());
                    assertThat(line.path("next").asText()).isNotBlank();
                })
                .noneMatch(line -> line.toString().contains("secret-password")
                        || line.toString().contains(setup.slack.botToken()));
    }

    @Test
    void nothingIsWrongWithWhatIsRight() throws IOException {
        List<JsonNode> all = setup.look();
        assertThat(all).extracting(line -> line.path("state").asText()).doesNotContain("wrong");
        assertThat(all)
                .extracting(line -> line.path("check").asText())
                .contains(
                        "config",
                        "slack.token",
                        "slack.scopes",
                        "clock",
                        "slack.channel",
                        "slack.person",
                        "slack.group",
                        "slack.messages",
                        "store",
                        "aws.repositories",
                        "aws.registry-policy",
                        "aws.scope",
                        "aws.sessions");
        assertThat(setup.folder.resolve("data")).doesNotExist();
        assertThat(setup.ecr.traffic().calls())
                .noneMatch(call -> call.operation().name().startsWith("SET")
                        || call.operation().name().startsWith("PUT"));
        assertThat(setup.slack.messages("C0APPROVALS")).isEmpty();
    }

    @Test
    void saysWhetherTheRoleTakesASourceIdentity() throws IOException {
        setup.edit = text -> FlawsOfAws.attributed(text, "request");
        assertThat(attribution()).contains("with attribution: source_identity CloudTrail also shows");
        setup.ecr.iam().distrust(SeedRegistry.BOT_ROLE, "sts:SetSourceIdentity");
        assertThat(attribution()).contains("the role takes no source identity");
        assertThat(setup.ecr.traffic().calls(ApiOperation.ASSUME_ROLE))
                .allSatisfy(call -> assertThat(call.arguments()).containsKey("Policy"));
    }

    private String attribution() throws IOException {
        return setup.look().stream()
                .filter(line -> line.path("check").asText().equals("aws.attribution"))
                .findFirst()
                .orElseThrow()
                .path("what")
                .asText();
    }

    @Test
    void whatTheTokenMayNotLookAtIsNotCheckedAndNotWrong() throws IOException {
        setup.slack.scopes().withdraw("channels:read");
        assertThat(setup.look())
                .filteredOn(line -> line.path("check").asText().equals("slack.channel"))
                .allSatisfy(line -> {
                    assertThat(line.path("state").asText()).isEqualTo("unchecked");
                    assertThat(line.path("next").asText()).contains("channels:read");
                });
    }

    @Test
    void whatBreaksIsToldAsThatAndTheRestIsLookedAt() {
        var part = new Part("the moon", () -> {
            throw new IllegalStateException("at " + setup.slack.botToken());
        });
        assertThat(part.found()).singleElement().satisfies(line -> {
            assertThat(line.subject()).isEqualTo("the moon");
            assertThat(line.isWrong()).isFalse();
            assertThat(line.toString()).contains("IllegalStateException").doesNotContain(setup.slack.botToken());
        });
    }

    @Test
    void aScopeThatCanNotBeReadConcernsNobodyWithoutPatterns() throws IOException {
        FlawsOfAws.withheld(ApiOperation.GET_ACCOUNT_SETTING, "aws.scope")
                .plant()
                .accept(setup);
        assertThat(setup.look())
                .filteredOn(line -> line.path("check").asText().equals("aws.scope"))
                .isNotEmpty()
                .allSatisfy(line -> assertThat(line.path("state").asText()).isEqualTo("unchecked"));
        assertThat(setup.look()).extracting(line -> line.path("check").asText()).contains("aws.sessions");
    }

    @Test
    void peopleReadALineEachAndWhatToDo() throws IOException {
        setup.edit = text -> text.replace("U0APPROVER1", "U0LEAVER");
        var out = new ByteArrayOutputStream();
        assertThat(DoctorCommand.look(setup.written(), setup.environment, Checklist.text(out), setup.clock))
                .isEqualTo(DoctorCommand.TO_MEND);
        assertThat(out.toString(StandardCharsets.UTF_8))
                .contains("ok           slack.token SLACK_BOT_TOKEN: Slack takes it")
                .contains("TO MEND      slack.person U0LEAVER: It is Lena Leaver, deactivated")
                .contains("→ Name somebody else in the rules.")
                .containsPattern("\\d+ fine, 1 to mend, \\d+ not checked\\.");
    }
}
