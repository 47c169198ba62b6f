package dev.ecrbot.denial;

import java.util.List;

/** What else a text has to show, so that a phrase that others use too means ECR. */
enum Needs {
    NOTHING {
        @Override
        boolean met(PlainText text) {
            return true;
        }
    },
    /** ECR is named, or a call of its own interface. */
    ECR {
        @Override
        boolean met(PlainText text) {
            return HOST.met(text) || text.hasWord("ecr") || Actions.aboutToken(text);
        }
    },
    /** A registry, an endpoint or a repository of ECR is named, or a host that was masked. */
    HOST {
        @Override
        boolean met(PlainText text) {
            return text.hasAny(PLACES) || Actions.ofRegistryAuth(text);
        }
    };

    private static final List<String> PLACES = List.of(
            ".dkr.ecr", ".dkr-ecr", "api.ecr", "://ecr.", "://ecr-fips.", ":ecr:", "***/", "operation error ecr");

    abstract boolean met(PlainText text);
}
