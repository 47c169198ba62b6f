package dev.ecrbot.command;

/** Lines that would work, made with the names that are configured here. */
public final class Examples {
    private final Names names;

    public Examples(Names names) {
        this.names = names;
    }

    /** Returns a repository in its shortest unambiguous form. */
    public String repository() {
        return names.registries().size() > 1
                ? names.registries().keySet().iterator().next() + ":payments/api"
                : "payments/api";
    }

    /** Returns an account as people call it. */
    public String account() {
        return names.accounts().isEmpty()
                ? "222222222222"
                : names.accounts().keySet().iterator().next();
    }

    /** Returns a line that works for this command. */
    public String of(Verb verb) {
        return "/ecr " + verb.word()
                + switch (verb) {
                    case GRANT ->
                        " pull " + repository() + " " + account() + " ci-deployer for 7d because nightly build";
                    case BREAKGLASS ->
                        " pull " + repository() + " " + account() + " ci-deployer because production is down";
                    case REVOKE ->
                        " pull " + repository() + " " + account() + " ci-deployer because moved to the new build";
                    case STATUS, LOGIN -> " " + repository();
                    case WHO -> " pull " + repository();
                    case CAN -> " " + account() + " ci-deployer pull " + repository();
                    case HISTORY, RULES -> " " + repository();
                    case ACCESS -> " " + account() + " ci-deployer";
                    case AUDIT -> " public";
                    case EXPORT -> " " + repository() + " terraform";
                    case WHOAMI, DRIFT, DOCTOR -> "";
                    case EXPLAIN -> " no basic auth credentials";
                    case REQUESTS -> " pending";
                    case EXTEND -> " req-7k2m9xqa for 30d because the audit takes longer";
                    case UNDO -> " req-7k2m9xqa because it was the wrong role";
                    case END, CANCEL, SHOW -> " req-7k2m9xqa";
                    case HELP -> " grant";
                };
    }
}
