package dev.ecrbot.command;

import dev.ecrbot.ecr.LoginTool;
import dev.ecrbot.problem.CommandProblems;
import dev.ecrbot.problem.ProblemException;

/** Reads which tool is to log in. */
final class ToolWord {
    private ToolWord() {}

    static LoginTool read(String typed) {
        return LoginTool.byWord(typed)
                .orElseThrow(() -> new ProblemException(CommandProblems.loginUnknown(typed, LoginTool.words())));
    }
}
