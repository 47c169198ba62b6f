package dev.ecrbot.desk.answer;

import dev.ecrbot.ecr.PolicyHolder;
import dev.ecrbot.policy.lint.Severity;
import java.util.Optional;

/**
 * Something about a policy of the fleet.
 *
 * @param kind as machines are told it, {@code public_principal} for example
 * @param place the repository's name, or what else the policy is of
 * @param sid of the statement, as written
 * @param what what is wrong, one plain sentence
 * @param next what to do
 */
public record FleetFinding(
        Severity severity,
        String kind,
        PolicyHolder holder,
        String place,
        Optional<String> sid,
        String what,
        String next) {}
