package dev.ecrbot.command.guess;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** How reasons, lists and sentences are read that aren't written exactly. */
final class LenientReasonsTest {
    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "give sales pull on payments/api for 7d, nightly build | nightly build",
                "give sales pull on payments/api for 7d release train | release train",
                "give sales pull on payments/api for 7d - release train | release train",
                "give sales pull on payments/api for 7d: (JIRA-1) audit | (JIRA-1) audit",
                "give sales pull on payments/api for 7d, reason: we don't know | we don't know",
                "give sales pull on payments/api for 7d bc audit | audit",
                "give sales pull on payments/api for 7d - prod is down | prod is down",
                "give sales pull on payments/api for 7d reason is audit | audit"
            })
    void aReasonNeedsNoBecause(String typed, String reason) {
        assertThat(Office.read(typed).line()).isEqualTo("grant pull payments/api sales for 7d because " + reason);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "grant pull payments/api sales ci-deployer, hotfix for payments | hotfix for payments",
                "grant pull payments/api sales ci-deployer , we go live | we go live"
            })
    void behindACommaAfterARoleStandsWhy(String typed, String reason) {
        assertThat(Office.read(typed).line()).isEqualTo("grant pull payments/api sales ci-deployer because " + reason);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "give sales and data pull on payments/api | grant pull payments/api sales,data",
                "give sales pull on payments/api and web/shop | grant pull payments/api,web/shop sales",
                "revoke a/b & a/c + a/d from sales | revoke all a/b,a/c,a/d sales",
                "grant pull payments/api sales, data ci-deployer, nightly for 7d"
                        + " | grant pull payments/api sales,data ci-deployer,nightly for 7d",
                "grant pull payments/api sales and data ci-deployer and nightly"
                        + " | grant pull payments/api sales,data ci-deployer,nightly",
                "grant pull payments/api , web/shop sales ,data | grant pull payments/api,web/shop sales,data",
                "grant pull payments/api sales ci, nightly, and backup because of a and b"
                        + " | grant pull payments/api sales ci,nightly,backup because of a and b",
                "grant pull payments/api sales ci-deployer, hotfix for 7d because we go live"
                        + " | grant pull payments/api sales ci-deployer,hotfix for 7d because we go live",
                "grant pull payments/api sales ci, nightly, backup | grant pull payments/api sales ci,nightly,backup",
                "grant pull payments/api sales ci-deployer, nightly-build"
                        + " | grant pull payments/api sales ci-deployer,nightly-build",
                "give ci and nightly in sales pull on payments/api | grant pull payments/api sales ci,nightly",
                "give roles ci, nightly in sales pull on payments/api | grant pull payments/api sales ci,nightly",
                "pull, payments/api, sales, ci-deployer, 7d | grant pull payments/api sales ci-deployer for 7d",
                "revoke pull payments/api sales role/ci, role/nightly | revoke pull payments/api sales role/ci,role/nightly",
                "grant pull payments/api arn:aws:iam::222222222222:role/a, arn:aws:iam::222222222222:role/b"
                        + " | grant pull payments/api arn:aws:iam::222222222222:role/a,arn:aws:iam::222222222222:role/b"
            })
    void severalOfAKindAreAList(String typed, String line) {
        assertThat(Office.read(typed).line()).isEqualTo(line);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "pull payments/api | The account, which says who it is about, is missing",
                "push for sales | The repository is missing",
                "payments/api for sales please | It isn't said which access",
                "pull payments/api for slfjs | There is no account",
                "pull payments/api for sales until eod | when the access should end",
                "pull or push payments/api for sales | Several kinds of access",
                "sales must not pull payments/api | With “not” in it",
                "pull payments/api sales foo bar | “foo”, “bar”"
            })
    void whatKeepsASentenceFromBeingReadIsSaid(String typed, String says) {
        assertThat(Office.read(typed).how()).isEqualTo("unread");
        assertThat(Office.read(typed).problem()).contains(says);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "pull on payments/api for role ci-deployer in sales (222222222222) | grant pull payments/api sales ci-deployer",
                "grant pull payments/api sales 222222222222 | grant pull payments/api sales",
                "grant pull payments/api,web/shop sales ci-deployer. | grant pull payments/api,web/shop sales ci-deployer",
                "revoke pull payments/api sales ci-deployer! | revoke pull payments/api sales ci-deployer"
            })
    void whatTheBotWritesAndHowSentencesEndIsUnderstood(String typed, String line) {
        assertThat(Office.read(typed).how()).isEqualTo("meant");
        assertThat(Office.read(typed).line()).isEqualTo(line);
    }

    @Test
    void theReasonStaysAsItWasTyped() {
        String typed = "give sales pull on payments/api because we don't want &amp;lt;to&amp;gt; & can't, please!";

        Office.Read read = Office.read(typed);

        assertThat(read.line())
                .isEqualTo("grant pull payments/api sales because we don't want &lt;to&gt; & can't, please!");
        assertThat(Office.command(new Line(read.line()).sent())).isEqualTo(read.command());
    }
}
