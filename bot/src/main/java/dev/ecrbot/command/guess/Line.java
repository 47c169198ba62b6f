package dev.ecrbot.command.guess;

/**
 * An exact command, as one would type it after the slash command.
 *
 * @param text as it is shown to people
 */
public record Line(String text) {

    /** Returns it as Slack would hand it over: what is read undoes the escapes again. */
    public String sent() {
        return text.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;");
    }
}
