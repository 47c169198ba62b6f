package dev.ecrbot.desk;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.ecrbot.desk.counter.Answer;
import dev.ecrbot.desk.request.Request;
import dev.ecrbot.desk.request.RequestState;
import dev.ecrbot.ecr.AccountId;
import dev.ecrbot.ecr.Repository;
import dev.ecrbot.policy.evaluation.BruteForce;
import dev.ecrbot.policy.plan.Edit;
import dev.ecrbot.sandbox.ecr.Iam;
import dev.ecrbot.sandbox.ecr.SeedRegistry;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** What is asked for on policies as people write them is done, and nothing else with it, by brute force; or it isn't needed. */
final class EditKindsTest {
    private static final Pattern ACCOUNT = Pattern.compile("\\b[0-9]{12}\\b");
    private static final Pattern ROLE = Pattern.compile("arn:aws:iam::[0-9]{12}:role/[\\w+=,.@/-]+(?=\")");
    private static final String GONE = SeedRegistry.role(SeedRegistry.SALES, "gone");
    private static final List<String> CALLERS = List.of(
            "arn:aws:iam::222222222222:role/ci-deployer",
            "arn:aws:iam::222222222222:role/role2-1",
            "arn:aws:iam::222222222222:role/role2-2",
            "arn:aws:iam::222222222222:user/role2-2",
            "arn:aws:iam::222222222222:root",
            "arn:aws:iam::333333333333:role/ci-deployer",
            "arn:aws:iam::333333333333:root",
            "arn:aws:iam::444444444444:role/notebook",
            "arn:aws:iam::555555555555:root",
            "arn:aws:iam::666666666666:role/stranger");
    private static final List<String> ACTIONS = List.of(
            "ecr:BatchGetImage",
            "ecr:GetDownloadUrlForLayer",
            "ecr:BatchCheckLayerAvailability",
            "ecr:PutImage",
            "ecr:InitiateLayerUpload",
            "ecr:ListImages",
            "ecr:DescribeImages",
            "ecr:SetRepositoryPolicy",
            "ecr:DeleteRepository");
    private static final List<Map<String, List<String>>> CONTEXTS = List.of(
            Map.of(),
            Map.of("aws:sourcevpce", List.of("vpce-0a1b2c3d4e5f60718"), "aws:securetransport", List.of("true")),
            Map.of("aws:principalorgid", List.of("o-a1b2c3d4e5")));

    static List<FieldKinds.Case> cases() {
        return FieldKinds.in("edit-kinds.txt");
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("cases")
    void whatIsAskedForIsDoneAndNothingElse(FieldKinds.Case one) {
        try (var bench = new DeskBench()) {
            Repository repository = SeedRegistry.west(one.repository());
            open(bench, repository, one.policy());
            List<JsonNode> before = ClaimCheck.statements(bench.ecr.policy(repository));
            Answer answer = bench.types(DeskBench.RITA, one.ask());
            if (!one.right().equals("applied")) {
                assertThat(answer)
                        .isInstanceOf(
                                one.right().equals("already") ? Answer.NothingToChange.class : Answer.Refused.class);
                assertThat(answer.toString()).contains(one.right().equals("already") ? "already has" : "");
                return;
            }
            assertThat(answer).isInstanceOf(Answer.Filed.class);
            Request asked = ((Answer.Filed) answer).request();
            bench.deliver();
            bench.approves(DeskBench.AMIR, asked);
            bench.work();
            assertThat(bench.now(asked).stage().state())
                    .as("%s", bench.now(asked).stage())
                    .isEqualTo(RequestState.APPLIED);
            compare(asked, before, ClaimCheck.statements(bench.ecr.policy(repository)), repository);
        }
    }

    private static void open(DeskBench bench, Repository repository, String policy) {
        bench.ecr.addRepository(repository, Map.of());
        Iam iam = bench.ecr.iam();
        ACCOUNT.matcher(policy).results().forEach(id -> iam.addAccount(new AccountId(id.group())));
        ROLE.matcher(policy).results().forEach(role -> iam.addRole(role.group()));
        bench.ecr.setPolicy(repository, policy);
        iam.delete(GONE);
    }

    private static void compare(Request asked, List<JsonNode> before, List<JsonNode> after, Repository on) {
        Edit edit = asked.change().edit();
        String whom = edit.principal().text();
        Set<String> meant = edit.accessIfNamed().map(access -> access.actions()).orElse(Set.copyOf(ACTIONS));
        boolean gives = edit.gives();
        boolean account = whom.endsWith(":root");
        for (String caller : CALLERS) {
            boolean isMeant =
                    caller.equals(whom) || (account && accountOf(caller).equals(accountOf(whom)));
            for (Map<String, List<String>> context : CONTEXTS) {
                for (String action : new TreeSet<>(ACTIONS)) {
                    boolean was = request(caller, action, on, context).allows(before);
                    boolean is = request(caller, action, on, context).allows(after);
                    boolean right = (isMeant && meant.contains(action)) ? gives : was;
                    assertThat(is)
                            .as("%s for %s with %s, before %s, under %s", action, caller, context, was, after)
                            .isEqualTo(right);
                }
            }
        }
    }

    private static BruteForce request(String caller, String action, Repository on, Map<String, List<String>> more) {
        String account = accountOf(caller);
        var context = new HashMap<>(more);
        context.put("aws:currenttime", List.of("2026-11-22T10:00:00Z"));
        context.put("aws:principalarn", List.of(caller));
        context.put("aws:principalaccount", List.of(account));
        context.put("aws:requestedregion", List.of("us-west-2"));
        return new BruteForce(List.of(caller, account, "arn:aws:iam::" + account + ":root"), action, on.arn(), context);
    }

    private static String accountOf(String arn) {
        return arn.split(":")[4];
    }
}
