package dev.ecrbot.policy.catalogue;

import static org.assertj.core.api.Assertions.assertThat;

import dev.ecrbot.ecr.StandardAccess;
import java.time.LocalDate;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class ActionCatalogueTest {
    private final ActionCatalogue catalogue = ActionCatalogue.ecr();

    @Test
    void saysWhenAndWhereItWasTaken() {
        assertThat(catalogue.date()).isAfter(LocalDate.of(2026, 1, 1));
        assertThat(catalogue.source()).contains("Service Authorization Reference", "SDK");
        assertThat(catalogue.actions())
                .hasSizeGreaterThan(50)
                .doesNotHaveDuplicates()
                .isSorted();
    }

    @Test
    void knowsEveryActionThatIsEverGrantedAsOneOnRepositoriesThatLeavesPoliciesAlone() {
        assertThat(StandardAccess.CATALOGUE.actions())
                .allSatisfy(name -> assertThat(catalogue.find(name))
                        .hasValueSatisfying(
                                action -> assertThat(action.aboutRepositories() && !action.changesPolicies())
                                        .isTrue()));
    }

    @Test
    void knowsWhatCameIn2026() {
        assertThat(Stream.of(
                        "StartReplicationBackfill",
                        "StopReplicationBackfill",
                        "ListReplicationBackfills",
                        "DescribeReplicationBackfillResults",
                        "UpdateImageStorageClass",
                        "PutSigningConfiguration",
                        "GetSigningConfiguration",
                        "DeleteSigningConfiguration",
                        "DescribeImageSigningStatus",
                        "RegisterPullTimeUpdateExclusion",
                        "DeregisterPullTimeUpdateExclusion",
                        "ListPullTimeUpdateExclusions"))
                .allSatisfy(name -> assertThat(catalogue.find("ecr:" + name)).isPresent());
    }

    @Test
    void knowsWhatChangesPolicies() {
        assertThat(catalogue.actions().stream().filter(EcrAction::changesPolicies))
                .extracting(EcrAction::name)
                .containsExactly(
                        "ecr:DeleteRegistryPolicy",
                        "ecr:DeleteRepositoryPolicy",
                        "ecr:PutRegistryPolicy",
                        "ecr:SetRepositoryPolicy");
    }

    @Test
    void knowsWhatConcernsTheRegistryAsAWhole() {
        assertThat(catalogue.find(ActionCatalogue.TOKEN)).hasValueSatisfying(action -> {
            assertThat(action.aboutRepositories()).isFalse();
            assertThat(action.level()).isEqualTo(AccessLevel.READ);
        });
        assertThat(catalogue.find("ECR:describeregistry"))
                .hasValueSatisfying(
                        action -> assertThat(action.aboutRepositories()).isFalse());
        assertThat(catalogue.find("ecr:ReplicateImage"))
                .hasValueSatisfying(
                        action -> assertThat(action.permissionOnly()).isTrue());
        assertThat(catalogue.find("ecr:TagResource"))
                .hasValueSatisfying(action -> assertThat(action.level()).isEqualTo(AccessLevel.TAGGING));
        assertThat(catalogue.find("ecr:NoSuchAction")).isEmpty();
    }

    @Test
    void expandsWildcardsWhateverTheirCase() {
        assertThat(catalogue.expand("ecr:batchget*"))
                .extracting(EcrAction::name)
                .containsExactly("ecr:BatchGetImage", "ecr:BatchGetRepositoryScanningConfiguration");
        assertThat(catalogue.expand("ecr:?utImage")).extracting(EcrAction::name).containsExactly("ecr:PutImage");
        assertThat(catalogue.expand("*")).hasSameSizeAs(catalogue.actions());
        assertThat(catalogue.expand("s3:*")).isEmpty();
    }
}
