package dev.ecrbot.policy.evaluation;

import static dev.ecrbot.policy.evaluation.Questions.API;
import static dev.ecrbot.policy.evaluation.Questions.ROLE;
import static dev.ecrbot.policy.evaluation.Questions.ask;
import static dev.ecrbot.policy.evaluation.Questions.policy;
import static dev.ecrbot.policy.evaluation.Questions.principal;
import static dev.ecrbot.policy.evaluation.Questions.verdict;
import static org.assertj.core.api.Assertions.assertThat;

import dev.ecrbot.policy.PolicyDocument;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class JurisdictionTest {
    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            ecr:GetAuthorizationToken | no | no policy of a repository or a registry decides
            ecr:PutRegistryPolicy | no | no policy of a repository decides
            ecr:describeregistry | no | no policy of a repository decides
            ecr:StartReplicationBackfill | no | no policy of a repository decides
            s3:GetObject | no | no action of ECR
            ecr:Foo | no | unknown to the catalogue of 2026-10-30
            ecr:PutImage | yes |
            ecr:UpdateImageStorageClass | yes |
            """)
    void aRepositorysPolicyDecidesAboutWhatIsDoneToTheRepository(String action, String expected, String reason) {
        PolicyDocument all = policy("{'Effect':'Allow','Principal':'*','Action':'*'}");
        EvaluationResult answer =
                ask(all, PolicyDocument.empty(), new Question(principal(ROLE), action, API), Map.of());
        assertThat(answer.verdict().word()).isEqualTo(expected);
        assertThat(answer.reason().isPresent()).isEqualTo(reason != null);
        assertThat(answer.reason().orElse("")).contains(reason == null ? "" : reason);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            ecr:PutReplicationConfiguration | * | yes
            ecr:PutReplicationConfiguration | arn:aws:ecr:us-west-2:111111111111:repository/* | no
            ecr:GetAuthorizationToken | * | no
            ecr:Foo | * | no
            ecr:CreateRepository | arn:aws:ecr:us-west-2:111111111111:repository/* | yes
            """)
    void aRegistrysPolicyDecidesAboutTheRegistryWhereItNamesEveryResource(
            String action, String resource, String expected) {
        PolicyDocument registry =
                policy("{'Effect':'Allow','Principal':'*','Action':'*','Resource':'" + resource + "'}");
        EvaluationResult answer =
                ask(PolicyDocument.empty(), registry, new Question(principal(ROLE), action, API), Map.of());
        assertThat(answer.verdict().word()).isEqualTo(expected);
    }

    @Test
    void nobodysAccessCrossesFromOnePartitionToAnother() {
        PolicyDocument all = policy("{'Effect':'Allow','Principal':'*','Action':'*'}");
        String china = ROLE.replace("arn:aws:", "arn:aws-cn:");
        EvaluationResult answer = ask(all, china);
        assertThat(answer.verdict()).isEqualTo(new Verdict.No());
        assertThat(answer.reason().orElse("")).contains("partition");
        PolicyDocument named = policy("{'Effect':'Allow','Principal':{'AWS':'" + china + "'},'Action':'*'}");
        assertThat(verdict(named, china)).isEqualTo("no");
    }
}
