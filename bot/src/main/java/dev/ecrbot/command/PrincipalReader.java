package dev.ecrbot.command;

import dev.ecrbot.command.word.Word;
import dev.ecrbot.ecr.AccountId;
import dev.ecrbot.ecr.Partition;
import dev.ecrbot.ecr.Region;
import dev.ecrbot.policy.Principal;
import dev.ecrbot.problem.PrincipalProblems;
import dev.ecrbot.problem.ProblemException;
import java.util.List;
import java.util.Optional;

/**
 * Reads who a grant or a revocation is about: an account and perhaps a role in it, an ARN for both, an organization, or
 * Lambda functions. What is written without a partition or a Region is in that of the repository, since nobody else can be
 * given access to it.
 */
final class PrincipalReader {
    private final AccountReader accounts;
    private final OrganizationReader organizations;
    private final FunctionsReader functions;
    private final Examples examples;

    PrincipalReader(Names names) {
        this.accounts = new AccountReader(names);
        this.organizations = new OrganizationReader(names);
        this.functions = new FunctionsReader(accounts);
        this.examples = new Examples(names);
    }

    /** Reads somebody who can be granted access. */
    PrincipalRef granted(List<Word> words, Region region) {
        String first = words.get(0).text();
        Partition partition = region.partition();
        Optional<Principal> special = special(first, region);
        if (special.isPresent()) {
            alone(words);
            return new PrincipalRef(special.get());
        }
        if (Arn.looksLike(first)) {
            alone(words);
            return new PrincipalRef(PrincipalArn.granted(first, partition));
        }
        return new PrincipalRef(within(accounts.read(first), words, partition));
    }

    /** Reads anybody who can stand in a policy, written as status shows them. */
    PrincipalRef revoked(List<Word> words, Region region) {
        Word first = words.get(0);
        Partition partition = region.partition();
        Optional<AccountId> account = accounts.find(first.text());
        if (account.isPresent()) {
            return new PrincipalRef(within(account.get(), words, partition));
        }
        Optional<Principal> shown = special(first.text(), region).or(() -> AnyPrincipal.read(first));
        if (shown.isPresent()) {
            alone(words);
            return new PrincipalRef(shown.get());
        }
        return new PrincipalRef(within(accounts.read(first.text()), words, partition));
    }

    private Optional<Principal> special(String typed, Region region) {
        return accounts.find(typed).isPresent()
                ? Optional.empty()
                : organizations.find(typed).or(() -> functions.find(typed, region));
    }

    private Principal within(AccountId account, List<Word> words, Partition partition) {
        if (words.size() == 1) {
            return new Principal.Account(partition, account);
        }
        String role = words.get(1).text();
        if (!Arn.looksLike(role)) {
            IamResource.checkPlain(role);
            return IamResource.read(resource(role), account, partition);
        }
        Principal principal = PrincipalArn.granted(role, partition);
        if (principal.account().filter(account::equals).isEmpty()) {
            throw new ProblemException(
                    PrincipalProblems.inOtherAccount(role, account, words.get(0).text()));
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
            throw new ProblemException(PrincipalProblems.saidAlready(
                    words.get(1).text(), words.get(0).text(), examples.of(Verb.GRANT)));
        }
    }
}
