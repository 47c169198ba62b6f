package dev.ecrbot.desk.counter;

import dev.ecrbot.ecr.LoginSnippet;
import dev.ecrbot.policy.Principal;
import java.util.Optional;

/**
 * Access that is there already.
 *
 * @param caller who has it, and may lack what only their own account can give
 * @param own the ask for a grant of the bot's own, where it is others alone who gave the access
 */
public record HeldAlready(Principal caller, LoginSnippet snippet, Optional<Offer> own) {}
