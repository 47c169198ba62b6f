package dev.ecrbot.slack;

import static dev.ecrbot.slack.EveryMessage.principal;
import static dev.ecrbot.slack.EveryMessage.problem;
import static dev.ecrbot.slack.EveryMessage.request;

import dev.ecrbot.command.Command;
import dev.ecrbot.command.Manner;
import dev.ecrbot.command.PrincipalRef;
import dev.ecrbot.command.TargetRef;
import dev.ecrbot.command.WhoseRequests;
import dev.ecrbot.command.guess.Line;
import dev.ecrbot.command.help.HelpPage;
import dev.ecrbot.command.word.Until;
import dev.ecrbot.desk.answer.Paging;
import dev.ecrbot.desk.counter.Answer;
import dev.ecrbot.desk.counter.GrantSteps;
import dev.ecrbot.desk.counter.HeldAlready;
import dev.ecrbot.desk.counter.Offer;
import dev.ecrbot.desk.counter.Search;
import dev.ecrbot.desk.counter.StatusExtras;
import dev.ecrbot.desk.counter.StatusLine;
import dev.ecrbot.desk.counter.Takeable;
import dev.ecrbot.desk.request.Covering;
import dev.ecrbot.desk.request.Grant;
import dev.ecrbot.desk.request.GrantId;
import dev.ecrbot.desk.request.Request;
import dev.ecrbot.desk.request.RequestId;
import dev.ecrbot.desk.request.RequestState;
import dev.ecrbot.desk.sight.Age;
import dev.ecrbot.desk.sight.Birth;
import dev.ecrbot.desk.sight.Copies;
import dev.ecrbot.ecr.LoginSnippet;
import dev.ecrbot.ecr.LoginTool;
import dev.ecrbot.ecr.Partition;
import dev.ecrbot.ecr.StandardAccess;
import dev.ecrbot.policy.Condition;
import dev.ecrbot.policy.Principal;
import dev.ecrbot.policy.holding.Holding;
import dev.ecrbot.policy.lint.Kind;
import dev.ecrbot.policy.lint.LintFinding;
import dev.ecrbot.policy.lint.Severity;
import dev.ecrbot.slack.answer.EveryFinding;
import dev.ecrbot.slack.message.Samples;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.IntStream;

/** Answers of every kind, with a text in them wherever one from outside can stand. */
final class EveryAnswer {
    private EveryAnswer() {}

