package dev.ecrbot.policy.diff;

import static dev.ecrbot.policy.plan.Plans.FOREVER;
import static dev.ecrbot.policy.plan.Plans.after;
import static dev.ecrbot.policy.plan.Plans.context;
import static dev.ecrbot.policy.plan.Plans.grant;
import static dev.ecrbot.policy.plan.Plans.plan;
import static dev.ecrbot.policy.plan.Plans.policy;
import static dev.ecrbot.policy.plan.Plans.role;
import static org.assertj.core.api.Assertions.assertThat;

import dev.ecrbot.ecr.StandardAccess;
import dev.ecrbot.policy.PolicyDocument;
import dev.ecrbot.policy.plan.Plan;
import org.junit.jupiter.api.Test;

class DiffTest {
    private static final String ONE =
            "{\"Sid\":\"1\",\"Effect\":\"Allow\",\"Principal\":{\"AWS\":[\"b\",\"a\"]},\"Action\":[\"ecr:B\",\"ecr:A\"]}";
    private static final String TWO = "{\"Sid\":\"2\",\"Effect\":\"Allow\",\"Principal\":\"*\",\"Action\":\"ecr:A\"}";

    @Test
    void aNewStatementIsAddedLinesOnly() {
        Plan plan = plan(policy(ONE), grant(role("ci"), StandardAccess.PULL, FOREVER), context());
        assertThat(plan.diff())
                .extracting(DiffLine::toString)
                .containsExactly(
                        " …",
                        "         \"ecr:A\",",
                        "         \"ecr:B\"",
                        "       ]",
                        "+    },",
                        "+    {",
                        "+      \"Sid\" : \"EcrBotPull\",",
                        "+      \"Effect\" : \"Allow\",",
                        "+      \"Principal\" : {",
                        "+        \"AWS\" : \"arn:aws:iam::222222222222:role/ci\"",
                        "+      },",
                        "+      \"Action\" : [",
                        "+        \"ecr:BatchCheckLayerAvailability\",",
                        "+        \"ecr:BatchGetImage\",",
                        "+        \"ecr:GetDownloadUrlForLayer\"",
                        "+      ]",
                        "     }",
                        "   ]",
                        " }");
    }

    @Test
    void theWholeOfItIsAUnifiedDiffInWhichOrderIsNoDifference() {
        assertThat(Diff.unified("old", policy(ONE, TWO), "new", policy(TWO, ONE)))
                .isEmpty();
        assertThat(Diff.unified("old", policy(TWO), "new", policy(TWO.replace("ecr:A", "ecr:B"))))
                .containsExactly(
                        "--- old",
                        "+++ new",
                        "@@ -5,7 +5,7 @@",
                        "       \"Sid\" : \"2\",",
                        "       \"Effect\" : \"Allow\",",
                        "       \"Principal\" : \"*\",",
                        "-      \"Action\" : \"ecr:A\"",
                        "+      \"Action\" : \"ecr:B\"",
                        "     }",
                        "   ]",
                        " }");
    }

    @Test
    void oneOfManyPrincipalsIsOneLine() {
        PolicyDocument base = PolicyDocument.empty();
        for (String name : new String[] {"a", "b", "c", "e", "f", "g", "h"}) {
            base = after(base, grant(role(name), StandardAccess.PULL, FOREVER));
        }
        assertThat(plan(base, grant(role("d"), StandardAccess.PULL, FOREVER), context())
                        .diff())
                .filteredOn(line -> line.sign() != DiffLine.Sign.SAME)
                .extracting(DiffLine::toString)
                .containsExactly("+          \"arn:aws:iam::222222222222:role/d\",");
    }

    @Test
    void orderAndFormattingAreNoDifference() {
        PolicyDocument base = policy(ONE, TWO);
        PolicyDocument shuffled = PolicyDocument.parse("""
                {"Statement":[{"Principal":{"AWS":["*"]},"Action":["ECR:a"],"Effect":"Allow","Sid":"2"},
                {"Effect":"Allow","Action":["ecr:A","ecr:B"],"Sid":"1","Principal":{"AWS":["a","b"]}}],"Version":"2012-10-17"}""");
        assertThat(Diff.between(base, shuffled)).isEmpty();
        PolicyDocument more = after(shuffled, grant(role("ci"), StandardAccess.PULL, FOREVER));
        assertThat(Diff.between(base, more)).allMatch(line -> line.sign() != DiffLine.Sign.REMOVED);
        assertThat(Diff.between(base, more))
                .isEqualTo(Diff.between(base, after(base, grant(role("ci"), StandardAccess.PULL, FOREVER))));
    }

    @Test
    void aWholePolicyThatComesIsAllAdded() {
        Plan plan = plan(PolicyDocument.empty(), grant(role("ci"), StandardAccess.PULL, FOREVER), context());
        assertThat(plan.diff()).isNotEmpty().allMatch(line -> line.sign() == DiffLine.Sign.ADDED);
    }
}
