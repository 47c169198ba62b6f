package dev.ecrbot.denial;

import dev.ecrbot.ecr.Access;
import dev.ecrbot.ecr.AccountId;
import java.util.Optional;

/**
 * What was made of a text, before it is put in words.
 *
 * @param confident whether the text itself says which half it is
 * @param access what would have to be asked for, if a grant holds the action
 */
record Refusal(
        Cause cause,
        boolean confident,
        Optional<String> action,
        Optional<Access> access,
        ImagePlace place,
        Optional<Caller> caller) {

    /** Returns whether caller and registry are known to be of one account. */
    boolean withinAccount() {
        return owner().isPresent() && owner().equals(place.registry());
    }

    /** Returns whether caller and registry are known to be of different accounts. */
    boolean acrossAccounts() {
        return owner().isPresent() && place.registry().isPresent() && !withinAccount();
    }

    /** Returns whether the action fills a pull through cache. */
    boolean pullsThrough() {
        return action.filter(Actions.PULL_THROUGH::contains).isPresent();
    }

    private Optional<AccountId> owner() {
        return caller.flatMap(Caller::account);
    }

    /** Returns how many of the things that can be known are. */
    int known() {
        return count(action)
                + count(caller)
                + count(place.repository())
                + count(place.registry())
                + count(place.region())
                + (confident ? 2 : 0)
                + (cause.ofEcr() ? 1 : 0);
    }

    private static int count(Optional<?> part) {
        return part.isPresent() ? 1 : 0;
    }
}
