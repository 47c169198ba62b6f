package dev.ecrbot.e2e;

import static org.assertj.core.api.Assertions.assertThat;

import dev.ecrbot.sandbox.Readiness;
import dev.ecrbot.sandbox.TrialConfig;
import dev.ecrbot.sandbox.slack.Message;
import dev.ecrbot.sandbox.slack.Person;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** The rules change while the whole bot runs, and while people use it. */
@Tag("whole")
final class ReloadTest {
    private static final String OTHERS =
            TrialConfig.RULES.replace("approvers: [U0APPROVER1, S0OWNERS]", "approvers: [U0APPROVER2, U0NOBODY]");

    private static final List<String> REPOSITORIES =
            List.of("central/app", "shared/base-images", "team/tools", "data/etl", "mobile/backend", "empty/new");
    private static final List<String> ROLES = List.of(
            "sales ci-deployer", "sales role2-1", "finance report-runner", "data etl-runner", "partner integration");
    private static final Pattern ID = Pattern.compile("req-[0-9a-z]{8}");

    private final TrialConfig config = TrialConfig.http();
    private final Office office = new Office(config);

    @AfterEach
    void close() {
        office.close();
    }

    @Test
    void otherApproversDecideOnWhatWaits() {
        Message card = office.asks(Office.RITA, "grant pull payments/api sales ci-deployer");

        reconfigure(OTHERS);
        office.clicks(Office.AMIR, card, Office.APPROVE);
        office.told(Office.AMIR, "may decide");
        office.clicks(Office.OLGA, card, Office.APPROVE);

        assertThat(office.until(card, now -> now.shown().contains("Applied")).shown())
                .contains(Office.OLGA.id());
    }

    @Test
    void theChannelIsToldWhoMayNowDoWhat() {
        reconfigure(OTHERS);

        assertThat(news(1).get(0).shown())
                .contains(
                        "another configuration",
                        "Now, where payments-pull decides: <@U0APPROVER2>, <@U0NOBODY> may approve it",
                        "No longer, where payments-pull decided: <!subteam^S0OWNERS>, <@U0APPROVER1> may approve it");
    }

    @Test
    void aBrokenFileChangesNothing() {
        office.trial.reconfigure(config.withRules(OTHERS.replace("channel: C0APPROVALS", "channel: general")));
        new Readiness(office.trial.bot().opsPort()).await("the configuration before it stays in force");

        Message card = office.grants("grant pull payments/api sales ci-deployer");
        assertThat(card.shown()).contains(Office.AMIR.id());
    }

    @Test
    void underLoadNoRequestIsLost() {
        List<Runnable> work = new ArrayList<>();
        work.add(() -> IntStream.range(0, 4).forEach(time -> reconfigure(time % 2 == 0 ? OTHERS : TrialConfig.RULES)));
        for (Person person : List.of(Office.RITA, Office.BEN)) {
            for (String role : ROLES) {
                String ask = "grant " + (person.equals(Office.RITA) ? "pull " : "push ");
                work.add(() -> REPOSITORIES.forEach(name -> office.types(person, ask + name + " " + role)));
            }
        }
        Together.run(work);

        int asked = 2 * ROLES.size() * REPOSITORIES.size();
        List<Message> answers = office.slack.await(() -> Optional.of(Stream.of(Office.RITA, Office.BEN)
                        .flatMap(person -> office.answers(person).stream())
                        .toList())
                .filter(all -> all.size() >= asked));
        assertThat(answers)
                .hasSize(asked)
                .allMatch(answer ->
                        answer.shown().contains("You asked") || answer.shown().contains("already has"));
        Set<String> requests = ids(answers);
        office.slack.await(() -> Optional.of(ids(office.cards())).filter(shown -> shown.containsAll(requests)));
    }

    private static Set<String> ids(List<Message> messages) {
        return messages.stream()
                .flatMap(message -> ID.matcher(message.shown()).results())
                .map(MatchResult::group)
                .collect(Collectors.toSet());
    }

    private void reconfigure(String rules) {
        int before = news(0).size();
        office.trial.reconfigure(config.withRules(rules));
        news(before + 1);
    }

    /** Waits until so much was told of other configurations, and returns it. */
    private List<Message> news(int least) {
        return office.slack.await(() -> Optional.of(office.cards().stream()
                        .filter(message -> message.shown().contains("another configuration"))
                        .toList())
                .filter(all -> all.size() >= least));
    }
}
