package dev.ecrbot.rules;

/** Whether a revocation under a rule needs an approval. */
public enum Revocation {
    /** Always. */
    APPROVAL,
    /**
     * Not where only what the bot granted is taken away, by somebody who may approve under the rule, or by the holder of
     * every grant concerned.
     */
    IMMEDIATE
}
