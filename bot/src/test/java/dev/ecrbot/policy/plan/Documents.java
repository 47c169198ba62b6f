package dev.ecrbot.policy.plan;

import dev.ecrbot.ecr.StandardAccess;
import dev.ecrbot.ecr.Target;
import dev.ecrbot.policy.PolicyDocument;
import dev.ecrbot.policy.Principal;
import dev.ecrbot.policy.holding.PlanContext;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.Set;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;

/** Makes up policies with every odd thing that stored ones have. */
public final class Documents {
    static final String ARN = "arn:aws:ecr:us-west-2:111111111111:repository/";

    /** Of which patterns a registry's policies speak. */
    static final List<String> PATTERNS = List.of("payments/*", "web/*", "pay*", "*");

    /** Some repositories that these match, and some that they don't. */
    static final List<String> REPOSITORIES = List.of("payments/api", "payroll", "web/shop", "db");

    private static final List<String> RESOURCES = List.of(
            "*",
            ARN + "*",
            ARN + "payments/*",
            ARN + "pay*",
            ARN + "web/*",
            ARN + "payments/api",
            ARN + "*/shop",
            ARN.replace("us-west-2", "eu-*") + "*",
            ARN.replace("repository/", "repositories/") + "payments/*");
    private static final List<String> PRINCIPALS = List.of(
            "arn:aws:iam::222222222222:role/ci",
            "arn:aws:iam::222222222222:role/team/ci",
            "arn:aws:iam::222222222222:user/role2-2",
            "arn:aws:iam::222222222222:root",
            "222222222222",
            "333333333333",
            "arn:aws:sts::222222222222:assumed-role/ci/one",
            "arn:aws:iam::222222222222:role/ci-*",
            "*");
    private static final List<String> ORPHANS = List.of("AROACKCEVSQ6C2EXAMPLE", "AIDACKCEVSQ6C2EXAMPLE");
    private static final List<String> ACTIONS = List.of(
            "ecr:BatchGetImage",
            "ecr:GetDownloadUrlForLayer",
            "ECR:batchchecklayeravailability",
            "ecr:BatchCheckLayerAvailability",
            "ecr:PutImage",
            "ecr:ListImages",
            "ecr:Describe*",
            "ecr:*",
            "ecr:GetAuthorizationToken",
            "ecr:InitiateLayerUpload");
    private static final List<String> SIDS = List.of(
            "new statement", "ECR-Policy", "Allow", "", "EcrBotPull", "EcrBotPush2", "LambdaECRImageRetrievalPolicy");
    private static final List<String> CONDITIONS = List.of(
            "{\"StringEquals\":{\"aws:SourceVpc\":\"vpc-1\"}}",
            "{\"DateLessThan\":{\"aws:CurrentTime\":\"2026-12-01T00:00:00Z\"}}",
            "{\"Bool\":{\"aws:SecureTransport\":true},\"NumericLessThan\":{\"aws:MultiFactorAuthAge\":[1.0,300]}}",
            "{}");
    private static final List<String> TELLING = List.of(
            "\"Principal\":{\"AWS\":\"*\"},\"Condition\":{\"StringEquals\":{\"aws:PrincipalOrgID\":\"o-abc123def4\"}}",
            "\"Principal\":\"*\",\"Condition\":{\"StringLike\":{\"aws:principalorgid\":[\"o-abc123def4\",\"o-xyz123def4\"]}}",
            "\"Principal\":\"*\",\"Condition\":{\"StringEquals\":{\"aws:PrincipalOrgID\":\"o-*\"}}",
            "\"Principal\":\"*\",\"Condition\":{\"ForAnyValue:StringLike\":{\"aws:PrincipalOrgPaths\":"
                    + "[\"o-abc123def4/r-ab12/ou-ab12-11111111/*\",\"o-xyz123def4/*\"]},\"Bool\":{\"aws:SecureTransport\":true}}",
            "\"Principal\":{\"Service\":\"lambda.amazonaws.com\"},\"Condition\":{\"ArnLike\":{\"aws:SourceArn\":"
                    + "[\"arn:aws:lambda:us-west-2:222222222222:function:*\",\"arn:aws:lambda:us-west-2:222222222222:function:ci-*\"]}}");
    private static final List<String> OPAQUE = List.of(
            "{\"Sid\":\"odd\"}",
            "7",
            "{\"Effect\":\"Allow\",\"Principal\":{\"AWS\":\"222222222222\"},\"Action\":\"ecr:*\",\"Condition\":[\"x\"]}",
            "{\"effect\":\"Allow\",\"Principal\":\"*\",\"Action\":\"ecr:*\"}");

    private static final List<Principal> OWN = List.of(
            Plans.role("ci"),
            Plans.role("other"),
            Plans.account(Plans.SALES),
            Plans.functions(Plans.SALES, "*"),
            Plans.organization(Plans.ACME),
            Plans.organization(Plans.BUILD));

