package dev.ecrbot.policy.evaluation;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.ecrbot.ecr.AccountId;
import dev.ecrbot.ecr.Partition;
import dev.ecrbot.ecr.Region;
import dev.ecrbot.ecr.Repository;
import dev.ecrbot.ecr.RepositoryName;
import dev.ecrbot.policy.AttachedPolicy;
import dev.ecrbot.policy.PolicyDocument;
import dev.ecrbot.policy.Principals;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.LongConsumer;

/** Makes all policies around a repository, a question, and what is known of the request, of one number; holds the verdict against the flow chart. */
final class WholeAgreementCase implements LongConsumer {
    private static final ObjectMapper MAPPER = new ObjectMapper();
    private static final String EVERYTHING = "{\"Effect\":\"Allow\",\"Action\":\"*\",\"Resource\":\"*\"}";
    private static final List<String> ACTIONS = List.of(
            "ecr:BatchGetImage",
            "ecr:BatchGetImage",
            "ecr:BatchGetImage",
            "ecr:PutImage",
            "ecr:DescribeImages",
            "ecr:GetAuthorizationToken",
            "ecr:PutRegistryPolicy",
            "ecr:NoSuch",
            "s3:GetObject");
    private static final int REQUESTS = 8;
    private static final int COINS = 4;

    @Override
    public void accept(long seed) {
        new Made(seed).check();
    }

    /** All policies around a repository, a question, and what is known of the request. */
    private static final class Made {
        private final Universe universe;
        private final String caller;
        private final String owner;
        private final Question question;
        private final Map<String, List<String>> some;
        private final List<PolicyDocument> resource;
        private final List<PolicyDocument> identity;
        private final Optional<PolicyDocument> boundary;
        private final Optional<PolicyDocument> session;
        private final List<List<PolicyDocument>> scps = new ArrayList<>();
        private final List<PolicyDocument> rcps;

        Made(long seed) {
            universe = Universe.wide(seed);
            caller = universe.pick(Asker.principals());
            owner = universe.pick(List.of("111111111111", "222222222222", "222222222222"));
            boolean arn = caller.startsWith("arn:");
            boolean identified = arn && !caller.endsWith(":root");
            boolean sessions = identified && !caller.contains(":user/");
            question = new Question(
                    Principals.parse(arn ? "AWS" : "Service", caller),
                    universe.pick(ACTIONS),
                    new Repository(new AccountId(owner), new Region("us-west-2"), new RepositoryName("payments/api")));
            some = universe.some(universe.request());
            if (!arn) {
                some.keySet().removeIf(key -> key.startsWith("aws:Principal"));
            }
            // Whom a statement names decides who limits it, so one in two names somebody and asks for nothing.
            resource = List.of(
                    PolicyDocument.parse(moved(either(universe.policy(false, true), naming()))),
                    PolicyDocument.parse(moved(either(universe.policy(true, true), universe.policy(List.of())))));
            identity = identified ? attached(universe.pick(List.of(0, 1, 2))) : List.of();
            boundary = attached(identified && universe.pick(List.of(0, 1)) == 0 ? 1 : 0).stream()
                    .findFirst();
            session = attached(sessions && universe.pick(List.of(0, 1)) == 0 ? 1 : 0).stream()
                    .findFirst();
            for (int levels = universe.pick(List.of(0, 0, 1, 2)); levels > 0; levels--) {
                scps.add(attached(universe.pick(List.of(1, 2))));
            }
            rcps = universe.pick(List.of(0, 1)) == 0 ? List.of() : List.of(guard());
        }

        private String either(String one, String other) {
            return universe.pick(List.of(0, 1)) == 0 ? one : other;
        }

