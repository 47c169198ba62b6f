package dev.ecrbot.desk.request;

/** By what right a change is made. */
public enum Authority {
    /** Approvals under a rule, and of nothing but what the card shows. */
    APPROVAL,
    /** The word of one person, who may have it so without an approval. */
    PERSON,
    /** The rule alone, and for nothing but what was planned then. */
    RULE,
    /** The bot's own records: the time of a grant has come. */
    BOT;

    /** Returns whether nothing may come of it but what was planned, and shown, when it was given. */
    public boolean isForWhatWasShown() {
        return this == APPROVAL || this == RULE;
    }
}
