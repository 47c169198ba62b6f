package dev.ecrbot.slack.message;

import static org.assertj.core.api.Assertions.assertThat;

import dev.ecrbot.ecr.Partition;
import dev.ecrbot.ecr.StandardAccess;
import dev.ecrbot.policy.PolicyDocument;
import dev.ecrbot.policy.Principal;
import dev.ecrbot.policy.diff.DiffLine;
import dev.ecrbot.policy.diff.Effect;
import dev.ecrbot.policy.plan.Edit;
import dev.ecrbot.policy.plan.Plan;
import dev.ecrbot.policy.plan.Warning;
import dev.ecrbot.slack.Accepted;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.TreeSet;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** None */
final class CardMessageTest extends CardSample {
    @Test
    void whatIsShortenedKeepsTheNamesThatFit() {
        var role = new Principal.Role(Partition.AWS, Samples.SALES, "/", "nightly-build-eu");
        assertThat(Samples.NAMING.principal(role)).isEqualTo("role nightly-build-eu in sales (222222222222)");
        assertThat(Samples.NAMING.brief().principal(role)).isEqualTo("role nightly-build-eu in sales");
        assertThat(Samples.NAMING
                        .brief()
                        .principal(new Principal.Role(Partition.AWS, Samples.SALES, "/", "x".repeat(60))))
                .hasSizeLessThan(40)
                .contains("…");
    }

    @Test
    void showsAllThatADecisionNeeds() {
        Accepted card = card(Samples.request());
        assertThat(card.shown())
                .startsWith("⏳ Waiting for approval\n<@U0REQUESTER> asks for pull")
                .contains("<!subteam^S0OWNERS> <@U0APPROVER1> can approve or deny this.")
                .contains("<@U0REQUESTER> asks for pull on payments/api for role ci-deployer in sales (222222222222).")
                .contains("For whom: arn:aws:iam::222222222222:role/ci-deployer")
                .contains("Repository: payments/api in us-west-2, registry central (111111111111)")
                .contains("Until: 2026-11-29 10:00 UTC\n")
                .contains("Why: nightly build")
                .contains("role ci-deployer in sales (222222222222) gains pull (BatchCheckLayerAvailability,"
                        + " BatchGetImage, GetDownloadUrlForLayer) until 2026-11-29 10:00 UTC.")
                .contains("+         \"AWS\" : \"arn:aws:iam::222222222222:role/ci-deployer\"")
                .containsPattern("Size of the policy: [0-9]{3} of 10,240 characters\\.\n")
                .contains("Rule payments-pull · Request req-7k2m9xqa");
        assertThat(card.buttons())
                .containsExactly("request.approve", "request.deny", "request.shorten", "request.comment");
        assertThat(card.message().text())
                .isEqualTo("<!subteam^S0OWNERS> <@U0APPROVER1>: <@U0REQUESTER> asks for pull on payments/api for role"
                        + " ci-deployer in sales (222222222222): Waiting for approval (req-7k2m9xqa).");
    }

    @Test
    void saysPlainlyWhatIsRisky() {
        var forever = new Edit.Grant(WHOLE_ACCOUNT, StandardAccess.PUSH, Optional.empty());
        assertThat(card(forever, Optional.empty(), 1, false).shown())
                .contains("the whole account sales (222222222222)")
                .contains("Until: no end; it stays until somebody revokes it")
                .contains("Why: no reason was given")
                .containsPattern(
                        "(?s)before you decide.*Whole account: Every role that sales.*Push: .*put images there.*No end: The access has");
        assertThat(card(Samples.pull(Samples.CI), Optional.empty(), 1, true).shown())
                .contains("2026-11-29 10:00 UTC (no end was named, so the longest that the rule allows)");
    }

