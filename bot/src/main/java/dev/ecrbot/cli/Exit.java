package dev.ecrbot.cli;

/** What a pipeline is told by the exit code. */
final class Exit {
    static final int FINE = 0;
    /** There are findings, something isn't allowed or as expected, two policies differ, or a text tells of no trouble with ECR. */
    static final int NO = 1;

    static final int BAD_INPUT = 2;

    private Exit() {}
}
