package dev.ecrbot.config;

import java.util.regex.Pattern;

/** The form of the names that the file gives to registries and accounts: what people can type without quotes. */
final class NameForm {
    static final String RIGHT = "a name begins with a lower-case letter and has up to 41 of a-z, 0-9, - and _";

    private static final Pattern FORM = Pattern.compile("[a-z][a-z0-9_-]{0,40}");

    private NameForm() {}

    static boolean fits(String name) {
        return FORM.matcher(name).matches();
    }
}
