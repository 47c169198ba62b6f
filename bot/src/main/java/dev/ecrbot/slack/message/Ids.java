package dev.ecrbot.slack.message;

import dev.ecrbot.rules.PersonId;
import java.time.Instant;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The ids by which Slack's deliveries are told apart. Messages that hang in channels carry them: never renamed. */
public final class Ids {
    public static final String ASK_SHORTCUT = "access.ask";
    public static final String FIX_SHORTCUT = "error.fix";
    public static final String APPROVE = "request.approve";
    public static final String DENY = "request.deny";
    public static final String REASON_OPEN = "denial.reason";
    public static final String SHORTEN = "request.shorten";
    public static final String EXTEND = "grant.extend";
    public static final String END = "grant.end";
    public static final String STORY = "request.story";
    public static final String CANCEL = "request.cancel";
    public static final String UNDO = "request.undo";
    public static final String AGAIN = "request.again";
    public static final String TRY_AGAIN = "request.retry";
    public static final String REVIEW = "glass.review";
    public static final String PICK = "repository.pick";
    public static final String COMMENT = "request.comment";
    public static final String NEW = "access.new";
    public static final String TAKE_OVER = "entry.takeover";
    public static final String ASK = "line.ask";
    public static final String ASK_OWN = "line.own";
    public static final String CHANGE = "line.change";
    public static final String NEXT_PAGE = "page.next";
    public static final String READ_NOW = "read.now";
    public static final String AS_FILE = "list.file";
    public static final String PREVIOUS_PAGE = "page.previous";

    private static final String OFFERED = "offered.";
    private static final String ENDLESS = "until.never";
    private static final Pattern UNTIL = Pattern.compile("until\\.([1-9]\\d{0,11})");
    private static final Pattern REVISION = Pattern.compile("revision\\.([1-9]\\d{0,8})");
    private static final Pattern WHICH = Pattern.compile("\\.req-[0-9a-z]{8}$");

    private Ids() {}

    /** Returns the block id that tells which revision a button was shown with. */
    public static String revision(int revision) {
        return "revision." + revision;
    }

    /** Returns the revision that a block id tells; 0 where it tells none. */
    public static int revision(String blockId) {
        Matcher matcher = REVISION.matcher(plain(blockId));
        return matcher.matches() ? Integer.parseInt(matcher.group(1)) : 0;
    }

    /** Returns the block id that tells whom something was offered to. */
    public static String offeredTo(PersonId person) {
        return OFFERED + person;
    }

    /** Returns whom a block id says that something was offered to; nobody where it says nothing of that. */
    public static String offeredTo(String blockId) {
        return blockId.startsWith(OFFERED) ? blockId.substring(OFFERED.length()) : "";
    }

    /** Returns a block id of its own for each request, which says the same: where many stand together, none may stand there twice. */
    public static String of(String request, String blockId) {
        return blockId + "." + request;
    }

    private static String plain(String blockId) {
        return WHICH.matcher(blockId).replaceFirst("");
    }

    /** Returns the block id that tells which end a button was shown with, be it that there is none. */
    public static String until(Optional<Instant> end) {
        return end.map(Ids::until).orElse(ENDLESS);
    }

    /** Returns the block id that tells which end a button was shown with. */
    public static String until(Instant end) {
        return "until." + end.getEpochSecond();
    }

    /** Returns the end that a block id tells, if there is one; the beginning of time where it tells nothing of ends. */
    public static Optional<Instant> until(String blockId) {
        String plain = plain(blockId);
        Matcher matcher = UNTIL.matcher(plain);
        Instant end = matcher.matches() ? Instant.ofEpochSecond(Long.parseLong(matcher.group(1))) : Instant.EPOCH;
        return plain.equals(ENDLESS) ? Optional.empty() : Optional.of(end);
    }
}
