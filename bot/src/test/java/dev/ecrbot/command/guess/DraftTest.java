package dev.ecrbot.command.guess;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** A form's fields say what a line says. */
final class DraftTest {
    private static final DraftCheck CHECK = new DraftCheck(Office.EXACT, Office.NAMES);

    @ParameterizedTest
    @ValueSource(
            strings = {
                "grant pull payments/api sales",
                "grant push payments/api sales ci-deployer for 14d because it's \"new\" & <better>",
                "grant read payments/api 222222222222 user/bob until 2026-12-31",
                "grant pull payments/api arn:aws:iam::222222222222:role/ci-deployer for 7d"
            })
    void aLineFillsTheFieldsThatSayTheSame(String line) {
        Draft draft = Draft.of(new Line(line));

        assertThat(Office.command(draft.line().sent())).isEqualTo(Office.command(new Line(line).sent()));
        assertThat(CHECK.wrong(draft)).isEmpty();
    }

    @Test
    void aWordInAFieldIsANameWhateverItLooksLike() {
        var draft = new Draft("pull", "payments/api", "sales", "please", "", "");

        assertThat(Office.read(draft.line().sent()).how()).isEqualTo("exact");
        assertThat(Office.command(draft.line().sent()))
                .isEqualTo(Office.command("grant pull payments/api sales role/please"));
    }

    @Test
    void eachFieldThatIsWrongIsNamed() {
        var draft = new Draft("pull", "Payments/API", "saels", "ci-deployer", "until 2020-01-01", "");

        assertThat(CHECK.wrong(draft)).containsOnlyKeys(Draft.Field.REPOSITORY, Draft.Field.ACCOUNT, Draft.Field.END);
        assertThat(CHECK.wrong(new Draft("pull", "payments/api", "sales", "ci-*", "", "")))
                .containsOnlyKeys(Draft.Field.ROLE);
        assertThat(CHECK.wrong(new Draft("pull", "payments/api", "", "", "", "")))
                .containsOnlyKeys(Draft.Field.ACCOUNT);
    }

    @Test
    void whatPeopleCopyIntoAFieldIsUnderstood() {
        String arn = "arn:aws:iam::222222222222:role/ci-deployer";
        for (Draft draft : new Draft[] {
            new Draft("pull", "payments/api", "", arn, "", ""),
            new Draft(
                    "pull",
                    "docker pull 111111111111.dkr.ecr.eu-central-1.amazonaws.com/payments/api:1.4.2",
                    "",
                    "\"AWS\": \"" + arn + "\"",
                    "",
                    ""),
            new Draft("pull", "`payments/api`", "sales (222222222222)", "“ci-deployer”", "", "")
        }) {
            assertThat(CHECK.wrong(draft)).as(draft.toString()).isEmpty();
            assertThat(Office.command(draft.line().sent()))
                    .isEqualTo(Office.command("grant pull payments/api sales ci-deployer"));
        }
        assertThat(CHECK.wrong(new Draft("pull", "payments/api", "sales (333333333333)", "", "", "")))
                .containsOnlyKeys(Draft.Field.ACCOUNT);
    }

    @Test
    void aListInAFieldIsToldWhereListsAreTaken() {
        assertThat(CHECK.wrong(new Draft("pull", "payments/api, payments/web", "sales", "ci, cd", "", ""))
                        .values())
                .hasSize(2)
                .allSatisfy(problem -> assertThat(problem.text()).contains("room for one name", "in one line"));
    }

    @Test
    void whatIsNoLineFillsInWhatItCan() {
        assertThat(Draft.of(new Line("nonsense"))).isEqualTo(Draft.EMPTY);
        assertThat(Draft.of(new Line("grant pull payments/api")).repository()).isEqualTo("payments/api");
    }
}
