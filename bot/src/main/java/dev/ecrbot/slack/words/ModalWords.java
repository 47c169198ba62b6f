package dev.ecrbot.slack.words;

/** The words of the modals that a button opens; those of the form for access are {@link FormWords}. A title has at most 24 characters. */
public final class ModalWords {
    private ModalWords() {}

    public static String send() {
        return "Send";
    }

    public static String ask() {
        return "Ask";
    }

    public static String shorten() {
        return "Shorten";
    }

    public static String notNow() {
        return "Not now";
    }

    public static String skip() {
        return "Skip";
    }

    public static String leaveIt() {
        return "Leave it";
    }

    public static String commentTitle() {
        return "Comment";
    }

    public static String comment(String request) {
        return "Your comment on " + request;
    }

    public static String commentGoes() {
        return "The requester gets your comment as a direct message. It also stands in the card's thread and in the request's"
                + " story. It doesn't approve or deny anything.";
    }

    public static String commentExample() {
        return "For example: which pipeline is this for?";
    }

    public static String reasonTitle() {
        return "Say why";
    }

    public static String reason(String request) {
        return "Why was " + request + " denied?";
    }

    public static String reasonGoes() {
        return "The request is denied already. Your reason stands on the card and in its thread, and ecr-bot tells it to the requester.";
    }

    public static String reasonExample() {
        return "For example: ask for read access instead";
    }

    public static String why() {
        return "Why?";
    }

    public static String decidersSeeIt() {
        return "The people who decide see it.";
    }

    public static String laterEndTitle() {
        return "Ask for a later end";
    }

    public static String laterEnd(String request) {
        return "When should " + request + " end?";
    }

    public static String laterEndForms() {
        return "Type “for 7d”, counted from now, or “until 2026-12-31”.";
    }

    public static String laterEndExample() {
        return "For example: the audit takes longer";
    }

    public static String soonerEndTitle() {
        return "Shorten the end";
    }

    public static String soonerEnd(String request) {
        return "When should " + request + " end at the latest?";
    }

    public static String soonerEndForms() {
        return "Type “for 1d”, “for 7d” or “for 30d”, counted from now, or “until 2026-12-31”. After that, the request still needs"
                + " an approval.";
    }

    public static String takeOverTitle() {
        return "Take over";
    }

    public static String takeOverEnd() {
        return "When should it end?";
    }

    public static String takeOverForms() {
        return "Type “for 30d”, counted from now, or “until 2026-12-31”. Until then, ecr-bot's grant takes the place of what"
                + " others wrote. Somebody has to approve it first.";
    }

    public static String takeOverExample() {
        return "For example: the nightly build needs it";
    }

    public static String undoTitle() {
        return "Ask to undo";
    }

    public static String undo(String request) {
        return "Why should " + request + " be undone?";
    }

    public static String undoGoes() {
        return "Somebody has to approve the undo, and sees your reason.";
    }

    public static String undoExample() {
        return "For example: it was given to the wrong role";
    }
}
