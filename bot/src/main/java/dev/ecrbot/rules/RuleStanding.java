package dev.ecrbot.rules;

/**
 * A rule, and what it lets one person do.
 *
 * @param asks whether they may ask under it
 * @param decides whether they are among its approvers
 */
public record RuleStanding(Rule rule, Membership asks, Membership decides) {}
