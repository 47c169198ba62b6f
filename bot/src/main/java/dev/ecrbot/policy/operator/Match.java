package dev.ecrbot.policy.operator;

import java.math.BigDecimal;
import java.util.Arrays;
import java.util.Base64;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.IntPredicate;
import java.util.regex.Pattern;

/**
 * How a condition operator compares one value of a policy with one of a request.
 *
 * @see <a href="https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_elements_condition_operators.html">IAM:
 *     condition operators</a>
 */
public interface Match {
    int ARN_PARTS = 6;
    Pattern NUMBER = Pattern.compile("[+-]?[0-9]{1,60}(?:\\.[0-9]{0,40})?(?:[eE][+-]?[0-9]{1,4})?");

    Fit test(Glob policy, String request);

    static Match stringEquals() {
        return (policy, request) -> Fit.of(policy.text().equals(request));
    }

    static Match stringEqualsIgnoreCase() {
        return (policy, request) -> Fit.of(policy.text().equalsIgnoreCase(request));
    }

    static Match stringLike() {
        return (policy, request) -> Fit.of(policy.matches(request));
    }

    /** Compares ARNs part by part, since a wildcard in one of them doesn't reach into the next. */
    static Match arnLike() {
        return (policy, request) -> {
            List<Glob> pattern = policy.split(ARN_PARTS);
            String[] arn = request.split(":", ARN_PARTS);
            if (pattern.size() < ARN_PARTS || arn.length < ARN_PARTS) {
                return Fit.UNSURE;
            }
            for (int part = 0; part < ARN_PARTS; part++) {
                if (!pattern.get(part).matches(arn[part])) {
                    return Fit.NO;
                }
            }
            return Fit.YES;
        };
    }

    /**
     * Compares numbers.
     *
     * @param wanted takes how the request's value compares with the policy's: negative if it is less
     */
    static Match number(IntPredicate wanted) {
        return compared(Match::figure, wanted);
    }

    /** Compares moments, which may be written in ISO 8601 or as seconds since 1970. */
    static Match moment(IntPredicate wanted) {
        return compared(Moments::parse, wanted);
    }

    static Match bool() {
        return (policy, request) -> {
            String one = policy.text().toLowerCase(Locale.ROOT);
            String other = request.toLowerCase(Locale.ROOT);
            return isBool(one) && isBool(other) ? Fit.of(one.equals(other)) : Fit.UNSURE;
        };
    }

    /** Compares the bytes that both stand for in Base64. */
    static Match binary() {
        return (policy, request) -> {
            try {
                byte[] one = Base64.getDecoder().decode(policy.text());
                return Fit.of(Arrays.equals(one, Base64.getDecoder().decode(request)));
            } catch (IllegalArgumentException e) {
                return Fit.UNSURE;
            }
        };
    }

    /** Tells whether an address lies in a range; an IPv6 address never lies in a range of IPv4. */
    static Match address() {
        return (policy, request) -> {
            Optional<AddressRange> range = AddressRange.parse(policy.text());
            Optional<AddressRange> address = AddressRange.parse(request);
            return range.isPresent() && address.isPresent() ? Fit.of(range.get().holds(address.get())) : Fit.UNSURE;
        };
    }

    private static boolean isBool(String text) {
        return text.equals("true") || text.equals("false");
    }

    static Optional<BigDecimal> figure(String text) {
        return NUMBER.matcher(text).matches() ? Optional.of(new BigDecimal(text)) : Optional.empty();
    }

    private static <T extends Comparable<T>> Match compared(Function<String, Optional<T>> read, IntPredicate wanted) {
        return (policy, request) -> {
            Optional<T> limit = read.apply(policy.text());
            Optional<T> value = read.apply(request);
            return limit.isPresent() && value.isPresent()
                    ? Fit.of(wanted.test(value.get().compareTo(limit.get())))
                    : Fit.UNSURE;
        };
    }
}
