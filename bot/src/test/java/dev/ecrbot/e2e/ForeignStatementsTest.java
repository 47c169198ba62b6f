package dev.ecrbot.e2e;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import dev.ecrbot.sandbox.slack.Message;
import dev.ecrbot.slack.message.Ids;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What others wrote stays as they wrote it, whatever is given and taken beside it. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
@Tag("whole")
final class ForeignStatementsTest {
    private static final String ROLE = "arn:aws:iam::222222222222:role/nightly-build";

    private final Office office = new Office();

    @AfterAll
    void close() {
        office.close();
    }

    @ParameterizedTest
    @ValueSource(strings = {"data/etl", "infra/gateway", "mobile/backend", "shared/base-images", "central/app"})
    void areAsTheyWere(String repository) {
        Paper before = paper(repository);

        office.grants("grant push " + repository + " sales nightly-build");
        Paper given = paper(repository);
        office.grants("revoke push " + repository + " sales nightly-build");

        assertThat(given.allowed(ROLE)).contains("ecr:PutImage");
        assertThat(given.version()).isEqualTo(before.version());
        assertThat(given.foreign()).isEqualTo(before.foreign());
        assertThat(paper(repository)).isEqualTo(before);
    }

    @Test
    void areAsTheyWereWhereTheWholeAccountHasItAlready() {
        Paper before = paper("team/tools");

        office.answer(Office.RITA, () -> office.types(Office.RITA, "grant push team/tools sales nightly-build"));
        office.told(
                Office.RITA,
                "Role nightly-build in sales (222222222222) already has push on team/tools",
                "It has it through sales (222222222222).");

        assertThat(paper("team/tools")).isEqualTo(before);
    }

    @Test
    void aGrantOfTheBotsOwnIsOfferedBesideThem() {
        Paper before = paper("team/tools");
        Message offer = office.answer(
                Office.RITA, () -> office.types(Office.RITA, "grant push team/tools sales nightly-build for 2d"));
        assertThat(offer.shown())
                .contains(
                        "Others wrote that",
                        "/ecr grant own push central/us-west-2:team/tools arn:aws:iam::222222222222:role/nightly-build for 2d");

        office.slack.click(Office.RITA, offer, Ids.ASK);
        Message card = office.slack.await(() -> office.cards().stream()
                .filter(one -> one.shown().contains("team/tools") && one.shown().contains("stands beside it"))
                .findFirst());
        office.approves(Office.AMIR, card);
        assertThat(paper("team/tools").foreign()).isEqualTo(before.foreign());
        assertThat(paper("team/tools").allowed(ROLE)).contains("ecr:PutImage");
        assertThat(office.answer(
                                Office.RITA,
                                () -> office.types(Office.RITA, "grant own push team/tools sales nightly-build for 1d"))
                        .shown())
                .contains("already has push");

        office.grants("undo " + Office.id(card));
        assertThat(paper("team/tools")).isEqualTo(before);
    }

    @Test
    void areAsTheyWereWhereTwoApprove() {
        Paper before = paper("web/frontend");

        Message grant = office.asks(Office.RITA, "grant pull web/frontend sales nightly-build");
        approvedByBoth(grant);
        assertThat(paper("web/frontend").foreign()).isEqualTo(before.foreign());
        approvedByBoth(office.asks(Office.RITA, "revoke pull web/frontend sales nightly-build"));

        assertThat(paper("web/frontend")).isEqualTo(before);
    }

    /** AWS would refuse the id of the deleted role if it were sent back, and nobody can use it. */
    @Test
    void areAsTheyWereButForADeletedPrincipal() {
        Paper before = paper("legacy/mixed");
        assertThat(before.statements()).hasSize(5);
        assertThat(before.statements().get(0).toString()).contains("AROA");

        Message card = office.asks(Office.RITA, "grant pull legacy/mixed sales nightly-build for 3d");
        assertThat(card.shown()).contains("The id of a deleted principal", "-  ");
        office.approves(Office.AMIR, card);
        Paper given = paper("legacy/mixed");
        office.grants("revoke pull legacy/mixed sales nightly-build");

        withoutOrphan(before);
        assertThat(given.allowed(ROLE)).isNotEmpty();
        assertThat(given.foreign()).isEqualTo(before.foreign());
        assertThat(paper("legacy/mixed")).isEqualTo(before);
        assertThat(before.version()).isEqualTo("2008-10-17");
    }

    private static void withoutOrphan(Paper paper) {
        JsonNode names = paper.statements().get(0).path("Principal").path("AWS");
        ((ArrayNode) names).remove(0);
    }

    private void approvedByBoth(Message card) {
        office.clicks(Office.AMIR, card, Office.APPROVE);
        office.until(card, now -> now.shown().contains("1 of 2"));
        office.approves(Office.OLGA, card);
    }

    private Paper paper(String repository) {
        return Paper.of(office.policy(repository));
    }
}
