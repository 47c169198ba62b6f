package dev.ecrbot.desk;

/** Why a claim that is false is none of the bot's fault yet. */
public enum Grace {
    /** The bot has changed the policy, and Slack isn't told everything so far. */
    UNTOLD,
    /** Others have changed the policy since it was read for the last time. */
    UNREAD
}