    @Test
    void saysWhatIsTakenAwayAndWhatIsLeft() {
        var base = PolicyDocument.parse("""
                {"Version":"2012-10-17","Statement":[{"Sid":"old","Effect":"Allow","Principal":{"AWS":
                "arn:aws:iam::222222222222:role/ci-deployer"},"Action":["ecr:BatchCheckLayerAvailability",
                "ecr:BatchGetImage","ecr:GetDownloadUrlForLayer","ecr:DescribeRepositories"]}]}""");
        var revoke = new Edit.Revoke(Samples.CI, Optional.of(StandardAccess.PULL));
        assertThat(card(Samples.request(base, revoke, Samples.ask(Optional.empty(), 1, false)))
                        .shown())
                .contains("asks to take pull on payments/api away from role ci-deployer in sales (222222222222).")
                .contains("loses pull (BatchCheckLayerAvailability, BatchGetImage, GetDownloadUrlForLayer).")
                .contains("What they still have afterwards\nDescribeRepositories, statement old.")
                .contains("1 statement that ecr-bot didn't write is changed")
                .contains("-         \"ecr:BatchGetImage\"");
    }

    @Test
    void cannotBeApprovedWhereTheDiffDoesNotFit() {
        Plan plan = Samples.request().revision().plan();
        List<DiffLine> diff = IntStream.range(0, 400)
                .mapToObj(i -> new DiffLine(DiffLine.Sign.ADDED, "    \"a line of the policy, number " + i + "\","))
                .toList();
        tooLong(with(plan, diff, plan.effects(), plan.warnings()));
    }

    @Test
    void cannotBeApprovedWhereOtherThingsDoNotFit() {
        Plan plan = Samples.request().revision().plan();
        var effects = new ArrayList<Effect>();
        for (int i = 0; i < 60; i++) {
            var role = new Principal.Role(Partition.AWS, Samples.SALES, "/", "role-" + i);
            effects.add(
                    new Effect(role, new TreeSet<>(StandardAccess.PUSH.actions()), new TreeSet<>(), Optional.empty()));
        }
        tooLong(with(plan, plan.diff(), effects, plan.warnings()));
        var warning = new Warning(Warning.Kind.PUSH, "It is something that should be known. ".repeat(20));
        tooLong(with(plan, plan.diff(), plan.effects(), Collections.nCopies(10, warning)));
        var many = new TreeSet<>(
                IntStream.range(0, 400).mapToObj(i -> "ecr:Action" + i).toList());
        var effect = new Effect(Samples.CI, many, new TreeSet<>(), Optional.empty());
        tooLong(with(plan, plan.diff(), List.of(effect), plan.warnings()));
    }

    private static Plan with(Plan plan, List<DiffLine> diff, List<Effect> effects, List<Warning> warnings) {
        return new Plan(plan.base(), plan.proposed(), effects, diff, plan.touchedForeign(), warnings, plan.remaining());
    }

    private static void tooLong(Plan plan) {
        Accepted card = card(
                Samples.request(plan, Samples.pull(Samples.CI), Samples.ask(Optional.of("x".repeat(300)), 2, false)));
        assertThat(card.buttons()).containsExactly("request.deny", "request.comment");
        assertThat(card.shown())
                .containsPattern("… \\d+ of \\d+ are shown|more lines that don't fit here")
                .contains("too long to be shown here in full, so it can't be approved. Deny it, and ask for less");
    }

    @Test
    void showsADiffExactlyThatHasInvisibleCharacters() {
        Plan plan = Samples.request().revision().plan();
        var line = new DiffLine(DiffLine.Sign.ADDED, "    \"Sid\" : \"a\u202Eb\u200B<!channel>\"");
        Accepted card = card(Samples.request(
                with(plan, List.of(line), plan.effects(), plan.warnings()),
                Samples.pull(Samples.CI),
                Samples.ask(Optional.empty(), 1, false)));
        assertThat(card.shown()).contains("+     \"Sid\" : \"a\\u202eb\\u200b<!channel>\"");
        assertThat(card.markup()).doesNotContain("<!channel>");
    }
}
