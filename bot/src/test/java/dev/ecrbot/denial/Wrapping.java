package dev.ecrbot.denial;

/** Breaks texts over lines, as terminals, mail and Terraform do. */
final class Wrapping {
    private Wrapping() {}

    /** Breaks at blanks and behind hyphens, and inside what is longer than a line. */
    static String atWords(String text, int width, String margin) {
        var wrapped = new StringBuilder();
        for (String line : text.split("\n", -1)) {
            String rest = line;
            while (rest.length() > width) {
                int at = Math.max(rest.lastIndexOf(' ', width), rest.lastIndexOf('-', width - 1) + 1);
                int end = at <= 0 ? width : at;
                wrapped.append(margin)
                        .append(rest.substring(0, end).stripTrailing())
                        .append('\n');
                rest = rest.substring(end).stripLeading();
            }
            wrapped.append(margin).append(rest).append('\n');
        }
        return wrapped.toString();
    }

    /** Breaks after so many characters, whatever they are. */
    static String atWidth(String text, int width) {
        var broken = new StringBuilder();
        for (String line : text.split("\n", -1)) {
            for (int at = 0; at < Math.max(1, line.length()); at += width) {
                broken.append(line, at, Math.min(line.length(), at + width)).append('\n');
            }
        }
        return broken.toString();
    }
}
