package dev.ecrbot.slack.web;

import static dev.ecrbot.desk.judge.Directory.Freshness.LIVE;
import static dev.ecrbot.desk.judge.Directory.Freshness.RECENT;
import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.params.provider.Arguments.arguments;

import dev.ecrbot.desk.SettableClock;
import dev.ecrbot.desk.judge.Directory;
import dev.ecrbot.rules.Facts;
import dev.ecrbot.rules.Membership;
import dev.ecrbot.rules.PersonId;
import dev.ecrbot.rules.Standing;
import dev.ecrbot.sandbox.slack.Fault;
import dev.ecrbot.sandbox.slack.Person;
import dev.ecrbot.sandbox.slack.SampleWorkspace;
import dev.ecrbot.slack.OpenHouse;
import dev.ecrbot.slack.message.Samples;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

class SlackDirectoryTest {
    private static final Set<String> OWNERS = Set.of(SampleWorkspace.OWNERS.id());

    private final SettableClock clock = new SettableClock(Instant.now());
    private final OpenHouse house = OpenHouse.http(clock);
    private final Directory directory = house.room.directory();

    @AfterEach
    void close() {
        house.close();
    }

    static Stream<Arguments> standing() {
        return Stream.of(
                arguments(SampleWorkspace.REQUESTER, Standing.MEMBER),
                arguments(SampleWorkspace.GUEST, Standing.GUEST),
                arguments(SampleWorkspace.CHANNEL_GUEST, Standing.GUEST),
                arguments(SampleWorkspace.LEAVER, Standing.DEACTIVATED),
                arguments(SampleWorkspace.OTHER_BOT, Standing.BOT),
                arguments(SampleWorkspace.STRANGER, Standing.STRANGER),
                arguments(Person.member("U0NOBODY", "nobody", "Not there"), Standing.UNKNOWN));
    }

    @ParameterizedTest
    @MethodSource
    void standing(Person person, Standing standing) {
        // A stranger's id comes with our team when they type: only Slack knows better.
        Facts facts = directory.facts(Samples.person(person.id()), OWNERS, LIVE);
        assertThat(facts.standing()).isEqualTo(standing);
        house.called("usergroups.list", standing == Standing.MEMBER ? 1 : 0);
    }

    /** Of Slackbot, Slack itself says that it is no bot. */
    @Test
    void takesSlackbotForTheBotItIs() {
        house.slack.put(Person.member("USLACKBOT", "slackbot", "Slackbot"));
        assertThat(directory.facts(Samples.person("USLACKBOT"), Set.of(), LIVE).standing())
                .isEqualTo(Standing.BOT);
    }

    @Test
    void doesNotAskSlackAboutPeopleOfOtherTeams() {
        var person = new PersonId(SampleWorkspace.OTHER_TEAM, SampleWorkspace.STRANGER.id());
        assertThat(directory.facts(person, Set.of(), LIVE).standing()).isEqualTo(Standing.STRANGER);
        house.called("users.info", 0);
    }

    @Test
    void knowsMembers() {
        assertThat(directory.facts(Samples.OLGA, OWNERS, LIVE).in("S0OWNERS")).isEqualTo(Membership.YES);
        assertThat(directory.facts(Samples.AMIR, OWNERS, LIVE).in("S0OWNERS")).isEqualTo(Membership.NO);
    }

    @Test
    void knowsNobodyInADisabledGroupOrInOneThatIsNot() {
        for (String group : List.of("S0OLDGROUP", "S0NOSUCH")) {
            assertThat(directory.facts(Samples.AMIR, Set.of(group), LIVE).in(group))
                    .isEqualTo(Membership.NO);
            assertThat(directory.members(group, LIVE)).contains(Set.of());
        }
    }

    @Test
    void listsMembersUnlessSlackDoesNotSay() {
        assertThat(directory.members("S0OWNERS", LIVE)).contains(Set.of(Samples.OLGA.user()));
        clock.advance(Duration.ofSeconds(5));
        house.slack.faults().always("usergroups.list", Fault.serverError());
        assertThat(directory.members("S0OWNERS", LIVE)).isEmpty();
    }

    @Test
    void asksEachTimeForADecision() {
        directory.facts(Samples.OLGA, OWNERS, LIVE);
        house.slack.put(SampleWorkspace.SECOND_APPROVER.as(Person.Kind.DEACTIVATED));
        assertThat(directory.facts(Samples.OLGA, OWNERS, LIVE).standing()).isEqualTo(Standing.DEACTIVATED);

        house.slack.put(SampleWorkspace.SECOND_APPROVER);
        house.slack.put(SampleWorkspace.OWNERS.with());
        clock.advance(Duration.ofSeconds(5));
        assertThat(directory.facts(Samples.OLGA, OWNERS, LIVE).in("S0OWNERS")).isEqualTo(Membership.NO);
    }

