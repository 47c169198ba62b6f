package dev.ecrbot.desk.answer;

import static org.assertj.core.api.Assertions.assertThat;

import dev.ecrbot.desk.DeskBench;
import dev.ecrbot.desk.counter.Answer;
import dev.ecrbot.desk.ledger.Event;
import dev.ecrbot.desk.sight.Copies;
import dev.ecrbot.ecr.RegionalRegistry;
import dev.ecrbot.index.ReplicationRule;
import dev.ecrbot.problem.Code;
import dev.ecrbot.rules.Standing;
import dev.ecrbot.sandbox.ecr.Place;
import dev.ecrbot.sandbox.ecr.SeedRegistry;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What people are told of a pasted error, by its words and by the policies as they are. */
class ExplainingTest {
    private static final String ID = "k3v9q2m7x1w8z5t4";

    private final DeskBench bench = new DeskBench();

    @AfterEach
    void close() {
        bench.close();
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            because no resource-based policy allows the ecr:BatchGetImage action |                      | NO_ALLOW
            because no resource-based policy allows the ecr:BatchGetImage action | allows               | ALLOWED_NOW
            because no resource-based policy allows the ecr:BatchGetImage action | allows, if           | DEPENDS
            with an explicit deny in a resource-based policy                     | denies               | DENIED
            with an explicit deny                                                | denies               | DENIED
            with an explicit deny                                                | allows               | CALLERS_SIDE
            because no identity-based policy allows the ecr:BatchGetImage action |                      | BOTH_MISSING
            because no identity-based policy allows the ecr:BatchGetImage action | allows               | CALLERS_SIDE
                                                                                 |                      | NO_ALLOW
                                                                                 | allows               | CALLERS_SIDE
            with an explicit deny in a service control policy                    | allows               | TEXT
            with an explicit deny in a service control policy                    | denies               | TEXT
            """)
    void isHeldAgainstThePolicies(String reason, String policy, Conclusion conclusion) {
        if (policy != null) {
            bench.ecr.setPolicy(SeedRegistry.west("payments/api"), statement(policy));
        }
        String text = denied("222222222222", "payments/api") + (reason == null ? "" : " " + reason);
        assertThat(explained(text).conclusion()).isEqualTo(conclusion);
    }

    @Test
    void offersTheAskForWhatIsMissingAndForNothingElse() {
        String ask = "grant pull 111111111111.dkr.ecr.us-west-2.amazonaws.com/payments/api"
                + " arn:aws:iam::222222222222:role/ci-deployer";
        String silent = denied("222222222222", "payments/api") + " because no resource-based policy allows the action";
        assertThat(explained(silent).ask()).contains(ask);
        assertThat(bench.asks(DeskBench.RITA, explained(silent).ask().orElseThrow())
                        .change()
                        .edit()
                        .principal()
                        .text())
                .isEqualTo("arn:aws:iam::222222222222:role/ci-deployer");

        Explanation both =
                explained(denied("222222222222", "payments/worker") + " because no identity-based policy allows it");
        assertThat(both.ask()).contains(ask.replace("payments/api", "payments/worker"));
        assertThat(both.identity().orElseThrow().json()).contains("ecr:BatchGetImage", "repository/payments/worker");

        bench.ecr.setPolicy(SeedRegistry.west("payments/api"), statement("denies"));
        assertThat(explained(silent).ask()).isEmpty();
    }

    @Test
    void saysWhereImagesComeFromWhoseAccessIsNotCopied() {
        bench.ecr.addReplication(
                Place.of(new RegionalRegistry(SeedRegistry.CENTRAL, SeedRegistry.IRELAND)),
                new ReplicationRule(List.of(new RegionalRegistry(SeedRegistry.CENTRAL, SeedRegistry.WEST)), List.of()));
        bench.crawl();
        String silent = denied("222222222222", "payments/api") + " because no resource-based policy allows the action";
        assertThat(explained(silent).copies())
                .isEqualTo(new Copies(List.of(), List.of(SeedRegistry.ireland("payments/api"))));
        bench.ecr.setPolicy(SeedRegistry.west("payments/api"), statement("denies"));
        assertThat(explained(silent).copies()).as("that isn't the reason").isEqualTo(Copies.NONE);
    }

    @Test
    void namesTheStatementThatDecides() {
        bench.ecr.setPolicy(SeedRegistry.west("payments/api"), statement("denies"));
        Explanation told = explained(denied("222222222222", "payments/api") + " with an explicit deny");
        assertThat(((Look.Seen) told.look()).says().deciding())
                .singleElement()
                .satisfies(statement -> assertThat(statement.sid()).contains("by hand"));
    }

    @Test
    void asksNoGrantWithinOneAccount() {
        Explanation told =
                explained(denied("111111111111", "payments/api") + " because no identity-based policy allows it");
        assertThat(told.conclusion()).isEqualTo(Conclusion.TEXT);
        assertThat(told.ask()).isEmpty();
        assertThat(told.identity()).isPresent();
    }

    @Test
    void looksOnlyWhereItIsSetUpAndThereIsSomethingToLookAt() {
        assertThat(explained(denied("222222222222", "payments/api").replace("111111111111", "999999999999"))
                        .look())
                .isInstanceOf(Look.Elsewhere.class);
        assertThat(explained(denied("222222222222", "payments/apo")).look()).isInstanceOf(Look.Missing.class);
        assertThat(explained("no basic auth credentials").look()).isInstanceOf(Look.Needless.class);
        assertThat(explained("the weather is fine").denial().ofEcr()).isFalse();
        assertThat(explained(
                                "failed to pull 111111111111.dkr.ecr.us-west-2.amazonaws.com/payments/api:1: unexpected status"
                                        + " code: 403 Forbidden")
                        .look())
                .isInstanceOf(Look.Nobody.class);
        assertThat(bench.ecr.traffic().calls()).isNotEmpty();
    }

    @Test
    void whatOnlyTheAskerMaySeeStandsInNoRecord() {
        String text = denied("222222222222", "payments/api")
                + " because no resource-based policy allows it. authorization id: " + ID;
        Answer answer = bench.types(DeskBench.RITA, "explain " + text);
        assertThat(((Explanation) ((Answer.Found) answer).finding())
                        .denial()
                        .details()
                        .authorizationId())
                .contains(ID);
        assertThat(answer.toString()).doesNotContain(ID);
        bench.people.is(DeskBench.RITA, Standing.GUEST);
        assertThat(bench.types(DeskBench.RITA, "explain " + text))
                .isInstanceOfSatisfying(
                        Answer.Refused.class,
                        refused -> assertThat(refused.problem().code()).isEqualTo(Code.PERSON_REFUSED));
        var events = new ArrayList<Event>();
        bench.ledger.transact(books -> {
            books.events().each(recorded -> events.add(recorded.event()));
            return true;
        });
        assertThat(events.toString()).doesNotContain(ID);
    }

    private Explanation explained(String text) {
        return (Explanation) ((Answer.Found) bench.types(DeskBench.RITA, "explain " + text)).finding();
    }

    private static String denied(String account, String repository) {
        return "denied: User: arn:aws:sts::" + account + ":assumed-role/ci-deployer/build is not authorized to perform:"
                + " ecr:BatchGetImage on resource: arn:aws:ecr:us-west-2:111111111111:repository/" + repository;
    }

    private static String statement(String kind) {
        String condition =
                kind.endsWith("if") ? ",\"Condition\":{\"StringEquals\":{\"aws:SourceVpce\":\"vpce-1\"}}" : "";
        return """
                {"Version":"2012-10-17","Statement":[{"Sid":"by hand","Effect":"%s",
                "Principal":{"AWS":"arn:aws:iam::222222222222:root"},"Action":"ecr:*"%s}]}""".formatted(kind.startsWith("allows") ? "Allow" : "Deny", condition);
    }
}
