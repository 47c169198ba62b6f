package dev.ecrbot.command;

import dev.ecrbot.command.word.Word;
import dev.ecrbot.ecr.LoginTool;
import dev.ecrbot.problem.CommandProblems;
import dev.ecrbot.problem.ProblemException;
import java.util.List;

/** Reads what somebody wants to log in to, and with which tool. */
record LoginReader(RepositoryReader repositories, WordCount count) {

    Command read(List<Word> rest) {
        boolean named = rest.size() > 1 && rest.get(1).is("for");
        count.atMost(Verb.LOGIN, rest, named ? 3 : 2);
        TargetRef target = repositories.orRegistry(
                count.only(Verb.LOGIN, rest.stream().limit(1).toList(), "repository"));
        return new Login(
                target,
                rest.stream().skip(named ? 2 : 1).map(word -> tool(word.text())).findFirst());
    }

    private static LoginTool tool(String typed) {
        return LoginTool.byWord(typed)
                .orElseThrow(() -> new ProblemException(CommandProblems.loginUnknown(typed, LoginTool.words())));
    }
}
