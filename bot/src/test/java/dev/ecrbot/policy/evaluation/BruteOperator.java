package dev.ecrbot.policy.evaluation;

import java.math.BigDecimal;
import java.time.OffsetDateTime;

/** What the operators of conditions make of one value of the policy and one of the request. */
final class BruteOperator {
    private BruteOperator() {}

    static boolean holds(String operator, String policy, String value) {
        return switch (operator) {
            case "StringEquals" -> BruteGlob.plain(policy).equals(value);
            case "StringEqualsIgnoreCase" -> BruteGlob.plain(policy).equalsIgnoreCase(value);
            case "StringLike" -> BruteGlob.matches(policy, value, false);
            case "ArnEquals", "ArnLike" -> arn(policy.split(":", 6), value.split(":", 6));
            case "NumericEquals" -> new BigDecimal(value).compareTo(new BigDecimal(policy)) == 0;
            case "NumericLessThan" -> new BigDecimal(value).compareTo(new BigDecimal(policy)) < 0;
            case "NumericGreaterThanEquals" -> new BigDecimal(value).compareTo(new BigDecimal(policy)) >= 0;
            case "DateEquals" -> OffsetDateTime.parse(value).isEqual(OffsetDateTime.parse(policy));
            case "DateLessThan" -> OffsetDateTime.parse(value).isBefore(OffsetDateTime.parse(policy));
            case "DateGreaterThan" -> OffsetDateTime.parse(value).isAfter(OffsetDateTime.parse(policy));
            case "Bool" -> policy.equals(value);
            case "IpAddress" -> inSlash8(policy, value);
            default -> throw new AssertionError(operator);
        };
    }

    private static boolean arn(String[] policy, String[] value) {
        boolean all = true;
        for (int part = 0; part < 6; part++) {
            all &= BruteGlob.matches(policy[part], value[part], false);
        }
        return all;
    }

    /** The only ranges made up here are those of IPv4 with a length of 8. */
    private static boolean inSlash8(String policy, String value) {
        return value.startsWith(policy.substring(0, policy.indexOf('.') + 1));
    }
}
