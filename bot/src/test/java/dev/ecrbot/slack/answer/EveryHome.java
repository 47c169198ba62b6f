package dev.ecrbot.slack.answer;

import dev.ecrbot.desk.answer.HomePage;
import dev.ecrbot.desk.request.Grant;
import dev.ecrbot.desk.request.GrantId;
import dev.ecrbot.desk.request.Request;
import dev.ecrbot.desk.request.RequestId;
import dev.ecrbot.desk.request.RequestState;
import dev.ecrbot.ecr.Region;
import dev.ecrbot.ecr.RegionalRegistry;
import dev.ecrbot.ecr.StandardAccess;
import dev.ecrbot.index.Coverage;
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
import java.util.Collections;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.stream.IntStream;

/** Home tabs with as much on them as there can be, with a text wherever one from outside can stand. */
public final class EveryHome {
    private EveryHome() {}

    /** Returns a Home tab with so many of each thing. */
    public static HomePage with(String text, int many) {
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
                IntStream.range(0, many).mapToObj(EveryHome::grant).toList(),
                Collections.nCopies(many, new RuleStanding(rule(text), Membership.YES, Membership.UNKNOWN)),
                new Coverage(Collections.nCopies(many, part)));
    }

    static HomePage.Entry entry(Request request, int number) {
        return new HomePage.Entry(
                Request.begun(id(number), request.change(), request.ask(), request.revision(), request.stage()),
                Optional.of(Samples.card()));
    }

    static Grant grant(int number) {
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

    static Rule rule(String text) {
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
}
