package dev.ecrbot.slack.message;

import static org.assertj.core.api.Assertions.assertThat;

import dev.ecrbot.desk.counter.Answer;
import dev.ecrbot.desk.counter.StatusExtras;
import dev.ecrbot.desk.counter.StatusLine;
import dev.ecrbot.desk.sight.Copies;
import dev.ecrbot.ecr.Access;
import dev.ecrbot.ecr.Partition;
import dev.ecrbot.ecr.StandardAccess;
import dev.ecrbot.policy.Condition;
import dev.ecrbot.policy.PolicyDocument;
import dev.ecrbot.policy.Principal;
import dev.ecrbot.policy.holding.Holding;
import dev.ecrbot.slack.Accepted;
import dev.ecrbot.slack.answer.FindingMessage;
import dev.ecrbot.slack.answer.StatusText;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;

/** How a policy's status is written. */
class StatusMessageTest {
    private static final AnswerMessage WORDS = new AnswerMessage(
            card -> Optional.of("https://x.slack.com/archives/C/p1"),
            Samples.NAMING,
            new FindingMessage(card -> Optional.empty(), Samples.NAMING)::render,
            status -> new StatusText(status, Samples.NAMING).render());

    private static String shown(Answer answer) {
        return Accepted.of(WORDS.render(answer).orElseThrow()).shown();
    }

    private static Holding holding(Principal principal, Access access, boolean allow, boolean ours) {
        return new Holding(
                principal,
                new TreeSet<>(access.actions()),
                allow,
                false,
                ours ? Optional.of(Samples.WEEK) : Optional.empty(),
                Optional.of("by hand"),
                0,
                ours);
    }

    @Test
    void tellsWhatTheBotGaveFromWhatOthersWrote() {
        var finance = new Principal.Account(Partition.AWS, new dev.ecrbot.ecr.AccountId("333333333333"));
        var lines = List.of(
                new StatusLine(holding(Samples.CI, StandardAccess.PULL, true, true), List.of(Samples.grant())),
                new StatusLine(holding(finance, StandardAccess.READ, true, false), List.of()),
                new StatusLine(holding(new Principal.Everyone(), StandardAccess.PUSH_ONLY, false, false), List.of()));
        var status = Samples.status(lines, List.of("Look at this."), List.of(Samples.request()));
        assertThat(shown(status))
                .startsWith("Who has access to payments/api in us-west-2, registry central (111111111111)\n3 entries")
                .contains(
                        "role ci-deployer in sales (222222222222): pull, by ecr-bot (req-7k2m9xqa), asked for by <@U0REQUESTER>, until 2026-11-29")
                .contains("the whole account 333333333333: read, written by others, statement by hand")
                .contains("everyone (*): denied push-only, written by others")
                .contains("Look at this.")
                .contains("Waiting for approval\nreq-7k2m9xqa pull on payments/api");
        assertThat(shown(Samples.status(List.of(), List.of(), List.of()))).contains("the policy gives no access");
    }

    @Test
    void saysConditionsByTheirKeysAndValues() {
        var finance = new Principal.Account(Partition.AWS, new dev.ecrbot.ecr.AccountId("333333333333"));
        Holding plain = holding(finance, StandardAccess.PULL, true, false);
        var holding = new Holding(
                plain.principal(), plain.actions(), true, true, Optional.empty(), Optional.empty(), 2, false);
        var conditions = List.of(
                new Condition("StringEquals", "aws:SourceVpce", List.of("vpce-1", "vpce-2")),
                new Condition("Bool", "aws:SecureTransport", List.of("true")));
        assertThat(shown(Samples.status(
                        List.of(new StatusLine(holding, List.of(), false, conditions)), List.of(), List.of())))
                .contains(
                        "pull if aws:SourceVpce is vpce-1 or vpce-2, and aws:SecureTransport is true, written by others,"
                                + " statement 3");
    }

    @Test
    void countsWhatDoesNotFit() {
        var lines = new ArrayList<StatusLine>();
        for (int i = 0; i < 300; i++) {
            var role = new Principal.Role(Partition.AWS, Samples.SALES, "/team/", "a-role-with-some-name-" + i);
            lines.add(new StatusLine(holding(role, StandardAccess.PULL, true, false), List.of()));
        }
        assertThat(shown(Samples.status(lines, List.of(), List.of())))
                .contains("300 entries in the policy", "some-name-0 in", "Page 1 of 15, 300 in all.", "Next")
                .doesNotContain("some-name-299 in", "Previous");
        assertThat(shown(narrowed(lines, "NAME-27", 1)))
                .contains("some-name-27 in", "some-name-270 in", "some-name-279 in")
                .doesNotContain("some-name-28 in", "are shown", "Page 1");
        assertThat(shown(narrowed(lines, "nobody", 1))).contains("None of these has “nobody” in it.");
        assertThat(shown(narrowed(lines, "a-role", 15)))
                .contains("Page 15 of 15, 300 in all.", "Previous")
                .containsPattern("(?s)(some-name-\\d+ in.*){20}")
                .doesNotContain("Next");
        assertThat(shown(narrowed(lines, "a-role", 16))).contains("There is no page 16 of these.");
    }

    private static Answer.Status narrowed(List<StatusLine> lines, String word, int page) {
        return Samples.status(lines, List.of(), List.of())
                .told(new StatusExtras(
                        new StatusExtras.View(Optional.of(word), "status central:payments/api " + word, page),
                        Optional.empty(),
                        List.of(),
                        Copies.NONE,
                        Optional.empty(),
                        List.of(),
                        List.of(),
                        List.of()));
    }

    @Test
    void saysHowManyWaitOfWhichSomeAreShown() {
        assertThat(shown(new Answer.Status(
                        Samples.REPOSITORY,
                        List.of(),
                        List.of(),
                        List.of(),
                        List.of(),
                        9_421,
                        List.of(Samples.request()),
                        250)))
                .contains("… 1 of 250 are shown. To see others, type /ecr requests pending")
                .contains("The policy has 9,421 of 10,240 characters.");
    }

    @Test
    void countsNoCharactersWhereThereIsNoPolicy() {
        int empty = PolicyDocument.empty().size();
        assertThat(shown(new Answer.Status(
                        Samples.REPOSITORY, List.of(), List.of(), List.of(), List.of(), empty, List.of(), 0)))
                .contains("the policy gives no access")
                .doesNotContain("characters");
    }
}
