package dev.ecrbot.desk;

import static dev.ecrbot.desk.RegistryDenies.API;
import static dev.ecrbot.desk.RegistryDenies.LAYERS;
import static dev.ecrbot.desk.RegistryDenies.PULL;
import static dev.ecrbot.desk.RegistryDenies.ROLE;
import static dev.ecrbot.desk.RegistryDenies.SAYS;
import static org.assertj.core.api.Assertions.assertThat;

import dev.ecrbot.desk.counter.Answer;
import dev.ecrbot.desk.ledger.EventKind;
import dev.ecrbot.desk.request.Grant;
import dev.ecrbot.desk.request.Request;
import dev.ecrbot.desk.request.RequestState;
import dev.ecrbot.desk.tell.Note;
import dev.ecrbot.policy.plan.Plan;
import dev.ecrbot.policy.plan.Warning;
import dev.ecrbot.problem.Code;
import dev.ecrbot.sandbox.ecr.ApiCall;
import dev.ecrbot.sandbox.ecr.ApiOperation;
import dev.ecrbot.sandbox.ecr.Fault;
import dev.ecrbot.sandbox.ecr.Place;
import dev.ecrbot.sandbox.ecr.SeedRegistry;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** What the registry's own policy denies is said of each grant in its repositories, and nothing that it denies is called in effect. */
final class RegistryDenyTest {
    private final RegistryDenies registry = new RegistryDenies();
    private final DeskBench bench = registry.bench;

    @AfterEach
    void close() {
        bench.close();
    }

    @Test
    void aGrantOfWhichNothingWouldBeLeftIsRefused() {
        registry.denyBeside("ecr:*");
        assertThat(bench.refused(PULL)).satisfies(problem -> {
            assertThat(problem.code()).isEqualTo(Code.DENIED_BY_STATEMENT);
            assertThat(problem.what())
                    .contains("the Deny statement “by hand” of the registry's own policy denies all of it")
                    .doesNotContain("of its policy");
        });
    }

    @Test
    void whatStaysDeniedIsSaidToApproversAndToTheHolder() {
        registry.denyBeside(LAYERS);
        Request asked = bench.asks(DeskBench.RITA, PULL + " for 7d");
        Plan plan = asked.revision().plan();
        assertThat(texts(plan, Warning.Kind.DENY_PRESENT)).containsExactly(SAYS);
        assertThat(plan.effects())
                .singleElement()
                .satisfies(effect ->
                        assertThat(effect.gains()).contains("ecr:BatchGetImage").doesNotContain(LAYERS));

        bench.approves(DeskBench.AMIR, asked);
        bench.work();

        assertThat(granted(asked).held().limited()).isTrue();
        assertThat(registry.isLimited(asked)).isTrue();
        assertThat(texts(bench.now(asked).revision().plan(), Warning.Kind.DENY_PRESENT))
                .containsExactly(SAYS);
    }

    @Test
    void whatIsDeniedByTheClickIsShownToTheApproversFirst() {
        Request asked = bench.asks(DeskBench.RITA, PULL);
        registry.denyBeside(LAYERS);
        bench.approves(DeskBench.AMIR, asked);
        bench.work();

        Request again = bench.now(asked);
        assertThat(again.stage().state()).isEqualTo(RequestState.PENDING);
        assertThat(texts(again.revision().plan(), Warning.Kind.DENY_PRESENT)).containsExactly(SAYS);
        bench.approves(DeskBench.AMIR, again);
        bench.work();
        assertThat(granted(asked).held().limited()).isTrue();
    }

    @Test
    void whatIsDeniedWhileAWriteTakesLongIsSaidWithTheProof() {
        Request asked = bench.asks(DeskBench.RITA, PULL);
        bench.ecr.traffic().fault(ApiOperation.SET_REPOSITORY_POLICY, 1, new Fault() {
            @Override
            public void after(ApiCall call) {
                bench.clock.advance(Duration.ofSeconds(3));
                registry.denyBeside(LAYERS);
            }
        });
        bench.approves(DeskBench.AMIR, asked);
        bench.work();
        assertThat(granted(asked).held().limited()).isTrue();
        assertThat(registry.isLimited(asked)).isTrue();
        assertThat(texts(bench.now(asked).revision().plan(), Warning.Kind.DENY_PRESENT))
                .containsExactly(SAYS);
    }

    @Test
    void nobodyIsSaidToHaveWhatIsDenied() {
        bench.applied(PULL + " for 7d");
        registry.denyBeside(LAYERS);
        assertThat(bench.types(DeskBench.BEN, PULL + " for 2d"))
                .isInstanceOfSatisfying(
                        Answer.NothingToChange.class,
                        nothing -> assertThat(nothing.why())
                                .contains("a Deny statement may keep it out")
                                .doesNotContain("already has"));
    }