    /** Returns some of each kind. */
    static List<Answer> answers(String text) {
        Request request = request(text, RequestState.PENDING);
        var snippet = LoginSnippet.of(Samples.REPOSITORY, StandardAccess.READ, Optional.of("1.4.2"));
        var holding = new Holding(
                principal(text),
                new TreeSet<>(List.of("ecr:" + text)),
                false,
                true,
                Optional.of(Samples.WEEK),
                Optional.of(text),
                0,
                false);
        var condition = new Condition("StringEquals", text, List.of(text, text));
        var line = new StatusLine(holding, List.of(), false, List.of(condition));
        return List.of(
                new Answer.Refused(problem(text)),
                new Answer.Guessed(
                        Samples.RITA,
                        new Command.Grant(
                                StandardAccess.PULL,
                                new TargetRef("central", Samples.REPOSITORY),
                                new PrincipalRef(new Principal.Account(Partition.AWS, Samples.SALES)),
                                new Until.None(),
                                Optional.empty(),
                                Manner.IF_LACKING),
                        new Line("grant pull payments/api sales because " + text),
                        Optional.of(problem(text))),
                new Answer.Filed(request),
                new Answer.WaitingAlready(request, Optional.of(Samples.card()), true),
                new Answer.Cancelled(request, Optional.of(Samples.AMIR)),
                new Answer.NothingToChange(
                        text,
                        Optional.of(new HeldAlready(
                                Samples.request().change().edit().principal(),
                                snippet,
                                List.of(new Covering(request.id(), Samples.RITA, Optional.of(Samples.WEEK))),
                                Optional.of(new Offer(Samples.RITA, new Line(text)))))),
                new Answer.NothingToChange(text, Optional.empty()),
                Samples.status(
                        Collections.nCopies(100, line),
                        Collections.nCopies(20, text),
                        Collections.nCopies(30, request)),
                changeable(text, holding),
                new Answer.RequestList(
                        WhoseRequests.ALL,
                        Optional.of(new Search(text, 1_000_000)),
                        Collections.nCopies(10, request),
                        Collections.nCopies(10, Optional.of(Samples.card())),
                        new Paging("requests all " + text, 2, 1_000_000)),
                new Answer.RequestList(
                        WhoseRequests.ENDING,
                        Optional.of(new Search(text, 0)),
                        Collections.nCopies(10, request),
                        Collections.nCopies(10, Optional.of(Samples.card())),
                        Map.of(request.id(), Samples.WEEK),
                        new Paging("requests ending " + text, 2, 10_000)),
                new Answer.RequestList(
                        WhoseRequests.PENDING,
                        Optional.of(new Search(text, 1_000_000)),
                        List.of(),
                        List.of(),
                        new Paging(text, 9, 3)),
                new Answer.Cancelled(request, Optional.empty()),
                new Answer.Ending(request, true),
                new Answer.Shortened(request),
                new Answer.FieldWanted(request),
                new Answer.Login(snippet, Optional.empty()),
                new Answer.Login(snippet, Optional.of(LoginTool.KUBERNETES)),
                new Answer.Found(EveryFinding.all(text).get(0)),
                new Answer.Help(new HelpPage(
                        text,
                        text,
                        Collections.nCopies(20, new HelpPage.Example(text, text)),
                        List.of(new HelpPage.Term(text, text)))),
                new Answer.Approved(request, 1),
                new Answer.Denied(request),
                new Answer.PassedOn(request, true),
                new Answer.PassedOn(request, false),
                new Answer.Unheard());
    }

    /** A status with more wrong with it, and more that its reader may change, than fits. */
    private static Answer.Status changeable(String text, Holding holding) {
        List<Grant> grants = IntStream.range(0, 12)
                .mapToObj(i -> new Grant(
                        new GrantId(RequestId.parse("req-aaaaaa" + (10 + i)).orElseThrow()),
                        "central",
                        Samples.REPOSITORY,
                        principal(text),
                        StandardAccess.PULL,
                        Samples.RITA,
                        Samples.WEEK.minusSeconds(60),
                        Optional.of(Samples.WEEK).filter(end -> i % 2 == 0),
                        Grant.State.ACTIVE,
                        Optional.empty()))
                .toList();
        return Samples.status(List.of(new StatusLine(holding, grants)), List.of(text), List.of())
                .told(new StatusExtras(
                        new StatusExtras.View(Optional.empty(), text, 1),
                        Optional.of(new Age(Samples.WEEK, text)),
                        Collections.nCopies(
                                12,
                                new Birth(
                                        text,
                                        new TreeSet<>(Set.of("CREATE_ON_PUSH", text)),
                                        Collections.nCopies(20, holding))),
                        new Copies(
                                Collections.nCopies(12, Samples.REPOSITORY),
                                Collections.nCopies(12, Samples.REPOSITORY)),
                        Optional.of(Samples.WEEK),
                        Collections.nCopies(
                                12,
                                new LintFinding(
                                        Severity.WARNING,
                                        Kind.ALL_ACTIONS,
                                        Optional.of(0),
                                        Optional.of(text),
                                        text,
                                        text,
                                        "")),
                        grants.stream()
                                .map(grant -> new GrantSteps(grant, true, true, true))
                                .toList(),
                        Collections.nCopies(9, new Takeable(principal(text), StandardAccess.PULL, new Line(text)))));
    }
}
