package dev.ecrbot.command;

import static dev.ecrbot.command.Misread.quote;

import dev.ecrbot.ecr.AccountId;
import dev.ecrbot.ecr.Partition;
import dev.ecrbot.policy.Principal;
import dev.ecrbot.problem.Code;
import java.util.List;
import java.util.Optional;

/**
 * Reads who a grant or a revocation is about: an account and perhaps a role in it, or an ARN for both. What is written
 * without a partition is in that of the repository, since nobody else can be given access to it.
 */
final class PrincipalReader {
    private final AccountReader accounts;
    private final Examples examples;

    PrincipalReader(Names names) {
        this.accounts = new AccountReader(names);
        this.examples = new Examples(names);
    }

    /** Reads somebody who can be granted access. */
    PrincipalRef granted(List<Word> words, Partition partition) {
        String first = words.get(0).text();
        if (Arn.looksLike(first)) {
            alone(words);
            return new PrincipalRef(PrincipalArn.granted(first, partition));
        }
        return new PrincipalRef(within(accounts.read(first), words, partition));
    }

    /** Reads anybody who can stand in a policy, written as status shows them. */
    PrincipalRef revoked(List<Word> words, Partition partition) {
        Word first = words.get(0);
        Optional<AccountId> account = accounts.find(first.text());
        if (account.isPresent()) {
            return new PrincipalRef(within(account.get(), words, partition));
        }
        Optional<Principal> shown = AnyPrincipal.read(first);
        if (shown.isPresent()) {
            alone(words);
            return new PrincipalRef(shown.get());
        }
        return new PrincipalRef(within(accounts.read(first.text()), words, partition));
    }

    private Principal within(AccountId account, List<Word> words, Partition partition) {
        if (words.size() == 1) {
            return new Principal.Account(partition, account);
        }
        String role = words.get(1).text();
        if (!Arn.looksLike(role)) {
            return IamResource.read(resource(role), account, partition);
        }
        Principal principal = PrincipalArn.granted(role, partition);
        if (principal.account().filter(account::equals).isEmpty()) {
            throw Misread.of(
                    Code.PRINCIPAL_MALFORMED,
                    quote(role) + " isn't in account " + account + ", which "
                            + quote(words.get(0).text()) + " stands for.",
                    "Leave the account out, or correct one of the two.");
        }
        return principal;
    }

    /** Returns the word as it would stand in an ARN; a plain name is a role's. */
    private static String resource(String role) {
        String word = role.startsWith(":") ? role.substring(1) : role;
        if (word.startsWith("/")) {
            return "role" + word;
        }
        int slash = word.indexOf('/');
        boolean says = slash < 0 ? word.equals("root") : IamResource.isKind(word.substring(0, slash));
        return says ? word : "role/" + word;
    }

    private void alone(List<Word> words) {
        if (words.size() > 1) {
            throw Misread.of(
                    Code.COMMAND_MALFORMED,
                    quote(words.get(1).text()) + " is one word too many: "
                            + quote(words.get(0).text()) + " says who already.",
                    "Leave it out, or put “because” before a reason. For example: " + examples.of(Verb.GRANT));
        }
    }
}
