package dev.ecrbot.problem;

import java.io.Serial;

/** Carries a {@link Problem} to the place that tells the person; the only unchecked exception that rooms throw at each other on purpose. */
public final class ProblemException extends RuntimeException {
    @Serial
    private static final long serialVersionUID = 1;

    private final transient Problem problem;

    public ProblemException(Problem problem) {
        super(problem.code().label() + ": " + problem.what());
        this.problem = problem;
    }

    public ProblemException(Problem problem, Throwable cause) {
        super(problem.code().label() + ": " + problem.what(), cause);
        this.problem = problem;
    }

    /** Returns what to tell. */
    public Problem problem() {
        return problem;
    }
}
