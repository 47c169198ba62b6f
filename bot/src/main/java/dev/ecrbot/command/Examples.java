package dev.ecrbot.command;

/** Lines that would work, made with the names that are configured here. */
final class Examples {
    private final Names names;

    Examples(Names names) {
        this.names = names;
    }

    /** Returns a repository in its shortest unambiguous form. */
    String repository() {
        return names.registries().size() > 1
                ? names.registries().keySet().iterator().next() + ":payments/api"
                : "payments/api";
    }

    String account() {
        return names.accounts().isEmpty()
                ? "222222222222"
                : names.accounts().keySet().iterator().next();
    }

    String of(Verb verb) {
        return "/ecr " + verb.word()
                + switch (verb) {
                    case GRANT ->
                        " pull " + repository() + " " + account() + " ci-deployer for 7d because nightly build";
                    case REVOKE ->
                        " pull " + repository() + " " + account() + " ci-deployer because moved to the new build";
                    case STATUS, LOGIN -> " " + repository();
                    case REQUESTS -> " pending";
                    case EXTEND -> " req-7k2m9xqa for 30d because the audit takes longer";
                    case UNDO -> " req-7k2m9xqa because it was the wrong role";
                    case END, CANCEL -> " req-7k2m9xqa";
                    case HELP -> " grant";
                };
    }
}
