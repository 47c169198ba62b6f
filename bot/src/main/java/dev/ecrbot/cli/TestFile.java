package dev.ecrbot.cli;

import com.fasterxml.jackson.databind.JsonNode;
import dev.ecrbot.cli.words.FileWords;
import dev.ecrbot.cli.words.LintWords;
import dev.ecrbot.cli.words.TestWords;
import dev.ecrbot.ecr.Repository;
import dev.ecrbot.policy.PolicyDocument;
import dev.ecrbot.policy.PrincipalLabels;
import dev.ecrbot.policy.assertion.Assertion;
import dev.ecrbot.policy.assertion.AssertionSubject;
import dev.ecrbot.policy.assertion.Decides;
import dev.ecrbot.policy.evaluation.Decider.Source;
import dev.ecrbot.policy.evaluation.OtherPolicies;
import dev.ecrbot.policy.source.YamlText;
import dev.ecrbot.problem.Guess;
import dev.ecrbot.problem.ProblemException;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * What a file of {@code policy test} says: JSON or YAML. {@code policy}, {@code registryPolicy}, {@code repository} and the policies
 * beside them stand at the top, for all {@code tests}, or in a test of the list, for that one. Policies are named by their files,
 * seen from the file itself.
 */
record TestFile(String name, List<Test> tests) {
    private static final List<String> ONE = List.of("policy", "registryPolicy", "repository", "boundary", "session");
    private static final List<String> SEVERAL = List.of("identity", "scp", "rcp");

    TestFile {
        tests = List.copyOf(tests);
    }

    /** An assertion by its name, and what it is about. */
    record Test(String name, AssertionSubject subject, Assertion assertion) {}

    static TestFile read(String file, boolean lenient) throws BadInput {
        try {
            return new Reader(file, YamlText.read(Texts.text(file)).tree(), lenient).read();
        } catch (ProblemException e) {
            throw new BadInput(file + ": " + e.problem().text());
        }
    }

    /** Reads one file; not thread-safe. */
    private record Reader(String file, JsonNode tree, boolean lenient) {

        TestFile read() throws BadInput {
            checkKeys(file + ": ", tree, join(ONE, SEVERAL, List.of("tests")));
            JsonNode list = tree.path("tests");
            if (!list.isArray() || list.isEmpty()) {
                throw new BadInput(file + ": " + TestWords.noTests());
            }
            var tests = new ArrayList<Test>();
            for (int place = 0; place < list.size(); place++) {
                tests.add(test(list.path(place), place + 1));
            }
            return new TestFile(file, tests);
        }

        private Test test(JsonNode node, int number) throws BadInput {
            String name = node.path("name").isTextual() ? node.path("name").textValue() : TestWords.unnamed(number);
            String before = file + ", " + PrincipalLabels.clean(name) + ": ";
            checkKeys(before, node, join(ONE, SEVERAL, List.of("name"), TestAssertion.KEYS));
            try {
                Repository repository = Arns.repository(text(node, "repository"));
                var assertion = TestAssertion.read(node, repository.region().partition());
                AssertionSubject subject = subject(node, repository);
                checkIdentity(node, subject, assertion);
                return new Test(name, subject, assertion);
            } catch (BadInput e) {
                throw new BadInput(before + e.getMessage());
            }
        }

        private void checkIdentity(JsonNode node, AssertionSubject subject, Assertion assertion) throws BadInput {
            if (subject.others().isPresent()
                    && given(node, "identity").isMissingNode()
                    && assertion instanceof Decides decides
                    && OtherFiles.hasIdentity(decides.principal())) {
                throw new BadInput(TestWords.sayIdentity());
            }
        }

        private AssertionSubject subject(JsonNode node, Repository repository) throws BadInput {
            JsonNode registry = given(node, "registryPolicy");
            return new AssertionSubject(
                    repository,
                    Texts.policy(beside(text(node, "policy")), Source.REPOSITORY, lenient),
                    registry.isMissingNode()
                            ? PolicyDocument.empty()
                            : Texts.policy(beside(text(node, "registryPolicy")), Source.REGISTRY, lenient),
                    others(node));
        }

        private Optional<OtherPolicies> others(JsonNode node) throws BadInput {
            boolean any = false;
            for (String key : List.of("identity", "boundary", "session", "scp", "rcp")) {
                any |= !given(node, key).isMissingNode();
            }
            if (!any) {
                return Optional.empty();
            }
            var levels = new ArrayList<List<PolicyDocument>>();
            for (JsonNode level : each(given(node, "scp"))) {
                levels.add(policies(level, Source.SCP));
            }
            return Optional.of(new OtherPolicies(
                    policies(given(node, "identity"), Source.IDENTITY),
                    policies(given(node, "boundary"), Source.BOUNDARY).stream().findFirst(),
                    policies(given(node, "session"), Source.SESSION).stream().findFirst(),
                    levels,
                    policies(given(node, "rcp"), Source.RCP)));
        }

        private List<PolicyDocument> policies(JsonNode files, Source source) throws BadInput {
            var policies = new ArrayList<PolicyDocument>();
            for (JsonNode one : each(files)) {
                if (!one.isTextual()) {
                    throw new BadInput(TestWords.policyByFile());
                }
                policies.add(AttachedText.read(beside(one.textValue()), source, lenient));
            }
            return policies;
        }

        private static Iterable<JsonNode> each(JsonNode node) {
            return node.isArray() ? node : node.isMissingNode() ? List.of() : List.of(node);
        }

        /** Returns what the test says under the key, or the file for all tests. */
        private JsonNode given(JsonNode node, String key) {
            return node.has(key) ? node.path(key) : tree.path(key);
        }

        private String text(JsonNode node, String key) throws BadInput {
            JsonNode given = given(node, key);
            if (!given.isTextual()) {
                throw new BadInput(TestWords.noText(key));
            }
            return given.textValue();
        }

        private String beside(String other) throws BadInput {
            try {
                return Path.of(file).toAbsolutePath().resolveSibling(other).toString();
            } catch (InvalidPathException e) {
                throw new BadInput(FileWords.noNameFor(PrincipalLabels.clean(other)));
            }
        }

        @SafeVarargs
        private static List<String> join(List<String>... lists) {
            var all = new ArrayList<String>();
            for (List<String> list : lists) {
                all.addAll(list);
            }
            return all;
        }

        private static void checkKeys(String before, JsonNode node, List<String> known) throws BadInput {
            if (!node.isObject()) {
                throw new BadInput(before + TestWords.noMap());
            }
            for (var property : node.properties()) {
                if (!known.contains(property.getKey())) {
                    throw new BadInput(before
                            + LintWords.noKey(PrincipalLabels.clean(property.getKey()))
                            + Guess.didYouMean(property.getKey(), known, LintWords.known(known)));
                }
            }
        }
    }
}
