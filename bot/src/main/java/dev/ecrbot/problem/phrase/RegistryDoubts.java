package dev.ecrbot.problem.phrase;

/** What isn't known, or isn't so, of the policy of a registry, which rules on all its repositories: whole sentences. */
public final class RegistryDoubts {
    private RegistryDoubts() {}

    public static String scopeUnknown() {
        return "AWS named a scope for it that ecr-bot doesn't know, so what it enforces there is unknown.";
    }

    public static String scopeTooOld() {
        return "The registry's own policy has the scope V1: AWS enforces three actions there (replication, pull-through "
                + "cache, making repositories), so nobody can reach images through it.";
    }

    /** @param why what keeps it from being read, in sentences; so in the others */
    public static String denies(String why) {
        return doubt("whether the registry's own policy denies it", why);
    }

    public static String stillGives(String why) {
        return doubt("whether the registry's own policy still gives access there", why);
    }

    public static String gives(String why) {
        return doubt("what the registry's own policy gives there", why);
    }

    public static String enforced(String why) {
        return doubt("whether AWS enforces this", why);
    }

    private static String doubt(String what, String why) {
        return "ecr-bot couldn't find out " + what + ". " + why;
    }
}
