package dev.ecrbot.desk;

import static org.assertj.core.api.Assertions.assertThat;

import dev.ecrbot.desk.counter.Answer;
import dev.ecrbot.desk.request.Request;
import dev.ecrbot.desk.request.RequestState;
import dev.ecrbot.desk.tell.Note;
import dev.ecrbot.ecr.AccountId;
import dev.ecrbot.ecr.PolicyHolder;
import dev.ecrbot.ecr.RegionalRegistry;
import dev.ecrbot.ecr.Repository;
import dev.ecrbot.policy.plan.Plan;
import dev.ecrbot.policy.plan.Warning;
import dev.ecrbot.problem.Code;
import dev.ecrbot.sandbox.ecr.Iam;
import dev.ecrbot.sandbox.ecr.SeedRegistry;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** What is asked for under each kind of Deny that people write is refused, or limited and so called, or neither. */
final class DenyKindsTest {
    private static final String BESIDE = "beside ";
    private static final Pattern ACCOUNT = Pattern.compile("\\b[0-9]{12}\\b");
    private static final Pattern ROLE = Pattern.compile("arn:aws:iam::[0-9]{12}:role/[\\w+=,.@/-]+(?=\")");

    static List<FieldKinds.Case> cases() {
        return FieldKinds.in("deny-kinds.txt");
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("cases")
    void whatItLeavesIsSaid(FieldKinds.Case one) {
        try (var bench = new DeskBench()) {
            open(bench, one);
            Answer answer = bench.types(DeskBench.RITA, one.ask());
            if (one.right().equals("refused")) {
                assertThat(answer).isInstanceOfSatisfying(Answer.Refused.class, refused -> {
                    assertThat(refused.problem().code()).isEqualTo(Code.DENIED_BY_STATEMENT);
                    assertThat(refused.problem().what()).contains("“no”");
                });
                return;
            }
            assertThat(answer).isInstanceOf(Answer.Filed.class);
            Request asked = ((Answer.Filed) answer).request();
            boolean limited = one.right().equals("limited");
            checkPlan(asked.revision().plan(), limited);
            bench.deliver();
            bench.approves(DeskBench.AMIR, asked);
            bench.work();
            assertThat(bench.now(asked).stage().state()).isEqualTo(RequestState.APPLIED);
            assertThat(granted(bench, asked).held().limited()).isEqualTo(limited);
        }
    }

    private static void open(DeskBench bench, FieldKinds.Case one) {
        Repository repository = SeedRegistry.west(one.repository());
        bench.ecr.addRepository(repository, Map.of());
        Iam iam = bench.ecr.iam();
        ACCOUNT.matcher(one.policy()).results().forEach(id -> iam.addAccount(new AccountId(id.group())));
        ROLE.matcher(one.policy()).results().forEach(role -> iam.addRole(role.group()));
        iam.addRole(SeedRegistry.role(SeedRegistry.FINANCE, "deployer"));
        PolicyHolder holder = one.policy().startsWith(BESIDE)
                ? new RegionalRegistry(SeedRegistry.CENTRAL, SeedRegistry.WEST)
                : repository;
        bench.ecr.setPolicy(
                holder,
                "{\"Version\":\"2012-10-17\",\"Statement\":[" + one.policy().replaceFirst("^" + BESIDE, "") + "]}");
    }

    private static void checkPlan(Plan plan, boolean limited) {
        assertThat(plan.hindered() || plan.conditional())
                .as("%s", plan.warnings())
                .isEqualTo(limited);
        boolean named = plan.warnings().stream().anyMatch(warning -> warning.kind() == Warning.Kind.DENY_PRESENT);
        assertThat(named || plan.conditional()).as("%s", plan.warnings()).isEqualTo(limited);
    }

    private static Note.Granted granted(DeskBench bench, Request request) {
        return bench.mailbox.notes(request.id()).stream()
                .filter(Note.Granted.class::isInstance)
                .map(Note.Granted.class::cast)
                .findFirst()
                .orElseThrow();
    }
}
