package dev.ecrbot.command;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Everything that may be typed, beside what it means. */
class GoodFormsTest {
    private static final String API = "central/us-west-2:payments/api";
    private static final String ROOT = "arn:aws:iam::222222222222:root";

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            ''                                   | help
            help                                 | help
            HELP                                 | help
            help grant                           | help grant
            help Push                            | !
            requests                             | requests mine
            requests mine                        | requests mine
            requests PENDING                     | requests pending
            requests for me                      | requests for me
            requests for me payments page 3      | requests for me payments page 3
            requests ALL sales                   | requests all sales
            requests page 2                      | requests mine page 2
            show req-7k2m9xqa                    | show req-7k2m9xqa
            show 7K2M9XQA                        | show 7K2M9XQA
            history payments/api                 | history central/us-west-2:payments/api
            history payments/* page 2            | history central/us-west-2:payments/* page 2
            who pull payments/api                | who pull central/us-west-2:payments/api
            who pull payments/api fresh page 2   | who pull central/us-west-2:payments/api fresh page 2
            who can push to payments/api         | who push central/us-west-2:payments/api
            can sales pull payments/api          | can arn:aws:iam::222222222222:root pull central/us-west-2:payments/api
            can sales ci-deployer pull payments/api | can arn:aws:iam::222222222222:role/ci-deployer pull central/us-west-2:payments/api
            can pull payments/api sales ci-deployer | can arn:aws:iam::222222222222:role/ci-deployer pull central/us-west-2:payments/api
            can lambda:sales pull from payments/api | can arn:aws:lambda:us-west-2:222222222222:function:* pull central/us-west-2:payments/api
            whoami                               | whoami
            doctor                               | doctor
            access sales                         | access arn:aws:iam::222222222222:root
            access sales ci-deployer page 2      | access arn:aws:iam::222222222222:role/ci-deployer page 2
            access <@U012AB3CD> page 3           | access @U012AB3CD page 3
            access @U012AB3CD                    | access @U012AB3CD
            audit                                | audit
            audit public page 2                  | audit public page 2
            audit fresh                          | audit fresh
            audit payments/* fresh               | audit payments/* fresh
            audit fresh payments/api             | audit payments/api fresh
            audit public fresh page 2            | audit public page 2 fresh
            audit public fresh as file           | audit public as file fresh
            drift fresh                          | drift fresh
            access sales ci-deployer fresh       | access arn:aws:iam::222222222222:role/ci-deployer fresh
            history payments/api fresh           | history central/us-west-2:payments/api fresh
            export payments/api fresh            | export central/us-west-2:payments/api json
            drift                                | drift
            export payments/api                  | export central/us-west-2:payments/api json
            export payments/api Terraform        | export central/us-west-2:payments/api terraform
            rules                                | rules
            rules payments/api                   | rules central/us-west-2:payments/api
            cancel 7K3F-92QD                     | cancel 7K3F-92QD
            end req-7k2m9xqa                     | end req-7k2m9xqa
            extend req-7k2m9xqa                  | extend req-7k2m9xqa
            extend req-7k2m9xqa for 30 days because audit | extend req-7k2m9xqa for 30d because audit
            undo req-7k2m9xqa                    | undo req-7k2m9xqa
            UNDO req-7k2m9xqa because for now the role is wrong | undo req-7k2m9xqa because for now the role is wrong
            extend which payments/api sales for 7d more because audit | extend which "payments/api" "sales" more for 7d because audit
            END which                            | end which
            shorten which "payments/api" "for"   | shorten which "payments/api" "for"
            status payments/api                  | status central/us-west-2:payments/api
            status payments/api sales            | status central/us-west-2:payments/api sales
            status payments/api sales fresh page 2 | status central/us-west-2:payments/api sales fresh page 2
            login payments/api                   | login central/us-west-2:payments/api
            login payments/api for Kubernetes    | login central/us-west-2:payments/api for kubernetes
            login payments/api k8s               | login central/us-west-2:payments/api for kubernetes
            login 111111111111.dkr.ecr.us-west-2.amazonaws.com | login central/us-west-2:*
            login https://111111111111.dkr.ecr-fips.us-west-2.amazonaws.com/ for podman | login central/us-west-2:* for podman
            /ecr status payments/api             | status central/us-west-2:payments/api
            """)
    void commands(String typed, String meaning) {
        if (meaning.equals("!")) {
            Here.misunderstood(Here.PARSER, typed);
        } else {
            assertThat(Here.understood(Here.PARSER, typed).text()).isEqualTo(meaning);
        }
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            payments/api                                                                  | central/us-west-2:payments/api
            api                                                                           | central/us-west-2:api
            central:payments/api                                                          | central/us-west-2:payments/api
            Central:payments/api                                                          | central/us-west-2:payments/api
            central:payments/api:latest                                                   | central/us-west-2:payments/api
            central/eu-west-1:payments/api                                                | central/eu-west-1:payments/api
            central/EU-WEST-1:payments/api                                                | central/eu-west-1:payments/api
            central/payments:v1                                                           | central/us-west-2:central/payments
            payments/api:latest                                                           | central/us-west-2:payments/api
            payments/api:V1.2_3-rc                                                        | central/us-west-2:payments/api
            payments/api@sha256:0123456789abcdef                                          | central/us-west-2:payments/api
            payments/api:v1@sha256:0123456789abcdef                                       | central/us-west-2:payments/api
            api@sha256:0123456789abcdef                                                   | central/us-west-2:api
            docker.io/library/nginx                                                       | central/us-west-2:docker.io/library/nginx
            111111111111.dkr.ecr.us-west-2.amazonaws.com/payments/api                     | central/us-west-2:payments/api
            111111111111.dkr.ecr.eu-west-1.amazonaws.com/payments/api:latest              | central/eu-west-1:payments/api
            111111111111.DKR.ECR.EU-WEST-1.amazonaws.com/payments/api                     | central/eu-west-1:payments/api
            111111111111.dkr.ecr.eu-west-1.amazonaws.com/payments/api@sha256:0123abcd     | central/eu-west-1:payments/api
            111111111111.dkr.ecr.eu-west-1.amazonaws.com/payments/api:v1@sha256:0123abcd  | central/eu-west-1:payments/api
            https://111111111111.dkr.ecr.us-west-2.amazonaws.com/payments/api             | central/us-west-2:payments/api
            111111111111.dkr.ecr-fips.us-west-2.amazonaws.com/payments/api                | central/us-west-2:payments/api
            111111111111.dkr-ecr.us-west-2.on.aws/payments/api                            | central/us-west-2:payments/api
            111111111111.dkr-ecr-fips.us-west-2.on.aws/payments/api:v2                    | central/us-west-2:payments/api
            arn:aws:ecr:eu-west-1:111111111111:repository/payments/api                    | central/eu-west-1:payments/api
            `payments/api`                                                                | central/us-west-2:payments/api
            "payments/api"                                                                | central/us-west-2:payments/api
            """, quoteCharacter = '~')
    void repositories(String typed, String meaning) {
        assertThat(Here.understood(Here.PARSER, "status " + typed).text()).isEqualTo("status " + meaning);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            central:payments/api                                            | central/us-west-2:payments/api
            china:payments/api                                              | china/cn-north-1:payments/api
            payments/api                                                    | !
            444444444444.dkr.ecr.cn-north-1.amazonaws.com.cn/payments/api   | china/cn-north-1:payments/api
            444444444444.dkr-ecr.cn-north-1.on.amazonwebservices.com.cn/api | china/cn-north-1:api
            arn:aws-cn:ecr:cn-north-1:444444444444:repository/payments/api  | china/cn-north-1:payments/api
            """)
    void repositoriesOfSeveralRegistries(String typed, String meaning) {
        if (meaning.equals("!")) {
            assertThat(Here.misunderstood(Here.PARSER_OF_TWO, "status " + typed).next())
                    .contains("central:payments/api", "china:payments/api");
        } else {
            assertThat(Here.understood(Here.PARSER_OF_TWO, "status " + typed).text())
                    .isEqualTo("status " + meaning);
        }
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            sales                                                          | arn:aws:iam::222222222222:root
            Sales                                                          | arn:aws:iam::222222222222:root
            222222222222                                                   | arn:aws:iam::222222222222:root
            2222-2222-2222                                                 | arn:aws:iam::222222222222:root
            999999999999                                                   | arn:aws:iam::999999999999:root
            sales root                                                     | arn:aws:iam::222222222222:root
            sales :root                                                    | arn:aws:iam::222222222222:root
            sales role/root                                                | arn:aws:iam::222222222222:role/root
            sales ci-deployer                                              | arn:aws:iam::222222222222:role/ci-deployer
            222222222222 ci-deployer                                       | arn:aws:iam::222222222222:role/ci-deployer
            sales role/ci-deployer                                         | arn:aws:iam::222222222222:role/ci-deployer
            sales ci/deployer                                              | arn:aws:iam::222222222222:role/ci/deployer
            sales /ci/deployer                                             | arn:aws:iam::222222222222:role/ci/deployer
            sales role/ci/deployer                                         | arn:aws:iam::222222222222:role/ci/deployer
            sales /user/ada                                                | arn:aws:iam::222222222222:role/user/ada
            sales role/for                                                 | arn:aws:iam::222222222222:role/for
            sales "for"                                                    | arn:aws:iam::222222222222:role/for
            sales Team+Build=1,x.y@z_-                                     | arn:aws:iam::222222222222:role/Team+Build=1,x.y@z_-
            sales aws-reserved/sso.amazonaws.com/us-west-2/AWSReservedSSO_Dev_0123456789abcdef | arn:aws:iam::222222222222:role/aws-reserved/sso.amazonaws.com/us-west-2/AWSReservedSSO_Dev_0123456789abcdef
            sales user/ada                                                 | arn:aws:iam::222222222222:user/ada
            sales user/staff/ada                                           | arn:aws:iam::222222222222:user/staff/ada
            sales assumed-role/ci-deployer/build                           | arn:aws:sts::222222222222:assumed-role/ci-deployer/build
            sales federated-user/ada                                       | arn:aws:sts::222222222222:federated-user/ada
            sales arn:aws:iam::222222222222:role/ci-deployer               | arn:aws:iam::222222222222:role/ci-deployer
            arn:aws:iam::222222222222:role/ci/deployer                     | arn:aws:iam::222222222222:role/ci/deployer
            arn:aws:iam::555555555555:user/ada                             | arn:aws:iam::555555555555:user/ada
            arn:aws:iam::222222222222:root                                 | arn:aws:iam::222222222222:root
            arn:aws:sts::222222222222:assumed-role/ci-deployer/build       | arn:aws:sts::222222222222:assumed-role/ci-deployer/build
            arn:aws:sts::222222222222:federated-user/ada                   | arn:aws:sts::222222222222:federated-user/ada
            org:o-xyz123def4                                               | org:o-xyz123def4
            o-xyz123def4                                                   | org:o-xyz123def4
            org:acme                                                       | org:o-abc123def4
            ORG:Acme                                                       | org:o-abc123def4
            acme                                                           | org:o-abc123def4
            org:acme/r-ab12/ou-ab12-11111111                               | org:o-abc123def4/r-ab12/ou-ab12-11111111
            org:o-abc123def4/r-ab12/ou-ab12-11111111/ou-ab12-22222222/     | org:o-abc123def4/r-ab12/ou-ab12-11111111/ou-ab12-22222222
            acme/r-ab12/ou-ab12-11111111                                   | org:o-abc123def4/r-ab12/ou-ab12-11111111
            lambda:sales                                                   | arn:aws:lambda:us-west-2:222222222222:function:*
            Lambda:2222-2222-2222/nightly-?                                | arn:aws:lambda:us-west-2:222222222222:function:nightly-?
            lambda:sales/ci-*                                              | arn:aws:lambda:us-west-2:222222222222:function:ci-*
            arn:aws:lambda:eu-west-1:222222222222:function:F_1             | arn:aws:lambda:eu-west-1:222222222222:function:F_1
            """, quoteCharacter = '~')
    void principals(String typed, String meaning) {
        assertThat(Here.understood(Here.PARSER, "grant pull payments/api " + typed)
                        .text())
                .isEqualTo("grant pull " + API + " " + meaning);
        assertThat(Here.understood(Here.PARSER, "revoke pull payments/api " + typed)
                        .text())
                .isEqualTo("revoke pull " + API + " " + meaning);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            *                                                                | Everyone
            AROAEXAMPLE1234567890                                            | Orphan
            AIDAEXAMPLE1234567890                                            | Orphan
            ANPAEXAMPLE1234567890                                            | Other
            AROAEXAMPLE1234567890:build                                      | Other
            lambda.amazonaws.com                                             | Service
            ecs-tasks.amazonaws.com.cn                                       | Service
            79a59df900b949e55d96a1e698fbacedfd6e09d98eacf8f8d5218e7cd47ef2be | Other
            arn:aws:iam::222222222222:saml-provider/corp                     | Other
            arn:aws:iam::222222222222:group/admins                           | Other
            arn:aws:iam::222222222222:role/*                                 | Role
            arn:aws-cn:iam::222222222222:role/elsewhere                      | Role
            arn:aws:iam::222222222222:*                                      | Other
            arn:aws:iam::222222222222:rooted                                 | Other
            arn:nonsense                                                     | Other
            222222222222:user                                                | Other
            "new statement"                                                  | Other
            """, quoteCharacter = '~')
    void anybodyCanBeRevoked(String typed, String kind) {
        var revoke = (Command.Revoke) Here.understood(Here.PARSER, "revoke all payments/api " + typed);
        assertThat(revoke.principal().text()).isEqualTo(typed);
        assertThat(revoke.principal().principal().getClass().getSimpleName()).isEqualTo(kind);
        assertThat(revoke.access()).isEmpty();
    }

    @Test
    void quotesDoNotHideAnAccount() {
        assertThat(Here.understood(Here.PARSER, "revoke all payments/api “sales”")
                        .text())
                .isEqualTo("revoke all " + API + " " + ROOT);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            pull       | pull
            PULL       | pull
            push       | push
            read       | read
            Push-Only  | push-only
            push–only  | push-only
            """)
    void access(String typed, String meaning) {
        assertThat(Here.understood(Here.PARSER, "GRANT " + typed + " payments/api sales")
                        .text())
                .isEqualTo("grant " + meaning + " " + API + " " + ROOT);
    }
}
