package dev.ecrbot.denial;

import java.util.regex.Pattern;

/** Takes away what pages and chats put around words to show them bold or as code. Takes a time linear in the text's length. */
final class Markup {
    /** What begins something new; the others stand within a word. */
    private static final Pattern BLOCK =
            Pattern.compile("</?(?:p|br|div|li|ul|ol|pre|t[dhr]|h[1-6]|blockquote)(?: [^<>]{0,200}+)?/?>");

    private static final Pattern INLINE =
            Pattern.compile("</?(?:code|b|strong|em|i|u|span|tt|kbd|samp|mark|font)(?: [^<>]{0,200}+)?/?>");

    // A lone star is a resource, a wildcard or a mask.
    private static final Pattern BOLD =
            Pattern.compile("(?<![\\w*/:.-])(\\*{1,3}+)(?=[A-Za-z0-9])([^*]{1,400}+)(?<=[A-Za-z0-9])\\1(?![\\w*])");

    private Markup() {}

    static String removed(String text) {
        String inline = INLINE.matcher(BLOCK.matcher(text).replaceAll(" ")).replaceAll("");
        return BOLD.matcher(inline).replaceAll("$2");
    }
}
