package dev.ecrbot.policy;

import com.fasterxml.jackson.databind.JsonNode;
import dev.ecrbot.ecr.OrganizationId;
import dev.ecrbot.ecr.OrganizationPath;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;

/**
 * How a statement says whom it is about: by names in its {@code Principal} element, or by a condition beside one that says
 * too little.
 *
 * <p>For organizations that element is {@code {"AWS": "*"}}. The plain {@code "*"} means the same to IAM, but was reported
 * to be refused by ECR once. A path in {@code aws:PrincipalOrgPaths} ends with a slash, so {@code …/ou-ab12-11111111/*} is
 * the unit itself and all below it; the key has several values, so it needs {@code ForAnyValue}.
 *
 * @see <a href="https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_condition-keys.html">IAM:
 *     aws:PrincipalOrgID, aws:PrincipalOrgPaths, aws:SourceArn</a>
 * @see <a href="https://docs.aws.amazon.com/lambda/latest/dg/images-create.html">Lambda: images in another account</a>
 */
public enum PrincipalForm {
    NAMED("", "", "AWS", "", Set.of()),
    ORGANIZATIONS(
            "Organizations",
            "aws:PrincipalOrgID",
            "AWS",
            "*",
            Set.of("StringEquals", "StringLike", "ForAnyValue:StringEquals", "ForAnyValue:StringLike")),
    UNITS("Units", "aws:PrincipalOrgPaths", "AWS", "*", Set.of("ForAnyValue:StringLike")),
    FUNCTIONS(
            "Functions",
            "aws:sourceArn",
            "Service",
            "lambda.amazonaws.com",
            Set.of("StringLike", "ArnLike", "ArnEquals"));

    private static final String BELOW = "/*";

    private final String sidPart;
    private final String key;
    private final String type;
    private final String entry;
    private final Set<String> operators;

    PrincipalForm(String sidPart, String key, String type, String entry, Set<String> operators) {
        this.sidPart = sidPart;
        this.key = key;
        this.type = type;
        this.entry = entry;
        this.operators = operators;
    }

    public static PrincipalForm of(Principal.Grantable part) {
        return Arrays.stream(values())
                .filter(who -> !who.key.isEmpty() && who.key.equals(part.type()))
                .findFirst()
                .orElse(NAMED);
    }

    /** Returns the one whose condition has this key, in any case. */
    static Optional<PrincipalForm> byKey(String key) {
        return Arrays.stream(values())
                .filter(who -> !who.key.isEmpty() && who.key.equalsIgnoreCase(key))
                .findFirst();
    }

    /** Returns what Sids of the bot's statements have in them for it. */
    String sidPart() {
        return sidPart;
    }

    /** Returns the key of the condition that says who. */
    String key() {
        return key;
    }

    /** Returns the operator with which the bot writes the condition. */
    String operator() {
        return switch (this) {
            case NAMED -> "";
            case ORGANIZATIONS -> "StringEquals";
            case UNITS -> "ForAnyValue:StringLike";
            case FUNCTIONS -> "StringLike";
        };
    }

    /** Returns whether a condition with this operator says who. */
    boolean takes(String operator) {
        return operators.contains(operator);
    }

    /** Returns the {@code Principal} element that stands beside the condition. */
    JsonNode element() {
        return Json.NODES.objectNode().put(type, entry);
    }

    /** Returns the service that fetches images in the functions' name. */
    static Principal lambda() {
        return new Principal.Service(FUNCTIONS.entry);
    }

    /** Returns whether these are the entries that stand beside the condition. */
    boolean stands(List<Entry> beside) {
        return Set.copyOf(beside).equals(Set.of(new Entry(type, entry)));
    }

    /** Returns the text with which the bot writes somebody who is said in this way. */
    String value(Principal holder) {
        return switch (this) {
            case NAMED, FUNCTIONS -> holder.text();
            case ORGANIZATIONS -> path(holder);
            case UNITS -> path(holder) + BELOW;
        };
    }

    private static String path(Principal holder) {
        return holder.text().substring(Principal.Organization.PREFIX.length());
    }

    /** Returns whom a value of the condition stands for, if it is exactly somebody. */
    public Optional<Principal> read(String value) {
        return switch (this) {
            case NAMED -> Optional.empty();
            case ORGANIZATIONS ->
                OrganizationId.parse(value).map(OrganizationPath::of).map(Principal.Organization::new);
            case UNITS -> below(value).map(Principal.Organization::new);
            case FUNCTIONS -> Principals.functions(value).map(functions -> functions);
        };
    }

    // An organization has one root, and everybody in it is below that.
    private static Optional<OrganizationPath> below(String value) {
        return Optional.of(value)
                .filter(text -> text.endsWith(BELOW) && text.equals(text.toLowerCase(Locale.ROOT)))
                .flatMap(text -> OrganizationPath.parse(text.substring(0, text.length() - BELOW.length())))
                .filter(path -> value.equals(path + BELOW))
                .map(path -> path.isRoot() ? OrganizationPath.of(path.organization()) : path);
    }
}
