package dev.ecrbot.policy.plan;

import dev.ecrbot.policy.Statement;
import dev.ecrbot.problem.Code;
import dev.ecrbot.problem.Problem;
import java.util.List;

/** What an edit makes of the statements, before anything is checked. */
sealed interface Outcome {

    /**
     * The statements afterwards.
     *
     * @param touchedForeign the canonical text of each foreign statement that is changed
     */
    record Changed(List<Statement> statements, List<String> touchedForeign, List<Warning> warnings)
            implements Outcome {}

    /** There is no change. */
    record Stopped(Planned planned) implements Outcome {}

    static Outcome nothing(String why) {
        return new Stopped(new Planned.NothingToChange(why));
    }

    static Outcome refused(Code code, String what, String next) {
        return new Stopped(new Planned.Refused(new Problem(code, what, next)));
    }
}
