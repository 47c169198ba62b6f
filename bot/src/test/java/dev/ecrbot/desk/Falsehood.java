package dev.ecrbot.desk;

import dev.ecrbot.desk.tell.Message;
import dev.ecrbot.policy.holding.Claim;
import java.util.Optional;

/** A claim that isn't so. */
public record Falsehood(Message message, Claim claim, Optional<String> policy) {
    /** Returns whether it speaks of the moment at which the policy was read back. */
    boolean isProven() {
        return claim.asOf().equals(Optional.of(message.request().stage().changedAt()));
    }

    @Override
    public String toString() {
        return message.getClass().getSimpleName() + " of "
                + message.request().id() + " says of "
                + claim.who().text() + ": " + claim + " under " + policy.orElse("no policy");
    }
}
