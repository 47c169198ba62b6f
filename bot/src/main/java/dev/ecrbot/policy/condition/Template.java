package dev.ecrbot.policy.condition;

import dev.ecrbot.policy.operator.Glob;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * A text in a policy in which <code>${…}</code> stands for a value of the request.
 *
 * <p>What comes out of a variable is never a wildcard. A variable whose key isn't there and that has no default makes the
 * text one that nothing equals or is like; so everything differs from it.
 *
 * @see <a href="https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_variables.html">IAM: policy
 *     variables</a>
 */
public final class Template {
    private static final Pattern VARIABLE =
            Pattern.compile("\\$\\{\\s{0,9}([^}',\\s][^}',]{0,200}?)\\s{0,9}(?:,\\s{0,9}'([^'}]{0,500})'\\s{0,9})?}");

    private final String text;
    private final Optional<Filled> constant;

    private Template(String text, boolean variables) {
        this.text = text;
        this.constant = variables && text.contains("${") ? Optional.empty() : Optional.of(new Filled.To(Glob.of(text)));
    }

    public static Template of(String text, boolean variables) {
        return new Template(text, variables);
    }

    public String text() {
        return text;
    }

    /** Returns the keys that its variables stand for. */
    List<String> keys() {
        return constant.isPresent()
                ? List.of()
                : VARIABLE.matcher(text)
                        .results()
                        .map(result -> result.group(1))
                        .toList();
    }

    /** What a text comes to in a request. */
    public sealed interface Filled {

        /** Returns what the function finds of the text; unknown where that depends on a key, false where there is none. */
        Truth holds(Function<Glob, Truth> test);

        /** It comes to this. */
        record To(Glob glob) implements Filled {
            @Override
            public Truth holds(Function<Glob, Truth> test) {
                return test.apply(glob);
            }
        }

        /** A variable's key isn't in the request. */
        record Lacking(String key) implements Filled {
            @Override
            public Truth holds(Function<Glob, Truth> test) {
                return Truth.FALSE;
            }
        }

        /** It depends on this key. */
        record Unsure(String key) implements Filled {
            @Override
            public Truth holds(Function<Glob, Truth> test) {
                return Truth.unknown(key);
            }
        }
    }

    public Filled fill(RequestContext known) {
        return constant.orElseGet(() -> filled(known));
    }

    private Filled filled(RequestContext known) {
        var filled = new StringBuilder();
        var wild = new ArrayList<Boolean>();
        Matcher variable = VARIABLE.matcher(text);
        int from = 0;
        while (variable.find(from)) {
            written(text.substring(from, variable.start()), filled, wild);
            String key = variable.group(1);
            if (key.equals("*") || key.equals("?") || key.equals("$")) {
                literal(key, filled, wild);
            } else {
                Value value = known.value(key);
                Optional<String> one = only(key, value).or(() -> instead(value, variable.group(2)));
                if (one.isEmpty()) {
                    return value instanceof Value.Absent ? new Filled.Lacking(key) : new Filled.Unsure(key);
                }
                literal(one.get(), filled, wild);
            }
            from = variable.end();
        }
        String rest = text.substring(from);
        if (rest.contains("${")) {
            return new Filled.Unsure("policy variable");
        }
        written(rest, filled, wild);
        var flags = new boolean[wild.size()];
        for (int at = 0; at < flags.length; at++) {
            flags[at] = wild.get(at);
        }
        return new Filled.To(new Glob(filled.toString(), flags));
    }

    // Of a key that may have several values IAM doesn't say which one a variable stands for.
    private static Optional<String> only(String key, Value value) {
        return !RequestContext.isMany(RequestContext.fold(key))
                        && value instanceof Value.Present present
                        && present.texts().size() == 1
                ? Optional.of(present.texts().get(0))
                : Optional.empty();
    }

    private static Optional<String> instead(Value value, @Nullable String given) {
        return value instanceof Value.Absent ? Optional.ofNullable(given) : Optional.empty();
    }

    private static void written(String piece, StringBuilder filled, List<Boolean> wild) {
        filled.append(piece);
        piece.chars().forEach(c -> wild.add(c == '*' || c == '?'));
    }

    private static void literal(String piece, StringBuilder filled, List<Boolean> wild) {
        filled.append(piece);
        piece.chars().forEach(c -> wild.add(false));
    }
}
