package dev.ecrbot.cli.words;

/** What is said of policies that AWS would refuse, or that aren't what they are given as. */
public final class PolicyWords {
    private PolicyWords() {}

    /** The finding's own words come after it. */
    public static String refusedByAws(int reasons) {
        return "AWS refuses this policy, so it means nothing"
                + (reasons > 1 ? " (" + reasons + " reasons, see policy lint)" : "") + ": ";
    }

    public static String lenient() {
        return " With --lenient, it is judged anyway.";
    }

    public static String sidOfIam() {
        return "AWS refuses this policy, so it means nothing: a Sid may have letters and digits only here. Rename it."
                + lenient();
    }

    public static String everyone() {
        return "A resource control policy has \"Principal\": \"*\" in every statement. Write it so, and name those who are meant"
                + " in Condition.";
    }
}
