package dev.ecrbot.e2e;

import static org.assertj.core.api.Assertions.assertThat;

import dev.ecrbot.sandbox.ecr.ApiOperation;
import dev.ecrbot.sandbox.ecr.Fault;
import dev.ecrbot.sandbox.ecr.Gate;
import dev.ecrbot.sandbox.slack.Delivery;
import dev.ecrbot.sandbox.slack.Message;
import dev.ecrbot.sandbox.slack.Person;
import dev.ecrbot.sandbox.slack.SampleWorkspace;
import dev.ecrbot.sandbox.slack.View;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;

/** People who never read the manual get it right: in their own words, and in a form. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
@Tag("whole")
final class AskFormTest {
    private final Office office = new Office();

    @AfterAll
    void close() {
        office.close();
    }

    @Test
    void aSentenceIsAskedForByOneClick() {
        int before = office.cards().size();
        Message guess = office.answer(
                Office.RITA,
                () -> office.types(Office.RITA, "please give ci-deployer in sales pull on payments/api for a month"));

        assertThat(guess.shown())
                .contains("/ecr grant pull payments/api sales ci-deployer for 30d", "Nothing is asked for yet.")
                .doesNotContain("whole account");
        assertThat(office.cards()).hasSize(before);

        office.slack.click(Office.RITA, guess, "line.ask");

        Message card = office.slack.await(() -> office.cards().stream()
                .filter(each -> each.shown().contains("ci-deployer"))
                .findFirst());
        office.answer(Office.RITA, () -> office.slack.click(Office.RITA, guess, "line.ask"));
        assertThat(office.cards()).hasSize(before + 1);
        office.types(Office.RITA, "cancel " + Office.id(card));
    }

    @Test
    void whoeverNamesNoRoleIsToldWhatThatMeans() {
        Message guess = office.answer(
                Office.RITA, () -> office.types(Office.RITA, "please give finance pull on payments/worker"));
        assertThat(guess.shown()).contains("No role is named, so this is for the whole account finance");

        office.slack.click(Office.RITA, guess, "line.ask");

        office.told(Office.RITA, "You asked", "No role is named, so it is for the whole account.");
    }

    @Test
    void theFormAsksAsTheCommandDoes() {
        View form = form("");

        Delivery sent = office.slack.submit(
                Office.RITA,
                form,
                Map.of(
                        "repository.text", "web/frontend",
                        "account.text", "data",
                        "role.text", "notebook",
                        "access.choice", "pull",
                        "end.choice", "for 30d",
                        "why.text", "quarterly <report> & more"));

        assertThat(sent.body()).doesNotContain("errors");
        Message card = office.slack.await(() -> office.cards().stream()
                .filter(each -> each.shown().contains("notebook"))
                .findFirst());
        assertThat(card.shown()).contains("quarterly <report> & more");
        assertThat(office.slack.views(Office.RITA)).isEmpty();
    }

    @Test
    void theRepositoryIsChosenAmongThoseThatMatchWhatIsTyped() {
        View form = form("");
        String offered = office.slack.await(() -> Optional.of(offered(Office.RITA, form, "API"))
                .filter(answer -> answer.contains("central/us-west-2:payments/api")));
        assertThat(offered).contains("payments/api · central, us-west-2").doesNotContain("payments/worker");
        assertThat(offered(Office.RITA, form, "")).contains("payments/worker", "web/frontend");
        assertThat(offered(Office.RITA, form, "nothing like this")).isEqualTo("{\"options\":[]}");
        assertThat(offered(SampleWorkspace.GUEST, form, "")).isEqualTo("{\"options\":[]}");
        assertThat(offered(SampleWorkspace.STRANGER, form, "")).isEqualTo("{\"options\":[]}");

        Delivery sent = office.slack.submit(
                Office.RITA,
                form,
                Map.of(
                        "repository.pick", "central/us-west-2:payments/api",
                        "repository.text", "what is typed beside doesn't count",
                        "account.text", "sales",
                        "role.text", "nightly-build"));

        assertThat(sent.body()).doesNotContain("errors");
        office.slack.await(() -> office.cards().stream()
                .filter(each -> each.shown().contains("asks for pull on payments/api for role nightly-build"))
                .findFirst());
    }

    @Test
    void whomSomebodyAskedForLastComesFirstAndIsChosenInOneField() {
        office.types(Office.RITA, "grant pull data/etl finance report-runner for 1d");
        office.slack.await(() -> office.cards().stream()
                .filter(each -> each.shown().contains("report-runner"))
                .findFirst());
        View form = form("");
        String offered = form.blocks().toString();
        assertThat(offered).contains("finance, role report-runner", "\"value\":\"data\"");
        assertThat(offered.indexOf("finance, role report-runner")).isLessThan(offered.indexOf("\"value\":\"data\""));

        Delivery nobody = office.slack.submit(Office.RITA, form, Map.of("repository.text", "data/etl"));
        assertThat(nobody.body()).contains("\"account\":", "account that gets access is missing");
        Delivery sent = office.slack.submit(
                Office.RITA,
                form,
                Map.of(
                        "repository.text", "data/etl",
                        "whom.choice", "finance report-runner",
                        "access.choice", "push",
                        "end.choice", "for 1d"));

        assertThat(sent.body()).doesNotContain("errors");
        office.slack.await(() -> office.cards().stream()
                .filter(each -> each.shown().contains("asks for push on data/etl for role report-runne"))
                .findFirst());
        assertThat(office.slack.views(Office.OLGA)).isEmpty();
    }

    @Test
    void aGuestIsOfferedNobody() {
        office.slack.shortcut(SampleWorkspace.GUEST, "access.ask");
        View form = office.slack.await(
                () -> office.slack.views(SampleWorkspace.GUEST).stream().findFirst());
        assertThat(form.blocks().toString()).doesNotContain("whom.choice");
        office.slack.dismiss(SampleWorkspace.GUEST, form);
    }

    @Test
    void withoutAnyRepositoryTheFormStaysOpen() {
        View form = form("");
        Delivery sent = office.slack.submit(Office.RITA, form, Map.of("account.text", "sales"));
        assertThat(sent.body()).contains("\"response_action\":\"errors\"", "\"repository\":");
        office.slack.dismiss(Office.RITA, form);
    }

    private String offered(Person person, View form, String typed) {
        return office.slack.typesIn(person, form, "repository.pick", typed).body();
    }

    @Test
    void eachErrorStandsAtItsField() {
        View form = form("grant");

        Delivery sent = office.slack.submit(
                Office.RITA,
                form,
                Map.of(
                        "repository.text", "Payments/API",
                        "account.text", "saels",
                        "role.text", "ci-deployer",
                        "day.date", "2020-01-01"));

        assertThat(sent.body())
                .contains("\"response_action\":\"errors\"")
                .contains("\"repository\":", "Did you mean “payments/api”?")
                .contains("\"account\":", "Did you mean “sales”?")
                .contains("\"day\":", "is in the past")
                .doesNotContain("/ecr");
        office.slack.dismiss(Office.RITA, form);
    }

    @Test
    void anEndBeyondWhatTheRuleAllowsStandsAtItsFieldAndNothingIsLost() {
        View form = form("");

        Delivery sent = office.slack.submit(
                Office.RITA,
                form,
                Map.of(
                        "repository.text", "payments/api",
                        "account.text", "sales",
                        "role.text", "ci-deployer",
                        "access.choice", "pull",
                        "end.choice", "for 90d"));

        assertThat(sent.body())
                .contains("\"response_action\":\"errors\"", "\"end\":", "longer than the rule allows: 30d at most")
                .doesNotContain("Ask again");
        office.slack.dismiss(Office.RITA, form);
    }

    @Test
    void changeOpensTheFormWithTheLineFilledIn() {
        Message guess = office.answer(
                Office.RITA,
                () -> office.types(Office.RITA, "give sales push on payments/api for 2 weeks because it's \"new\""));

        office.slack.click(Office.RITA, guess, "line.change");

        View form = office.slack.await(
                () -> office.slack.views(Office.RITA).stream().findFirst());
        assertThat(form.blocks().toString())
                .contains("\"initial_value\":\"payments/api\"", "\"initial_value\":\"sales\"")
                .contains("\"value\":\"for 14d\"", "\"initial_value\":\"it's \\\"new\\\"\"");
        office.slack.dismiss(Office.RITA, form);
    }

    @Test
    void aFilledFormOpensBeforeAwsHasAnsweredAndThenSaysWhatWouldComeOfIt() {
        Message guess = office.answer(
                Office.RITA, () -> office.types(Office.RITA, "give sales push on payments/worker for 2 weeks"));
        var gate = new Gate();
        office.trial.ecr().traffic().fault(ApiOperation.GET_REPOSITORY_POLICY, 20, Fault.hold(gate, Fault.When.BEFORE));

        office.slack.click(Office.RITA, guess, "line.change");

        View opened = office.slack.await(
                () -> office.slack.views(Office.RITA).stream().findFirst());
        assertThat(opened.blocks().toString())
                .contains("As soon as ecr-bot knows")
                .doesNotContain("can approve or deny");
        gate.release();
        View filled = office.slack.await(() -> office.slack.views(Office.RITA).stream()
                .filter(view -> view.blocks().toString().contains("can approve or deny it"))
                .findFirst());
        assertThat(filled.blocks().toString()).contains("\"initial_value\":\"payments/worker\"", "whole account");
        office.trial.ecr().traffic().clearFaults();
        office.slack.dismiss(Office.RITA, filled);
    }

    @Test
    void theShortcutOpensTheFormToo() {
        office.slack.shortcut(Office.OLGA, "access.ask");

        View form = office.slack.await(
                () -> office.slack.views(Office.OLGA).stream().findFirst());
        assertThat(form.title()).isEqualTo("Ask for access");
        office.slack.dismiss(Office.OLGA, form);
    }

    @Test
    void anErrorThatSomebodyPostedIsExplainedToWhoeverWantsToFixIt() {
        Message said = office.slack.say(Office.BEN, Office.GENERAL, "help! no basic auth credentials");

        office.slack.shortcut(Office.RITA, said, "error.fix");

        office.told(Office.RITA, "It is the login", "Not looked at");
    }

    @Test
    void whoWantsAccessAndSaysNothingMoreGetsTheForm() {
        for (String typed : List.of("new request", "I want access", "request access please", "Grant")) {
            office.slack.dismiss(Office.RITA, form(typed));
        }
    }

    @Test
    void whatAnErrorIsDeniedIsAskedForInTheForm() {
        Message explained = office.answer(
                Office.RITA,
                () -> office.types(
                        Office.RITA,
                        "explain User: arn:aws:sts::222222222222:assumed-role/nightly-build/i-0a1b is not authorized to"
                                + " perform: ecr:BatchGetImage on resource:"
                                + " arn:aws:ecr:us-west-2:111111111111:repository/payments/worker because no"
                                + " resource-based policy allows the ecr:BatchGetImage action"));

        office.slack.click(Office.RITA, explained, "line.change");

        View form = office.slack.await(() -> office.slack.views(Office.RITA).stream()
                .filter(view -> view.blocks().toString().contains("can approve or deny it"))
                .findFirst());
        assertThat(form.blocks().toString()).contains("payments/worker", "role/nightly-build");
        office.slack.dismiss(Office.RITA, form);
    }

    private View form(String typed) {
        office.types(Office.RITA, typed);
        View form = office.slack.await(
                () -> office.slack.views(Office.RITA).stream().findFirst());
        assertThat(List.of(form.title())).containsExactly("Ask for access");
        return form;
    }
}
