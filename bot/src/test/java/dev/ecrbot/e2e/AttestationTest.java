package dev.ecrbot.e2e;

import static org.assertj.core.api.Assertions.assertThat;

import dev.ecrbot.desk.ledger.Announcement;
import dev.ecrbot.desk.live.OnBehalf;
import dev.ecrbot.desk.tell.Courier;
import dev.ecrbot.policy.PolicyDocument;
import dev.ecrbot.policy.Principals;
import dev.ecrbot.policy.diff.ForeignChange;
import dev.ecrbot.sandbox.ecr.ModelPolicies;
import dev.ecrbot.sandbox.ecr.SeedRegistry;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** The witness beside a whole bot: what every other test here ends with has to be able to fail. */
@Tag("whole")
class AttestationTest {
    private static final String ROLE = "arn:aws:iam::222222222222:role/ci-deployer";

    private final Office office = new Office();

    @AfterEach
    void stop() {
        office.trial.close();
    }

    @Test
    void aCardIsFalseOnceTheBotItselfTookTheAccessAwayAndSaysNothing() {
        office.grants("grant pull payments/api sales ci-deployer for 7d because nightly");
        assertThat(office.trial.attestation().falsehoodsAtLast()).isEmpty();
        assertThat(office.trial.attestation().checked()).isPositive();

        new ModelPolicies(office.trial.ecr())
                .write(
                        SeedRegistry.west("payments/api"),
                        PolicyDocument.empty(),
                        Principals.parse("AWS", ROLE),
                        new OnBehalf("req-00000001", Optional.empty(), Optional.empty()));

        assertThat(office.trial.attestation().falsehoods())
                .singleElement()
                .asString()
                .contains("Card of req-", ROLE, "no policy");
    }

    @Test
    void anAnnouncementIsFalseThatSaysOfOthersWhatTheBotDid() {
        var repository = SeedRegistry.west("payments/api");
        PolicyDocument before = now();
        office.grants("grant pull payments/api sales ci-deployer for 7d because nightly");
        // Slack shows a card before the witness has heard it.
        assertThat(office.trial.attestation().falsehoodsAtLast()).isEmpty();
        var told = new ForeignChange(
                1, repository, Optional.empty(), Instant.now(), List.of(new ForeignChange.Step(before, now())), true);

        office.trial
                .attestation()
                .herald(announcement -> new Courier.Delivery.Delivered(Optional.empty()))
                .announce(Announcement.of("topic", "C0APPROVALS", List.of("It was changed."), List.of(told)));

        assertThat(office.trial.attestation().falsehoods())
                .singleElement()
                .asString()
                .contains("others are said to have made", "payments/api");
    }

    private PolicyDocument now() {
        return office.trial
                .ecr()
                .policy(SeedRegistry.west("payments/api"))
                .map(PolicyDocument::parse)
                .orElseGet(PolicyDocument::empty);
    }
}