    /** Slack allows some twenty such calls a minute. */
    @Test
    void readsAllGroupsOnceForAllWhoClickWithinSeconds() {
        Set<String> groups = Set.of("S0OWNERS", "S0OLDGROUP", "S0NOSUCH", "S0ONE", "S0TWO");
        for (int clicks = 0; clicks < 60; clicks++) {
            Facts facts = directory.facts(Samples.OLGA, groups, LIVE);
            assertThat(facts.in("S0OWNERS")).isEqualTo(Membership.YES);
            assertThat(facts.in("S0ONE")).isEqualTo(Membership.NO);
            clock.advance(Duration.ofSeconds(1));
        }
        house.called("usergroups.list", 12);
    }

    @Test
    void remembersForAsksAndNeverFailures() {
        house.slack.faults().next("users.info", 2, Fault.serverError());
        assertThat(directory.facts(Samples.OLGA, OWNERS, RECENT).standing()).isEqualTo(Standing.UNKNOWN);
        assertThat(directory.facts(Samples.OLGA, OWNERS, RECENT).standing()).isEqualTo(Standing.MEMBER);
        assertThat(directory.facts(Samples.OLGA, OWNERS, RECENT).in("S0OWNERS")).isEqualTo(Membership.YES);
        house.called("users.info", 3);
        house.called("usergroups.list", 1);
    }

    static Stream<Arguments> failures() {
        return Stream.of(
                arguments("refused", Fault.error("user_not_found")),
                arguments("no scope", Fault.error("missing_scope")),
                arguments("throttled", Fault.rateLimited(Duration.ofSeconds(30))),
                arguments("broken", Fault.serverError()),
                arguments("dropped", Fault.dropped()),
                arguments("lost", Fault.answerLost()),
                arguments("nonsense", new Fault.Answer(200, "<html>", Duration.ZERO)),
                arguments("empty", new Fault.Answer(200, "", Duration.ZERO)),
                arguments("half", new Fault.Answer(200, "{\"ok\":true}", Duration.ZERO)),
                arguments(
                        "somebody else",
                        new Fault.Answer(
                                200,
                                "{\"ok\":true,\"user\":{\"id\":\"U0OTHER\",\"team_id\":\"T0HOME\"}}",
                                Duration.ZERO)));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("failures")
    void knowsNothingOfAPersonWhenSlackDoesNotSay(String name, Fault fault) {
        house.slack.faults().always("users.info", fault);
        assertThat(directory.facts(Samples.OLGA, OWNERS, LIVE).standing()).isEqualTo(Standing.UNKNOWN);
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("failures")
    void knowsNothingOfAGroupWhenSlackDoesNotSay(String name, Fault fault) {
        house.slack.faults().always("usergroups.list", fault);
        Facts facts = directory.facts(Samples.OLGA, OWNERS, LIVE);
        assertThat(facts.standing()).isEqualTo(Standing.MEMBER);
        assertThat(facts.in("S0OWNERS")).isEqualTo(Membership.UNKNOWN);
    }

    @Test
    void triesOnceMoreAtMost() {
        house.slack.faults().next("users.info", 1, Fault.dropped());
        assertThat(directory.facts(Samples.OLGA, OWNERS, LIVE).standing()).isEqualTo(Standing.MEMBER);
        house.slack.faults().always("users.info", Fault.serverError());
        directory.facts(Samples.OLGA, OWNERS, LIVE);
        house.called("users.info", 4);
    }

    @Test
    void knowsNobodyBeforeItKnowsItsHome() {
        try (OpenHouse strange = OpenHouse.http(SampleWorkspace.create())) {
            assertThat(strange.room
                            .directory()
                            .facts(Samples.OLGA, OWNERS, LIVE)
                            .standing())
                    .isEqualTo(Standing.UNKNOWN);
        }
    }

    @Test
    void knowsTheMembersOfAnOrganization() {
        var corp = SampleWorkspace.create().inEnterprise("E0CORP");
        try (OpenHouse grid = OpenHouse.http(corp).ready()) {
            Directory of = grid.room.directory();
            assertThat(of.facts(new PersonId("E0CORP", Samples.OLGA.user()), OWNERS, LIVE)
                            .standing())
                    .isEqualTo(Standing.MEMBER);
            assertThat(of.facts(new PersonId("E0CORP", SampleWorkspace.STRANGER.id()), OWNERS, LIVE)
                            .standing())
                    .isEqualTo(Standing.STRANGER);
        }
    }
}
