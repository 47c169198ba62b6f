package dev.ecrbot.policy.plan;

import dev.ecrbot.policy.Statement;
import dev.ecrbot.problem.Problem;
import java.util.List;
import java.util.function.Function;

/** What an edit makes of the statements, before anything is checked. */
sealed interface Outcome {

    /** Returns what planning comes to, where the function makes a plan of what is changed. */
    Planned planned(Function<Changed, Planned> plan);

    /** Returns whether the policy says already what the edit would make it say. */
    boolean isThere();

    /**
     * The statements afterwards.
     *
     * @param touchedForeign the canonical text of each foreign statement that is changed
     */
    record Changed(List<Statement> statements, List<String> touchedForeign, List<Warning> warnings) implements Outcome {
        @Override
        public Planned planned(Function<Changed, Planned> plan) {
            return plan.apply(this);
        }

        @Override
        public boolean isThere() {
            return false;
        }
    }

    /** There is no change. */
    record Stopped(Planned planned) implements Outcome {
        @Override
        public Planned planned(Function<Changed, Planned> plan) {
            return planned;
        }

        @Override
        public boolean isThere() {
            return planned.visit(plan -> false, nothing -> true, refused -> false);
        }
    }

    static Outcome nothing(String why) {
        return nothing(why, false);
    }

    static Outcome nothing(String why, boolean byOthers) {
        return new Stopped(new Planned.NothingToChange(why, byOthers));
    }

    static Outcome refused(Problem problem) {
        return new Stopped(new Planned.Refused(problem));
    }
}
