package dev.ecrbot.cli;

import com.fasterxml.jackson.databind.JsonNode;
import dev.ecrbot.cli.words.TestWords;
import dev.ecrbot.ecr.AccountId;
import dev.ecrbot.ecr.OrganizationId;
import dev.ecrbot.ecr.Partition;
import dev.ecrbot.policy.PrincipalLabels;
import dev.ecrbot.policy.assertion.Assertion;
import dev.ecrbot.policy.assertion.Decides;
import dev.ecrbot.policy.assertion.NeverPublic;
import dev.ecrbot.policy.assertion.NobodyOutside;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;

/** Reads what a test of {@code policy test} asserts. */
final class TestAssertion {
    /** The keys of a test that say what it asserts. */
    static final List<String> KEYS =
            List.of("principal", "action", "context", "expect", "nobodyOutside", "neverPublic");

    private static final List<String> VERDICTS = List.of("yes", "no", "conditional");

    private final JsonNode node;

    private TestAssertion(JsonNode node) {
        this.node = node;
    }

    static Assertion read(JsonNode node, Partition home) throws BadInput {
        var test = new TestAssertion(node);
        long kinds = List.of("expect", "nobodyOutside", "neverPublic").stream()
                .filter(node::has)
                .count();
        if (kinds != 1) {
            throw test.bad(TestWords.oneKind());
        }
        if (node.has("nobodyOutside")) {
            return test.nobodyOutside();
        }
        return node.has("neverPublic") ? test.neverPublic() : test.decides(home);
    }

    private Assertion decides(Partition home) throws BadInput {
        return new Decides(
                Arns.principal(text("principal"), home), texts("action", node.path("action")), context(), expected());
    }

    // YAML before 1.2 took yes and no for true and false, and some editors still write them so.
    private String expected() throws BadInput {
        JsonNode expect = node.path("expect");
        String word = expect.isBoolean() ? (expect.booleanValue() ? "yes" : "no") : expect.asText();
        if (!VERDICTS.contains(word)) {
            throw bad(TestWords.noVerdict(PrincipalLabels.clean(word)));
        }
        return word;
    }

    private Map<String, List<String>> context() throws BadInput {
        JsonNode context = node.path("context");
        if (!context.isObject() && !context.isMissingNode()) {
            throw bad(TestWords.contextIsMap());
        }
        var keys = new HashMap<String, List<String>>();
        for (var key : context.properties()) {
            boolean absent = key.getValue().isNull()
                    || (key.getValue().isArray() && key.getValue().isEmpty());
            keys.put(key.getKey(), absent ? List.of() : texts(key.getKey(), key.getValue()));
        }
        return keys;
    }

    private Assertion nobodyOutside() throws BadInput {
        JsonNode inside = node.path("nobodyOutside");
        if (!inside.isObject() || inside.isEmpty()) {
            throw bad(TestWords.insideIsMap());
        }
        var accounts = new HashSet<AccountId>();
        var organizations = new HashSet<OrganizationId>();
        for (var list : inside.properties()) {
            for (String id : texts(list.getKey(), list.getValue())) {
                switch (list.getKey()) {
                    case "accounts" -> accounts.add(LintConfig.account("nobodyOutside", id));
                    case "organizations" -> organizations.add(LintConfig.organization("nobodyOutside", id));
                    default -> throw bad(TestWords.insideKeys());
                }
            }
        }
        return new NobodyOutside(accounts, organizations);
    }

    private Assertion neverPublic() throws BadInput {
        if (!node.path("neverPublic").asBoolean()) {
            throw bad(TestWords.neverPublicIsTrue());
        }
        return new NeverPublic();
    }

    private String text(String key) throws BadInput {
        if (!node.path(key).isTextual()) {
            throw bad(TestWords.noTextHere(key));
        }
        return node.path(key).textValue();
    }

    /** Returns one text or several. */
    private List<String> texts(String key, JsonNode value) throws BadInput {
        var texts = new ArrayList<String>();
        for (JsonNode one : value.isArray() ? value : List.of(value)) {
            if (!one.isValueNode() || one.isNull()) {
                throw bad(TestWords.noTexts(PrincipalLabels.clean(key)));
            }
            texts.add(one.asText());
        }
        if (texts.isEmpty()) {
            throw bad(TestWords.emptyList(PrincipalLabels.clean(key)));
        }
        return texts;
    }

    private BadInput bad(String what) {
        return new BadInput(what);
    }
}
