package dev.ecrbot.policy.plan;

import static dev.ecrbot.policy.plan.Plans.role;

import dev.ecrbot.policy.Principal;

/** Whom grants are for in these tests, and what their plans warn of. */
abstract class GrantSample {
    static final Principal CI = role("ci");
    static final String CI_ARN = "\"arn:aws:iam::222222222222:role/ci\"";

    static String allow(String who, String actions) {
        return "{\"Effect\":\"Allow\",\"Principal\":" + who + ",\"Action\":" + actions + "}";
    }
}
