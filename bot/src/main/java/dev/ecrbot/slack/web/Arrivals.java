package dev.ecrbot.slack.web;

import dev.ecrbot.config.Mode;
import dev.ecrbot.doctor.Examined;
import dev.ecrbot.policy.Ends;
import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicLong;
import java.util.regex.Pattern;

/**
 * What Slack has delivered since the bot's start. Slack doesn't tell a bot what its app's manifest says, so that an app that was
 * installed with an older one can only be known by what comes, and by what doesn't. Kept in memory, in each replica what came
 * to it. Thread-safe.
 */
public final class Arrivals {
    private static final String OPTIONS = "slack.options";
    private static final String ESCAPE = "slack.should-escape";
    private static final Pattern MENTION = Pattern.compile("<@[UW][A-Z0-9]{2,40}");
    private static final Pattern BARE_NAME = Pattern.compile("(?<!\\S)@[A-Za-z][\\w.-]{0,80}(?!\\S)");
    /** One name may be nobody's; so many that nobody picked from Slack's list are hardly an accident. */
    private static final int HARDLY_BY_CHANCE = 3;

    private final Mode mode;
    private final Instant since;
    private final Map<Kind, AtomicLong> counts = new ConcurrentHashMap<>();

    /** What comes only if the manifest asks for it, and what comes in its place if it doesn't. */
    public enum Kind {
        /** Somebody opened their Home tab. */
        HOME,
        /** Somebody chose “Ask for access”. */
        ASKING,
        /** Somebody chose “Fix this access error”. */
        FIXING,
        /** The form was asked which repositories match. */
        MATCHING,
        /** A form came with a repository that was typed and not chosen. */
        TYPED,
        /** A command came with somebody's id. */
        MENTION,
        /** A command came with a name behind an at sign. */
        BARE_NAME
    }

    public Arrivals(Mode mode, Clock clock) {
        this.mode = mode;
        this.since = clock.instant();
    }

    /** Notes that one has come. */
    public void came(Kind kind) {
        counts.computeIfAbsent(kind, none -> new AtomicLong()).incrementAndGet();
    }

    /** Notes what a command's text shows, as Slack handed it over. */
    public void typed(String text) {
        if (MENTION.matcher(text).find()) {
            came(Kind.MENTION);
        } else if (BARE_NAME.matcher(text).find()) {
            came(Kind.BARE_NAME);
        }
    }

    /** Returns what can be told of the app's manifest by what has come. */
    public List<Examined> look() {
        var found = new ArrayList<Examined>();
        found.add(seen(
                Kind.HOME,
                "slack.home",
                AppWords.homeTab(),
                AppWords.homeTabSeen(),
                AppWords.homeTabUnseen(start()),
                AppWords.openHomeTab()));
        found.add(shortcut(Kind.ASKING, AppWords.asking(), AppWords.amongShortcuts()));
        found.add(shortcut(Kind.FIXING, AppWords.fixing(), AppWords.inMenus()));
        if (mode == Mode.HTTP) {
            found.add(options());
        }
        found.add(escape());
        return List.copyOf(found);
    }

    /** Returns what can be told where no bot runs that anything could come to. */
    public static Examined unseen() {
        return Examined.unchecked(
                "slack.manifest", AppWords.restOfManifest(), AppWords.manifestUntold(), AppWords.compareManifest());
    }

    private Examined shortcut(Kind kind, String name, String where) {
        return seen(
                kind,
                "slack.shortcut",
                name,
                AppWords.shortcutSeen(),
                AppWords.shortcutUnseen(start()),
                AppWords.lookForShortcut(where));
    }

    private Examined seen(Kind kind, String check, String subject, String fine, String unseen, String how) {
        return count(kind) > 0 ? Examined.fine(check, subject, fine) : Examined.unchecked(check, subject, unseen, how);
    }

    private Examined options() {
        String how = AppWords.lookAtOptions();
        if (count(Kind.MATCHING) > 0) {
            return Examined.fine(OPTIONS, AppWords.options(), AppWords.optionsSeen());
        }
        long typed = count(Kind.TYPED);
        return typed >= HARDLY_BY_CHANCE
                ? Examined.wrong(OPTIONS, AppWords.options(), AppWords.optionsTyped(start(), typed), how)
                : Examined.unchecked(OPTIONS, AppWords.options(), AppWords.optionsUnseen(start()), how);
    }

    private Examined escape() {
        String how = AppWords.setEscape();
        if (count(Kind.MENTION) > 0) {
            return Examined.fine(ESCAPE, AppWords.mentions(), AppWords.mentionsSeen());
        }
        long bare = count(Kind.BARE_NAME);
        return bare >= HARDLY_BY_CHANCE
                ? Examined.wrong(ESCAPE, AppWords.mentions(), AppWords.mentionsBare(start(), bare), how)
                : Examined.unchecked(
                        ESCAPE, AppWords.mentions(), AppWords.mentionsUnseen(start()), AppWords.tryMention());
    }

    private long count(Kind kind) {
        return counts.getOrDefault(kind, new AtomicLong()).get();
    }

    private String start() {
        return Ends.shown(since.truncatedTo(ChronoUnit.MINUTES));
    }
}
