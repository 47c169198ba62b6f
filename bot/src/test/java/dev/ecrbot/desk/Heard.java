package dev.ecrbot.desk;

import dev.ecrbot.desk.ledger.Consequences;
import dev.ecrbot.desk.request.RequestId;
import java.util.function.Consumer;

/** Hears what may be applied, and leaves delivering to whoever steps the desk. */
public record Heard(Consumer<RequestId> approved) implements Consequences.Listener {
    @Override
    public void apply(RequestId id) {
        approved.accept(id);
    }

    @Override
    public void deliver() {
        // The test delivers when it wants to.
    }
}
