package dev.ecrbot.denial;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

class DenialTest {
    private static final String ARN = "arn:aws:ecr:us-west-2:111111111111:repository/payments/api";
    private static final String NO_ALLOW = " because no resource-based policy allows the ecr:BatchGetImage action";
    private static final String ROLE = "arn:aws:sts::222222222222:assumed-role/ci/build";

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                " \n\t\n",
                "---",
                "java.lang.NullPointerException: Cannot invoke \"String.length()\" because \"name\" is null\n\tat App.main(App.java:12)",
                "Can somebody give me access to ECR? I get access denied when I pull payments/api, and a timeout before.",
                "Please pull 111111111111.dkr.ecr.us-west-2.amazonaws.com/payments/api:1.4 and tell me whether it works.",
                "The decrypted secrets were forbidden to everyone: 403.",
                "Error response from daemon: pull access denied for nginxx, repository does not exist or may require 'docker login':"
                        + " denied: requested access to the resource is denied",
                "dial tcp 10.0.0.1:443: i/o timeout",
                "User is not authorized to perform",
            })
    void whatTellsOfNoTroubleWithEcrIsToldApart(String text) {
        Denial denial = Denials.read(text);
        assertThat(denial.ofEcr()).isFalse();
        assertThat(denial.half()).isEqualTo(Half.OTHER);
        assertThat(denial.confident()).isFalse();
        assertThat(denial.ask()).isEmpty();
        assertThat(denial.next()).startsWith("Not a denial by ECR");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            s3:GetObject                  | arn:aws:s3:::bucket/key
            sts:AssumeRole                | arn:aws:iam::111111111111:role/ecr-push
            kms:Decrypt                   | arn:aws:kms:us-west-2:111111111111:key/0a1b
            lambda:CreateFunction         | arn:aws:lambda:us-west-2:222222222222:function:ecr
            ecr-public:GetAuthorizationToken | *
            """)
    void denialsByOtherServicesAreNotTakenForEcrs(String action, String resource) {
        String text =
                "AccessDenied: User: arn:aws:sts::222222222222:assumed-role/ecr-node/i-1 is not authorized to perform: "
                        + action + " on resource: " + resource + " because no identity-based policy allows the "
                        + action + " action";
        Denial denial = Denials.read(text);
        assertThat(denial.ofEcr()).isFalse();
        assertThat(denial.half()).isEqualTo(Half.OTHER);
        assertThat(denial.action()).contains(action);
        assertThat(denial.ask()).isEmpty();
    }

    @Test
    void amongSeveralDenialsEcrsIsTheOneThatCounts() {
        Denial denial = Denials.read(
                "User: arn:aws:iam::222222222222:user/bob is not authorized to perform: s3:ListBucket on resource:"
                        + " arn:aws:s3:::x because no identity-based policy allows the s3:ListBucket action\n"
                        + denied(ROLE, "ecr:BatchGetImage", NO_ALLOW));
        assertThat(denial.half()).isEqualTo(Half.RESOURCE);
        assertThat(denial.caller().map(Caller::text)).contains(ROLE);
    }

    @Test
    void layersThatS3RefusesAreTheEndpointsMatter() {
        Denial denial = Denials.read(
                "User: " + ROLE + " is not authorized to perform: s3:GetObject on resource:"
                        + " \"arn:aws:s3:::prod-eu-west-1-starport-layer-bucket/0000\" because no VPC endpoint policy allows the s3:GetObject action");
        assertThat(denial.half()).isEqualTo(Half.NETWORK);
        assertThat(denial.place().region().map(Object::toString)).contains("eu-west-1");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            arn:aws:sts::222222222222:assumed-role/ci/build                  | arn:aws:iam::222222222222:role/ci
            arn:aws:iam::222222222222:role/teams/ci                          | arn:aws:iam::222222222222:role/teams/ci
            arn:aws:iam::222222222222:user/ada                               | arn:aws:iam::222222222222:user/ada
            arn:aws:sts::222222222222:assumed-role/AWSReservedSSO_Dev_0a/ada | arn:aws:iam::222222222222:role/aws-reserved/sso.amazonaws.com/AWSReservedSSO_Dev_0a
            arn:aws:sts::222222222222:federated-user/bob                     |
            arn:aws:iam::222222222222:root                                   |
            arn:aws:sts::***:assumed-role/ci/build                           |
            arn:aws:sts::111111111111:assumed-role/ci/build                  |
            arn:aws-cn:sts::222222222222:assumed-role/ci/build               |
            anonymous                                                        |
            """)
    void theAskNamesWhomAPolicyCanName(String caller, String named) {
        Denial denial = Denials.read(denied(caller, "ecr:BatchGetImage", NO_ALLOW));
        assertThat(denial.half()).isEqualTo(Half.RESOURCE);
        assertThat(denial.ask())
                .isEqualTo(Optional.ofNullable(named)
                        .map(arn -> "grant pull 111111111111.dkr.ecr.us-west-2.amazonaws.com/payments/api " + arn));
    }

    @Test
    void aSessionThatWasMaskedLeavesTheRole() {
        Denial denial =
                Denials.read(denied("arn:aws:sts::222222222222:assumed-role/ci/***", "ecr:BatchGetImage", NO_ALLOW));
        assertThat(denial.ask().orElseThrow()).endsWith("arn:aws:iam::222222222222:role/ci");
    }

    @ParameterizedTest
    @CsvSource({
        "ecr:BatchGetImage, pull",
        "ecr:BatchCheckLayerAvailability, pull",
        "ECR:getdownloadurlforlayer, pull",
        "ecr:UploadLayerPart, push",
        "ecr:PutImage, push",
        "ecr:DescribeImages, read",
        "ecr:DescribeRepositories,",
        "ecr:SetRepositoryPolicy,",
        "ecr:GetAuthorizationToken,"
    })
    void theActionTellsWhatToAskFor(String action, String access) {
        Denial denial = Denials.read(denied(ROLE, action, " because no resource-based policy allows the action"));
        assertThat(denial.ask().map(ask -> ask.split(" ")[1])).isEqualTo(Optional.ofNullable(access));
    }

    @Test
    void aReadThatAPushMakesIsAskedForAsAPush() {
        String text = "The push refers to repository [111111111111.dkr.ecr.us-west-2.amazonaws.com/payments/api]\n"
                + denied(ROLE, "ecr:BatchCheckLayerAvailability", NO_ALLOW);
        assertThat(Denials.read(text).ask().orElseThrow()).startsWith("grant push ");
    }

    @Test
    void withinOneAccountNoGrantIsAskedFor() {
        Denial denial = Denials.read(denied("arn:aws:iam::111111111111:role/ci", "ecr:PutImage", ""));
        assertThat(denial.half()).isEqualTo(Half.BOTH);
        assertThat(denial.ask()).isEmpty();
        assertThat(denial.next()).contains("no grant is needed");
    }

    @Test
    void noReasonForTheLoginsCallIsNoSureness() {
        Denial denial = Denials.read(
                "User: " + ROLE + " is not authorized to perform: ecr:GetAuthorizationToken on resource: *");
        assertThat(denial.half()).isEqualTo(Half.IDENTITY);
        assertThat(denial.confident()).isFalse();
        assertThat(Denials.read("User: " + ROLE
                                + " is not authorized to perform: ecr:GetAuthorizationToken on resource: * because no"
                                + " identity-based policy allows the ecr:GetAuthorizationToken action")
                        .confident())
                .isTrue();
    }

    @Test
    void linksThatLeadElsewhereThanToAwsAreNotShown() {
        String id = "7f3k9q2m5x8z1a4b";
        Denial denial = Denials.read(denied(ROLE, "ecr:BatchGetImage", NO_ALLOW)
                + ". Go to https://console.aws.amazon.com.example.com/iam/home?region=us-east-1#/authorization-details/"
                + id);
        assertThat(denial.details()).isEqualTo(AccessDetails.NONE);
        Denial real = Denials.read(denied(ROLE, "ecr:BatchGetImage", NO_ALLOW)
                + ". Go to https://us-east-1.console.aws.amazon.com/iam/home?region=us-east-1#/authorization-details/"
                + id);
        assertThat(real.details().authorizationId()).contains(id);
        assertThat(real.details().link().orElseThrow()).endsWith(id);
    }

    @ParameterizedTest
    @EnumSource
    void everyAdviceIsWholeHoweverLittleIsKnown(Cause cause) {
        var refusal =
                new Refusal(cause, false, Optional.empty(), Optional.empty(), ImagePlace.UNKNOWN, Optional.empty());
        assertThat(new Advice(refusal, false, true).next())
                .isNotBlank()
                .endsWith(".")
                .doesNotContain("{", "Optional", "  ");
    }

    private static String denied(String caller, String action, String reason) {
        return "denied: User: " + caller + " is not authorized to perform: " + action + " on resource: " + ARN + reason;
    }
}
