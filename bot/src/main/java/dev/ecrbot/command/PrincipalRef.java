package dev.ecrbot.command;

import dev.ecrbot.policy.Principal;

/**
 * A principal that somebody named.
 *
 * <p>In a revocation it can be anything that stands in a policy. What kind of {@link Principal.Other} it is can't
 * always be told from its text, so look it up by the text.
 */
public record PrincipalRef(Principal principal) {

    /** Returns the word that names it in a command. */
    public String text() {
        String text = principal.text();
        return text.contains(" ") ? '"' + text + '"' : text;
    }
}
