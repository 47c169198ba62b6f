package dev.ecrbot.slack.message;

import static org.assertj.core.api.Assertions.assertThat;

import dev.ecrbot.desk.ledger.CardHistory;
import dev.ecrbot.desk.ledger.RevisionCause;
import dev.ecrbot.desk.ledger.WithdrawnApproval;
import dev.ecrbot.desk.request.Approval;
import dev.ecrbot.desk.request.Ask;
import dev.ecrbot.desk.request.Origin;
import dev.ecrbot.desk.request.Request;
import dev.ecrbot.desk.request.RequestState;
import dev.ecrbot.desk.tell.Called;
import dev.ecrbot.desk.tell.FallbackChannel;
import dev.ecrbot.desk.tell.Message;
import dev.ecrbot.ecr.Partition;
import dev.ecrbot.ecr.StandardAccess;
import dev.ecrbot.policy.PolicyDocument;
import dev.ecrbot.policy.Principal;
import dev.ecrbot.policy.diff.DiffLine;
import dev.ecrbot.policy.diff.Effect;
import dev.ecrbot.policy.plan.Edit;
import dev.ecrbot.policy.plan.Plan;
import dev.ecrbot.policy.plan.Warning;
import dev.ecrbot.rules.People;
import dev.ecrbot.rules.PersonId;
import dev.ecrbot.sandbox.slack.SampleWorkspace;
import dev.ecrbot.slack.Accepted;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

class CardMessageTest {
    private static final Principal WHOLE_ACCOUNT = new Principal.Account(Partition.AWS, Samples.SALES);

    private static Accepted card(Request request, Approval... approvals) {
        return Accepted.of(
                new CardMessage(new Message.Card(request, List.of(approvals), Optional.empty()), Samples.NAMING)
                        .render());
    }

    private static Accepted card(Edit edit, Optional<String> reason, int approvals, boolean endFromRule) {
        return card(Samples.request(Samples.BASE, edit, Samples.ask(reason, approvals, endFromRule)));
    }

    @Test
    void saysOfAMachineThatItIsOneAndMentionsNobody() {
        var ask = new Ask(
                PersonId.machine("payments-ci"),
                new Origin("", Optional.empty()),
                Optional.of("release 42"),
                "payments-pull",
                SampleWorkspace.APPROVALS.id(),
                Samples.APPROVERS,
                1,
                false);
        Accepted card = card(Samples.request(Samples.BASE, Samples.pull(Samples.CI), ask));
        assertThat(card.shown())
                .contains("payments-ci (a machine) asks for pull on payments/api for role ci-deployer")
                .doesNotContain("<@payments-ci>");
        assertThat(card.message().text()).contains("payments-ci (a machine) asks for pull");
        assertThat(card.buttons()).contains("request.approve", "request.deny");
        assertThat(card.blocks().findValues("user_id")).allMatch(id -> PersonId.isUser(id.asText()));
    }

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
    void hasItsButtonsBeforeTheLetterOfTheChange() {
        String blocks = card(Samples.request()).blocks().toString();
        assertThat(blocks.indexOf("request.approve"))
                .isGreaterThan(blocks.indexOf("What it means"))
                .isLessThan(blocks.indexOf("For whom: "))
                .isLessThan(blocks.indexOf("What changes in the policy"));
    }

    @Test
    void asksOnceMoreBeforeADenialAndBeforeAWideApproval() {
        assertThat(confirmed(card(Samples.request()))).containsExactly("request.deny");
        assertThat(confirmed(card(
                        Edit.Grant.asked(WHOLE_ACCOUNT, StandardAccess.PULL, Optional.of(Samples.WEEK)),
                        Optional.empty(),
                        1,
                        false)))
                .containsExactly("request.approve", "request.deny");
        assertThat(confirmed(card(
                        Edit.Grant.asked(Samples.CI, StandardAccess.PUSH, Optional.empty()),
                        Optional.empty(),
                        1,
                        false)))
                .containsExactly("request.approve", "request.deny");
        assertThat(confirmed(card(
                        Edit.Grant.asked(Samples.CI, StandardAccess.PUSH, Optional.of(Samples.WEEK)),
                        Optional.empty(),
                        1,
                        false)))
                .containsExactly("request.deny");
    }

    private static List<String> confirmed(Accepted card) {
        return card.blocks().findParents("confirm").stream()
                .filter(button -> button.has("action_id"))
                .map(button -> button.path("action_id").asText())
                .toList();
    }

