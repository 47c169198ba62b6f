package dev.ecrbot.slack.message;

import dev.ecrbot.rules.People;
import dev.ecrbot.rules.PersonId;
import java.time.Instant;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** The little markup that the bot writes: mentions of ids it has checked, and escaped text. */
public final class Mrkdwn {

    private Mrkdwn() {}

    /** Escapes the three characters that Slack's markup is made of, after which nothing in the text is markup or mentions. */
    public static String escape(String text) {
        return text.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;");
    }

    /** Escapes the text, and mentions those of the ids that it names. */
    public static String naming(String text, Set<String> ids) {
        return RichTextLine.TextPart.in(text, ids).stream()
                .map(part -> part.id()
                        ? "<" + (People.isGroup(part.text()) ? "!subteam^" : "@") + part.text() + ">"
                        : escape(part.text()))
                .collect(Collectors.joining());
    }

    /** Shows a moment in the reader's own time zone. */
    public static String date(Instant moment) {
        return "<!date^" + moment.getEpochSecond() + "^" + RichTextLine.SHOWN_DATE + "|" + RichTextLine.plain(moment)
                + ">";
    }

    /** Mentions a person; names a machine, of which Slack knows nothing. */
    public static String mention(PersonId person) {
        return person.isMachine() ? escape(machine(person)) : "<@" + person.user() + ">";
    }

    /** Returns how a machine is called, so that nobody takes it for a person. */
    static String machine(PersonId person) {
        return person.user() + " (a machine)";
    }

    /** Mentions everybody listed, groups first, so that they are notified; nobody where anyone may decide. */
    public static String mention(People people) {
        if (people.anyone()) {
            return "Anyone in this workspace";
        }
        Stream<String> groups = new TreeSet<>(people.groups()).stream().map(g -> "<!subteam^" + g + ">");
        Stream<String> users = new TreeSet<>(people.users()).stream().map(u -> "<@" + u + ">");
        return Stream.concat(groups, users).collect(Collectors.joining(" "));
    }
}
