package dev.ecrbot.slack.answer;

import dev.ecrbot.denial.Denial;
import dev.ecrbot.desk.answer.Chronicle;
import dev.ecrbot.desk.answer.Conclusion;
import dev.ecrbot.desk.answer.Explanation;
import dev.ecrbot.desk.answer.Finding;
import dev.ecrbot.desk.answer.Holders;
import dev.ecrbot.desk.answer.Look;
import dev.ecrbot.desk.answer.Paging;
import dev.ecrbot.desk.answer.Place;
import dev.ecrbot.desk.answer.Possibility;
import dev.ecrbot.desk.answer.Profile;
import dev.ecrbot.desk.answer.RuleBook;
import dev.ecrbot.desk.answer.Sheet;
import dev.ecrbot.desk.answer.Story;
import dev.ecrbot.desk.ledger.CardHistory;
import dev.ecrbot.desk.ledger.Detail;
import dev.ecrbot.desk.ledger.Event;
import dev.ecrbot.desk.ledger.EventKind;
import dev.ecrbot.desk.request.Request;
import dev.ecrbot.desk.request.RequestState;
import dev.ecrbot.desk.sight.Age;
import dev.ecrbot.desk.sight.Capability;
import dev.ecrbot.desk.sight.Copies;
import dev.ecrbot.desk.sight.DecidingStatement;
import dev.ecrbot.ecr.AccountId;
import dev.ecrbot.ecr.IdentityPolicy;
import dev.ecrbot.ecr.Region;
import dev.ecrbot.ecr.RegionalRegistry;
import dev.ecrbot.ecr.StandardAccess;
import dev.ecrbot.index.Coverage;
import dev.ecrbot.index.PullThroughRule;
import dev.ecrbot.policy.Condition;
import dev.ecrbot.policy.Principal;
import dev.ecrbot.policy.diff.ForeignChange;
import dev.ecrbot.policy.evaluation.Decider;
import dev.ecrbot.policy.holding.Holding;
import dev.ecrbot.rules.Membership;
import dev.ecrbot.rules.RuleStanding;
import dev.ecrbot.slack.EveryMessage;
import dev.ecrbot.slack.message.Samples;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.TreeSet;

/** Findings of every kind, with a text in them wherever one from outside can stand. */
public final class EveryFinding {
    private static final ForeignChange CHANGED = new ForeignChange(
            1,
            new RegionalRegistry(new AccountId("111111111111"), new Region("us-west-2")),
            Optional.empty(),
            Samples.WEEK,
            List.of(),
            false);

    private static final String DENIED =
            "User: arn:aws:sts::222222222222:assumed-role/ci-deployer/build is not authorized to"
                    + " perform: ecr:BatchGetImage on resource: arn:aws:ecr:us-west-2:111111111111:repository/payments/api because no"
                    + " resource-based policy allows the ecr:BatchGetImage action authorization id: abcdefghijkl0123456789";

    private EveryFinding() {}

