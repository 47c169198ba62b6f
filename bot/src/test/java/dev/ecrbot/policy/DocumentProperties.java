package dev.ecrbot.policy;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.ecrbot.Sampled;
import dev.ecrbot.ecr.StandardAccess;
import dev.ecrbot.policy.diff.Diff;
import dev.ecrbot.policy.diff.Effects;
import dev.ecrbot.policy.plan.Documents;
import dev.ecrbot.policy.plan.Planner;
import dev.ecrbot.policy.plan.Plans;
import dev.ecrbot.problem.Code;
import dev.ecrbot.problem.ProblemException;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Locale;
import java.util.Random;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;

class DocumentProperties {

    @Provide
    Arbitrary<PolicyDocument> documents() {
        return Documents.any();
    }

    @Provide
    Arbitrary<String> texts() {
        return Documents.texts(true);
    }

    @Provide
    Arbitrary<Long> seeds() {
        return Arbitraries.longs();
    }

    @Property(tries = 1000)
    void readingAndWritingLosesNothing(@ForAll("texts") String text) throws Exception {
        JsonNode tree = tree(text);
        PolicyDocument document = PolicyDocument.parse(text);
        assertThat(tree(document.text())).isEqualTo(tree);
        assertThat(tree(document.pretty())).isEqualTo(tree);
        assertThat(PolicyDocument.parse(document.pretty())).isEqualTo(document);
    }

    @Property(tries = 1000)
    void theSameIsAnEquivalenceThatTheFingerprintKnows(
            @ForAll("documents") PolicyDocument one,
            @ForAll("documents") PolicyDocument other,
            @ForAll("seeds") long seed)
            throws Exception {
        PolicyDocument shuffled = PolicyDocument.parse(
                shuffled(tree(one.text()), new Random(seed)).toString());
        assertThat(one.sameAs(one)).isTrue();
        assertThat(one.sameAs(shuffled)).isTrue();
        assertThat(shuffled.sameAs(one)).isTrue();
        assertThat(Diff.between(one, shuffled)).isEmpty();
        assertThat(one.sameAs(other)).isEqualTo(other.sameAs(one)).isEqualTo(shuffled.sameAs(other));
        assertThat(one.fingerprint()).isEqualTo(shuffled.fingerprint());
        assertThat(one.fingerprint().equals(other.fingerprint())).isEqualTo(one.sameAs(other));
        boolean bothDeleted = one.isEmpty() && other.isEmpty();
        assertThat(Diff.between(one, other).isEmpty()).isEqualTo(bothDeleted || one.sameAs(other));
    }

    @Property(tries = 1000)
    void theSameInOtherWordsIsTheSameWhereverItIsComparedFrom(
            @ForAll("documents") PolicyDocument one,
            @ForAll("documents") PolicyDocument other,
            @ForAll("seeds") long seed)
            throws Exception {
        PolicyDocument second = inOtherWords(one, new Random(seed));
        PolicyDocument third = inOtherWords(second, new Random(seed + 1));
        assertThat(one.sameAs(second)).isTrue();
        assertThat(second.sameAs(third)).isTrue();
        assertThat(third.sameAs(one)).isTrue();
        assertThat(third.sameAs(other)).isEqualTo(one.sameAs(other));
        assertThat(Effects.between(one, third, Plans.context().setting())).isEmpty();
    }

    @Property(tries = 1000)
    void whatWasTakenOutIsMissed(@ForAll("documents") PolicyDocument one, @ForAll("seeds") long seed) {
        if (!one.isEmpty()) {
            var fewer = new ArrayList<>(one.statements());
            fewer.remove(new Random(seed).nextInt(fewer.size()));
            assertThat(one.sameAs(one.with(fewer))).isFalse();
        }
    }

    @Property(tries = 10_000)
    @Sampled(400)
    void brokenTextsGiveProblemsAndNothingElse(@ForAll("texts") String text, @ForAll("seeds") long seed) {
        String broken = broken(text, new Random(seed));
        try {
            PolicyDocument document = PolicyDocument.parse(broken);
            Planner.plan(document, Plans.grant(Plans.role("ci"), StandardAccess.PULL, Plans.WEEK), Plans.context());
            Planner.plan(document, Plans.revokeAll(Plans.role("ci")), Plans.context());
        } catch (ProblemException e) {
            assertThat(e.problem().code()).isEqualTo(Code.POLICY_UNREADABLE);
        }
    }

