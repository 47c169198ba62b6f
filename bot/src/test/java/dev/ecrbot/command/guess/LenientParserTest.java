package dev.ecrbot.command.guess;

import static org.assertj.core.api.Assertions.assertThat;

import dev.ecrbot.command.Command;
import dev.ecrbot.command.Inquiry;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** It is Thursday, 1 October 2026. */
final class LenientParserTest {
    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "until friday | until 2026-10-02",
                "until Sun | until 2026-10-04",
                "till 31.12.2026 | until 2026-12-31",
                "until 31 december | until 2026-12-31",
                "until march 1st | until 2027-03-01",
                "until tomorrow | until 2026-10-02",
                "until 12/31/2026 | until 2026-12-31",
                "until 31/12 | until 2026-12-31",
                "until 2026/12/31 | until 2026-12-31",
                "until 24.12. | until 2026-12-24",
                "until 1.3 | until 2027-03-01",
                "bis Freitag | until 2026-10-02",
                "bis zum 31. Dezember | until 2026-12-31",
                "jusqu'au 3 mars | until 2027-03-03",
                "hasta el viernes | until 2026-10-02",
                "for a month | for 30d",
                "for the next 3 months | for 90d",
                "2 weeks | for 14d",
                "for one year | for 365d",
                "1h30m | for 1h30m",
                "forever | ''",
                "for good | ''",
                "without end | ''"
            })
    void endsAreReadAsPeopleSayThem(String typed, String exact) {
        Office.Read read = Office.read("give pull on payments/api to sales ci-deployer " + typed);

        assertThat(read.line()).isEqualTo(("grant pull payments/api sales ci-deployer " + exact).strip());
        assertThat(read.command()).isEqualTo(Office.command(read.line()));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "give pull on payments/api to sales until next friday",
                "give pull on payments/api to sales until friday noon",
                "give pull on payments/api to sales until friday 6pm",
                "give pull on payments/api to sales for 7d until friday",
                "give pull on payments/api to sales for 3M",
                "please do not give sales pull on payments/api",
                "give everyone pull on payments/api",
                "give everybody in sales pull on payments/api",
                "give sales pull on payments/* except payments/api",
                "give sales pull on payments/api and data on web/shop",
                "give sales pull on payments/api and ci-deployer",
                "give sales pull on payments/api for 7d starting monday",
                "give sales pull on payments/api for 7d, but not push",
                "give sales pull on payments/api for 7d, then web/shop",
                "give sales full access to payments/api",
                "give sales pull or push on payments/api",
                "should sales have pull on payments/api",
                "grant pull payments/api sales \"ci deployer\"",
                "pull for our lambda in sales from payments/api",
                "grant pull payments/api sales ci-deployer, urgent",
                "grant pull payments/api sales ci-deployer, friday",
                "grant pull payments/api sales, hotfix release",
                "grant pull payments/api sales ci-deployer, until the release is out",
                "give ci-deployer in sales pull on payments/api nightly, hotfix release",
                "grant push payments/api sales ci-deployer tonight",
                "grant pull <!channel> sales ci-deployer",
                "grant push payments/api sales ci-deployer from today",
                "grant pull payments/api sales ci-deployer and notify me",
                "grant pull payments/api sales ci-deployer and data",
                "grant pull payments/api sales ci-deployer, data nightly",
                "amir, olga grant pull payments/api sales ci-deployer, thanks nightly"
            })
    void nothingIsGuessedOfWhatMayMeanSomethingElse(String typed) {
        assertThat(Office.read(typed).how()).isEqualTo("unread");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "grant pull sales ci-deployer api | grant pull api sales ci-deployer | grant pull ci-deployer sales api",
                "give pull on payments/api to sales until thursday | until 2026-10-01 | until 2026-10-08",
                "give pull on payments/api to sales until 3/4/2027 | until 2027-03-04 | until 2027-04-03",
                "give sales pull on payments/api for 7d, nightly | sales nightly for 7d | for 7d because nightly",
                "grant pull payments/api sales ci-deployer, hotfix"
                        + " | sales ci-deployer,hotfix” or | sales ci-deployer because hotfix”"
            })
    void whatCanBeReadInTwoWaysIsShownInBoth(String typed, String one, String other) {
        Office.Read read = Office.read(typed);

        assertThat(read.how()).isEqualTo("unread");
        assertThat(read.problem()).contains("two ways", one, other, "Nothing was asked for.");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "grant pull payments/api sales please | grant pull payments/api sales",
                "grant pull payments/api sales 7d | grant pull payments/api sales for 7d",
                "grant pull payments/api sales forever | grant pull payments/api sales",
                "revoke all payments/api sales now | revoke all payments/api sales"
            })
    void aRoleThatHardlyIsOneIsAskedAbout(String typed, String meant) {
        assertThat(Office.read(typed).how()).isEqualTo("meant");
        assertThat(Office.read(typed).line()).isEqualTo(meant);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "give sales pul on payments/api | grant pull payments/api sales",
                "grant pul payments/api sales | grant pull payments/api sales",
                "revoke psuh payments/api sales | revoke push payments/api sales",
                "give sales pull on PAYMENTS/api | grant pull payments/api sales"
            })
    void aSlipInAWordIsSetRight(String typed, String line) {
        assertThat(Office.read(typed).how()).isEqualTo("meant");
        assertThat(Office.read(typed).line()).isEqualTo(line);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "pull access denied for payments/api sales, repository does not exist",
                "denied: User: arn:aws:sts::222222222222:assumed-role/ci/1 is not authorized to perform: ecr:BatchGetImage",
                "Error response from daemon: Head \"https://x\": no basic auth credentials"
            })
    void aPastedErrorIsExplainedAndAsksForNothing(String pasted) {
        assertThat(Office.read(pasted).command()).isEqualTo(new Command.Inquire(new Inquiry.Explain(pasted)));
        assertThat(Office.read("give sales pull on payments/api because " + pasted)
                        .how())
                .isEqualTo("meant");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "grant pull payments/api sales \"please\"",
                "grant pull payments/api sales role/7d",
                "grant pull payments/api sales \"data\"",
                "grant pull \"everything\" sales",
                "grant pull images sales"
            })
    void aNameInQuotesIsTakenAtItsWord(String typed) {
        assertThat(Office.read(typed).how()).isEqualTo("exact");
    }

    @Test
    void anAccountInARolesPlaceHasToBeQuoted() {
        assertThat(Office.read("grant pull payments/api sales data").problem())
                .contains("“data” stands where", "put it in quotes");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "list | requests mine",
                "my requests | requests mine",
                "when does my access end? | requests mine",
                "who has access to payments/api? | status payments/api",
                "who payments/api | status payments/api",
                "who am I? | whoami",
                "can ci-deployer in sales pull payments/api? |"
                        + " can arn:aws:iam::222222222222:role/ci-deployer pull payments/api",
                "what can sales access | access 222222222222",
                "what can ci-deployer in sales reach? | access arn:aws:iam::222222222222:role/ci-deployer",
                "is anything public? | audit public",
                "why is my pull denied? | help explain",
                "ls pending | requests pending",
                "pending | requests pending",
                "mine | requests mine",
                "grant help | help grant",
                "help me | help",
                "describe payments/api | status payments/api",
                "who can pull payments/api? | who pull payments/api",
                "show me rules for payments/api | rules payments/api",
                "status payments/api please | status payments/api",
                "show grants of sales | access 222222222222",
                "list all repos | rules"
            })
    void whatOnlyLooksIsServedAtOnce(String typed, String exact) {
        Office.Read read = Office.read(typed);

        assertThat(read.how()).isEqualTo("exact");
        assertThat(read.command()).isEqualTo(Office.command(exact));
    }

    @Test
    void ofSeveralRegistriesTheOnlyPossibleOneIsMeant() {
        LenientParser labsOnly = Office.ofTwo(command -> command instanceof Command.Grant grant
                && grant.target().registry().equals("labs"));

        assertThat(Office.read(labsOnly, "grant pull payments/api sales ci-deployer")
                        .line())
                .isEqualTo("grant pull labs:payments/api sales ci-deployer");
        assertThat(Office.read(Office.ofTwo(command -> true), "grant pull payments/api sales")
                        .problem())
                .contains("two ways", "central:payments/api", "labs:payments/api");
        assertThat(Office.read(Office.ofTwo(command -> false), "grant pull payments/api sales")
                        .problem())
                .contains("There are several registries");
    }

    @Test
    void aRepositoryThatOneOfSeveralRegistriesHasNeedsNoPrefix() {
        LenientParser known = Office.ofTwo(command -> true, name -> switch (name) {
            case "payments/api" -> List.of("labs/eu-central-1:payments/api");
            case "team/base" -> List.of("central/eu-central-1:team/base", "labs/eu-central-1:team/base");
            default -> List.of();
        });

        assertThat(Office.read(known, "grant pull payments/api sales ci-deployer")
                        .line())
                .isEqualTo("grant pull labs/eu-central-1:payments/api sales ci-deployer");
        assertThat(Office.read(known, "who can pull payments/api?").command().text())
                .isEqualTo("who pull labs/eu-central-1:payments/api");
        assertThat(Office.read(known, "grant pull team/base sales").problem())
                .contains("two ways", "central:team/base", "labs:team/base");
        assertThat(Office.read(known, "status team/base").problem()).contains("There are several registries");
    }
}
