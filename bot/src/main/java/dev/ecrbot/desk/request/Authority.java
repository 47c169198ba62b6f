package dev.ecrbot.desk.request;

/** By what right a change is made. */
public enum Authority {
    /** Approvals under a rule, and of nothing but what the card shows. */
    APPROVAL,
    /** The word of one person, who may have it so without an approval. */
    PERSON,
    /** The bot's own records: the time of a grant has come. */
    BOT
}
