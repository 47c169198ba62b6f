package dev.ecrbot.desk;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.ecrbot.desk.counter.Answer;
import dev.ecrbot.desk.request.Request;
import dev.ecrbot.desk.request.RequestState;
import dev.ecrbot.ecr.AccountId;
import dev.ecrbot.ecr.RegionalRegistry;
import dev.ecrbot.ecr.Repository;
import dev.ecrbot.policy.AccessWords;
import dev.ecrbot.policy.Principal;
import dev.ecrbot.policy.diff.Effect;
import dev.ecrbot.policy.evaluation.BruteForce;
import dev.ecrbot.policy.plan.Edit;
import dev.ecrbot.policy.plan.Plan;
import dev.ecrbot.sandbox.ecr.Iam;
import dev.ecrbot.sandbox.ecr.SeedRegistry;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** What is asked for on policies as people write them is done, and nothing else with it, by brute force; or it isn't needed. */
final class EditKindsTest {
    private static final Pattern ACCOUNT = Pattern.compile("\\b[0-9]{12}\\b");
    private static final Pattern ROLE = Pattern.compile("arn:aws:iam::[0-9]{12}:role/[\\w+=,.@/-]+(?=\")");
    private static final String GONE = SeedRegistry.role(SeedRegistry.SALES, "gone");
    private static final Map<String, List<String>> LATER = Map.of("aws:currenttime", List.of("2028-01-01T00:00:00Z"));
    private static final RegionalRegistry REGISTRY = new RegionalRegistry(SeedRegistry.CENTRAL, SeedRegistry.WEST);
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
            "arn:aws:iam::666666666666:role/stranger",
            "arn:aws:lambda:us-west-2:222222222222:function:pay",
            "arn:aws:lambda:us-west-2:333333333333:function:pay",
            "arn:aws:lambda:eu-west-1:222222222222:function:pay");
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
            List<JsonNode> before = statements(bench, repository);
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
            compare(asked, before, statements(bench, repository), repository);
        }
    }

    /** Those of the registry that deny count beside: what it gives is there whatever is changed here. */
    private static List<JsonNode> statements(DeskBench bench, Repository repository) {
        return Stream.concat(
                        ClaimCheck.statements(bench.ecr.policy(repository)).stream(),
                        ClaimCheck.statements(bench.ecr.policy(REGISTRY)).stream()
                                .filter(beside -> beside.path("Effect").asText().equals("Deny")))
                .toList();
    }

    private static void open(DeskBench bench, Repository repository, String policies) {
        String[] parts = policies.split(" beside ");
        String policy = parts[0];
        bench.ecr.addRepository(repository, Map.of());
        Iam iam = bench.ecr.iam();
        ACCOUNT.matcher(policy).results().forEach(id -> iam.addAccount(new AccountId(id.group())));
        ROLE.matcher(policy).results().forEach(role -> iam.addRole(role.group()));
        bench.ecr.setPolicy(repository, policy);
        Stream.of(parts)
                .skip(1)
                .forEach(beside ->
                        bench.ecr.setPolicy(REGISTRY, "{\"Version\":\"2012-10-17\",\"Statement\":[" + beside + "]}"));
        iam.delete(GONE);
    }

    private static void compare(Request asked, List<JsonNode> before, List<JsonNode> after, Repository on) {
        Edit edit = asked.change().edit();
        // Functions that lose access leave their account what it has.
        List<String> whom = (edit.gives() ? edit.principal().parts() : List.of(edit.principal()))
                .stream().map(Principal::text).toList();
        Set<String> meant = edit.accessIfNamed().map(access -> access.actions()).orElse(Set.copyOf(ACTIONS));
        boolean gives = edit.gives();
        for (String caller : CALLERS) {
            boolean isMeant = whom.stream().anyMatch(one -> covers(one, caller));
            for (Map<String, List<String>> context : CONTEXTS) {
                for (String action : new TreeSet<>(ACTIONS)) {
                    boolean was = request(caller, action, on, context).allows(before);
                    boolean is = request(caller, action, on, context).allows(after);
                    boolean right = (isMeant && meant.contains(action)) ? gives : was;
                    assertThat(is)
                            .as("%s for %s with %s, before %s, under %s", action, caller, context, was, after)
                            .isEqualTo(right);
                    assertThat(was == is || isTold(asked.revision().plan(), caller, action, is))
                            .as(
                                    "%s for %s with %s is told by %s",
                                    action,
                                    caller,
                                    context,
                                    asked.revision().plan().effects())
                            .isTrue();
                }
            }
        }
        asked.revision().plan().effects().forEach(effect -> checkHappened(effect, before, after, on));
    }

    /** Returns whether the card says that the caller gains the action, or loses it. */
    private static boolean isTold(Plan plan, String caller, String action, boolean gains) {
        return plan.effects().stream()
                .filter(effect -> covers(effect.principal().text(), caller))
                .anyMatch(effect -> AccessWords.covers(gains ? effect.gains() : effect.loses(), action));
    }

    /** What the card says of somebody who is among the callers comes about for them under one of the contexts at least. */
    private static void checkHappened(Effect effect, List<JsonNode> before, List<JsonNode> after, Repository on) {
        for (String caller : CALLERS) {
            if (covers(effect.principal().text(), caller)
                    && (caller.equals(effect.principal().text()) || caller.contains(":lambda:"))) {
                for (String action : ACTIONS) {
                    boolean changes = Stream.concat(CONTEXTS.stream(), Stream.of(LATER))
                            .map(context -> request(caller, action, on, context))
                            .anyMatch(one -> one.allows(before) != one.allows(after));
                    boolean told =
                            AccessWords.covers(effect.gains(), action) || AccessWords.covers(effect.loses(), action);
                    assertThat(!told || changes)
                            .as("%s for %s, as told by %s", action, caller, effect)
                            .isTrue();
                }
            }
        }
    }

    private static boolean covers(String whom, String caller) {
        boolean functions = whom.contains(":lambda:");
        return caller.equals(whom)
                || (functions && caller.startsWith(whom.replaceFirst("[*]$", "")))
                || (whom.endsWith(":root")
                        && !caller.contains(":lambda:")
                        && accountOf(caller).equals(accountOf(whom)));
    }

    private static BruteForce request(String caller, String action, Repository on, Map<String, List<String>> more) {
        String account = accountOf(caller);
        var context = new HashMap<String, List<String>>();
        context.put("aws:currenttime", List.of("2026-11-22T10:00:00Z"));
        context.put("aws:requestedregion", List.of("us-west-2"));
        if (caller.contains(":lambda:")) {
            context.put("aws:sourcearn", List.of(caller));
            context.put("aws:sourceaccount", List.of(account));
            context.put("aws:principalisawsservice", List.of("true"));
            return new BruteForce(List.of("lambda.amazonaws.com"), action, on.arn(), context);
        }
        context.putAll(more);
        context.put("aws:principalisawsservice", List.of("false"));
        context.put("aws:principalarn", List.of(caller));
        context.put("aws:principalaccount", List.of(account));
        return new BruteForce(List.of(caller, account, "arn:aws:iam::" + account + ":root"), action, on.arn(), context);
    }

    private static String accountOf(String arn) {
        return arn.split(":")[4];
    }
}
