package dev.ecrbot.desk;

import static dev.ecrbot.desk.RegistryGrants.FOREIGN;
import static dev.ecrbot.desk.RegistryGrants.REGISTRY;
import static dev.ecrbot.desk.RegistryGrants.ROLE;
import static org.assertj.core.api.Assertions.assertThat;

import dev.ecrbot.desk.counter.Answer;
import dev.ecrbot.desk.counter.StatusLine;
import dev.ecrbot.desk.request.Grant;
import dev.ecrbot.desk.request.Request;
import dev.ecrbot.desk.request.RequestState;
import dev.ecrbot.desk.tell.Message;
import dev.ecrbot.desk.tell.Note;
import dev.ecrbot.policy.plan.Warning;
import dev.ecrbot.problem.Code;
import dev.ecrbot.sandbox.ecr.ApiOperation;
import dev.ecrbot.sandbox.ecr.Place;
import dev.ecrbot.sandbox.ecr.SeedRegistry;
import java.time.Duration;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** Access to a pattern of repositories, by the registry's own policy. */
@Tag("long")
final class RegistryGrantTest {
    private final RegistryGrants registry = new RegistryGrants();
    private final DeskBench bench = registry.bench;

    @AfterEach
    void close() {
        bench.close();
    }

    @Test
    void anAskIsShownApprovedAppliedProvenToldAndEnds() {
        Request asked = bench.asks(DeskBench.RITA, "grant pull payments/* sales ci-deployer for 8h because nightly");
        assertThat(asked.revision().plan().warnings()).extracting(Warning::kind).contains(Warning.Kind.PATTERN);
        assertThat(asked.revision().plan().effects())
                .extracting(effect -> effect.principal().text())
                .containsExactly(ROLE);

        bench.approves(DeskBench.AMIR, asked);
        bench.work();

        assertThat(bench.now(asked).stage().state()).isEqualTo(RequestState.APPLIED);
        assertThat(registry.policy()).contains("repository/payments/*", ROLE);
        assertThat(bench.policy("payments/api")).isEmpty();
        assertThat(bench.mailbox.of(Message.Private.class))
                .extracting(Message.Private::note)
                .hasAtLeastOneElementOfType(Note.Granted.class);
        assertThat(bench.grant(asked).target()).isEqualTo(asked.change().target());

        bench.clock.advance(Duration.ofHours(9));
        bench.sweep();

        assertThat(bench.ecr.policy(REGISTRY)).isEmpty();
        assertThat(bench.grant(asked).ended().orElseThrow().reason()).isEqualTo(Grant.Reason.EXPIRED);
    }

    @Test
    void whatOthersWroteInTheRegistrysPolicyStays() {
        bench.ecr.setPolicy(REGISTRY, FOREIGN);
        Request granted = bench.applied("grant push payments/* sales ci-deployer");
        var written = LiveAccess.of(bench.ecr.policy(REGISTRY));
        assertThat(written.foreign())
                .isEqualTo(LiveAccess.of(Optional.of(FOREIGN)).foreign())
                .hasSize(1);
        assertThat(registry.policy()).contains("2008-10-17");

        bench.applied("revoke push payments/* sales ci-deployer");

        assertThat(bench.grant(granted).ended().orElseThrow().reason()).isEqualTo(Grant.Reason.REVOKED);
        assertThat(LiveAccess.of(bench.ecr.policy(REGISTRY)).ours()).isEmpty();
        assertThat(registry.policy()).contains("by hand").doesNotContain(ROLE);
    }

    @Test
    void aGrantOnOnePatternIsNotRevokedWithAnother() {
        Request api = bench.applied("grant pull payments/api* sales ci-deployer");
        Request all = bench.applied("grant pull payments/* sales ci-deployer");
        bench.applied("revoke pull payments/* sales ci-deployer");
        assertThat(bench.grant(all).state()).isEqualTo(Grant.State.ENDED);
        assertThat(bench.grant(api).state()).isEqualTo(Grant.State.ACTIVE);
        assertThat(registry.policy()).contains("repository/payments/api*");
    }

    @Test
    void theScopeHasToBeV2() {
        var place = Place.of(REGISTRY);
        String ask = "grant pull payments/* sales ci-deployer";
        bench.ecr.setPolicyScope(place, "V1");
        assertThat(bench.refused(ask)).satisfies(problem -> {
            assertThat(problem.code()).isEqualTo(Code.REGISTRY_SCOPE);
            assertThat(problem.what()).contains("V1", "three actions");
            assertThat(problem.next()).contains("REGISTRY_POLICY_SCOPE to V2");
        });
        bench.ecr.setPolicyScope(place, "V3");
        assertThat(bench.refused(ask).code()).isEqualTo(Code.REGISTRY_SCOPE);
        bench.ecr.traffic().withhold(SeedRegistry.BOT_ROLE, ApiOperation.GET_ACCOUNT_SETTING);
        assertThat(bench.refused(ask).what()).contains("ecr:GetAccountSetting");
        bench.ecr.traffic().restore(SeedRegistry.BOT_ROLE, ApiOperation.GET_ACCOUNT_SETTING);

        bench.ecr.setPolicyScope(place, "V2");
        Request granted = bench.applied(ask);
        Request asked = bench.asks(DeskBench.RITA, "grant pull shared/* sales ci-deployer");
        bench.ecr.setPolicyScope(place, "V1");
        bench.approves(DeskBench.AMIR, asked);
        bench.work();
        assertThat(bench.now(asked).stage().problem().orElseThrow().code()).isEqualTo(Code.REGISTRY_SCOPE);
        bench.applied("revoke pull payments/* sales ci-deployer");
        assertThat(bench.grant(granted).state()).isEqualTo(Grant.State.ENDED);
        assertThat(bench.ecr.traffic().calls())
                .noneMatch(call -> call.toString().contains("PutAccountSetting"));
    }

