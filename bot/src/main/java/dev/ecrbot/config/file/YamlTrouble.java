package dev.ecrbot.config.file;

import dev.ecrbot.config.mistake.YamlMistakes;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.yaml.snakeyaml.error.Mark;
import org.yaml.snakeyaml.error.MarkedYAMLException;

/** Says of what YAML's reader didn't understand where it is and what was probably meant, to people who don't know its words. */
final class YamlTrouble {
    private static final Map<Pattern, String> ADVICE = new LinkedHashMap<>();

    static {
        advise("TAB", YamlMistakes.tab());
        advise("found character '([^'])' that cannot start", YamlMistakes.needsQuotes("$1"));
        advise("expected <block end>", YamlMistakes.indentation());
        advise("mapping values are not allowed", YamlMistakes.colonTooMany());
        advise("could not find expected ':'", YamlMistakes.colonMissing());
        advise("unexpected end of stream", YamlMistakes.quoteNotClosed());
        advise("expected ',' or '([\\]}])'", YamlMistakes.listNotClosed("$1"));
        advise("but found another document", YamlMistakes.severalDocuments());
        advise("undefined alias", YamlMistakes.needsQuotes("*"));
    }

    private YamlTrouble() {}

    /** Returns the line, this one or the one before, that begins with what only looks like a blank; 0 if none does. */
    static int pasted(String text, int line) {
        List<String> lines = text.lines().toList();
        for (int at = line; at > 0 && at > line - 2; at--) {
            if (at <= lines.size() && Pasted.beginsOddly(lines.get(at - 1))) {
                return at;
            }
        }
        return 0;
    }

    private static void advise(String problem, String advice) {
        ADVICE.put(Pattern.compile(problem), advice);
    }

    /** Returns the line to look at, counted from 1; 0 if nothing is known of it. */
    static int line(MarkedYAMLException trouble) {
        // What has no end is noticed far behind its beginning.
        boolean endless = problem(trouble).matches("(?s).*(end of stream|expected ',' or).*");
        Optional<Mark> begin = Optional.ofNullable(trouble.getContextMark()).filter(mark -> endless);
        return begin.or(() -> Optional.ofNullable(trouble.getProblemMark()))
                .map(mark -> mark.getLine() + 1)
                .orElse(0);
    }

    /** Returns what is wrong, without the snippet of the file that the exception's own message holds. */
    static String said(MarkedYAMLException trouble) {
        String context = trouble.getContext() == null ? "" : trouble.getContext() + ", ";
        String problem = problem(trouble);
        return advice(context + problem)
                .map(advice -> advice + " (" + context + problem + ")")
                .orElse(context + problem + (context.contains("alias") ? "; " + YamlMistakes.needsQuotes("*") : ""));
    }

    private static Optional<String> advice(String said) {
        for (Map.Entry<Pattern, String> known : ADVICE.entrySet()) {
            Matcher found = known.getKey().matcher(said);
            if (found.find()) {
                String advice = known.getValue();
                return Optional.of(found.groupCount() == 0 ? advice : advice.replace("$1", found.group(1)));
            }
        }
        return Optional.empty();
    }

    private static String problem(MarkedYAMLException trouble) {
        return String.valueOf(trouble.getProblem());
    }
}
