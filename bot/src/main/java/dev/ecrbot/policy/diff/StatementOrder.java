package dev.ecrbot.policy.diff;

import dev.ecrbot.policy.PolicyDocument;
import dev.ecrbot.policy.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Puts the statements of one document into the order of another's, so that a new order alone is no difference. */
final class StatementOrder {
    private StatementOrder() {}

    /**
     * Returns the statements of {@code proposed}: first those that {@code base} has a counterpart of, in its order, then
     * the new ones. A counterpart of the same meaning is returned as {@code base} has it.
     */
    static List<Statement> of(PolicyDocument base, PolicyDocument proposed) {
        var unmatched = new ArrayList<>(proposed.statements());
        var equals = new ArrayList<Optional<Statement>>();
        for (Statement statement : base.statements()) {
            Optional<Statement> equal = unmatched.stream()
                    .filter(other -> other.canonical().equals(statement.canonical()))
                    .findFirst();
            equal.ifPresent(unmatched::remove);
            equals.add(equal.map(other -> statement));
        }
        var aligned = new ArrayList<Statement>();
        for (int index = 0; index < equals.size(); index++) {
            Optional<String> sid = base.statements().get(index).sid();
            Optional<Statement> counterpart = equals.get(index)
                    .or(() -> unmatched.stream()
                            .filter(other -> sid.isPresent() && other.sid().equals(sid))
                            .findFirst());
            counterpart.ifPresent(statement -> {
                unmatched.remove(statement);
                aligned.add(statement);
            });
        }
        aligned.addAll(unmatched);
        return aligned;
    }
}
