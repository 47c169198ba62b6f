package dev.ecrbot.command;

import static dev.ecrbot.command.word.Misread.quote;

import dev.ecrbot.command.word.Misread;
import dev.ecrbot.ecr.LoginTool;
import dev.ecrbot.problem.Code;
import dev.ecrbot.problem.Guess;

/** Reads which tool is to log in. */
final class ToolWord {
    private ToolWord() {}

    static LoginTool read(String typed) {
        return LoginTool.byWord(typed)
                .orElseThrow(() -> Misread.of(
                        Code.COMMAND_MALFORMED,
                        quote(typed) + " is nothing that ecr-bot knows a login for.",
                        Guess.didYouMean(
                                typed, LoginTool.words(), "It knows " + String.join(", ", LoginTool.words()) + ".")));
    }
}