    @Test
    void whatCantBeReadIsSaidWhereAccessIsGivenAndNowhereElse() {
        bench.ecr.traffic().withhold(SeedRegistry.BOT_ROLE, ApiOperation.GET_REGISTRY_POLICY);
        Request grant = bench.applied(PULL + " for 2h");
        assertThat(texts(grant.revision().plan(), Warning.Kind.REGISTRY_UNKNOWN))
                .singleElement()
                .asString()
                .contains("couldn't find out whether the registry's own policy denies it", "ecr:GetRegistryPolicy");
        assertThat(granted(grant).held().limited()).isTrue();

        bench.clock.advance(Duration.ofHours(3));
        bench.sweep();
        assertThat(bench.grant(grant).ended().orElseThrow().reason()).isEqualTo(Grant.Reason.EXPIRED);
        assertThat(registry.told(grant)).isEmpty();
    }

    @Test
    void aGrantWaitsForARegistryThatIsThrottled() {
        Request asked = bench.asks(DeskBench.RITA, PULL);
        bench.ecr.traffic().fault(ApiOperation.GET_REGISTRY_POLICY, 20, Fault.throttle());
        bench.approves(DeskBench.AMIR, asked);
        bench.work();
        bench.ecr.traffic().clearFaults();
        assertThat(bench.now(asked).stage().state()).isEqualTo(RequestState.APPROVED);
        assertThat(bench.events(asked)).contains(EventKind.WAITING_FOR_AWS);

        bench.clock.advance(Duration.ofMinutes(1));
        bench.sweep();
        assertThat(bench.now(asked).stage().state()).isEqualTo(RequestState.APPLIED);
    }

    @Test
    void fourCallsOfEcrLeadFromTheApprovalToTheProof() {
        assertThat(callsToProof(PULL)).hasSize(4);
        registry.denyBeside(LAYERS);
        assertThat(callsToProof("grant push payments/api sales ci-deployer")).hasSize(4);
    }

    @Test
    void underV1ItDeniesNothing() {
        bench.ecr.setPolicyScope(Place.of(API), "V1");
        ForeignPen.denyBeside(bench.ecr, API, ROLE, "ecr:ReplicateImage", "*");
        Request grant = bench.applied(PULL);
        assertThat(grant.revision().plan().hindered()).isFalse();
        assertThat(bench.ecr.traffic().calls(ApiOperation.GET_ACCOUNT_SETTING)).isNotEmpty();
    }

    @Test
    void anotherRepositorysDenyIsNoneOfThisOne() {
        ForeignPen.denyBeside(
                bench.ecr,
                API,
                ROLE,
                LAYERS,
                SeedRegistry.west("payments/other").arn());
        Request grant = bench.applied(PULL);
        assertThat(grant.revision().plan().hindered()).isFalse();
        assertThat(bench.ecr.traffic().calls(ApiOperation.GET_ACCOUNT_SETTING)).isEmpty();
    }

    @Test
    void statusSaysWhatIsLeftByBothPolicies() {
        bench.applied(PULL);
        ForeignPen.denyBeside(bench.ecr, API, "arn:aws:iam::222222222222:root", LAYERS, "*");
        var status = (Answer.Status) bench.types(DeskBench.BEN, "status payments/api");
        assertThat(status.derived())
                .filteredOn(verdict -> verdict.principal().text().equals(ROLE))
                .singleElement()
                .satisfies(verdict ->
                        assertThat(verdict.may()).contains("ecr:BatchGetImage").doesNotContain(LAYERS));
    }

    private List<ApiCall> callsToProof(String text) {
        Request asked = bench.asks(DeskBench.RITA, text);
        int before = bench.ecr.traffic().calls().size();
        bench.approves(DeskBench.AMIR, asked);
        bench.staff.applier().apply(asked.id());
        List<ApiCall> calls = bench.ecr.traffic().calls();
        bench.work();
        assertThat(bench.now(asked).stage().state()).isEqualTo(RequestState.APPLIED);
        return calls.subList(before, calls.size());
    }

    private static List<String> texts(Plan plan, Warning.Kind kind) {
        return plan.warnings().stream()
                .filter(warning -> warning.kind() == kind)
                .map(Warning::text)
                .toList();
    }

    private Note.Granted granted(Request request) {
        return bench.mailbox.notes(request.id()).stream()
                .filter(Note.Granted.class::isInstance)
                .map(Note.Granted.class::cast)
                .findFirst()
                .orElseThrow();
    }
}
