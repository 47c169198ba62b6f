package dev.ecrbot.denial;

import java.util.regex.Pattern;

/** What becomes of a text on its way from a terminal to here that may take something with it. */
enum Mangling {
    /** A terminal breaks lines wherever they get too long. */
    BROKEN_AT_80 {
        @Override
        String of(String text) {
            return text.replaceAll("([^\n]{80})(?=[^\n])", "$1\n");
        }
    },
    /** A log viewer breaks lines between words, and sets the next ones in. */
    BROKEN_BETWEEN_WORDS {
        @Override
        String of(String text) {
            return text.replaceAll("([^\n]{40,60}) (?=[^\n])", "$1\n        ");
        }
    },
    MASKED {
        @Override
        String of(String text) {
            return ACCOUNT.matcher(text).replaceAll("***");
        }
    },
    CROSSED_OUT {
        @Override
        String of(String text) {
            return ACCOUNT.matcher(text).replaceAll("XXXXXXXXXXXX");
        }
    },
    REDACTED {
        @Override
        String of(String text) {
            return ACCOUNT.matcher(text).replaceAll("<account-id>");
        }
    },
    HALF_MASKED {
        @Override
        String of(String text) {
            return ACCOUNT.matcher(text).replaceAll("4444********");
        }
    },
    CUT_AT_255 {
        @Override
        String of(String text) {
            return text.substring(0, Math.min(255, text.length()));
        }
    },
    CUT_IN_THE_MIDDLE {
        @Override
        String of(String text) {
            return text.length() < 200 ? text : text.substring(0, 90) + " … " + text.substring(text.length() - 90);
        }
    },
    IN_A_SPREADSHEET {
        @Override
        String of(String text) {
            return '"' + text.replace("\"", "\"\"") + '"';
        }
    },
    PRINTED_BY_PYTHON {
        @Override
        String of(String text) {
            return "b'" + text.replace("\\", "\\\\").replace("'", "\\'").replace("\n", "\\n") + "\\n'";
        }
    };

    private static final Pattern ACCOUNT = Pattern.compile("(?<![0-9a-f])[0-9]{12}(?![0-9])");

    abstract String of(String text);
}
