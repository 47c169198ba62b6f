package dev.ecrbot.desk;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.ecrbot.desk.counter.Answer;
import dev.ecrbot.desk.request.Request;
import dev.ecrbot.desk.request.RequestState;
import dev.ecrbot.ecr.AccountId;
import dev.ecrbot.ecr.Repository;
import dev.ecrbot.ecr.StandardAccess;
import dev.ecrbot.policy.evaluation.BruteForce;
import dev.ecrbot.problem.Code;
import dev.ecrbot.sandbox.ecr.SeedRegistry;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** What is left of grants and revocations that overlap, after some of them were undone or have ended, by brute force. */
final class UndoKindsTest {
    private static final Pattern ACCOUNT_ID = Pattern.compile("\\b[0-9]{12}\\b");
    private static final String ROLE = SeedRegistry.role(SeedRegistry.SALES, "ci-deployer");
    private static final String ACCOUNT = "arn:aws:iam::222222222222:root";
    private static final List<String> ACTIONS = List.of(
            "ecr:BatchGetImage",
            "ecr:GetDownloadUrlForLayer",
            "ecr:BatchCheckLayerAvailability",
            "ecr:PutImage",
            "ecr:InitiateLayerUpload",
            "ecr:UploadLayerPart",
            "ecr:CompleteLayerUpload",
            "ecr:ListImages",
            "ecr:DescribeImages",
            "ecr:DescribeRepositories",
            "ecr:SetRepositoryPolicy");

    static List<FieldKinds.Case> cases() {
        return FieldKinds.in("undo-kinds.txt");
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("cases")
    void whatIsLeftIsWhatNothingTookAway(FieldKinds.Case one) {
        try (var bench = new DeskBench()) {
            Repository repository = SeedRegistry.west(one.repository());
            bench.ecr.addRepository(repository, Map.of());
            if (!one.policy().equals("none")) {
                ACCOUNT_ID
                        .matcher(one.policy())
                        .results()
                        .forEach(id -> bench.ecr.iam().addAccount(new AccountId(id.group())));
                bench.ecr.setPolicy(repository, one.policy());
            }
            Set<String> others = allowed(bench, repository, SeedRegistry.role(SeedRegistry.FINANCE, "ci-deployer"));
            var done = new ArrayList<Request>();
            for (String step : one.ask().split("; ")) {
                take(bench, step, done);
            }
            assertThat(allowed(bench, repository, ROLE))
                    .as("%s", bench.ecr.policy(repository))
                    .isEqualTo(meant(one.right()));
            assertThat(allowed(bench, repository, SeedRegistry.role(SeedRegistry.FINANCE, "ci-deployer")))
                    .isEqualTo(others);
        }
    }

    private static void take(DeskBench bench, String step, List<Request> done) {
        if (step.startsWith("wait ")) {
            bench.clock.advance(Duration.ofDays(Integer.parseInt(step.substring("wait ".length()))));
            bench.sweep();
            return;
        }
        boolean refused = step.endsWith("!");
        String text = step.startsWith("undo ")
                ? "undo "
                        + done.get(Integer.parseInt(step.replaceAll("[^0-9]", "")) - 1)
                                .id()
                : step;
        if (refused) {
            assertThat(bench.types(DeskBench.RITA, text))
                    .isInstanceOfSatisfying(
                            Answer.Refused.class,
                            answer -> assertThat(answer.problem().code()).isEqualTo(Code.POLICY_CHANGED));
            return;
        }
        Request asked = bench.asks(DeskBench.RITA, text);
        bench.approves(DeskBench.AMIR, asked);
        bench.work();
        assertThat(bench.now(asked).stage().state()).as(step).isEqualTo(RequestState.APPLIED);
        done.add(asked);
    }

    /** Returns the actions of accesses and actions that are named; “none” is none of them. */
    private static Set<String> meant(String right) {
        var meant = new TreeSet<String>();
        Stream.of(right.split(" and "))
                .filter(name -> !name.equals("none"))
                .flatMap(name -> StandardAccess.CATALOGUE
                        .byWord(name)
                        .map(access -> access.actions().stream())
                        .orElseGet(() -> Stream.of("ecr:" + name)))
                .filter(ACTIONS::contains)
                .forEach(meant::add);
        return meant;
    }

    private static Set<String> allowed(DeskBench bench, Repository repository, String role) {
        List<JsonNode> statements = ClaimCheck.statements(bench.ecr.policy(repository));
        String account = role.split(":")[4];
        var context = Map.of(
                "aws:currenttime", List.of(bench.clock.instant().toString()),
                "aws:principalarn", List.of(role),
                "aws:principalaccount", List.of(account));
        var allowed = new TreeSet<String>();
        for (String action : ACTIONS) {
            var caller = List.of(role, account, ACCOUNT.replace("222222222222", account));
            if (new BruteForce(caller, action, repository.arn(), context).allows(statements)) {
                allowed.add(action);
            }
        }
        return allowed;
    }
}
