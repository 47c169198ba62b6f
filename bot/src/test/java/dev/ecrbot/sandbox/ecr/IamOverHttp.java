package dev.ecrbot.sandbox.ecr;

import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;

/**
 * The one call of IAM's query protocol that the bot knows.
 *
 * @see <a href="https://docs.aws.amazon.com/IAM/latest/APIReference/API_SimulatePrincipalPolicy.html">SimulatePrincipalPolicy</a>
 */
record IamOverHttp(Iam iam) {
    static final String SERVICE = "iam";

    private static final String SIMULATE = "SimulatePrincipalPolicy";

    Reply answer(Caller caller, String form, UUID requestId) {
        Map<String, String> parameters = StsOverHttp.parameters(form);
        if (!parameters.getOrDefault("Action", "").equals(SIMULATE)) {
            throw new AwsError("InvalidAction", 400, "Could not find the operation");
        }
        String role = parameters.getOrDefault("PolicySourceArn", "");
        Set<String> allowed = iam.simulated(role)
                .orElseThrow(() -> AwsError.denied(caller, "iam:" + SIMULATE, role, "identity-based"));
        String resource = parameters.getOrDefault("ResourceArns.member.1", "*");
        String results = parameters.entrySet().stream()
                .filter(parameter -> parameter.getKey().startsWith("ActionNames.member."))
                .map(parameter -> result(parameter.getValue(), resource, allowed.contains(parameter.getValue())))
                .collect(Collectors.joining());
        String body = "<%1$sResponse xmlns=\"https://iam.amazonaws.com/doc/2010-05-08/\"><%1$sResult><IsTruncated>false"
                + "</IsTruncated><EvaluationResults>%2$s</EvaluationResults></%1$sResult><ResponseMetadata><RequestId>%3$s"
                + "</RequestId></ResponseMetadata></%1$sResponse>";
        return new Reply(200, Reply.XML, body.formatted(SIMULATE, results, requestId));
    }

    private static String result(String action, String resource, boolean allowed) {
        return "<member><EvalActionName>%s</EvalActionName><EvalResourceName>%s</EvalResourceName><EvalDecision>%s</EvalDecision></member>"
                .formatted(action, resource, allowed ? "allowed" : "implicitDeny");
    }
}
