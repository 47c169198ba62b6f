package dev.ecrbot.problem.news;

import dev.ecrbot.ecr.Access;
import dev.ecrbot.ecr.PolicyHolder;
import dev.ecrbot.ecr.Target;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;

/** How a week went for the repositories of a channel's rules, line by line. */
public final class DigestWords {
    private static final int SHOWN = 8;

    private DigestWords() {}

    public static String heading(LocalDate day) {
        return "The week before " + day + ", for the rules of this channel";
    }

    /** @param all in words of this class; so in the next ones */
    public static String given(List<String> all) {
        return part("Given and still there", all);
    }

    public static String ending(List<String> all) {
        return part("Ending within a week", all);
    }

    public static String waiting(List<String> all) {
        return part("Waiting for a decision", all);
    }

    public static String arisen(List<String> all) {
        return part("Findings that are new", all);
    }

    public static String mended(List<String> all) {
        return part("Findings that were mended", all);
    }

    private static String part(String heading, List<String> all) {
        if (all.isEmpty()) {
            return heading + ": nothing.";
        }
        String more = all.size() > SHOWN ? " and " + (all.size() - SHOWN) + " more" : "";
        return heading + " (" + all.size() + "): "
                + String.join("; ", all.stream().limit(SHOWN).toList()) + more + ".";
    }

    public static String foreign(int changes) {
        return "Changes by somebody other than ecr-bot that were noticed: " + changes + ".";
    }

    /** @param principal as AWS writes it */
    public static String grant(Access access, Target target, String principal, String grant) {
        return access + " on " + target.text() + " for " + principal + " (" + grant + ")";
    }

    public static String request(String request, Target target) {
        return request + " on " + target.text();
    }

    public static String finding(String kind, PolicyHolder holder, Optional<String> sid) {
        return kind + " in " + holder.label()
                + sid.map(text -> " (" + text + ")").orElse("");
    }
}
