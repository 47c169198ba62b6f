package dev.ecrbot.desk;

import static org.assertj.core.api.Assertions.assertThat;

import dev.ecrbot.desk.counter.Answer;
import dev.ecrbot.desk.request.Request;
import dev.ecrbot.desk.request.RequestState;
import dev.ecrbot.ecr.Repository;
import dev.ecrbot.problem.Code;
import dev.ecrbot.rules.PersonId;
import dev.ecrbot.rules.Standing;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** How many different people have to approve: who clicks in turn, and what each of them is told. */
final class ApprovalsTest {
    private static final PersonId CLEO = new PersonId("T0HOME", "U0APPROVER3");
    private static final PersonId GUS = new PersonId("T0HOME", "U0GUEST");
    private static final String RULE = """
              - name: keys
                repositories: ["web/*"]
                access: [pull]
                to: [sales]
                requesters: [anyone]
                approvers: [U0APPROVER1, U0REQUESTER, U0GUEST, S0OWNERS]
                approvals: %d
                self_approval: %s
                channel: C0APPROVALS
            """;
    private static final Map<String, PersonId> PEOPLE = Map.of(
            "rita", DeskBench.RITA,
            "amir", DeskBench.AMIR,
            "olga", DeskBench.OLGA,
            "cleo", CLEO,
            "ben", DeskBench.BEN,
            "gus", GUS);
    private static final Map<Code, String> WORDS = Map.of(
            Code.APPROVED_ALREADY, "again",
            Code.APPROVER_REFUSED, "unlisted",
            Code.PERSON_REFUSED, "guest",
            Code.PERSON_UNKNOWN, "unknown",
            Code.SELF_APPROVAL, "own",
            Code.REQUEST_DECIDED, "late",
            Code.REVISION_REPLACED, "replaced");

    // Rita asks; Amir is listed by id, Olga and Cleo are in the listed group, Gus is listed and a guest, Ben isn't.
    @ParameterizedTest
    @CsvSource(delimiter = '|', useHeadersInDisplayName = true, textBlock = """
            approvals | self_approval | who clicks                                  | told                             | ends
            1         | false         | amir                                        | approved                         | APPLIED
            1         | false         | olga                                        | approved                         | APPLIED
            1         | false         | amir amir                                   | approved late                    | APPLIED
            1         | false         | amir olga cleo                              | approved late late               | APPLIED
            1         | false         | rita ben gus amir                           | own unlisted guest approved      | APPLIED
            1         | false         | rita ben gus                                | own unlisted guest               | PENDING
            1         | true          | rita                                        | approved                         | APPLIED
            1         | false         | silence olga amir                           | . unknown approved               | APPLIED
            1         | false         | silence olga                                | . unknown                        | PENDING
            2         | false         | amir                                        | 1                                | PENDING
            2         | false         | amir olga                                   | 1 approved                       | APPLIED
            2         | false         | olga cleo                                   | 1 approved                       | APPLIED
            2         | false         | amir amir amir                              | 1 again again                    | PENDING
            2         | false         | amir amir amir olga                         | 1 again again approved           | APPLIED
            2         | false         | amir rita ben gus olga                      | 1 own unlisted guest approved    | APPLIED
            2         | false         | amir silence olga amir speech olga          | 1 . unknown again . approved     | APPLIED
            2         | false         | amir olga amir cleo                         | 1 approved late late             | APPLIED
            2         | true          | rita rita amir                              | 1 again approved                 | APPLIED
            2         | true          | amir rita                                   | 1 approved                       | APPLIED
            2         | false         | amir edit olga work                         | 1 . approved .                   | PENDING
            2         | false         | amir edit olga work amir-before olga-before | 1 . approved . replaced replaced | PENDING
            2         | false         | amir edit olga work amir amir               | 1 . approved . 1 again           | PENDING
            2         | false         | amir edit olga work amir cleo               | 1 . approved . 1 approved        | APPLIED
            3         | false         | amir olga cleo                              | 1 2 approved                     | APPLIED
            3         | false         | cleo olga amir                              | 1 2 approved                     | APPLIED
            3         | false         | amir olga amir olga                         | 1 2 again again                  | PENDING
            3         | false         | amir olga amir olga amir cleo               | 1 2 again again again approved   | APPLIED
            3         | false         | amir olga rita ben gus                      | 1 2 own unlisted guest           | PENDING
            3         | true          | rita amir rita olga                         | 1 2 again approved               | APPLIED
            3         | false         | amir olga cleo amir olga cleo               | 1 2 approved late late late      | APPLIED
            2         | false         | amir amir-leaves olga                       | 1 . 1                            | PENDING
            2         | false         | amir amir-leaves olga cleo                  | 1 . 1 approved                   | APPLIED
            2         | false         | amir amir-leaves olga amir-returns amir     | 1 . 1 . approved                 | APPLIED
            2         | false         | amir amir-leaves amir-returns olga          | 1 . . approved                   | APPLIED
            2         | false         | olga olga-moves amir                        | 1 . 1                            | PENDING
            2         | false         | olga olga-moves amir cleo                   | 1 . 1 approved                   | APPLIED
            2         | false         | olga silence amir                           | 1 . unknown                      | PENDING
            2         | false         | olga silence amir speech amir               | 1 . unknown . approved           | APPLIED
            3         | false         | amir olga amir-leaves cleo                  | 1 2 . 2                          | PENDING
            3         | false         | amir olga amir-leaves olga-moves cleo       | 1 2 . . 1                        | PENDING
            """)
    void areCountedForDifferentPeople(int needed, boolean selfApproval, String clicks, String told, RequestState ends) {
        try (var bench = new DeskBench(RULE.formatted(needed, selfApproval))) {
            bench.people.group("S0OWNERS", DeskBench.OLGA, CLEO);
            bench.people.is(GUS, Standing.GUEST);
            Request request = bench.asks(DeskBench.RITA, "grant pull web/frontend sales role2-1");

            List<String> words = new ArrayList<>();
            for (String step : clicks.split(" ")) {
                words.add(step(bench, request, step));
            }
            bench.work();

            assertThat(String.join(" ", words)).isEqualTo(told);
            assertThat(bench.now(request).stage().state()).isEqualTo(ends);
            assertThat(bench.policy("web/frontend").contains("role/role2-1")).isEqualTo(ends == RequestState.APPLIED);
        }
    }

    private static String step(DeskBench bench, Request asked, String step) {
        switch (step) {
            case "silence" -> bench.people.unknown("S0OWNERS");
            case "speech" -> bench.people.group("S0OWNERS", DeskBench.OLGA, CLEO);
            case "edit" ->
                ForeignPen.write(bench.ecr, (Repository) asked.change().target(), true, "by hand");
            case "work" -> bench.work();
            case "amir-leaves" -> bench.people.is(DeskBench.AMIR, Standing.DEACTIVATED);
            case "amir-returns" -> bench.people.is(DeskBench.AMIR, Standing.MEMBER);
            case "olga-moves" -> bench.people.group("S0OWNERS", CLEO);
            default -> {
                boolean before = step.endsWith("-before");
                PersonId who = PEOPLE.get(step.replace("-before", ""));
                return word(bench.approves(who, before ? asked : bench.now(asked)));
            }
        }
        return ".";
    }

    private static String word(Answer answer) {
        if (answer instanceof Answer.Refused refused) {
            return WORDS.getOrDefault(
                    refused.problem().code(), refused.problem().text());
        }
        var approved = (Answer.Approved) answer;
        return approved.request().stage().state() == RequestState.APPROVED
                ? "approved"
                : String.valueOf(approved.approvals());
    }
}
