package dev.ecrbot.slack.web;

import static org.assertj.core.api.Assertions.assertThat;

import com.slack.api.model.block.ActionsBlock;
import com.slack.api.model.block.element.ButtonElement;
import dev.ecrbot.slack.message.Blocks;
import dev.ecrbot.slack.message.RichTextLine;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

final class CommandNameTest {
    private final CommandName registry = new CommandName("/registry-2");

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "/ecr|/registry-2",
                "Type /ecr grant, or /ecr help.|Type /registry-2 grant, or /registry-2 help.",
                "`/ecr who web` says “/ecr”|`/registry-2 who web` says “/registry-2”",
                "https://x.test/ecr/a|https://x.test/ecr/a",
                "service/ecr and /ecr-bot and /ecrs|service/ecr and /ecr-bot and /ecrs",
                "arn:aws:iam::1:role/ecr|arn:aws:iam::1:role/ecr",
            })
    void standsWhereTheCommandIsMeant(String text, String said) {
        assertThat(registry.in(text)).isEqualTo(said);
        assertThat(CommandName.USUAL.in(text)).isEqualTo(text);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "/registry-2 who web|who web",
                "/registry-2|''",
                "/registry-2x who|/registry-2x who",
                "who /registry-2|who /registry-2",
            })
    void isTakenOffWhatWasTyped(String typed, String text) {
        assertThat(registry.typed(typed)).isEqualTo(text);
    }

    @Test
    void changesWhatIsSaidAndNotWhatComesBack() {
        var button = ButtonElement.builder()
                .text(Blocks.plain("Type /ecr help"))
                .value("/ecr grant")
                .actionId("line.ask")
                .build();
        String json = registry.blocks(List.of(
                        Blocks.lines(RichTextLine.of("See ").code("/ecr who web")),
                        ActionsBlock.builder().elements(List.of(button)).build()))
                .toString();
        assertThat(json)
                .contains("\"/registry-2 who web\"", "\"Type /registry-2 help\"", "\"value\":\"/ecr grant\"")
                .doesNotContain("/ecr who");
    }
}