    private final Random random;
    private final boolean orphans;
    private final boolean registry;

    private Documents(Random random, boolean orphans, boolean registry) {
        this.random = random;
        this.orphans = orphans;
        this.registry = registry;
    }

    public static Arbitrary<PolicyDocument> any() {
        return texts(true).map(PolicyDocument::parse);
    }

    public static Arbitrary<PolicyDocument> withoutOrphans() {
        return texts(false).map(PolicyDocument::parse);
    }

    public static Arbitrary<String> texts(boolean orphans) {
        return Arbitraries.longs().map(seed -> new Documents(new Random(seed), orphans, false).document());
    }

    /** Makes up policies of registries: with resources, and with the bot's statements for several patterns. */
    public static Arbitrary<PolicyDocument> ofRegistries() {
        return Arbitraries.longs()
                .map(seed -> new Documents(new Random(seed), true, true).document())
                .map(PolicyDocument::parse);
    }

    static PlanContext on(String pattern, boolean expiryInPolicy) {
        return new PlanContext(
                StandardAccess.CATALOGUE,
                Target.of(Plans.CENTRAL, Plans.REPOSITORY.region(), pattern),
                Plans.NOW,
                Plans.context().accountNames(),
                expiryInPolicy,
                Set.of());
    }

    private String document() {
        var statements = new ArrayList<String>();
        int count = random.nextInt(6);
        for (int index = 0; index < count; index++) {
            statements.add(one(6) ? pick(OPAQUE) : one(4) ? own() : statement());
        }
        if (!statements.isEmpty() && one(5)) {
            statements.add(statements.get(0));
        }
        boolean single = statements.size() == 1 && statements.get(0).startsWith("{") && one(2);
        String element = single ? statements.get(0) : "[" + String.join(", ", statements) + "]";
        return "{" + (one(2) ? "\"Version\":\"" + (one(2) ? "2008" : "2012") + "-10-17\"," : "")
                + (one(4) ? "\"Id\": \"id\"," : "") + "\"Statement\" : " + element
                + (one(4) ? ",\"Zusatz\":{\"b\":1.50,\"a\":[null,1e3]}" : "") + "}";
    }

    private String own() {
        Principal who = pick(OWN);
        Plan plan = (Plan) Planner.plan(
                PolicyDocument.empty(),
                Plans.grant(
                        who,
                        who.parts().size() > 1 ? StandardAccess.PULL : pick(StandardAccess.values()),
                        one(2) ? Plans.WEEK : Plans.FOREVER),
                registry ? on(pick(PATTERNS), true) : Plans.context());
        return pick(plan.proposed().statements()).toString();
    }

    private String statement() {
        var parts = new ArrayList<String>();
        if (one(2)) {
            parts.add("\"Sid\":\"" + pick(SIDS) + "\"");
        }
        parts.add("\"Effect\":\"" + (one(4) ? "Deny" : "Allow") + "\"");
        boolean telling = one(4);
        parts.add(telling ? pick(TELLING) : (one(6) ? "\"NotPrincipal\":" : "\"Principal\":") + principal());
        parts.add((one(6) ? "\"NotAction\":" : "\"Action\":") + (one(6) ? Plans.PULL_ACTIONS : oneOrMore(ACTIONS)));
        if (!telling && one(3)) {
            parts.add("\"Condition\":" + pick(CONDITIONS));
        }
        if (registry && !one(12)) {
            parts.add((one(8) ? "\"NotResource\":" : "\"Resource\":") + oneOrMore(RESOURCES));
        } else if (one(6)) {
            parts.add("\"Resource\":\"*\"");
        }
        if (one(6)) {
            parts.add("\"Note\":[1.0,{\"x\":null}]");
        }
        return "{" + String.join(",", parts) + "}";
    }

    private String principal() {
        if (one(6)) {
            return "\"*\"";
        }
        var principals = new ArrayList<>(PRINCIPALS);
        if (orphans) {
            principals.addAll(ORPHANS);
        }
        String service = one(4) ? "\"Service\":\"lambda.amazonaws.com\"," : "";
        return "{" + service + "\"AWS\":" + oneOrMore(principals) + "}";
    }

    private String oneOrMore(List<String> all) {
        if (one(3)) {
            return "\"" + pick(all) + "\"";
        }
        var some = new ArrayList<String>();
        int count = random.nextInt(4) + (one(8) ? 0 : 1);
        for (int index = 0; index < count; index++) {
            some.add("\"" + pick(all) + "\"");
        }
        return "[" + String.join(",", some) + "]";
    }

    private <T> T pick(List<T> all) {
        return all.get(random.nextInt(all.size()));
    }

    private boolean one(int in) {
        return random.nextInt(in) == 0;
    }
}
