package dev.ecrbot.desk.sight;

import dev.ecrbot.policy.Principal;
import java.util.SortedSet;

/**
 * What somebody may do to a repository by both policies together.
 *
 * @param perhaps what depends on conditions
 */
public record Derived(Principal principal, SortedSet<String> may, SortedSet<String> perhaps) {}
