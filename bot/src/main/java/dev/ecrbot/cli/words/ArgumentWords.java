package dev.ecrbot.cli.words;

/** What is said of what stands on the command line and can't be meant so. */
public final class ArgumentWords {
    private ArgumentWords() {}

    public static String noRepository(String typed) {
        return "“" + typed + "” isn't a repository: write arn:aws:ecr:REGION:ACCOUNT:repository/NAME.";
    }

    public static String noCaller(String typed) {
        return "“" + typed
                + "” isn't a caller: write the ARN of a role, user, session or account, or a service's host.";
    }

    public static String noAccount(String typed) {
        return "“" + typed + "” isn't an account: write its 12 digits, in quotes.";
    }

    public static String noOrganization(String typed) {
        return "“" + typed + "” isn't an organization: write its id, o- and 10 to 32 letters and digits.";
    }

    public static String sayOption(String option) {
        return "Say " + option + ", or --batch for many questions.";
    }

    public static String sayIdentity() {
        return "Say --identity: without the caller's identity policies there is no whole verdict.";
    }

    public static String contextForm() {
        return "--context is written KEY=VALUE.";
    }

    public static String oneInput() {
        return "Only one of the two can come from standard input.";
    }

    public static String sayWhatToCheck() {
        return "Say what to check: lint FILE, diff OLD NEW, test FILE, can --help, or explain FILE";
    }

    public static String unknown(String typed) {
        return "“" + typed + "” isn't known here";
    }

    public static String didYouMean(String command) {
        return "Did you mean “" + command + "”?";
    }

    public static String seeHelp(String command) {
        return "“" + command + " --help” shows how it is used.";
    }
}
