package dev.ecrbot.rules;

/** How access is taken away under a rule. */
public enum Revocation {
    /** As it is given: an approver decides. */
    APPROVAL("approval"),
    /** At once, where an approver asks for it, or the holder for the end of their own. */
    IMMEDIATE("immediate");

    private final String word;

    Revocation(String word) {
        this.word = word;
    }

    /** Returns what the file calls it. */
    public String word() {
        return word;
    }
}