    @Test
    void theRuleHasToAllowItAndToContainIt() {
        assertThat(bench.refused("grant pull web/* sales ci-deployer").code()).isEqualTo(Code.PATTERN_REFUSED);
        assertThat(bench.refused("grant pull pay* sales ci-deployer").code()).isEqualTo(Code.PATTERN_TOO_WIDE);
        assertThat(bench.refused("grant pull * sales ci-deployer").code()).isEqualTo(Code.PATTERN_TOO_WIDE);
    }

    @Test
    void aRevocationOnARepositoryTellsWhatRemainsThroughTheRegistry() {
        bench.applied("grant pull payments/api sales ci-deployer");
        bench.applied("grant pull payments/* sales ci-deployer");
        Request revoked = bench.asks(DeskBench.RITA, "revoke pull payments/api sales ci-deployer");
        assertThat(revoked.revision().plan().remaining())
                .singleElement()
                .satisfies(holding -> assertThat(holding.resource())
                        .hasValue("arn:aws:ecr:us-west-2:111111111111:repository/payments/*"));
        bench.approves(DeskBench.AMIR, revoked);
        bench.work();
        assertThat(bench.now(revoked).stage().state()).isEqualTo(RequestState.APPLIED);
        assertThat(bench.refused("revoke pull payments/api sales ci-deployer").what())
                .contains(
                        "has no pull of its own on payments/api",
                        "registry's own policy gives the same principal pull",
                        "payments/*");
    }

    @Test
    void whatTheRegistrysPolicyGivesMayBeUnknownAndHindersNoRevocation() {
        bench.applied("grant pull payments/api sales ci-deployer");
        bench.ecr.traffic().withhold(SeedRegistry.BOT_ROLE, ApiOperation.GET_REGISTRY_POLICY);
        Request revoked = bench.asks(DeskBench.RITA, "revoke pull payments/api sales ci-deployer");
        assertThat(revoked.revision().plan().warnings())
                .extracting(Warning::kind)
                .contains(Warning.Kind.REGISTRY_UNKNOWN);
        bench.ecr.traffic().restore(SeedRegistry.BOT_ROLE, ApiOperation.GET_REGISTRY_POLICY);
        bench.approves(DeskBench.AMIR, revoked);
        bench.work();
        assertThat(bench.now(revoked).stage().state()).isEqualTo(RequestState.APPLIED);
    }

    @Test
    void statusTellsBothPoliciesApartAndWhatFollows() {
        bench.ecr.setPolicy(REGISTRY, FOREIGN);
        Request some = bench.applied("grant pull payments/* sales ci-deployer");
        Request own = bench.applied("grant push payments/api sales ci-deployer");
        var status = (Answer.Status) bench.types(DeskBench.BEN, "status payments/api");
        assertThat(status.lines())
                .singleElement()
                .satisfies(line -> assertThat(line.grants())
                        .extracting(grant -> grant.id().request())
                        .containsExactly(own.id()));
        assertThat(status.through())
                .hasSize(2)
                .last()
                .satisfies(line -> assertThat(line.grants())
                        .extracting(grant -> grant.id().request())
                        .containsExactly(some.id()));
        assertThat(status.derived()).last().satisfies(verdict -> {
            assertThat(verdict.principal().text()).isEqualTo(ROLE);
            assertThat(verdict.may())
                    .contains("ecr:BatchGetImage", "ecr:PutImage")
                    .doesNotContain("ecr:ListImages");
        });
        assertThat(status.notes()).isEmpty();

        var pattern = (Answer.Status) bench.types(DeskBench.BEN, "status payments/*");
        assertThat(pattern.lines()).hasSize(2).allMatch(StatusLine::throughRegistry);
        assertThat(pattern.through()).isEmpty();
        assertThat(((Answer.Status) bench.types(DeskBench.BEN, "status web/frontend")).through())
                .extracting(line -> line.holding().ours())
                .containsExactly(false);

        bench.ecr.traffic().withhold(SeedRegistry.BOT_ROLE, ApiOperation.GET_REGISTRY_POLICY);
        var blind = (Answer.Status) bench.types(DeskBench.BEN, "status payments/api");
        assertThat(blind.lines()).hasSize(1);
        assertThat(blind.notes()).singleElement().asString().contains("couldn't find out", "ecr:GetRegistryPolicy");
    }

    @Test
    void whatIsThereAlreadyNeedsNoRequest() {
        bench.applied("grant pull payments/* sales ci-deployer for 30d");
        assertThat(bench.types(DeskBench.RITA, "grant pull payments/a* sales ci-deployer for 7d"))
                .isInstanceOfSatisfying(Answer.NothingToChange.class, nothing -> {
                    assertThat(nothing.why()).contains("already has pull on payments/a*");
                    assertThat(nothing.held().orElseThrow().snippet().docker())
                            .anyMatch(line -> line.endsWith("/payments/aNAME:TAG"));
                });
    }
}