    /** Returns some of each kind. */
    public static List<Finding> all(String text) {
        var all = new ArrayList<Finding>();
        for (Look look : List.of(
                new Look.Needless(),
                new Look.Elsewhere(),
                new Look.Withheld(),
                new Look.Failed(text),
                new Look.Missing(),
                new Look.Nobody(),
                new Look.Seen(capability(text), true))) {
            for (Conclusion conclusion : Conclusion.values()) {
                all.add(explanation(DENIED, look, conclusion, text));
                all.add(explanation(text, look, conclusion, text));
            }
        }
        for (boolean exists : new boolean[] {true, false}) {
            var place = new Place(
                    Samples.REPOSITORY,
                    exists,
                    Optional.of(text),
                    Optional.of(text),
                    exists,
                    Optional.of(Samples.WEEK),
                    Optional.of(new Age(Samples.WEEK, text)),
                    Optional.of(new PullThroughRule(text, text, Optional.of(text))));
            var ways = new TreeSet<>(List.of(text));
            all.add(new Possibility(
                    place,
                    StandardAccess.PUSH,
                    capability(text),
                    exists,
                    Collections.nCopies(9, new Place.Newborn<>(text, ways, capability(text))),
                    Optional.of(text)));
            all.add(new Holders(
                    place,
                    StandardAccess.READ,
                    Collections.nCopies(200, capability(text)),
                    Collections.nCopies(50, holding(text)),
                    new Paging(text, exists ? 1 : 9, 250, 20),
                    Collections.nCopies(
                            9, new Place.Newborn<>(text, ways, Collections.nCopies(20, capability(text))))));
        }
        all.addAll(records(text));
        List<RuleStanding> rules =
                Collections.nCopies(60, new RuleStanding(EveryHome.rule(text), Membership.YES, Membership.UNKNOWN));
        all.add(new RuleBook(Optional.of(Samples.REPOSITORY), rules));
        all.add(new RuleBook(Optional.of(Samples.REPOSITORY), List.of()));
        all.add(new Profile(
                Samples.RITA,
                new TreeMap<>(Map.of("S0OWNERS", Membership.YES, "S0OTHERS", Membership.UNKNOWN)),
                rules));
        all.add(EveryHome.with(text, 2));
        all.addAll(EveryChoice.all(text));
        EveryCheckup.all(text).forEach(checkup -> all.add(new Finding.CheckedUp(checkup)));
        all.add(new Sheet(text, Collections.nCopies(3, Map.of(text, text)), 30_000, 2, new Coverage(List.of())));
        return all;
    }

    private static List<Finding> records(String text) {
        Request request = EveryMessage.request(text, RequestState.DENIED);
        var all = new ArrayList<Finding>();
        List<Event> events = Arrays.stream(EventKind.values())
                .map(kind -> new Event(
                        kind,
                        Optional.of(request.id()),
                        Optional.of(Samples.AMIR),
                        Samples.WEEK,
                        Map.of(Detail.REASON, text, Detail.WHAT, text)))
                .toList();
        all.add(new Story(request, List.of(), CardHistory.NONE, events, Optional.of(Samples.card()), true));
        all.add(new Story(
                request,
                List.of(),
                CardHistory.NONE,
                Collections.nCopies(500, events.get(0)),
                Optional.empty(),
                false));
        var chapter = new Chronicle.Chapter(request, CardHistory.NONE, events, Optional.of(Samples.card()));
        all.add(new Chronicle(
                Samples.REPOSITORY,
                Collections.nCopies(10, chapter),
                true,
                Optional.of(new Age(Samples.WEEK, "history " + text + " fresh")),
                new Paging("history " + text, 2, 1_000_000)));
        all.add(new Chronicle(
                Samples.REPOSITORY,
                Collections.nCopies(10, new Chronicle.Foreign(CHANGED, Collections.nCopies(20, text))),
                false,
                Optional.empty(),
                new Paging("history " + text, 1, 1_000)));
        all.add(new Chronicle(Samples.REPOSITORY, List.of(), true, Optional.empty(), new Paging(text, 3, 0)));
        all.addAll(EveryFleetFinding.all(text, request));
        return all;
    }

    private static Holding holding(String text) {
        return new Holding(
                new Principal.Other("Federated", text),
                new TreeSet<>(List.of("ecr:" + text)),
                true,
                true,
                Optional.empty(),
                Optional.of(text),
                0,
                false);
    }

    private static Explanation explanation(String pasted, Look look, Conclusion conclusion, String text) {
        return new Explanation(
                Denial.read(pasted, StandardAccess.CATALOGUE),
                look,
                conclusion,
                new Copies(List.of(), Collections.nCopies(12, Samples.REPOSITORY)),
                Optional.of(text),
                Optional.of(new IdentityPolicy(Samples.REPOSITORY, StandardAccess.PUSH)));
    }

    private static Capability capability(String text) {
        var statement = new DecidingStatement(
                Decider.Source.REPOSITORY,
                1,
                Optional.of(text),
                Decider.Part.DENIES,
                List.of(new Condition(text, text, Collections.nCopies(100, text))));
        return new Capability(
                Samples.CI,
                new TreeSet<>(List.of(text)),
                new TreeSet<>(List.of(text)),
                new TreeMap<>(Map.of(text, List.of(text))),
                Collections.nCopies(100, statement),
                Optional.of(text));
    }
}
