package dev.ecrbot.e2e;

import static org.assertj.core.api.Assertions.assertThat;

import dev.ecrbot.sandbox.ecr.SeedRegistry;
import dev.ecrbot.sandbox.slack.Message;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** Ten grants on one repository, asked for on the same base, and approved with one click each at the same moment. */
@Tag("whole")
final class TenAtOnceTest {

    @Test
    void areAllInEffect() {
        try (Office office = new Office()) {
            asked(office);
        }
    }

    private static void asked(Office office) {
        List<String> roles = List.of(
                "sales ci-deployer",
                "sales role2-1",
                "sales role2-2",
                "sales ecsInstanceRole",
                "sales nightly-build",
                "finance report-runner",
                "finance ci-deployer",
                "data etl-runner",
                "data notebook",
                "partner integration");
        List<Message> cards = new ArrayList<>();
        roles.forEach(role -> cards.add(office.asks(Office.RITA, "grant pull empty/new " + role)));
        assertThat(office.policy("empty/new")).isEmpty();

        Together.run(cards.stream()
                .<Runnable>map(card -> () -> office.slack.click(Office.AMIR, card, Office.APPROVE))
                .toList());

        cards.forEach(card -> assertThat(office.until(card, now -> now.shown().contains("Applied"))
                        .shown())
                .doesNotContain("revision"));
        String policy = office.policy("empty/new");
        assertThat(Paper.of(policy).statements()).hasSize(1);
        for (String role : roles) {
            String[] words = role.split(" ");
            var account = List.of(SeedRegistry.SALES, SeedRegistry.FINANCE, SeedRegistry.DATA, SeedRegistry.PARTNER)
                    .get(List.of("sales", "finance", "data", "partner").indexOf(words[0]));
            assertThat(policy).contains(SeedRegistry.role(account, words[1]) + "\"");
        }
        assertThat(office.writes()).isEqualTo(10);
    }
}
