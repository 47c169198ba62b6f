package dev.ecrbot.desk.counter;

import dev.ecrbot.ecr.LoginSnippet;
import dev.ecrbot.policy.Principal;

/**
 * Access that is there already.
 *
 * @param caller who has it, and may lack what only their own account can give
 */
public record HeldAlready(Principal caller, LoginSnippet snippet) {}
