package dev.ecrbot.e2e;

import static org.assertj.core.api.Assertions.assertThat;

import dev.ecrbot.policy.PolicyDocument;
import dev.ecrbot.sandbox.TrialConfig;
import dev.ecrbot.sandbox.ecr.SeedRegistry;
import dev.ecrbot.sandbox.slack.Message;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;

/** What a request did is taken back the way that a grant is given: asked, shown, approved, applied, told. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
@Tag("whole")
final class UndoRequestTest {
    private static final String FOREIGN = """
            {"Version": "2008-10-17", "Statement": [{"Sid": "Theirs", "Effect": "Allow",
              "Principal": {"AWS": ["arn:aws:iam::222222222222:role/ci-deployer", "arn:aws:iam::333333333333:root"]},
              "Action": ["ecr:BatchGetImage", "ecr:GetDownloadUrlForLayer", "ecr:ListImages"]}]}""";

    private final TrialConfig config = TrialConfig.http();
    private final Office office = new Office(config);

    @AfterAll
    void close() {
        office.close();
    }

    @Test
    void aRevocationThatDividedAStatementOfOthersIsTakenBackToTheLetter() {
        office.trial.ecr().setPolicy(SeedRegistry.west("legacy/mixed"), FOREIGN);
        PolicyDocument before = policy("legacy/mixed");
        Message revocation = office.grants("revoke pull legacy/mixed sales ci-deployer");
        String id = Office.id(revocation);
        PolicyDocument taken = policy("legacy/mixed");
        assertThat(taken.sameAs(before)).isFalse();

        Message card = office.asks(Office.RITA, "undo " + id + " because the nightly build still pulls");

        assertThat(card.shown())
                .contains(
                        "asks to undo " + id + ", which took pull on legacy/mixed away from role ci-deployer in sales",
                        "For whom: ",
                        "gains ",
                        "Written by others: ",
                        "Why: the nightly build still pulls",
                        "- ",
                        "+ ");
        assertThat(policy("legacy/mixed").sameAs(taken)).isTrue();
        office.told(Office.RITA, "You asked to undo " + id);
        office.approves(Office.AMIR, card);

        assertThat(policy("legacy/mixed").sameAs(before)).isTrue();
        office.written(Office.RITA, "Done: " + id + " is undone", Office.id(card));
        thread("Undone by request " + id(card));
        assertThat(says("undo " + id)).contains(id + " was already undone by " + id(card));
        assertThat(says("undo " + id(card))).contains("an undo can\'t be undone");
    }

    @Test
    void aGrantIsTakenBackWithWhatEverybodyIsTold() {
        PolicyDocument before = policy("payments/api");
        Message grant = office.grants("grant pull payments/api sales ci-deployer for 7d");
        String id = Office.id(grant);
        Message card = office.asks(Office.BEN, "undo " + id + " because it was the wrong role");
        assertThat(card.shown())
                .contains("undo " + id + ", which gave pull on payments/api", "From whom: ", "loses pull");
        assertThat(card.buttons())
                .extracting(button -> button.actionId())
                .containsExactly(Office.APPROVE, Office.DENY, "request.comment");

        office.approves(Office.AMIR, card);

        assertThat(policy("payments/api").sameAs(before)).isTrue();
        office.written(Office.BEN, "Done: " + id + " is undone", id(card));
        office.written(Office.RITA, "had your request " + id + " undone", id(card));
        thread("Undone by request " + id(card));
        assertThat(new Records(config).events(id))
                .extracting(Records.Entry::kind)
                .endsWith("APPLIED", "UNDONE", "GRANT_ENDED");
        assertThat(says("extend " + id + " for 20d")).contains("has ended already");
    }

    @Test
    void whatARuleWouldNotGiveNowIsNotGivenBack() {
        office.trial.ecr().setPolicy(SeedRegistry.ireland("payments/api"), FOREIGN);
        Message revocation = office.grants("revoke pull central/eu-west-1:payments/api sales ci-deployer");
        int cards = office.cards().size();
        String says = says("undo " + Office.id(revocation));
        assertThat(says)
                .contains(
                        "would give access back without an end",
                        "rule payments-pull doesn't allow access for that long");
        assertThat(office.cards()).hasSize(cards);
    }

    @Test
    void whatOthersWroteSinceStays() {
        Message grant = office.grants("grant pull payments/worker sales ci-deployer for 7d");
        Message card = office.asks(Office.RITA, "undo " + Office.id(grant));
        String theirs = office.policy("payments/worker").replace("\"2012-10-17\"", "\"2008-10-17\"");
        office.trial.ecr().setPolicy(SeedRegistry.west("payments/worker"), theirs);
        office.clicks(Office.AMIR, card, Office.APPROVE);
        Message failed = office.until(card, now -> now.shown().contains("Failed"));
        assertThat(failed.shown()).contains("policy_changed", "going back would wipe that");
        assertThat(policy("payments/worker").sameAs(PolicyDocument.parse(theirs)))
                .isTrue();
        office.written(Office.RITA, "Your request " + id(card) + " failed");
        assertThat(says("undo " + Office.id(grant))).contains("going back would wipe that");
    }

    private static String id(Message card) {
        return card.shown().replaceAll("(?s).*Request (req-[0-9a-z]{8}).*", "$1");
    }

    private PolicyDocument policy(String repository) {
        String text = office.policy(repository);
        return text.isEmpty() ? PolicyDocument.empty() : PolicyDocument.parse(text);
    }

    private Message thread(String text) {
        return office.slack.await(() -> office.slack.messages(Office.APPROVALS).stream()
                .filter(message -> !message.topLevel() && message.shown().contains(text))
                .findFirst());
    }

    private String says(String typed) {
        return office.answer(Office.RITA, () -> office.types(Office.RITA, typed))
                .shown();
    }
}
