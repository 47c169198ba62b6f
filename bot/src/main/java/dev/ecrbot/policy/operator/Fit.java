package dev.ecrbot.policy.operator;

/** Whether one value of a request is what one value of a policy asks for. */
public enum Fit {
    YES,
    NO,
    /** One of them isn't what the operator compares, and IAM's documentation doesn't say what comes of it. */
    UNSURE;

    static Fit of(boolean fits) {
        return fits ? YES : NO;
    }
}
