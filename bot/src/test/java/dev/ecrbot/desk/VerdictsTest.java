package dev.ecrbot.desk;

import static org.assertj.core.api.Assertions.assertThat;

import dev.ecrbot.desk.counter.Answer;
import dev.ecrbot.desk.request.Request;
import dev.ecrbot.desk.request.RequestState;
import dev.ecrbot.problem.Problem;
import dev.ecrbot.rules.PersonId;
import dev.ecrbot.rules.Standing;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Who asked, as they are at the click, by who clicks: what becomes of the approval. */
@Tag("long")
final class VerdictsTest {
    private static final PersonId DORA = new PersonId("T0HOME", "U0DORA");
    private static final String ASKED = "grant pull payments/api sales ci-deployer";
    // Both are listed by id, and both lists hold a group too.
    private static final String RULES = """
              - name: first
                repositories: ["payments/*"]
                access: [pull]
                to: ["*"]
                requesters: [U0REQUESTER, S0ASKERS]
                approvers: [U0APPROVER1, S0OWNERS]
                channel: C0APPROVALS
              - name: never asked, since the first one decides
                repositories: ["*"]
                access: [pull]
                to: ["*"]
                requesters: [anyone]
                approvers: [U0APPROVER1, U0APPROVER2, U0BYSTANDER, U0DORA, S0OWNERS]
                self_approval: true
                channel: C0APPROVALS
            """;
    private static final String SELF = """
              - name: own
                repositories: ["payments/*"]
                access: [pull]
                to: ["*"]
                requesters: [U0REQUESTER, S0ASKERS]
                approvers: [U0REQUESTER, U0BYSTANDER, U0APPROVER1]
                self_approval: %s
                channel: C0APPROVALS
            """;
    private static final Map<String, String> WORDS = Map.of(
            "REQUESTER_REFUSED", "not listed",
            "APPROVER_REFUSED", "not listed",
            "PERSON_REFUSED", "no member",
            "PERSON_UNKNOWN", "not known",
            "SELF_APPROVAL", "own");

    /** Somebody, and how they stand at the click. */
    enum Who {
        LISTED(true, Standing.MEMBER, Group.NO),
        LISTED_GROUP_SILENT(true, Standing.MEMBER, Group.SILENT),
        IN_GROUP(false, Standing.MEMBER, Group.YES),
        NOT_IN_GROUP(false, Standing.MEMBER, Group.NO),
        GROUP_SILENT(false, Standing.MEMBER, Group.SILENT),
        GUEST(true, Standing.GUEST, Group.YES),
        GONE(true, Standing.DEACTIVATED, Group.YES),
        BOT(true, Standing.BOT, Group.YES),
        STRANGER(true, Standing.STRANGER, Group.YES),
        NOBODY_KNOWS(true, Standing.UNKNOWN, Group.YES);

        /** What a look-up of the group that the list holds says. */
        enum Group {
            YES,
            NO,
            SILENT
        }

        private final boolean byId;
        private final Standing standing;
        private final Group group;

        Who(boolean byId, Standing standing, Group group) {
            this.byId = byId;
            this.standing = standing;
            this.group = group;
        }

        private PersonId in(DeskBench bench, PersonId listed, PersonId unlisted, String list) {
            PersonId person = byId ? listed : unlisted;
            bench.people.is(person, standing);
            switch (group) {
                case YES -> bench.people.group(list, person);
                case NO -> bench.people.group(list, DORA);
                case SILENT -> bench.people.unknown(list);
            }
            return person;
        }
    }

    private DeskBench bench = new DeskBench(RULES);

