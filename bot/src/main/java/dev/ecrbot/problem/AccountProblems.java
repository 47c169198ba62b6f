package dev.ecrbot.problem;

import static dev.ecrbot.problem.Typed.quote;

import java.util.Collection;

/** What is wrong with the word that says which account. What people typed is quoted here; {@code accounts} are the names that are configured. */
public final class AccountProblems {
    private static final String APART =
            "Write the account and the role by their names, apart from each other: sales ci-deployer.";

    private AccountProblems() {}

    public static Problem notSaid() {
        return problem(
                "The account that gets access is missing.", "Choose one, or write its name here, or its 12 digits.");
    }

    public static Problem webAddress(String typed) {
        return problem(quote(typed) + " is a web address, and ecr-bot can't tell who that is.", APART);
    }

    public static Problem wildcard(String typed, Collection<String> accounts) {
        return notAPrincipal(
                quote(typed) + " has a wildcard in it; access is given to one account, role or user at a time.",
                known(accounts));
    }

    public static Problem inSlack(String typed, Collection<String> accounts) {
        return problem(
                quote(typed) + " is somebody or something in Slack; access goes to an AWS account, or a role in one.",
                known(accounts));
    }

    public static Problem notTwelveDigits(String typed, Collection<String> accounts) {
        long digits = typed.chars().filter(Character::isDigit).count();
        return problem(
                quote(typed) + " isn't an account id: it has " + digits + (digits == 1 ? " digit" : " digits")
                        + ", not 12.",
                known(accounts));
    }

    public static Problem deletedId(String typed) {
        return notAPrincipal(
                quote(typed) + " is the id of a role or user, most likely a deleted one.",
                "Name the account and the role instead.");
    }

    public static Problem service(String typed, Collection<String> accounts) {
        return notAPrincipal(
                quote(typed)
                        + " is a service; the bot gives access to accounts, roles, users, organizations and Lambda functions.",
                known(accounts));
    }

    public static Problem missingBefore(String typed, Collection<String> accounts) {
        return problem("The account is missing before " + quote(typed) + ".", known(accounts));
    }

    /** It begins with an account, and goes on with something else. */
    public static Problem notApart(String typed) {
        return noSuch(typed, APART);
    }

    public static Problem unknown(String typed, Collection<String> accounts) {
        return noSuch(typed, Guess.didYouMean(typed, accounts, known(accounts)));
    }

    private static Problem noSuch(String typed, String next) {
        return problem("There is no account " + quote(typed) + " here.", next);
    }

    private static String known(Collection<String> accounts) {
        String id = "an id of 12 digits, for example 222222222222.";
        return accounts.isEmpty() ? "Write " + id : "Write a name (" + Typed.list(accounts) + ") or " + id;
    }

    private static Problem problem(String what, String next) {
        return new Problem(Code.ACCOUNT_UNKNOWN, what, next);
    }

    private static Problem notAPrincipal(String what, String next) {
        return new Problem(Code.PRINCIPAL_MALFORMED, what, next);
    }
}
