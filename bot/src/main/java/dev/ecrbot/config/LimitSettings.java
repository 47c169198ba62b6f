package dev.ecrbot.config;

/**
 * How much one person may ask of the bot.
 *
 * @param pendingPerPerson how many of their requests may wait for a decision
 * @param commandsPerMinute how many commands they may type in a minute
 * @param refusedClicksPerMinute after how many refused clicks in a minute no more are looked at
 */
public record LimitSettings(int pendingPerPerson, int commandsPerMinute, int refusedClicksPerMinute) {
    public static final LimitSettings DEFAULT = new LimitSettings(50, 600, 30);
}
