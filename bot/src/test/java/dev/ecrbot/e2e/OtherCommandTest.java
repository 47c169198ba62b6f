package dev.ecrbot.e2e;

import static org.assertj.core.api.Assertions.assertThat;

import dev.ecrbot.sandbox.TrialConfig;
import dev.ecrbot.sandbox.slack.Message;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** A bot whose slash command has another name, beside one that has the usual one. */
@Tag("whole")
final class OtherCommandTest {

    @Test
    void everyTextNamesTheCommandAsItIsCalled() {
        try (var office = new Office(TrialConfig.http().called("/registry"))) {
            assertThat(office.answer(Office.RITA, () -> office.types(Office.RITA, "help"))
                            .shown())
                    .contains("/registry grant")
                    .doesNotContain("/ecr ");
            assertThat(office.answer(Office.RITA, () -> office.types(Office.RITA, "grant pull payments/api"))
                            .shown())
                    .contains("/registry grant")
                    .doesNotContain("/ecr ");
            Message card = office.asks(Office.RITA, "/registry grant pull payments/api sales ci-deployer");
            office.approves(Office.AMIR, card);
            assertThat(office.written(Office.RITA, "docker").shown()).doesNotContain("/ecr ");
            assertThat(office.slack.messages(Office.APPROVALS))
                    .noneMatch(message -> message.shown().contains("/ecr "));
        }
    }
}
