package dev.ecrbot.policy;

import static org.assertj.core.api.Assertions.assertThat;

import dev.ecrbot.ecr.AccountId;
import dev.ecrbot.ecr.Partition;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class PrincipalsTest {
    private static final AccountId ID = new AccountId("222222222222");

    @ParameterizedTest
    @CsvSource({
        "AWS, arn:aws:iam::222222222222:role/ci-deployer, Role",
        "AWS, arn:aws-us-gov:iam::222222222222:role/service-role/a/b+=@x, Role",
        "AWS, arn:aws:iam::222222222222:user/bob, User",
        "AWS, arn:aws:iam::222222222222:user/team/bob, User",
        "AWS, arn:aws-eusc:iam::222222222222:root, Account",
        "AWS, arn:aws:sts::222222222222:assumed-role/ci/build-1, Session",
        "AWS, arn:aws:sts::222222222222:federated-user/bob, FederatedUser",
        "AWS, AROACKCEVSQ6C2EXAMPLE, Orphan",
        "AWS, AIDACKCEVSQ6C2EXAMPLE, Orphan",
        "AWS, *, Everyone",
        "Service, lambda.amazonaws.com, Service",
        "Service, *, Other",
        "CanonicalUser, 79a59df900b949e55d96a1e698fbacedfd6e09d98eacf8f8d5218e7cd47ef2be, Other",
        "Federated, cognito-identity.amazonaws.com, Other",
        "AWS, arn:aws:iam::222222222222:role/ci-*, Other",
        "AWS, arn:aws:iam::222222222222:role/a*/ci, Other",
        "AWS, arn:aws:iam::222222222222:role//ci, Other",
        "AWS, arn:aws:iam::222222222222:*, Other",
        "AWS, arn:aws:iam::22222222222:root, Other",
        "AWS, arn:aws-mars:iam::222222222222:root, Other",
        "AWS, arn:aws:iam::222222222222:group/admins, Other",
        "AWS, arn:aws:iam::222222222222:role/, Other",
        "AWS, arn:aws:sts::222222222222:assumed-role/ci, Other",
        "AWS, arn:aws:s3:::bucket, Other",
        "AWS, ASIACKCEVSQ6C2EXAMPLE, Other",
        "AWS, '', Other"
    })
    void eachEntryIsReadAsWhatItIs(String type, String text, String kind) {
        Principal principal = Principals.parse(type, text);
        assertThat(principal.getClass().getSimpleName()).isEqualTo(kind);
        assertThat(principal.type()).isEqualTo(type);
        assertThat(principal.text()).isEqualTo(text);
    }

    @Test
    void aBareIdIsAnAccountOfThePolicysPartition() {
        assertThat(Principals.parse("AWS", "222222222222")).isEqualTo(new Principal.Account(Partition.AWS, ID));
        assertThat(Principals.parse("AWS", "222222222222", Partition.AWS_CN))
                .isEqualTo(new Principal.Account(Partition.AWS_CN, ID));
    }

    @Test
    void pathAndNameAreToldApart() {
        assertThat(Principals.parse("AWS", "arn:aws:iam::222222222222:role/a/b/c"))
                .isEqualTo(new Principal.Role(Partition.AWS, ID, "/a/b/", "c"));
    }
}