    @Test
    void carriesNothingInItsButtonsButTheIdAndBesidesThemTheRevision() {
        Accepted card = card(Samples.revised(Samples.request()));
        assertThat(card.blocks().findParents("value"))
                .hasSize(4)
                .allMatch(button -> button.path("value").asText().equals("req-7k2m9xqa"));
        assertThat(card.blocks().findValuesAsText("block_id")).contains("revision.2");
        assertThat(Ids.revision("revision.2")).isEqualTo(2);
        assertThat(card.shown())
                .startsWith("⏳ Waiting again: revision 2")
                .contains("Somebody else changed the policy meanwhile");
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "revision.", "revision.0", "revision.-1", "revision.1 ", "revision.99999999999", "x1"})
    void readsNoRevisionWhereNoneIs(String blockId) {
        assertThat(Ids.revision(blockId)).isZero();
    }

    @ParameterizedTest
    @EnumSource(
            value = RequestState.class,
            mode = EnumSource.Mode.EXCLUDE,
            names = {"PENDING"})
    void cannotBeDecidedOnceItIs(RequestState state) {
        Accepted card = card(Samples.as(Samples.request(), state));
        assertThat(card.buttons())
                .doesNotContain(Ids.APPROVE, Ids.DENY, Ids.SHORTEN)
                .contains(Ids.STORY);
        assertThat(card.shown()).doesNotContain("can approve or deny");
        assertThat(card.message().text()).doesNotContain("<!subteam");
    }

    @Test
    void saysWhoDecidedAndWhatWasReadBack() {
        assertThat(card(Samples.as(Samples.request(), RequestState.APPLIED), approvals(1))
                        .shown())
                .startsWith("✅ Applied\n<@U0REQUESTER> asked for pull on payments/api for role ci-deployer in sales"
                        + " (222222222222), until 2026-11-29 10:00 UTC. Request req-7k2m9xqa\n"
                        + "Approved by <@U0APPROVER1>, 2026-11-22 10:01 UTC; read back from AWS 2026-11-22 10:01 UTC.");
        assertThat(card(Samples.as(Samples.request(), RequestState.APPROVED), approvals(1))
                        .shown())
                .startsWith("🔧 Approved, applying…");
        assertThat(card(Samples.as(Samples.request(), RequestState.DENIED)).shown())
                .startsWith("⛔ Denied. Nothing was changed.\n")
                .contains("\nDenied by <@U0APPROVER1>, 2026-11-22 10:01 UTC.");
        assertThat(card(Samples.as(Samples.request(), RequestState.FAILED)).shown())
                .startsWith("❗ Failed: AWS doesn't know the role")
                .contains("(aws_principal_not_found)");
    }

    private static Approval[] approvals(int count) {
        return Samples.approvedBy(Samples.AMIR, Samples.OLGA).subList(0, count).toArray(Approval[]::new);
    }

    @Test
    void mentionsThoseWhoAreToHearOfItApartFromThoseWhoDecide() {
        Ask plain = Samples.ask(Optional.empty(), 1, false);
        var ask = new Ask(
                plain.requester(),
                plain.from(),
                plain.reason(),
                plain.rule(),
                plain.channel(),
                plain.approvers(),
                plain.approvals(),
                plain.endFromRule(),
                Optional.of(new People(false, Set.of("U0WATCHER"), Set.of("S0AUDIT"))));
        assertThat(card(Samples.request(Samples.BASE, Samples.pull(Samples.CI), ask))
                        .shown())
                .contains("<!subteam^S0OWNERS> <@U0APPROVER1> can approve or deny this.")
                .contains("For information: <!subteam^S0AUDIT> <@U0WATCHER>");
    }

    @Test
    void mentionsDeputiesOnceTheyAreCalled() {
        Accepted before = called(false);
        assertThat(before.shown())
                .contains("<@U0APPROVER1> can approve or deny this. If nobody has decided by ", "2026-11-29 10:00 UTC")
                .doesNotContain("S0OWNERS");
        assertThat(before.markup()).doesNotContain("S0OWNERS");
        assertThat(called(true).shown())
                .contains("<!subteam^S0OWNERS> <@U0APPROVER1> can approve or deny this.")
                .contains("Called late, since nobody had decided: <!subteam^S0OWNERS>.");
    }

    private static Accepted called(boolean late) {
        var first = new People(false, Set.of("U0APPROVER1"), Set.of());
        var deputies = new Called.Deputies(new People(false, Set.of(), Set.of("S0OWNERS")), Samples.WEEK, late);
        var card = new Message.Card(
                Samples.request(),
                List.of(),
                Optional.empty(),
                Optional.empty(),
                CardHistory.NONE,
                Optional.empty(),
                new Called(Optional.of(first), Optional.of(deputies), true));
        return Accepted.of(new CardMessage(card, Samples.NAMING).render());
    }

    @Test
    void saysWhyItStandsInAnotherChannel() {
        var card = new Message.Card(
                Samples.request(),
                List.of(),
                Optional.empty(),
                Optional.of(new FallbackChannel("C0FALLBACK", "not_in_channel")),
                CardHistory.NONE,
                Optional.empty());
        assertThat(Accepted.of(new CardMessage(card, Samples.NAMING).render()).shown())
                .contains("This card is here because <#"
                        + Samples.request().ask().orElseThrow().channel()
                        + "> doesn't have the bot in it. Invite the bot there");
    }

    @Test
    void strikesOutWhoseApprovalDoesntCountAnyMore() {
        var card = new Message.Card(
                Samples.request(),
                List.of(),
                Optional.empty(),
                Optional.empty(),
                new CardHistory(
                        Optional.empty(),
                        List.of(new WithdrawnApproval(Samples.AMIR, "U0APPROVER1 has left.")),
                        RevisionCause.of(Map.of()),
                        Optional.empty(),
                        Optional.empty(),
                        Optional.empty(),
                        CardHistory.Since.NOTHING),
                Optional.empty());
        assertThat(Accepted.of(new CardMessage(card, Samples.NAMING).render()).shown())
                .contains("Approved by <@" + Samples.AMIR.user() + ">: doesn't count any more. U0APPROVER1 has left.");
    }

    @Test
    void countsApprovals() {
        Request request = Samples.request(
                Samples.BASE, Samples.pull(Samples.CI), Samples.ask(Optional.of("nightly build"), 2, false));
        assertThat(card(request).shown()).contains("0 of 2 approvals so far.").contains("2 different people");
        assertThat(card(request, approvals(1)).shown())
                .startsWith("⏳ Waiting for approval, 1 of 2 given")
                .contains("1 of 2 approvals: <@U0APPROVER1>, 2026-11-22 10:01 UTC.");
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
