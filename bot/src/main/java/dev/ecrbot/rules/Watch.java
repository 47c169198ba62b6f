package dev.ecrbot.rules;

/**
 * What a rule's channel is told beyond its requests.
 *
 * @param changes what others changed in the policies of the rule's repositories
 * @param digest once a week what was given, what ends soon, and what is wrong there
 */
public record Watch(boolean changes, boolean digest) {
    /** What a rule that says nothing of it gets. */
    public static final Watch NOTHING = new Watch(false, false);
}
