package dev.ecrbot.policy.evaluation;

import dev.ecrbot.policy.Condition;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Stream;

/** One condition, made ready to be held against many requests; immutable. */
final class ConditionMatcher {
    private static final String NULL = "Null";

    private final String name;
    private final String sign;
    private final String key;
    private final boolean presence;
    private final boolean like;
    private final List<String> values;
    private final Optional<Operator> operator;
    private final List<Template> templates;

    ConditionMatcher(Condition condition, boolean variables) {
        this.name = condition.key();
        this.sign = condition.operator() + (variables ? " " : " literally ");
        this.key = RequestContext.fold(condition.key());
        this.presence = condition.operator().equals(NULL);
        this.like = condition.operator().contains("StringLike")
                || condition.operator().contains("StringNotLike");
        this.values = condition.values().stream()
                .map(value -> value.toLowerCase(Locale.ROOT))
                .toList();
        this.operator = Operator.named(condition.operator());
        boolean fills = variables && operator.filter(Operator::variables).isPresent();
        this.templates = condition.values().stream()
                .map(value -> Template.of(value, fills))
                .toList();
    }

    Truth in(RequestContext known) {
        Value value = known.folded(key);
        if (presence) {
            return presence(value);
        }
        if (operator.isEmpty()) {
            return Truth.unknown(name);
        }
        if (value instanceof Value.Absent) {
            return Truth.of(operator.get().holdsForAbsent());
        }
        if (value instanceof Value.Beginning beginning) {
            return like
                    ? holds(operator.get(), known, glob -> glob.matchesAllFrom(beginning.text()))
                    : Truth.unknown(name);
        }
        return value instanceof Value.Present present
                ? holds(operator.get(), present.texts(), known)
                : Truth.unknown(name);
    }

    /** Returns whether it compares the time, so that every request can be told whether it meets it. */
    boolean timed() {
        return RequestContext.isTime(key)
                && (presence || operator.filter(by -> !by.variables()).isPresent());
    }

    /** Returns the moments at which it may begin or cease to be met. */
    Stream<Instant> moments() {
        return timed() ? values.stream().flatMap(value -> Moments.compared(value).stream()) : Stream.empty();
    }

    /** Returns a text that conditions of the same meaning share. */
    String text() {
        return sign + key + " "
                + templates.stream().map(Template::text).sorted().toList();
    }

    private Truth presence(Value value) {
        boolean absent = values.contains("true");
        boolean present = values.contains("false");
        if (absent && present) {
            return Truth.TRUE;
        }
        if (value instanceof Value.Unknown || !values.stream().allMatch(v -> v.equals("true") || v.equals("false"))) {
            return Truth.unknown(name);
        }
        return Truth.of(value instanceof Value.Absent ? absent : present);
    }

    private Truth holds(Operator by, List<String> texts, RequestContext known) {
        List<Truth> each = texts.stream().map(text -> holds(by, text, known)).toList();
        Truth all = each.stream().reduce(Truth.TRUE, Truth::and);
        Truth any = each.stream().reduce(Truth.FALSE, Truth::or);
        return switch (by.quantifier()) {
            case ALL -> all;
            case ANY -> any;
            // Several values where one is meant: IAM doesn't say which counts, so they have to agree.
            case ONE ->
                all.equals(any)
                        ? all
                        : Truth.unknown(Truth.union(List.of(name), Truth.union(all.missing(), any.missing())));
        };
    }

    private Truth holds(Operator by, String text, RequestContext known) {
        return holds(by, known, glob -> by.match().test(glob, text));
    }

    private Truth holds(Operator by, RequestContext known, Function<Glob, Fit> test) {
        Truth any = Truth.FALSE;
        for (Template template : templates) {
            any = any.or(fits(by, template.fill(known), test));
        }
        return by.negated() ? any.not() : any;
    }

    private Truth fits(Operator by, Template.Filled filled, Function<Glob, Fit> test) {
        if (filled instanceof Template.Filled.To to) {
            return switch (test.apply(to.glob())) {
                case YES -> Truth.TRUE;
                case NO -> Truth.FALSE;
                case UNSURE -> Truth.unknown(name);
            };
        }
        if (filled instanceof Template.Filled.Lacking lacking) {
            // Nothing equals it. Whether everything then differs from it, IAM's documentation leaves open.
            return by.negated() ? Truth.unknown(lacking.key()) : Truth.FALSE;
        }
        return Truth.unknown(((Template.Filled.Unsure) filled).key());
    }
}
