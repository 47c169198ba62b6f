package dev.ecrbot.desk.counter;

import dev.ecrbot.command.Command;
import dev.ecrbot.command.guess.Line;
import dev.ecrbot.desk.ledger.Ledger;
import dev.ecrbot.desk.live.Policies;
import dev.ecrbot.desk.live.RepositoryFacts;
import dev.ecrbot.desk.request.Change;
import dev.ecrbot.desk.request.Covering;
import dev.ecrbot.ecr.LoginSnippet;
import dev.ecrbot.policy.Principal;
import java.util.List;
import java.util.Optional;

/**
 * Access that is there already.
 *
 * @param caller who has it, and may lack what only their own account can give
 * @param covering the grants that gave it when it was asked for
 * @param own the ask for a grant of the bot's own, where it is others alone who gave the access
 */
public record HeldAlready(Principal caller, LoginSnippet snippet, List<Covering> covering, Optional<Offer> own) {
    public HeldAlready {
        covering = List.copyOf(covering);
    }

    /**
     * Returns it; empty where no access was asked for. Whoever asks for what is there already most likely lacks what only their own
     * account can give.
     *
     * @param byOthers whether others alone gave it
     */
    static Optional<HeldAlready> of(Ledger ledger, Policies policies, Filing filing, boolean byOthers) {
        Change change = filing.change();
        return change.edit()
                .granted()
                .map(grant -> new HeldAlready(
                        grant.principal(),
                        LoginSnippet.of(
                                change.target(),
                                grant.access(),
                                RepositoryFacts.of(change.target(), policies).newestImageTag()),
                        covering(ledger, change),
                        byOthers ? ofItsOwn(filing) : Optional.empty()));
    }

    private static List<Covering> covering(Ledger ledger, Change change) {
        return ledger.transact(transaction ->
                Covering.of(transaction.grants().standing(change.target().holder()), change));
    }

    private static Optional<Offer> ofItsOwn(Filing filing) {
        return filing.command() instanceof Command.Grant grant
                ? Optional.of(new Offer(
                        filing.asker().person(), new Line(grant.onItsOwn().text())))
                : Optional.empty();
    }
}
