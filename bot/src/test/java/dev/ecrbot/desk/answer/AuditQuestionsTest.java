package dev.ecrbot.desk.answer;

import static org.assertj.core.api.Assertions.assertThat;

import dev.ecrbot.desk.request.Request;
import dev.ecrbot.ecr.OtherTool;
import dev.ecrbot.index.CreationTemplate;
import dev.ecrbot.policy.PolicyDocument;
import dev.ecrbot.policy.lint.Severity;
import dev.ecrbot.sandbox.ecr.Place;
import dev.ecrbot.sandbox.ecr.SeedRegistry;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What is wrong with a fleet's policies, and what differs from the records. */
final class AuditQuestionsTest extends AskedOfFleet {
    @Test
    void anAuditTellsWhatIsWrongTheWorstFirst() {
        bench.ecr.setPolicy(SeedRegistry.west("payments/api"), """
                {"Version":"2012-10-17","Statement":[{"Sid":"open","Effect":"Allow","Principal":"*",
                "Action":"ecr:BatchGetImage"}]}""");
        var giving = PolicyDocument.parse("""
                {"Version":"2012-10-17","Statement":[{"Effect":"Allow","Action":"ecr:BatchGetImage",
                "Principal":{"AWS":"arn:aws:iam::222222222222:root"}}]}""");
        bench.ecr.addTemplate(Place.of(WEST), new CreationTemplate("team", Set.of("CREATE_ON_PUSH"), giving));
        bench.crawl();
        Audit overview = (Audit) asked("audit");
        assertThat(overview.sorts().get(0).severity()).isEqualTo(Severity.ERROR);
        assertThat(overview.sorts())
                .extracting(Audit.Sort::kind)
                .contains("public_principal", "orphaned_principal", FleetLint.TEMPLATE);
        assertThat(overview.counts().get(WEST)).containsKeys(Severity.ERROR, Severity.WARNING);
        assertThat(((Audit) asked("audit public")).findings())
                .anySatisfy(finding -> {
                    assertThat(finding.place()).isEqualTo("payments/api");
                    assertThat(finding.sid()).contains("open");
                })
                .allMatch(finding ->
                        finding.kind().contains("public") || finding.place().contains("public"));
        assertThat(((Audit) asked("audit template")).findings())
                .extracting(FleetFinding::kind)
                .contains(FleetLint.TEMPLATE);
    }

    /** Beside what others changed, and templates. */
    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
            public_principal       | "Effect":"Allow","Principal":"*","Action":"ecr:BatchGetImage"
            public_principal       | "Effect":"Allow","Principal":"*","Action":"ecr:BatchGetImage","Condition":{"StringLike":{"aws:PrincipalArn":"*"}}
            public_principal       | "Effect":"Allow","Principal":"*","Action":"ecr:BatchGetImage","Condition":{"Bool":{"aws:SecureTransport":"true"}}
            unknown_account        | "Effect":"Allow","Principal":{"AWS":"arn:aws:iam::444444444444:root"},"Action":"ecr:BatchGetImage"
            orphaned_principal     | "Effect":"Allow","Principal":{"AWS":"AROAEXAMPLEEXAMPLE123"},"Action":"ecr:BatchGetImage"
            never_matches          | "Effect":"Allow","Principal":{"AWS":"arn:aws:iam::222222222222:root"},"Action":"ecr:BatchGetImage","Condition":{"DateLessThan":{"aws:CurrentTime":"2020-01-01T00:00:00Z"}}
            shadowed               | "Effect":"Allow","Principal":{"AWS":"arn:aws:iam::222222222222:root"},"Action":"ecr:BatchGetImage"},{"Effect":"Deny","Principal":"*","Action":"ecr:BatchGetImage"
            service_without_source | "Effect":"Allow","Principal":{"Service":"lambda.amazonaws.com"},"Action":"ecr:BatchGetImage"
            near_size_limit        | "Sid":"LONG","Effect":"Allow","Principal":{"AWS":"arn:aws:iam::222222222222:root"},"Action":"ecr:BatchGetImage"
            """)
    void eachKindOfFindingIsInTheAuditWithItsPlace(String kind, String statement) {
        String policy =
                "{\"Version\":\"2012-10-17\",\"Statement\":[{" + statement.replace("LONG", "A".repeat(9_900)) + "}]}";
        bench.ecr.takeOrphans(true);
        bench.ecr.setPolicy(SeedRegistry.west("payments/api"), policy);
        bench.crawl();
        assertThat(((Audit) asked("audit " + kind)).findings())
                .filteredOn(finding -> finding.place().equals("payments/api"))
                .extracting(FleetFinding::kind)
                .contains(kind);
        assertThat(((Audit) asked("audit payments/api")).findings())
                .extracting(FleetFinding::kind)
                .contains(kind);
    }

    @Test
    void aForeignChangeIsAFindingAndOneOfTheBotsIsNot() {
        bench.crawl();
        bench.applied(PULL);
        bench.ecr.deletePolicy(SeedRegistry.west("team/tools"));
        bench.clock.advance(Duration.ofHours(6));
        bench.crawl();
        assertThat(((Audit) asked("audit " + FleetLint.FOREIGN)).findings())
                .extracting(FleetFinding::place)
                .containsExactly("team/tools");
    }

    @Test
    void driftIsWhatDiffersFromTheRecordsBothWays() {
        Request gone = bench.applied(PULL);
        bench.applied("grant pull payments/worker finance");
        bench.crawl();
        assertThat(((Drift) asked("drift")).differences()).isEmpty();

        bench.clock.advance(Duration.ofHours(6));
        bench.ecr.deletePolicy(SeedRegistry.west("payments/api"));
        bench.ecr.setPolicy(
                SeedRegistry.west("infra/runner"),
                bench.ecr.policy(SeedRegistry.west("payments/worker")).orElseThrow());
        bench.crawl();
        Drift drift = (Drift) asked("drift");
        assertThat(drift.differences())
                .extracting(Drift.Difference::grant)
                .containsExactlyInAnyOrder(Optional.of(bench.grant(gone).id()), Optional.empty());
        assertThat(drift.differences())
                .extracting(Drift.Difference::ask)
                .containsExactlyInAnyOrder(
                        "grant pull central/us-west-2:payments/api arn:aws:iam::222222222222:role/ci-deployer",
                        "revoke pull central/us-west-2:infra/runner arn:aws:iam::333333333333:root");
    }

    @ParameterizedTest
    @CsvSource({
        "aws:cloudformation:stack-name, CloudFormation, RepositoryPolicyText",
        "managed-by-terraform, Terraform, ignore_changes",
        "services.k8s.aws/namespace, ACK, spec.policy"
    })
    void whereAnotherToolWritesThePolicyItIsNamedWithWhatToSetThere(String tag, String tool, String advice) {
        bench.applied(PULL);
        bench.ecr.addRepository(SeedRegistry.west("payments/api"), Map.of(tag, "x"));
        bench.ecr.deletePolicy(SeedRegistry.west("payments/api"));
        bench.clock.advance(Duration.ofHours(6));
        bench.crawl();
        assertThat(((Drift) asked("drift")).differences()).singleElement().satisfies(difference -> {
            assertThat(difference.writer().tool()).map(OtherTool::name).contains(tool);
            assertThat(difference.writer().tool().orElseThrow().advice()).contains(advice);
        });
        assertThat(((Sheet) asked("drift as file")).rows()).singleElement().satisfies(row -> {
            assertThat(row).containsEntry("tool", tool);
            assertThat(row.get("tool_advice")).contains(advice);
        });
    }
}
