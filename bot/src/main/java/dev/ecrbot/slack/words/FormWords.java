package dev.ecrbot.slack.words;

/** The words of the form for access: its fields, and what it says below them. */
public final class FormWords {
    private FormWords() {}

    public static String title() {
        return "Ask for access";
    }

    public static String repository() {
        return "Repository";
    }

    public static String repositoryOffered() {
        return "The repositories that ecr-bot has read so far. A choice here counts, not the text below.";
    }

    public static String repositorySearch() {
        return "Type some of its name";
    }

    public static String repositoryTyped() {
        return "Or what you have of it";
    }

    public static String repositoryForms() {
        return "The repository's name, an image's address, or the address of its page in the AWS console.";
    }

    public static String repositoryExample() {
        return "payments/api";
    }

    public static String whom() {
        return "Who gets access";
    }

    public static String whomOffered() {
        return "Those you asked for last come first. A choice here counts, not the account below.";
    }

    public static String whomWrittenBelow() {
        return "As written below";
    }

    public static String whomOf(String account, String role) {
        return account + ", role " + role;
    }

    public static String account() {
        return "Account";
    }

    public static String otherAccount() {
        return "Or another account";
    }

    public static String accountForms() {
        return "The AWS account that gets access: its name here, or its 12 digits.";
    }

    public static String accountExample() {
        return "sales";
    }

    public static String role() {
        return "Role";
    }

    public static String roleForms() {
        return "If you leave this empty, the whole account gets access.";
    }

    public static String roleExample() {
        return "ci-deployer";
    }

    public static String access() {
        return "Access";
    }

    public static String accessForms() {
        return "What the account or role may do with the images.";
    }

    public static String length() {
        return "How long";
    }

    public static String lengthForms() {
        return "A rule may allow less time.";
    }

    public static String days(int days) {
        return days == 1 ? "1 day" : days + " days";
    }

    public static String noEnd() {
        return "No end, or what the rule sets";
    }

    public static String day() {
        return "Or until the end of";
    }

    public static String dayCounts() {
        return "A date here counts, not the time above.";
    }

    public static String why() {
        return "Why";
    }

    public static String whyExample() {
        return "nightly build";
    }

    public static String askedBefore() {
        return "You have asked before";
    }

    public static String waits(String request) {
        return request + " is for the same and waits for a decision.";
    }

    public static String askToo() {
        return "Ask for this, too";
    }

    public static String askInPlaceOf(String request) {
        return "Ask for this in place of " + request;
    }

    public static String stillLooking() {
        return "As soon as ecr-bot knows, you see here who decides, and what this would change.";
    }

    public static String unfinished() {
        return "Fill in repository, account and access. Then you see here who decides, who would gain what, and what to check twice.";
    }

    public static String refused() {
        return "⛔ It would be refused.";
    }

    public static String nothingChanges() {
        return "Nothing would change. ";
    }

    public static String askedAlready() {
        return "Asked for already: ";
    }

    /** After the request's id, and who asked for it. */
    public static String sameWaits() {
        return "asks for the same and waits for a decision. If you ask too, ecr-bot tells you what becomes of it.";
    }

    public static String by() {
        return "by ";
    }

    public static String asks() {
        return "This asks ";
    }

    public static String until() {
        return ", until ";
    }

    public static String rule() {
        return "Rule ";
    }

    /** After the people. */
    public static String mayDecide(int approvals) {
        return approvals == 1
                ? " can approve or deny it."
                : " can approve or deny it. " + approvals + " different people have to approve.";
    }
}
