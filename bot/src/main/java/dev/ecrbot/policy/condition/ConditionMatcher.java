package dev.ecrbot.policy.condition;

import dev.ecrbot.policy.Condition;
import dev.ecrbot.policy.operator.Crossing;
import dev.ecrbot.policy.operator.Moments;
import dev.ecrbot.policy.operator.Operator;
import dev.ecrbot.policy.operator.Pattern;
import java.time.Instant;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/** One condition, made ready to be checked against many requests; immutable. */
public final class ConditionMatcher {
    private static final String NULL = "Null";

    private final String name;
    private final String sign;
    private final String key;
    private final boolean presence;
    private final List<String> values;
    private final Optional<Operator> operator;
    private final List<Template> templates;

    public ConditionMatcher(Condition condition, boolean variables) {
        this.name = condition.key();
        this.sign = condition.operator() + (variables ? " " : " literally ");
        this.key = RequestContext.fold(condition.key());
        this.presence = condition.operator().equals(NULL);
        this.values = condition.values().stream()
                .map(value -> value.toLowerCase(Locale.ROOT))
                .toList();
        this.operator = Operator.named(condition.operator());
        boolean fills = variables && operator.filter(Operator::variables).isPresent();
        this.templates = condition.values().stream()
                .map(value -> Template.of(value, fills))
                .toList();
    }

    public Truth in(RequestContext known) {
        return in(known.folded(key), known);
    }

    /** Returns whether it is met by a request whose key has this value, whatever is known of it. */
    Truth in(Value value, RequestContext known) {
        if (presence) {
            return presence(value);
        }
        if (operator.isEmpty()) {
            return Truth.unknown(name);
        }
        if (value instanceof Value.Absent) {
            return Truth.of(operator.get().holdsForAbsent());
        }
        // IAM wants an operator for sets here, and doesn't say what comes of another one.
        boolean many = RequestContext.isMany(key)
                || (value instanceof Value.Present several && several.texts().size() > 1);
        if (many && operator.get().quantifier() == Operator.Quantifier.ONE) {
            return Truth.unknown(name);
        }
        if (value instanceof Value.Formed formed) {
            return holds(operator.get(), formed, known);
        }
        return value instanceof Value.Present present ? holds(operator.get(), present.texts(), known) : unknown(known);
    }

    /** Names the keys of variables beside its own: whoever learns the one alone would have to ask again. */
    private Truth unknown(RequestContext known) {
        return templates.stream()
                .flatMap(one -> one.fill(known) instanceof Template.Filled.Unsure unsure
                        ? Stream.of(Truth.unknown(unsure.key()))
                        : Stream.empty())
                .reduce(Truth.unknown(name), Truth::or);
    }

    /** Returns whether it compares the time, so that every request can be told whether it meets it. */
    public boolean timed() {
        return RequestContext.isTime(key)
                && (presence || operator.filter(by -> !by.variables()).isPresent());
    }

    /** Returns the moments at which it may begin or cease to be met. */
    public Stream<Instant> moments() {
        return timed() ? values.stream().flatMap(value -> Moments.compared(value).stream()) : Stream.empty();
    }

    /** Returns the key in lower case. */
    public String key() {
        return key;
    }

    /** Returns the keys that it looks at, its own and those of its variables, in lower case. */
    public Set<String> keys() {
        Set<String> keys = new HashSet<>(Set.of(key));
        templates.forEach(template -> template.keys().forEach(one -> keys.add(RequestContext.fold(one))));
        return keys;
    }

    /** Returns whether it can be told of every value whether that meets it. */
    boolean isTold(RequestContext known) {
        boolean plainly = presence
                || operator.filter(by -> by.quantifier() != Operator.Quantifier.ONE || !RequestContext.isMany(key))
                        .isPresent();
        return plainly && templates.stream().noneMatch(one -> one.fill(known) instanceof Template.Filled.Unsure);
    }

    /** Returns the keys that its variables stand for and whose values aren't known. */
    public List<String> open(RequestContext known) {
        return templates.stream()
                .flatMap(one -> one.fill(known) instanceof Template.Filled.Unsure unsure
                        ? Stream.of(RequestContext.fold(unsure.key()))
                        : Stream.empty())
                .toList();
    }

    /** Returns whether it is about all values of its key, or any. */
    boolean takesSeveral() {
        return operator.filter(by -> by.quantifier() != Operator.Quantifier.ONE).isPresent();
    }

    boolean comparesArns() {
        return operator.flatMap(Operator::mode).filter(Pattern.Mode.ARN::equals).isPresent();
    }

    /** Returns the texts that it asks for; none if it compares something else. */
    List<Pattern> patterns(RequestContext known) {
        return operator.flatMap(Operator::mode).stream()
                .flatMap(mode -> templates.stream()
                        .flatMap(template -> template.fill(known) instanceof Template.Filled.To to
                                ? Stream.of(new Pattern(to.glob(), mode))
                                : Stream.empty()))
                .filter(Pattern::isSound)
                .toList();
    }

    /** Returns its values as written. */
    List<String> written() {
        return templates.stream().map(Template::text).toList();
    }

    /** Returns it in words. */
    public String words() {
        return TermText.of(sign.substring(0, sign.indexOf(' ')), name, written());
    }

    /** Returns a text that conditions of the same meaning share. */
    public String text() {
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
        return by.quantifier() == Operator.Quantifier.ANY
                ? each.stream().reduce(Truth.FALSE, Truth::or)
                : each.stream().reduce(Truth.TRUE, Truth::and);
    }

    private Truth holds(Operator by, String text, RequestContext known) {
        Truth any = Truth.FALSE;
        for (Template template : templates) {
            any = any.or(fits(by, template.fill(known), text));
        }
        return by.negated() ? any.not() : any;
    }

    private Truth fits(Operator by, Template.Filled filled, String text) {
        return filled.holds(glob -> switch (by.match().test(glob, text)) {
            case YES -> Truth.TRUE;
            case NO -> Truth.FALSE;
            case UNSURE -> Truth.unknown(name);
        });
    }

    // The values are alike in what is known of them, so what holds for each holds for all, and for any.
    private Truth holds(Operator by, Value.Formed formed, RequestContext known) {
        Truth doubt = Truth.FALSE;
        var patterns = new ArrayList<Pattern>();
        for (Template template : templates) {
            doubt = doubt.or(template.fill(known).holds(glob -> {
                Optional<Pattern> pattern =
                        by.mode().map(mode -> new Pattern(glob, mode)).filter(Pattern::isSound);
                pattern.ifPresent(patterns::add);
                return pattern.isPresent() ? Truth.FALSE : Truth.unknown(name);
            }));
        }
        Truth any = doubt.or(matched(patterns, formed));
        return by.negated() ? any.not() : any;
    }

    private Truth matched(List<Pattern> patterns, Value.Formed formed) {
        List<Pattern> wide = patterns.stream().filter(Pattern::isWide).toList();
        boolean perhaps = patterns.stream()
                .anyMatch(pattern ->
                        !pattern.isWide() && formed.forms().stream().anyMatch(form -> form.matches(pattern.text())));
        Optional<Set<BitSet>> together = Crossing.of(wide, formed.forms()).map(Map::keySet);
        if (together.filter(all -> all.stream().noneMatch(BitSet::isEmpty)).isPresent()) {
            return Truth.TRUE;
        }
        boolean none = !perhaps
                && together.filter(all -> all.stream().allMatch(BitSet::isEmpty))
                        .isPresent();
        return none ? Truth.FALSE : Truth.unknown(name);
    }
}
