package dev.ecrbot.slack.answer;

import static org.assertj.core.api.Assertions.assertThat;

import dev.ecrbot.desk.answer.Exported;
import dev.ecrbot.policy.source.CodeForm;
import dev.ecrbot.slack.message.Rendered;
import dev.ecrbot.slack.message.Samples;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Code that is too long to show comes whole all the same. */
final class ExportedTextTest {

    private static Rendered shown(CodeForm form, String code) {
        return new ExportedText(new Exported(Samples.REPOSITORY, form, code, false), Samples.NAMING).render();
    }

    @ParameterizedTest
    @EnumSource
    void whatDoesNotFitComesAsAFile(CodeForm form) {
        String code = "a line of a policy that is as long as can be\n".repeat(400);
        assertThat(shown(form, code).files()).singleElement().satisfies(file -> {
            assertThat(file.content()).isEqualTo(code);
            assertThat(file.name()).isEqualTo(form == CodeForm.TERRAFORM ? "payments-api.tf" : "payments-api.json");
        });
    }

    @Test
    void whatFitsIsShownAlone() {
        Rendered shown = shown(CodeForm.JSON, "{}\n");
        assertThat(shown.files()).isEmpty();
        assertThat(shown.blocks()).isNotEmpty();
    }
}
