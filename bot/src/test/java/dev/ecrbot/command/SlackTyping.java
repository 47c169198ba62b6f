package dev.ecrbot.command;

/** Does to a typed line what Slack and the keyboards of phones do. */
final class SlackTyping {
    private SlackTyping() {}

    static String escaped(String typed) {
        return typed.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;");
    }

    static String mangled(String typed) {
        int because = typed.indexOf(" because ");
        String head = because < 0 ? typed : typed.substring(0, because);
        String reason = because < 0 ? "" : typed.substring(because);
        return escaped(head).replace(" ", "\u00A0 ").replace("--", "—").replaceAll("\"([^\"]*)\"", "“$1”") + "\u200B"
                + escaped(reason);
    }
}
