package dev.ecrbot.slack.message;

/**
 * A file that goes with a message to one person.
 *
 * @param name with an ending that says what is in it
 */
public record SentFile(String name, String content) {
    @Override
    public String toString() {
        return "SentFile[" + name + ", " + content.length() + " characters]";
    }
}
