package dev.ecrbot.command;

import static dev.ecrbot.command.word.Misread.quote;

import dev.ecrbot.command.word.Misread;
import dev.ecrbot.ecr.AccountId;
import dev.ecrbot.ecr.Partition;
import dev.ecrbot.ecr.Region;
import dev.ecrbot.policy.Principal;
import dev.ecrbot.policy.Principals;
import dev.ecrbot.problem.Code;
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
    private static final String NEXT =
            "Write it like lambda:sales for all functions of an account, or lambda:sales/ci-* for some.";

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
            throw wrong("The account is missing in " + quote(typed) + ".");
        }
        if (!PATTERN.matcher(pattern).matches()) {
            throw wrong(quote(pattern)
                    + " can't be the name of functions: use letters, digits, - and _, with * and ? as wildcards.");
        }
        AccountId account = accounts.read(slash < 0 ? rest : rest.substring(0, slash));
        return Optional.of(new Principal.LambdaFunctions(region, account, pattern));
    }

    /** Reads the ARN of functions. */
    static Principal ofArn(String typed, Partition wanted) {
        Principal.LambdaFunctions functions = Principals.functions(typed)
                .orElseThrow(() -> wrong(
                        quote(typed) + " isn't the ARN of a function; a version or an alias can't stand at its end."));
        if (functions.in() != wanted) {
            throw Misread.of(
                    Code.PARTITION_MISMATCH,
                    quote(typed) + " is in partition " + functions.in() + ", but the repository is in " + wanted
                            + "; access can't cross partitions.",
                    "Name functions in " + wanted + ", or another repository.");
        }
        return functions;
    }

    private static ProblemException wrong(String what) {
        return Misread.of(Code.PRINCIPAL_MALFORMED, what, NEXT);
    }
}
