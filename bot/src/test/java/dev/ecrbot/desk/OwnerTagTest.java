package dev.ecrbot.desk;

import static org.assertj.core.api.Assertions.assertThat;

import dev.ecrbot.desk.counter.Answer;
import dev.ecrbot.desk.ledger.EventKind;
import dev.ecrbot.desk.request.Request;
import dev.ecrbot.desk.request.RequestState;
import dev.ecrbot.problem.Code;
import dev.ecrbot.problem.Problem;
import dev.ecrbot.sandbox.ecr.ApiOperation;
import dev.ecrbot.sandbox.ecr.Fault;
import dev.ecrbot.sandbox.ecr.SeedRegistry;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** The repository's own tag says who decides, as it is when somebody asks and when somebody clicks. */
final class OwnerTagTest {
    private static final String RULE = """
              - name: owned
                repositories: ["payments/*"]
                access: [pull]
                to: ["*"]
                requesters: [anyone]
                approvers: {tag: owner, people: {pay: [U0APPROVER1], web: [S0OWNERS]}}
                channel: C0APPROVALS
                revoke: immediate
            """;
    private static final String PULL = "grant pull payments/api sales ci-deployer for 7d";

    private final DeskBench bench = new DeskBench(RULE);

    @BeforeEach
    void tag() {
        owner("pay");
    }

    @AfterEach
    void close() {
        bench.close();
    }

    private void owner(String value) {
        bench.ecr.addRepository(SeedRegistry.west("payments/api"), Map.of("owner", value));
    }

    private static Problem refused(Answer answer) {
        assertThat(answer).isInstanceOf(Answer.Refused.class);
        return ((Answer.Refused) answer).problem();
    }

    @Test
    void onlyTheOwnerDecides() {
        Request request = bench.asks(DeskBench.RITA, PULL);
        assertThat(request.ask().orElseThrow().approvers().users()).containsExactly("U0APPROVER1");
        assertThat(refused(bench.approves(DeskBench.OLGA, request)).code()).isEqualTo(Code.APPROVER_REFUSED);
        assertThat(refused(bench.denies(DeskBench.OLGA, request)).code()).isEqualTo(Code.APPROVER_REFUSED);
        bench.approves(DeskBench.AMIR, request);
        bench.work();
        assertThat(bench.now(request).stage().state()).isEqualTo(RequestState.APPLIED);
    }

    @Test
    void whoOwnsItAtTheClickDecides() {
        Request request = bench.asks(DeskBench.RITA, PULL);
        owner("web");
        assertThat(refused(bench.approves(DeskBench.AMIR, request)).code()).isEqualTo(Code.APPROVER_REFUSED);
        bench.approves(DeskBench.OLGA, request);
        bench.work();
        assertThat(bench.now(request).stage().state()).isEqualTo(RequestState.APPLIED);
    }

    @Test
    void aMissingTagAndAnUnknownValueSayWhatToSetWhere() {
        bench.ecr.addRepository(SeedRegistry.west("payments/api"), Map.of());
        Problem missing = bench.refused(PULL);
        assertThat(missing.code()).isEqualTo(Code.NO_APPROVER);
        assertThat(missing.text()).contains("tag “owner”", "repository payments/api", "in AWS", "pay, web");
        owner("nobody");
        assertThat(bench.refused(PULL).text()).contains("is “nobody”", "approvers.people", "owned");
    }

    @Test
    void tagsThatCannotBeReadLetNobodyAskOrDecide() {
        Request request = bench.asks(DeskBench.RITA, PULL);
        bench.ecr.traffic().fault(ApiOperation.LIST_TAGS_FOR_RESOURCE, 50, Fault.deny());
        Problem problem = refused(bench.approves(DeskBench.AMIR, request));
        assertThat(problem.text()).contains("can't be read", "ecr:ListTagsForResource");
        assertThat(bench.events(request)).contains(EventKind.DECISION_REFUSED);
        assertThat(bench.now(request).stage().state()).isEqualTo(RequestState.PENDING);
        assertThat(bench.refused(PULL.replace("ci-deployer", "role2-1")).text()).contains("can't be read");
        bench.ecr.traffic().clearFaults();
        bench.approves(DeskBench.AMIR, request);
        bench.work();
        assertThat(bench.now(request).stage().state()).isEqualTo(RequestState.APPLIED);
    }

    @Test
    void onlyTheOwnerRevokesAtOnce() {
        Request request = bench.asks(DeskBench.RITA, PULL);
        bench.approves(DeskBench.AMIR, request);
        bench.work();
        Answer byAnother = bench.types(DeskBench.OLGA, "revoke pull payments/api sales ci-deployer");
        assertThat(((Answer.Filed) byAnother).request().stage().state()).isEqualTo(RequestState.PENDING);
        bench.types(
                DeskBench.OLGA, "cancel " + ((Answer.Filed) byAnother).request().id());
        bench.deliver();
        Answer byOwner = bench.types(DeskBench.AMIR, "revoke pull payments/api sales ci-deployer");
        assertThat(((Answer.Filed) byOwner).request().stage().state()).isEqualTo(RequestState.APPROVED);
        bench.work();
        assertThat(bench.policy("payments/api")).isEmpty();
    }

    @Test
    void onlyTheOwnerEndsWhatOthersAskedFor() {
        Request request = bench.asks(DeskBench.RITA, PULL);
        bench.approves(DeskBench.AMIR, request);
        bench.work();
        assertThat(refused(bench.types(DeskBench.OLGA, "end " + request.id())).code())
                .isEqualTo(Code.APPROVER_REFUSED);
        assertThat(bench.types(DeskBench.AMIR, "end " + request.id())).isInstanceOf(Answer.Ending.class);
        bench.work();
    }

    @Test
    void whatWasAskedForAtOnceIsDecidedTogetherByOneOwnerOnly() {
        bench.ecr.addRepository(SeedRegistry.west("payments/worker"), Map.of("owner", "web"));
        Answer answer = bench.types(DeskBench.RITA, "grant pull payments/api,payments/worker sales ci-deployer for 7d");
        bench.deliver();
        assertThat(answer).isInstanceOf(Answer.Refused.class);
    }
}
