package dev.ecrbot.policy.holding;

import dev.ecrbot.ecr.Partition;
import dev.ecrbot.policy.BotStatement;
import dev.ecrbot.policy.PolicyDocument;
import dev.ecrbot.policy.Principal;
import dev.ecrbot.policy.Statement;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/** Lists who holds what in a policy, and through which statement. */
public final class Holdings {
    /** The type of the {@link Principal.Other} that stands for everyone except those named. */
    static final String EVERYONE_EXCEPT = "NotPrincipal";

    private Holdings() {}

    /** Lists the holdings of a policy in the partition {@code aws}. */
    public static List<Holding> of(PolicyDocument document, Set<Owned> owned) {
        return of(document, owned, Partition.AWS);
    }

    /**
     * Lists the holdings in the order of the statements; those that can't be understood are left out. A statement with
     * {@code NotPrincipal} is one holding of a {@link Principal.Other} whose text says who is excepted.
     *
     * @param owned the bot's grants in force on the repository
     * @param home the policy's partition, in which bare account ids are accounts
     */
    public static List<Holding> of(PolicyDocument document, Set<Owned> owned, Partition home) {
        var ownership = new Ownership(document, owned, home);
        List<Statement> statements = document.statements();
        return IntStream.range(0, statements.size())
                .boxed()
                .filter(index -> !statements.get(index).opaque())
                .flatMap(index -> of(statements.get(index), index, ownership, home))
                .toList();
    }

    static Stream<Holding> of(Statement statement, int index, Ownership ownership, Partition home) {
        Optional<BotStatement> form = BotStatement.of(statement);
        return holders(statement, home)
                .map(principal -> new Holding(
                        principal,
                        statement.shownActions(),
                        statement.allows(),
                        statement.narrowed()
                                && form.filter(own -> own.access().conditions().isEmpty())
                                        .isEmpty(),
                        form.flatMap(own -> ownership.until(own, principal)),
                        statement.sid(),
                        index,
                        form.filter(own -> ownership.ours(own, principal)).isPresent()));
    }

    private static Stream<Principal> holders(Statement statement, Partition home) {
        List<Principal> named = statement.holders(home);
        if (!statement.exceptsPrincipals()) {
            return named.stream();
        }
        String excepted = named.stream().map(Principal::text).collect(Collectors.joining(", "));
        return Stream.of(new Principal.Other(EVERYONE_EXCEPT, "* except " + excepted));
    }
}
