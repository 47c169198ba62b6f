package dev.ecrbot.ecr;

import java.util.List;

/** The accesses of the standard catalogue, for tests that care about what one of them holds. */
public final class StandardAccess {
    public static final AccessCatalogue CATALOGUE = AccessCatalogue.standard();
    public static final Access PULL = of("pull");
    public static final Access PUSH = of("push");
    public static final Access READ = of("read");
    public static final Access PUSH_ONLY = of("push-only");

    private StandardAccess() {}

    public static Access of(String word) {
        return CATALOGUE.byWord(word).orElseThrow();
    }

    public static List<Access> values() {
        return CATALOGUE.accesses();
    }
}
