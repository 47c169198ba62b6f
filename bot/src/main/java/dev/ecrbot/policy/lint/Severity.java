package dev.ecrbot.policy.lint;

/** How bad a finding is; the worst comes last. */
public enum Severity {
    /** Worth knowing. */
    INFO,
    /** Probably not what was meant. */
    WARNING,
    /** Dangerous, or something that ECR refuses or that can't work. */
    ERROR
}
