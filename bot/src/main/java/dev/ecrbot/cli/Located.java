package dev.ecrbot.cli;

import dev.ecrbot.policy.TextPlace;
import dev.ecrbot.policy.lint.LintFinding;
import java.util.Optional;

/**
 * A finding and where it is.
 *
 * @param file the file's name as given
 * @param policy what the file calls the policy; empty if the file is the policy
 * @param place where in the file
 * @param suppressed why nobody wants to hear of it, if that is so
 */
record Located(
        String file,
        Optional<String> policy,
        Optional<TextPlace> place,
        LintFinding finding,
        Optional<String> suppressed) {}
