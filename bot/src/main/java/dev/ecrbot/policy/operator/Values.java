package dev.ecrbot.policy.operator;

import java.util.Base64;
import java.util.Optional;

/**
 * Which values of a policy an operator can compare.
 *
 * @see <a href="https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_elements_condition_operators.html">IAM:
 *     condition operators</a>
 */
public final class Values {
    private static final String IF_EXISTS = "IfExists";

    private Values() {}

    private enum Form {
        TEXT("any text"),
        ARN("an ARN, in which wildcards may stand"),
        NUMBER("a number of at most 60 digits and an exponent of at most 4"),
        MOMENT("a date such as 2026-12-31T23:59:59Z, or seconds since 1970"),
        TRUTH("true or false"),
        ADDRESS("an address or a range such as 203.0.113.0/24"),
        BYTES("Base64");

        private final String wanted;

        Form(String wanted) {
            this.wanted = wanted;
        }
    }

    /** Returns whether the operator can compare the value; any value where IAM doesn't have the operator. */
    public static boolean comparable(String operator, String value) {
        return switch (form(operator)) {
            case TEXT -> true;
            case ARN -> value.equals("*") || value.split(":", Match.ARN_PARTS).length == Match.ARN_PARTS;
            case NUMBER -> Match.figure(value).isPresent();
            case MOMENT -> Moments.compared(value).isPresent();
            case TRUTH -> value.equalsIgnoreCase("true") || value.equalsIgnoreCase("false");
            case ADDRESS -> AddressRange.parse(value).isPresent();
            case BYTES -> isBase64(value);
        };
    }

    /** Returns what the operator takes, to go on after “it takes”. */
    public static String wanted(String operator) {
        return form(operator).wanted;
    }

    /** Returns whether the operator fills policy variables: those that compare texts and ARNs do. */
    public static boolean fillsVariables(String operator) {
        return form(operator) == Form.TEXT || form(operator) == Form.ARN;
    }

    /** Returns whether the operator compares texts without wildcards. */
    public static boolean letterByLetter(String operator) {
        String base = base(operator);
        return base.startsWith("String") && base.contains("Equals");
    }

    /** Returns how many bits of an address range are given, if the text is one: the fewer, the wider. */
    public static Optional<Integer> bits(String range) {
        int slash = range.indexOf('/');
        return AddressRange.parse(range)
                .map(one -> slash < 0 ? Integer.MAX_VALUE : Integer.parseInt(range.substring(slash + 1)));
    }

    private static Form form(String operator) {
        String base = base(operator);
        if (!Operators.known(operator)) {
            return Form.TEXT;
        }
        if (base.equals("Bool") || base.equals("Null")) {
            return Form.TRUTH;
        }
        if (base.startsWith("Numeric")) {
            return Form.NUMBER;
        }
        if (base.startsWith("Date")) {
            return Form.MOMENT;
        }
        if (base.endsWith("IpAddress")) {
            return Form.ADDRESS;
        }
        if (base.startsWith("Arn")) {
            return Form.ARN;
        }
        return base.startsWith("Binary") ? Form.BYTES : Form.TEXT;
    }

    private static String base(String operator) {
        String rest = operator.startsWith("For") ? operator.substring(operator.indexOf(':') + 1) : operator;
        return rest.endsWith(IF_EXISTS) ? rest.substring(0, rest.length() - IF_EXISTS.length()) : rest;
    }

    private static boolean isBase64(String value) {
        try {
            Base64.getDecoder().decode(value);
            return true;
        } catch (IllegalArgumentException e) {
            return false;
        }
    }
}
