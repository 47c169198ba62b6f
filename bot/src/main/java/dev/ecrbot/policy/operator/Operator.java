package dev.ecrbot.policy.operator;

import static java.util.Map.entry;

import java.util.Map;
import java.util.Optional;

/**
 * A condition operator with what stands around its name.
 *
 * @param quantifier over which of the request's values it has to hold
 * @param ifExists whether it holds for a request that lacks the key
 * @param negated whether it holds for values that match none of the policy's
 * @param mode how it reads what a policy says; none unless it compares texts or ARNs
 * @see <a href="https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_elements_condition_operators.html">IAM:
 *     condition operators</a>
 * @see <a href="https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_condition-single-vs-multi-valued-context-keys.html">IAM:
 *     keys with several values</a>
 */
public record Operator(
        Quantifier quantifier, boolean ifExists, boolean negated, Optional<Pattern.Mode> mode, Match match) {
    private static final String IF_EXISTS = "IfExists";
    private static final String ALL = "ForAllValues:";
    private static final String ANY = "ForAnyValue:";

    private static final Map<String, Operator> NAMED = Map.ofEntries(
            entry("StringEquals", text(false, Pattern.Mode.EQUALS, Match.stringEquals())),
            entry("StringNotEquals", text(true, Pattern.Mode.EQUALS, Match.stringEquals())),
            entry(
                    "StringEqualsIgnoreCase",
                    text(false, Pattern.Mode.EQUALS_IGNORE_CASE, Match.stringEqualsIgnoreCase())),
            entry(
                    "StringNotEqualsIgnoreCase",
                    text(true, Pattern.Mode.EQUALS_IGNORE_CASE, Match.stringEqualsIgnoreCase())),
            entry("StringLike", text(false, Pattern.Mode.LIKE, Match.stringLike())),
            entry("StringNotLike", text(true, Pattern.Mode.LIKE, Match.stringLike())),
            entry("ArnEquals", text(false, Pattern.Mode.ARN, Match.arnLike())),
            entry("ArnNotEquals", text(true, Pattern.Mode.ARN, Match.arnLike())),
            entry("ArnLike", text(false, Pattern.Mode.ARN, Match.arnLike())),
            entry("ArnNotLike", text(true, Pattern.Mode.ARN, Match.arnLike())),
            entry("NumericEquals", figure(false, Match.number(c -> c == 0))),
            entry("NumericNotEquals", figure(true, Match.number(c -> c == 0))),
            entry("NumericLessThan", figure(false, Match.number(c -> c < 0))),
            entry("NumericLessThanEquals", figure(false, Match.number(c -> c <= 0))),
            entry("NumericGreaterThan", figure(false, Match.number(c -> c > 0))),
            entry("NumericGreaterThanEquals", figure(false, Match.number(c -> c >= 0))),
            entry("DateEquals", figure(false, Match.moment(c -> c == 0))),
            entry("DateNotEquals", figure(true, Match.moment(c -> c == 0))),
            entry("DateLessThan", figure(false, Match.moment(c -> c < 0))),
            entry("DateLessThanEquals", figure(false, Match.moment(c -> c <= 0))),
            entry("DateGreaterThan", figure(false, Match.moment(c -> c > 0))),
            entry("DateGreaterThanEquals", figure(false, Match.moment(c -> c >= 0))),
            entry("Bool", figure(false, Match.bool())),
            entry("BinaryEquals", figure(false, Match.binary())),
            entry("IpAddress", figure(false, Match.address())),
            entry("NotIpAddress", figure(true, Match.address())));

    /** Over which of the request's values a condition has to hold. */
    public enum Quantifier {
        /** The key has one value. */
        ONE,
        ALL,
        ANY
    }

    /** Returns the operator of this name; {@code Null} isn't one of them, since it compares nothing. */
    public static Optional<Operator> named(String name) {
        Quantifier quantifier = quantifier(name);
        String rest = name.substring(
                quantifier == Quantifier.ALL ? ALL.length() : quantifier == Quantifier.ANY ? ANY.length() : 0);
        boolean ifExists = rest.endsWith(IF_EXISTS);
        String base = ifExists ? rest.substring(0, rest.length() - IF_EXISTS.length()) : rest;
        return Optional.ofNullable(NAMED.get(base))
                .map(plain -> new Operator(quantifier, ifExists, plain.negated, plain.mode, plain.match));
    }

    /** Returns whether variables in what a policy says are filled. */
    public boolean variables() {
        return mode.isPresent();
    }

    /** Returns whether it holds for a request that lacks the key. */
    public boolean holdsForAbsent() {
        return switch (quantifier) {
            case ONE -> ifExists || negated;
            case ALL -> true;
            case ANY -> ifExists;
        };
    }

    private static Quantifier quantifier(String name) {
        if (name.startsWith(ALL)) {
            return Quantifier.ALL;
        }
        return name.startsWith(ANY) ? Quantifier.ANY : Quantifier.ONE;
    }

    private static Operator text(boolean negated, Pattern.Mode mode, Match match) {
        return new Operator(Quantifier.ONE, false, negated, Optional.of(mode), match);
    }

    // Variables are for texts and ARNs only; anywhere else they are what they look like, which is nothing that
    // compares.
    private static Operator figure(boolean negated, Match match) {
        return new Operator(Quantifier.ONE, false, negated, Optional.empty(), match);
    }
}
