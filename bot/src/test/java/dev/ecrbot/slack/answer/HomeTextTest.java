package dev.ecrbot.slack.answer;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.google.gson.reflect.TypeToken;
import com.slack.api.model.block.LayoutBlock;
import com.slack.api.util.json.GsonFactory;
import dev.ecrbot.Sampled;
import dev.ecrbot.desk.answer.HomePage;
import dev.ecrbot.desk.request.RequestState;
import dev.ecrbot.sandbox.slack.blocks.BlockText;
import dev.ecrbot.sandbox.slack.blocks.ViewCheck;
import dev.ecrbot.slack.message.Ids;
import dev.ecrbot.slack.message.Rendered;
import dev.ecrbot.slack.message.Samples;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Optional;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.StringLength;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** The Home tab, whatever is on it: Slack takes it. */
class HomeTextTest {
    @Property(tries = 200)
    @Sampled(20)
    void slackTakesIt(@ForAll @IntRange(max = 60) int many, @ForAll @StringLength(max = 1_000) String text) {
        JsonNode home = shown(text, many);
        assertThat(home.findParents("action_id"))
                .noneMatch(button -> button.path("action_id").asText().equals(Ids.APPROVE));
    }

    @ParameterizedTest
    @MethodSource("dev.ecrbot.slack.EveryCard#texts")
    void slackTakesItWithTheOddestTexts(String text) {
        for (int many : new int[] {0, 1, 12, 60}) {
            assertThat(shown(text, many)).isNotEmpty();
        }
    }

    @Test
    void showsWhatThereIsWithItsButtons() {
        JsonNode home = shown("nightly build", 2);
        assertThat(BlockText.of(home))
                .startsWith("New request\nWaits for you\n<@U0REQUESTER> asks for pull on payments/api")
                .contains(
                        "Decide on its card",
                        "You asked for\nPull on payments/api",
                        "You hold\npull on payments/api",
                        " until 2026-11-29 10:00 UTC.",
                        ", without an end.",
                        "You may ask for\nnightly build: pull on ",
                        "Registries\ncentral (111111111111) in us-west-2: 2 of 2 repositories read, the oldest 2026-11-29")
                .doesNotContain("are shown");
        assertThat(home.findValuesAsText("block_id"))
                .contains("revision.1.req-00000000", "revision.1.req-00000001", "until.never.req-00000001");
        assertThat(Ids.revision("revision.1.req-00000001")).isEqualTo(1);
        assertThat(Ids.until("until.never.req-00000001")).isEmpty();
        assertThat(Ids.until(Ids.of("req-00000001", Ids.until(Samples.WEEK)))).contains(Samples.WEEK);
    }

    @Test
    void whatIsBeingAppliedIsSaidToBeAndCanNotBeTakenBack() {
        HomePage some = EveryHome.with("nightly build", 1);
        var applying = new HomePage.Entry(Samples.as(Samples.request(), RequestState.APPLYING), Optional.empty());
        JsonNode home =
                shown(new HomePage(some.person(), List.of(), List.of(applying), List.of(), List.of(), some.coverage()));
        assertThat(BlockText.of(home))
                .contains("You asked for\nPull on payments/api", "It is approved, and being applied.", "Story")
                .doesNotContain("Cancel request");
    }

    @Test
    void saysWhereNothingIsAndWhereMoreIs() {
        assertThat(BlockText.of(shown("x", 0)))
                .contains(
                        "Waits for you\nNothing.\nYou asked for\nNothing.\nYou hold\nNothing.", "no rule lets you ask");
        assertThat(BlockText.of(shown("x", 40))).contains("12 of 40 are shown.", "/ecr requests mine");
        assertThat(BlockText.of(shown("x", HomePage.MOST + 1))).contains("12 of more than 50 are shown.");
    }

    private static JsonNode shown(String text, int many) {
        return shown(EveryHome.with(text, many));
    }

    private static JsonNode shown(HomePage home) {
        Rendered page = new FindingMessage(card -> Optional.of("https://x.slack.com/archives/C/p1"), Samples.NAMING)
                .render(home);
        String json =
                GsonFactory.createSnakeCase().toJson(page.blocks(), new TypeToken<List<LayoutBlock>>() {}.getType());
        try {
            var mapper = new ObjectMapper();
            ObjectNode view = mapper.createObjectNode().put("type", "home");
            view.set("blocks", mapper.readTree(json));
            return ViewCheck.accept(view, "home").path("blocks");
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