    private static String broken(String text, Random random) {
        var broken = new StringBuilder(text);
        String alphabet = "{}[]\",:*\\0aA1 eE-.\u0000\ud800";
        for (int times = random.nextInt(4); times >= 0; times--) {
            int at = random.nextInt(broken.length());
            int to = Math.min(broken.length(), at + random.nextInt(12));
            String piece = broken.substring(at, to);
            switch (random.nextInt(4)) {
                case 0 -> broken.setCharAt(at, alphabet.charAt(random.nextInt(alphabet.length())));
                case 1 -> broken.delete(at, Math.min(to, at + broken.length() - 1));
                case 2 -> broken.insert(random.nextInt(broken.length()), piece);
                default -> broken.insert(at, alphabet.charAt(random.nextInt(alphabet.length())));
            }
        }
        return broken.toString();
    }

    /** Writes it as AWS or somebody else might: accounts, wildcards, cases, lists of one, numbers as texts. */
    private static PolicyDocument inOtherWords(PolicyDocument document, Random random) throws Exception {
        JsonNode tree = shuffled(tree(document.text()), random);
        if (tree.path("Statement") instanceof ArrayNode statements) {
            statements.forEach(statement -> {
                if (StatementShape.understood(statement)) {
                    respell((ObjectNode) statement, random);
                }
            });
        }
        return PolicyDocument.parse(tree.toString());
    }

    private static void respell(ObjectNode statement, Random random) {
        for (String key : new String[] {"Action", "NotAction"}) {
            if (statement.has(key) && random.nextBoolean()) {
                ArrayNode array = Json.NODES.arrayNode();
                StatementShape.texts(statement.path(key)).forEach(text -> array.add(text.toUpperCase(Locale.ROOT)));
                statement.set(key, array.size() == 1 ? array.get(0) : array);
            }
        }
        JsonNode principal = statement.path("Principal");
        if (principal.isTextual()) {
            statement.putObject("Principal").put("AWS", "*");
        } else if (principal instanceof ObjectNode named && named.has("AWS")) {
            ArrayNode array = Json.NODES.arrayNode();
            StatementShape.texts(named.path("AWS"))
                    .forEach(text -> array.add(text.matches("[0-9]{12}") ? "arn:aws:iam::" + text + ":root" : text));
            named.set("AWS", array.size() == 1 ? array.get(0) : array);
        }
        if (statement.path("Condition") instanceof ObjectNode condition) {
            ObjectNode folded = Json.NODES.objectNode();
            condition.properties().forEach(operator -> {
                ObjectNode keys = folded.putObject(operator.getKey());
                operator.getValue()
                        .properties()
                        .forEach(key -> keys.set(
                                key.getKey().toUpperCase(Locale.ROOT),
                                key.getValue().isBoolean()
                                        ? Json.NODES.textNode(key.getValue().asText())
                                        : key.getValue()));
            });
            statement.set("Condition", folded);
        }
    }

    private static JsonNode shuffled(JsonNode document, Random random) {
        ObjectNode copy = document.deepCopy();
        if (copy.path("Statement") instanceof ArrayNode statements) {
            var mixed = new ArrayList<JsonNode>();
            statements.forEach(statement -> mixed.add(mixed(statement, random)));
            Collections.shuffle(mixed, random);
            copy.putArray("Statement").addAll(mixed);
        }
        return copy;
    }

    private static JsonNode mixed(JsonNode statement, Random random) {
        if (StatementShape.understood(statement)) {
            ObjectNode copy = statement.deepCopy();
            for (String key : new String[] {"Action", "NotAction"}) {
                if (copy.has(key)) {
                    copy.set(key, mixedTexts(copy.path(key), random));
                }
            }
            if (copy.path("Principal") instanceof ObjectNode principal) {
                principal.set("AWS", mixedTexts(principal.path("AWS"), random));
            }
            return copy;
        }
        return statement;
    }

    private static JsonNode mixedTexts(JsonNode element, Random random) {
        var texts = new ArrayList<>(StatementShape.texts(element));
        Collections.shuffle(texts, random);
        ArrayNode array = Json.NODES.arrayNode();
        texts.forEach(array::add);
        return array;
    }

    private static JsonNode tree(String text) {
        return Marked.json("policy", text, PolicyDocument.LONGEST, false).tree();
    }
}
