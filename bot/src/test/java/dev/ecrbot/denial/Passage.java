package dev.ecrbot.denial;

import java.util.regex.Pattern;

/** What becomes of a text on its way from a terminal to here, without losing anything. */
enum Passage {
    JSON {
        @Override
        String of(String text) {
            return text.replace("\\", "\\\\").replace("\"", "\\\"").replace("\n", "\\n");
        }
    },
    JSON_TWICE {
        @Override
        String of(String text) {
            return JSON.of(JSON.of(text));
        }
    },
    WEB_PAGE {
        @Override
        String of(String text) {
            return text.replace("&", "&amp;")
                    .replace("<", "&lt;")
                    .replace("\"", "&quot;")
                    .replace("'", "&#39;")
                    .replace(" is not ", "&nbsp;is not ");
        }
    },
    SLACK {
        @Override
        String of(String text) {
            String linked = LINKS.matcher(text).replaceAll("<$1|$1>");
            return HOSTS.matcher(linked)
                    .replaceAll("<http://$1|$1>")
                    .replace(" '", " \u2018")
                    .replace("'", "\u2019");
        }
    },
    COLOURS {
        @Override
        String of(String text) {
            return "\u001B[31m" + text.replace(": ", ":\u001B[0m ") + "\u001B[0m";
        }
    },
    WINDOWS {
        @Override
        String of(String text) {
            return text.replace("\n", "\r\n") + "\r\n";
        }
    },
    QUOTED {
        @Override
        String of(String text) {
            return "> " + text.replace("\n", "\n> ");
        }
    };

    private static final Pattern LINKS = Pattern.compile("(https://[A-Za-z0-9./:_-]+[A-Za-z0-9/])");
    private static final Pattern HOSTS =
            Pattern.compile("(?<![/|\\w])([0-9]{12}\\.dkr[.-]ecr[a-z-]*\\.[a-z0-9.-]+/[a-z0-9/_-]+)");

    abstract String of(String text);
}
