package dev.ecrbot.index;

import dev.ecrbot.ecr.AccountId;
import dev.ecrbot.ecr.Partition;
import dev.ecrbot.policy.PolicyDocument;
import dev.ecrbot.policy.Principal;
import dev.ecrbot.policy.Statement;
import dev.ecrbot.problem.ProblemException;
import java.util.HashSet;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * A policy's text, and whom it may concern, so that most policies needn't be read for a question about one account. Ten thousand
 * of them fit in a small heap, which their trees would not. Immutable.
 */
public final class IndexedPolicy {
    private static final Pattern ACCOUNT = Pattern.compile("(?<![0-9])[0-9]{12}(?![0-9])");

    private final String text;
    private final Set<AccountId> mentioned;
    private final boolean wide;

    private IndexedPolicy(String text, Set<AccountId> mentioned, boolean wide) {
        this.text = text;
        this.mentioned = Set.copyOf(mentioned);
        this.wide = wide;
    }

    /** Returns this text's; an empty one stands for no policy. */
    public static IndexedPolicy of(String text) {
        var mentioned = new HashSet<AccountId>();
        ACCOUNT.matcher(text).results().forEach(match -> mentioned.add(new AccountId(match.group())));
        return new IndexedPolicy(text, mentioned, isWide(text));
    }

    private static boolean isWide(String text) {
        try {
            return read(text).statements().stream().anyMatch(IndexedPolicy::isWide);
        } catch (ProblemException e) {
            return true;
        }
    }

    private static boolean isWide(Statement statement) {
        return statement.opaque()
                || statement.exceptsPrincipals()
                || statement.principals(Partition.AWS).stream()
                        .anyMatch(principal ->
                                principal instanceof Principal.Everyone || principal instanceof Principal.Other);
    }

    /** Returns whether it can decide about somebody of this account. */
    public boolean concerns(AccountId account) {
        return wide || mentioned.contains(account);
    }

    /** Returns the accounts that it mentions. */
    public Set<AccountId> mentioned() {
        return mentioned;
    }

    /** Returns the text; empty where there is no policy. */
    public String text() {
        return text;
    }

    /**
     * Returns the policy, read anew each time.
     *
     * @throws ProblemException if it can't be read
     */
    public PolicyDocument document() {
        return read(text);
    }

    private static PolicyDocument read(String text) {
        return text.isEmpty() ? PolicyDocument.empty() : PolicyDocument.parse(text);
    }
}
