package dev.ecrbot.desk;

import static org.assertj.core.api.Assertions.assertThat;

import dev.ecrbot.config.BotConfig;
import dev.ecrbot.desk.counter.Answer;
import dev.ecrbot.desk.counter.Click;
import dev.ecrbot.desk.request.Request;
import dev.ecrbot.desk.request.RequestState;
import dev.ecrbot.rules.PersonId;
import dev.ecrbot.rules.Standing;
import java.util.Locale;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What changed between the ask and the click, by who clicks: what becomes of the approval. */
final class ChangedMeanwhileTest {
    private static final String RULE = """
              - name: keys
                repositories: ["payments/*"]
                access: [pull]
                to: [sales]
                requesters: [anyone]
                approvers: [U0APPROVER1, S0OWNERS]
                approvals: 1
                channel: C0APPROVALS
                max_duration: 30d
            """;

    @ParameterizedTest
    @CsvSource(delimiter = '|', useHeadersInDisplayName = true, textBlock = """
            what changed            | who is listed      | who is in the group
            nothing                 | applied            | applied
            the approver left       | person_refused     | person_refused
            the group was emptied   | applied            | approver_refused
            the rule was removed    | no_rule            | no_rule
            other repositories      | no_rule            | no_rule
            other accounts          | no_rule            | no_rule
            other accesses          | no_rule            | no_rule
            only the group approves | approver_refused   | applied
            a shorter longest time  | duration_too_long  | duration_too_long
            approvals raised        | 1 of 2             | 1 of 2
            the alias was renamed   | applied            | applied
            the registry was removed| registry_unknown   | registry_unknown
            """)
    void whatBecomesOfTheApproval(String changed, String listed, String inGroup) {
        assertThat(outcome(changed, DeskBench.AMIR)).as("who is listed").isEqualTo(listed);
        assertThat(outcome(changed, DeskBench.OLGA)).as("who is in the group").isEqualTo(inGroup);
    }

    private static String outcome(String changed, PersonId person) {
        try (var bench = new DeskBench(RULE)) {
            Request request = bench.asks(DeskBench.RITA, "grant pull payments/worker sales role2-1 for 20d");
            DeskAssembly later = bench.replica(config(bench, changed, person));
            Answer answer = later.desk()
                    .click(new Click(DeskBench.asker(person), request.id().value(), 1, Click.Kind.APPROVE));
            if (answer instanceof Answer.Refused refused) {
                return refused.problem().code().label();
            }
            later.applier().apply(request.id());
            later.postman().deliverDue();
            RequestState state = bench.now(request).stage().state();
            return state == RequestState.PENDING
                    ? ((Answer.Approved) answer).approvals() + " of 2"
                    : state.name().toLowerCase(Locale.ROOT);
        }
    }

    private static BotConfig config(DeskBench bench, String changed, PersonId person) {
        return switch (changed) {
            case "the approver left" -> {
                bench.people.is(person, Standing.DEACTIVATED);
                yield DeskBench.config(RULE);
            }
            case "the group was emptied" -> {
                bench.people.group("S0OWNERS");
                yield DeskBench.config(RULE);
            }
            case "the rule was removed" -> DeskBench.config(RULE.replace("access: [pull]", "access: [push]"));
            case "other repositories" -> DeskBench.config(RULE.replace("payments/*", "payments/api"));
            case "other accounts" -> DeskBench.config(RULE.replace("to: [sales]", "to: [finance]"));
            case "other accesses" -> DeskBench.config(RULE.replace("access: [pull]", "access: [read]"));
            case "only the group approves" -> DeskBench.config(RULE.replace("U0APPROVER1, ", ""));
            case "a shorter longest time" -> DeskBench.config(RULE.replace("30d", "7d"));
            case "approvals raised" -> DeskBench.config(RULE.replace("approvals: 1", "approvals: 2"));
            case "the alias was renamed" -> BenchConfig.renamed(RULE, "sales", "vertrieb");
            case "the registry was removed" -> BenchConfig.renamed(RULE, "us-west-2, eu-west-1", "eu-west-1");
            default -> DeskBench.config(RULE);
        };
    }
}
