package dev.ecrbot.command;

import dev.ecrbot.ecr.AccountId;
import dev.ecrbot.ecr.Partition;
import dev.ecrbot.ecr.Region;
import dev.ecrbot.policy.Principal;
import dev.ecrbot.policy.Principals;
import dev.ecrbot.problem.PrincipalProblems;
import dev.ecrbot.problem.ProblemException;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * Reads Lambda functions: {@code lambda:sales}, {@code lambda:222222222222/ci-*}, or the ARN of a function. Those written
 * without a Region are in the repository's, since Lambda takes images from no other.
 */
final class FunctionsReader {
    private static final String PREFIX = "lambda:";
    private static final Pattern PATTERN = Pattern.compile("[\\w*?-]{1,140}");

    private final AccountReader accounts;

    FunctionsReader(AccountReader accounts) {
        this.accounts = accounts;
    }

    /** Returns the functions, unless the word is no attempt to write some. */
    Optional<Principal> find(String typed, Region region) {
        if (!typed.toLowerCase(Locale.ROOT).startsWith(PREFIX)) {
            return Optional.empty();
        }
        String rest = typed.substring(PREFIX.length());
        int slash = rest.indexOf('/');
        String pattern = slash < 0 ? "*" : rest.substring(slash + 1);
        if (rest.isEmpty() || slash == 0) {
            throw new ProblemException(PrincipalProblems.functionsWithoutAccount(typed));
        }
        if (!PATTERN.matcher(pattern).matches()) {
            throw new ProblemException(PrincipalProblems.badFunctions(pattern));
        }
        AccountId account = accounts.read(slash < 0 ? rest : rest.substring(0, slash));
        return Optional.of(new Principal.LambdaFunctions(region, account, pattern));
    }

    /** Reads the ARN of functions. */
    static Principal ofArn(String typed, Partition wanted) {
        Principal.LambdaFunctions functions = Principals.functions(typed)
                .orElseThrow(() -> new ProblemException(PrincipalProblems.notAFunction(typed)));
        if (functions.in() != wanted) {
            throw new ProblemException(PrincipalProblems.functionsInOtherPartition(typed, functions.in(), wanted));
        }
        return functions;
    }
}
