package dev.ecrbot.policy.diff;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.ecrbot.policy.PolicyDocument;
import dev.ecrbot.policy.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;

/**
 * Tells when nothing happened to a policy but that principals in it were deleted: AWS shows ids in their place then, though nobody
 * wrote the policy.
 */
public final class DeletedPrincipals {
    private static final Pattern ID = Pattern.compile("(?:AROA|AIDA)[A-Z0-9]{4,124}");
    private static final Pattern ARN = Pattern.compile("arn:[a-z-]+:iam::[0-9]{12}:(?:role|user)/.+");

    private DeletedPrincipals() {}

    /** Returns whether the one came of the other by that alone. */
    public static boolean explain(PolicyDocument from, PolicyDocument to) {
        if (!from.sameRest(to) || from.statements().size() != to.statements().size()) {
            return false;
        }
        List<Statement> left = new ArrayList<>(from.statements());
        return to.statements().stream()
                .allMatch(statement -> left.stream()
                        .filter(old -> old.canonical().equals(statement.canonical()) || explain(old, statement))
                        .findFirst()
                        .filter(left::remove)
                        .isPresent());
    }

    private static boolean explain(Statement from, Statement to) {
        Set<String> gone = named(from);
        Set<String> come = named(to);
        Set<String> both = new TreeSet<>(gone);
        both.retainAll(come);
        gone.removeAll(both);
        come.removeAll(both);
        return !come.isEmpty()
                && gone.size() == come.size()
                && come.stream().allMatch(name -> ID.matcher(name).matches())
                && gone.stream().allMatch(name -> ARN.matcher(name).matches())
                && unnamed(from).equals(unnamed(to));
    }

    private static Set<String> named(Statement statement) {
        JsonNode aws = statement.json().path(element(statement)).path("AWS");
        var names = new TreeSet<String>();
        if (aws.isTextual()) {
            names.add(aws.textValue());
        }
        aws.forEach(each -> names.add(each.asText()));
        return names;
    }

    private static String element(Statement statement) {
        return statement.exceptsPrincipals() ? "NotPrincipal" : "Principal";
    }

    /** Returns what else there is in it. */
    private static String unnamed(Statement statement) {
        JsonNode copy = statement.json().deepCopy();
        if (copy.path(element(statement)) instanceof ObjectNode principal) {
            principal.remove("AWS");
        }
        return Statement.of(copy).canonical();
    }
}
