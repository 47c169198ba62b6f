package dev.ecrbot.policy;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** Sids for new statements. */
public final class Sids {
    private static final Pattern TIDY = Pattern.compile("[A-Za-z0-9]{1,64}");

    private Sids() {}

    /** Returns the Sids that statements have. */
    public static Set<String> of(List<Statement> statements) {
        return statements.stream().flatMap(s -> s.sid().stream()).collect(Collectors.toSet());
    }

    /** Returns the Sid itself or, if it is taken, with the first number that makes it another. */
    public static String unique(String sid, Set<String> taken) {
        String unique = sid;
        for (int number = 2; taken.contains(unique); number++) {
            unique = sid + number;
        }
        return unique;
    }

    /** Returns a Sid for what is split off, if the old one is tidy; never one that looks like the bot's own. */
    public static Optional<String> split(Optional<String> old, Set<String> taken) {
        return old.filter(sid -> TIDY.matcher(sid).matches() && !sid.startsWith(BotStatement.PREFIX))
                .map(sid -> unique(sid, taken));
    }
}
