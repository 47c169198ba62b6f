package dev.ecrbot.policy.plan;

import static org.assertj.core.api.Assertions.assertThat;

import dev.ecrbot.ecr.AccountId;
import dev.ecrbot.ecr.Region;
import dev.ecrbot.ecr.Repository;
import dev.ecrbot.ecr.RepositoryName;
import dev.ecrbot.policy.Principal;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class OtherHalfTest {

    @ParameterizedTest
    @CsvSource({
        "ecsTaskExecutionRole, On ECS the task execution role",
        "checkout-task, On ECS the task execution role",
        "eks-workers, On EKS the node's role",
        "NodeInstanceRole, On EKS the node's role",
        "my-lambda-role, ask for lambda:ACCOUNT",
        "ci-deployer, Through VPC endpoints"
    })
    void theNameOfARoleTellsWhatIsLikelyInTheWay(String role, String hint) {
        OtherHalf half = half(Plans.role(role));
        assertThat(half.hints()).hasSizeBetween(2, 3).first().asString().contains(hint);
        assertThat(half.who()).isEmpty();
        assertThat(half.logsIn()).isTrue();
    }

    @Test
    void functionsFetchImagesOfTheirOwnRegionWithoutALogin() {
        OtherHalf half = half(Plans.functions(Plans.SALES, "*"));
        assertThat(half.logsIn()).isFalse();
        assertThat(half.who()).contains("whoever creates or updates the functions");
        assertThat(half.hints().get(0)).contains("us-west-2", "ecr-fips");
        assertThat(half.hints()).noneMatch(hint -> hint.contains("VPC"));
    }

    @Test
    void ofAnOrganizationEachCallerNeedsTheirHalf() {
        assertThat(half(Plans.organization(Plans.ACME)).who()).contains("every role or user that is to use it");
        assertThat(half(Plans.account(Plans.SALES)).who()).contains("every role or user that is to use it");
    }

    @Test
    void theBucketOfTheLayersIsThatOfTheRegionAndPartition() {
        var china = new Repository(new AccountId("111111111111"), new Region("cn-north-1"), new RepositoryName("a/b"));
        assertThat(OtherHalf.endpoints(china)).contains("arn:aws-cn:s3:::prod-cn-north-1-starport-layer-bucket/*");
    }

    private static OtherHalf half(Principal principal) {
        return new OtherHalf(principal, Plans.REPOSITORY);
    }
}