    @AfterEach
    void close() {
        bench.close();
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', useHeadersInDisplayName = true, textBlock = """
            who asked           | LISTED                | LISTED_GROUP_SILENT   | IN_GROUP              | NOT_IN_GROUP | GROUP_SILENT | GUEST     | GONE      | BOT       | STRANGER  | NOBODY_KNOWS
            LISTED              | approved              | approved              | approved              | not listed   | not known    | no member | no member | no member | no member | not known
            LISTED_GROUP_SILENT | approved              | approved              | approved              | not listed   | not known    | no member | no member | no member | no member | not known
            IN_GROUP            | approved              | approved              | approved              | not listed   | not known    | no member | no member | no member | no member | not known
            NOT_IN_GROUP        | requester: not listed | requester: not listed | requester: not listed | not listed   | not known    | no member | no member | no member | no member | not known
            GROUP_SILENT        | requester: not known  | requester: not known  | requester: not known  | not listed   | not known    | no member | no member | no member | no member | not known
            GUEST               | requester: no member  | requester: no member  | requester: no member  | not listed   | not known    | no member | no member | no member | no member | not known
            GONE                | requester: no member  | requester: no member  | requester: no member  | not listed   | not known    | no member | no member | no member | no member | not known
            BOT                 | requester: no member  | requester: no member  | requester: no member  | not listed   | not known    | no member | no member | no member | no member | not known
            STRANGER            | requester: no member  | requester: no member  | requester: no member  | not listed   | not known    | no member | no member | no member | no member | not known
            NOBODY_KNOWS        | requester: not known  | requester: not known  | requester: not known  | not listed   | not known    | no member | no member | no member | no member | not known
            """)
    void onAnothersRequest(
            Who asked,
            String listed,
            String listedGroupSilent,
            String inGroup,
            String notInGroup,
            String groupSilent,
            String guest,
            String gone,
            String bot,
            String stranger,
            String nobodyKnows) {
        verdict(asked, Who.NOT_IN_GROUP, notInGroup);
        verdict(asked, Who.GROUP_SILENT, groupSilent);
        verdict(asked, Who.GUEST, guest);
        verdict(asked, Who.GONE, gone);
        verdict(asked, Who.BOT, bot);
        verdict(asked, Who.STRANGER, stranger);
        verdict(asked, Who.NOBODY_KNOWS, nobodyKnows);
        verdict(asked, Who.LISTED, listed);
        verdict(asked, Who.LISTED_GROUP_SILENT, listedGroupSilent);
        verdict(asked, Who.IN_GROUP, inGroup);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', useHeadersInDisplayName = true, textBlock = """
            who asked           | self_approval: false | self_approval: true
            LISTED              | own                  | approved
            LISTED_GROUP_SILENT | own                  | approved
            IN_GROUP            | own                  | approved
            NOT_IN_GROUP        | own                  | requester: not listed
            GROUP_SILENT        | own                  | requester: not known
            GUEST               | no member            | no member
            GONE                | no member            | no member
            BOT                 | no member            | no member
            STRANGER            | no member            | no member
            NOBODY_KNOWS        | not known            | not known
            """)
    void onTheirOwnRequest(Who asked, String refused, String allowed) {
        bench.close();
        bench = new DeskBench(SELF.formatted("false"));
        assertThat(ownVerdict(asked)).isEqualTo(refused);
        bench.close();
        bench = new DeskBench(SELF.formatted("true"));
        assertThat(ownVerdict(asked)).isEqualTo(allowed);
    }

    private void verdict(Who asked, Who clicks, String expected) {
        Request request = askedAtATimeWhenAllWasWell(asked);
        asked.in(bench, DeskBench.RITA, DeskBench.BEN, "S0ASKERS");
        PersonId approver = clicks.in(bench, DeskBench.AMIR, DeskBench.OLGA, "S0OWNERS");

        assertThat(word(bench.approves(approver, request)))
                .as("asked by %s, clicked by %s", asked, clicks)
                .isEqualTo(expected);

        bench.close();
        bench = new DeskBench(RULES);
    }

    private String ownVerdict(Who asked) {
        Request request = askedAtATimeWhenAllWasWell(asked);
        PersonId person = asked.in(bench, DeskBench.RITA, DeskBench.BEN, "S0ASKERS");
        return word(bench.approves(person, request));
    }

    private Request askedAtATimeWhenAllWasWell(Who asked) {
        bench.people.group("S0ASKERS", DeskBench.BEN);
        bench.people.group("S0OWNERS", DORA);
        return bench.asks(asked.byId ? DeskBench.RITA : DeskBench.BEN, ASKED);
    }

    private static String word(Answer answer) {
        if (answer instanceof Answer.Refused refused) {
            Problem problem = refused.problem();
            String whose = problem.what().startsWith("The requester isn't allowed to have this any more.")
                    ? "requester: "
                    : "";
            return whose + WORDS.getOrDefault(problem.code().name(), problem.text());
        }
        return ((Answer.Approved) answer).request().stage().state() == RequestState.APPROVED
                ? "approved"
                : answer.toString();
    }
}