        private String naming() {
            var statements = new ArrayList<>(List.of("{\"Effect\":\"Allow\",\"Principal\":{\"AWS\":\""
                    + either(caller.startsWith("arn:") ? caller : "*", universe.pick(WideTexts.PRINCIPALS))
                    + "\"},\"Action\":\"*\"}"));
            if (caller.startsWith("arn:") && universe.pick(List.of(0, 1, 2)) == 0) {
                String names =
                        String.join("\",\"", Asker.of(caller, true).get(0).names());
                statements.add("{\"Effect\":\"Deny\",\"NotPrincipal\":{\"AWS\":[\"" + names + "\"]},\"Action\":\"*\"}");
            }
            return universe.policy(statements);
        }

        void check() {
            Verdict verdict = WholeEvaluation.of(
                            resource.get(0),
                            resource.get(1),
                            new OtherPolicies(identity, boundary, session, scps, rcps),
                            Partition.AWS)
                    .answer(question, question.known(Questions.NOW).and(some))
                    .verdict();
            if (verdict instanceof Verdict.Conditional) {
                return;
            }
            boolean yes = verdict instanceof Verdict.Yes;
            for (Asker asker : Asker.of(caller, yes)) {
                for (int times = 0; times < REQUESTS; times++) {
                    var rest = new HashMap<>(universe.request());
                    rest.putAll(some);
                    var request = new BruteForce(
                            asker.names(),
                            question.action(),
                            question.repository().arn(),
                            asker.request(rest),
                            times % COINS);
                    assertThat(new WholeBruteForce(request, owner, policies()).allows())
                            .as("%s for %s as %s, known %s: %s", verdict, question, asker.names(), some, this)
                            .isEqualTo(yes);
                }
            }
        }

        private WholeBruteForce.Policies policies() {
            return new WholeBruteForce.Policies(
                    statements(resource, false),
                    statements(identity, true),
                    boundary.map(one -> statements(List.of(one), true)),
                    session.map(one -> statements(List.of(one), true)),
                    scps.stream().map(level -> statements(level, true)).toList(),
                    // Their principal is everyone, and they decide on the login, too.
                    statements(rcps, true));
        }

        private String moved(String policy) {
            return policy.replace("111111111111", owner);
        }

        /** Returns policies without principals, of which one in two allows everything beside. */
        private List<PolicyDocument> attached(int count) {
            var policies = new ArrayList<PolicyDocument>();
            for (int made = 0; made < count; made++) {
                var statements = new ArrayList<String>();
                for (JsonNode statement :
                        statements(List.of(PolicyDocument.parse(moved(universe.policy(true, false)))), true)) {
                    statements.add(statement.toString());
                }
                if (universe.pick(List.of(0, 1)) == 0) {
                    statements.add(EVERYTHING);
                }
                policies.add(AttachedPolicy.of(read(universe.policy(statements))));
            }
            return policies;
        }

        /** Returns a resource control policy. */
        private PolicyDocument guard() {
            var statements = new ArrayList<String>();
            for (JsonNode statement :
                    statements(List.of(PolicyDocument.parse(moved(universe.policy(true, false)))), true)) {
                statements.add(((ObjectNode) statement)
                        .put("Principal", "*")
                        .put("Effect", "Deny")
                        .toString());
            }
            return PolicyDocument.parse(universe.policy(statements));
        }

        /** Returns the statements of policies, without principals where they stand for everyone's. */
        private static List<JsonNode> statements(List<PolicyDocument> policies, boolean attached) {
            var statements = new ArrayList<JsonNode>();
            for (PolicyDocument policy : policies) {
                for (JsonNode statement : BruteForce.statements(policy.text())) {
                    statements.add(attached ? ((ObjectNode) statement).without("Principal") : statement);
                }
            }
            return statements;
        }

        private static JsonNode read(String policy) {
            try {
                return MAPPER.readTree(policy);
            } catch (JsonProcessingException e) {
                throw new AssertionError(e);
            }
        }

        @Override
        public String toString() {
            return "repository and registry " + resource + ", identity " + identity + ", boundary " + boundary
                    + ", session " + session + ", SCPs " + scps + ", RCPs " + rcps;
        }
    }
}
