package dev.ecrbot.command;

import static dev.ecrbot.command.word.Misread.quote;

import dev.ecrbot.command.word.Misread;
import dev.ecrbot.ecr.AccountId;
import dev.ecrbot.problem.Code;
import dev.ecrbot.problem.Guess;
import dev.ecrbot.problem.ProblemException;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Reads the word that says which account: a configured name, or an id as it is or as the AWS console shows it. */
final class AccountReader {
    private static final Pattern DASHED = Pattern.compile("[0-9]{4}-[0-9]{4}-[0-9]{4}");
    private static final Pattern SHOWN = Pattern.compile("(\\S{1,100}) \\(([0-9]{12})\\)");
    private static final Pattern NUMBER = Pattern.compile("[0-9-]+");

    private final Names names;

    AccountReader(Names names) {
        this.names = names;
    }

    Optional<AccountId> find(String typed) {
        return names.account(typed)
                .or(() -> asShown(typed))
                .or(() -> AccountId.parse(DASHED.matcher(typed).matches() ? typed.replace("-", "") : typed));
    }

    /** ecr-bot itself writes “sales (222222222222)”. */
    private Optional<AccountId> asShown(String typed) {
        Matcher shown = SHOWN.matcher(typed);
        return shown.matches()
                ? names.account(shown.group(1)).filter(id -> id.value().equals(shown.group(2)))
                : Optional.empty();
    }

    AccountId read(String typed) {
        return find(typed).orElseThrow(() -> unknown(typed));
    }

    private ProblemException unknown(String typed) {
        if (typed.contains("://")) {
            return unknown(quote(typed) + " is a web address, and it can't be told who that is.", apart());
        }
        if (typed.contains("*") || typed.contains("?")) {
            return Misread.of(
                    Code.PRINCIPAL_MALFORMED,
                    quote(typed) + " has a wildcard in it; access is given to one account, role or user at a time.",
                    known());
        }
        if (typed.startsWith("@") || typed.startsWith("#")) {
            return unknown(
                    quote(typed)
                            + " is somebody or something in Slack; access goes to an AWS account, or a role in one.",
                    known());
        }
        if (NUMBER.matcher(typed).matches()) {
            return unknown(quote(typed) + " isn't an account id: it has " + digits(typed) + ", not 12.", known());
        }
        return stranger(typed);
    }

    private ProblemException stranger(String typed) {
        if (AnyPrincipal.isOrphan(typed)) {
            return Misread.of(
                    Code.PRINCIPAL_MALFORMED,
                    quote(typed) + " is the id of a role or user, most likely a deleted one.",
                    "Name the account and the role instead.");
        }
        if (AnyPrincipal.isService(typed)) {
            return Misread.of(
                    Code.PRINCIPAL_MALFORMED,
                    quote(typed)
                            + " is a service; the bot gives access to accounts, roles, users, organizations and Lambda functions.",
                    known());
        }
        int slash = typed.indexOf('/');
        if (slash > 0 && IamResource.isKind(typed.substring(0, slash))) {
            return unknown("The account is missing before " + quote(typed) + ".", known());
        }
        String first = typed.split("[/:@ ]", 2)[0];
        if (first.length() < typed.length() && find(first).isPresent()) {
            return unknown("There is no account " + quote(typed) + " here.", apart());
        }
        return unknown(
                "There is no account " + quote(typed) + " here.",
                Guess.didYouMean(typed, names.accounts().keySet(), known()));
    }

    private static String apart() {
        return "Write the account and the role by their names, apart from each other: sales ci-deployer.";
    }

    private static String digits(String typed) {
        long digits = typed.chars().filter(Character::isDigit).count();
        return digits + (digits == 1 ? " digit" : " digits");
    }

    private String known() {
        String id = "an id of 12 digits, for example 222222222222.";
        return names.accounts().isEmpty()
                ? "Write " + id
                : "Write a name (" + Misread.list(names.accounts().keySet()) + ") or " + id;
    }

    private static ProblemException unknown(String what, String next) {
        return Misread.of(Code.ACCOUNT_UNKNOWN, what, next);
    }
}
