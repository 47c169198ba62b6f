package dev.ecrbot.slack.answer;

import dev.ecrbot.command.Which;
import dev.ecrbot.command.guess.Line;
import dev.ecrbot.command.word.Until;
import dev.ecrbot.denial.Denial;
import dev.ecrbot.desk.answer.Chronicle;
import dev.ecrbot.desk.answer.Conclusion;
import dev.ecrbot.desk.answer.Explanation;
import dev.ecrbot.desk.answer.Finding;
import dev.ecrbot.desk.answer.Holders;
import dev.ecrbot.desk.answer.HomePage;
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
import dev.ecrbot.desk.request.Grant;
import dev.ecrbot.desk.request.GrantId;
import dev.ecrbot.desk.request.Request;
import dev.ecrbot.desk.request.RequestId;
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
import dev.ecrbot.rules.Approvers;
import dev.ecrbot.rules.Calling;
import dev.ecrbot.rules.Escalation;
import dev.ecrbot.rules.Handling;
import dev.ecrbot.rules.Membership;
import dev.ecrbot.rules.People;
import dev.ecrbot.rules.PrincipalKind;
import dev.ecrbot.rules.ReasonRule;
import dev.ecrbot.rules.RepositoryPattern;
import dev.ecrbot.rules.Revocation;
import dev.ecrbot.rules.Rule;
import dev.ecrbot.rules.RuleStanding;
import dev.ecrbot.rules.Scope;
import dev.ecrbot.rules.Targets;
import dev.ecrbot.rules.Terms;
import dev.ecrbot.rules.Watch;
import dev.ecrbot.slack.EveryMessage;
import dev.ecrbot.slack.message.Samples;
import dev.ecrbot.time.Hours;
import java.time.DayOfWeek;
import java.time.Duration;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.IntStream;

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
                Collections.nCopies(60, new RuleStanding(rule(text), Membership.YES, Membership.UNKNOWN));
        all.add(new RuleBook(Optional.of(Samples.REPOSITORY), rules));
        all.add(new RuleBook(Optional.of(Samples.REPOSITORY), List.of()));
        all.add(new Profile(
                Samples.RITA,
                new TreeMap<>(Map.of("S0OWNERS", Membership.YES, "S0OTHERS", Membership.UNKNOWN)),
                rules));
        all.add(home(text, 2));
        all.addAll(choices(text));
        EveryCheckup.all(text).forEach(checkup -> all.add(new Finding.CheckedUp(checkup)));
        all.add(new Sheet(text, Collections.nCopies(3, Map.of(text, text)), 30_000, 2, new Coverage(List.of())));
        return all;
    }

    /** Returns what each step can be about: as much as there can be, one, and nothing. */
    private static List<Finding> choices(String text) {
        Request request = EveryMessage.request(text, RequestState.PENDING);
        var choices = new ArrayList<Finding>();
        for (Which.Step step : Which.Step.values()) {
            boolean held = step == Which.Step.EXTEND || step == Which.Step.END;
            var asked = new Which(
                    step,
                    List.of("payments/api", "x" + text.replace("\"", "")),
                    new Until.None(),
                    false,
                    Optional.empty());
            for (int many : new int[] {8, 1, 0}) {
                choices.add(new Finding.Choice(
                        asked,
                        IntStream.range(0, held ? many : 0)
                                .mapToObj(number -> to(grant(number), text))
                                .map(grant -> new Finding.Choice.Held(
                                        grant,
                                        Optional.of(new Line("extend " + grant.id() + " because "
                                                        + text.substring(0, Math.min(300, text.length()))))
                                                .filter(line -> step == Which.Step.EXTEND && many > 0)))
                                .toList(),
                        IntStream.range(0, held ? 0 : many)
                                .mapToObj(number -> entry(request, number).request())
                                .toList(),
                        many == 8 ? 1_000 : 0,
                        many == 0 ? 3 : 0,
                        many == 1 ? List.of() : Collections.nCopies(40, text)));
            }
        }
        return choices;
    }

    private static Grant to(Grant grant, String text) {
        return new Grant(
                grant.id(),
                grant.registry(),
                grant.target(),
                new Principal.Other("Federated", text),
                grant.access(),
                grant.requester(),
                grant.since(),
                grant.until(),
                grant.state(),
                grant.ended());
    }

    /** Returns a Home tab with so many of each thing. */
    public static HomePage home(String text, int many) {
        var part = new Coverage.Part(
                new RegionalRegistry(Samples.CENTRAL, new Region("us-west-2")),
                true,
                many,
                many,
                Optional.of(Samples.WEEK),
                Optional.empty(),
                List.of(text));
        Request request = EveryMessage.request(text, RequestState.PENDING);
        List<HomePage.Entry> entries = IntStream.range(0, many)
                .mapToObj(number -> entry(request, number))
                .toList();
        return new HomePage(
                Samples.RITA,
                entries,
                entries,
                IntStream.range(0, many).mapToObj(EveryFinding::grant).toList(),
                Collections.nCopies(many, new RuleStanding(rule(text), Membership.YES, Membership.UNKNOWN)),
                new Coverage(Collections.nCopies(many, part)));
    }

    private static HomePage.Entry entry(Request request, int number) {
        return new HomePage.Entry(
                Request.begun(id(number), request.change(), request.ask(), request.revision(), request.stage()),
                Optional.of(Samples.card()));
    }

    private static Grant grant(int number) {
        Grant grant = Samples.grant();
        return new Grant(
                new GrantId(id(number)),
                grant.registry(),
                grant.target(),
                grant.principal(),
                grant.access(),
                grant.requester(),
                grant.since(),
                number % 2 == 0 ? grant.until() : Optional.empty(),
                Grant.State.ACTIVE,
                Optional.empty());
    }

    private static RequestId id(int number) {
        return new RequestId("req-" + String.format(Locale.ROOT, "%08d", number));
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

    private static Rule rule(String text) {
        return new Rule(
                text.isBlank() ? "rule" : text,
                new Scope(
                        Collections.nCopies(
                                50,
                                RepositoryPattern.parse("central/us-west-2:payments/*")
                                        .orElseThrow()),
                        true,
                        Set.of(StandardAccess.PULL),
                        new Targets(false, Set.of(Samples.SALES)),
                        Set.of(PrincipalKind.ROLE)),
                People.everyone(),
                new Approvers(new People(false, Set.of(Samples.AMIR.user()), Set.of("S0OWNERS")), 2, false),
                new Terms(Optional.of(Duration.ofHours(36)), new ReasonRule.Required()),
                "C0APPROVALS",
                new Handling(
                        Optional.empty(),
                        Duration.ofHours(8),
                        Revocation.IMMEDIATE,
                        People.everyone(),
                        Watch.NOTHING,
                        calling()));
    }

    private static Calling calling() {
        var hours = new Hours(
                EnumSet.range(DayOfWeek.MONDAY, DayOfWeek.FRIDAY),
                LocalTime.of(8, 0),
                LocalTime.MIDNIGHT,
                ZoneId.of("Europe/Berlin"));
        var late = new Escalation(new People(false, Set.of(), Set.of("S0OWNERS")), Duration.ofHours(2));
        return new Calling(Optional.of(hours), Optional.of(late), false);
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
