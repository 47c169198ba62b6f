package dev.ecrbot.config;

/**
 * How much one machine may ask, of each replica.
 *
 * @param asksPerMinute what would be a request, be it refused or not
 * @param asksPerDay likewise, within 24 hours
 * @param questionsPerMinute what only looks, the state of its own requests among it
 */
public record MachineLimits(int asksPerMinute, int asksPerDay, int questionsPerMinute) {
    public static final MachineLimits DEFAULT = new MachineLimits(10, 200, 120);
}
