package dev.ecrbot.config.file;

import java.util.regex.Pattern;

/** The form of the names that the file gives to registries and accounts: what people can type without quotes. */
public final class NameForm {
    private static final Pattern FORM = Pattern.compile("[a-z][a-z0-9_-]{0,40}");

    private NameForm() {}

    public static boolean fits(String name) {
        return FORM.matcher(name).matches();
    }
}
