package dev.ecrbot.sandbox.ecr;

import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.temporal.ChronoUnit;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;

/**
 * STS's query protocol: handing out sessions of the roles that exist, and telling callers who they are.
 *
 * @see <a href="https://docs.aws.amazon.com/STS/latest/APIReference/API_AssumeRole.html">AssumeRole</a>
 */
final class StsOverHttp {

    private static final String NAMESPACE = "https://sts.amazonaws.com/doc/2011-06-15/";

    private final EcrModel model;
    private final KeyRing keys;
    private volatile Duration sessionTime = Duration.ofHours(1);

    StsOverHttp(EcrModel model, KeyRing keys) {
        this.model = model;
        this.keys = keys;
    }

    void sessionTime(Duration time) {
        sessionTime = time;
    }

    Reply answer(Caller caller, String form, UUID requestId) {
        Map<String, String> parameters = parameters(form);
        String action = parameters.getOrDefault("Action", "");
        var operation = ApiOperation.named("sts", action)
                .orElseThrow(() -> new AwsError("InvalidAction", 400, "Could not find operation " + action));
        String resource = parameters.getOrDefault("RoleArn", "*");
        var call = new ApiCall(model.now(), operation, caller, resource, parameters);
        String result = model.traffic()
                .pass(
                        call,
                        () -> operation == ApiOperation.ASSUME_ROLE ? assumed(caller, parameters) : identity(caller));
        String body = "<%1$sResponse xmlns=\"%2$s\"><%1$sResult>%3$s</%1$sResult><ResponseMetadata><RequestId>%4$s"
                + "</RequestId></ResponseMetadata></%1$sResponse>";
        return new Reply(200, Reply.XML, body.formatted(action, NAMESPACE, result, requestId));
    }

    static Reply error(AwsError error, UUID requestId) {
        boolean denied = error.code().equals("AccessDeniedException");
        String body =
                "<ErrorResponse xmlns=\"%s\"><Error><Type>Sender</Type><Code>%s</Code><Message>%s</Message></Error>"
                        + "<RequestId>%s</RequestId></ErrorResponse>";
        return new Reply(
                denied ? 403 : error.status(),
                Reply.XML,
                body.formatted(NAMESPACE, denied ? "AccessDenied" : error.code(), escaped(error.message()), requestId));
    }

    private String assumed(Caller caller, Map<String, String> parameters) {
        String role = parameters.getOrDefault("RoleArn", "");
        String session = parameters.getOrDefault("RoleSessionName", "");
        if (!session.matches("[\\w+=,.@-]{2,64}")) {
            throw new AwsError("ValidationError", 400, "1 validation error detected: roleSessionName");
        }
        if (!model.iam().assumable(role)) {
            throw refused(caller, "sts:AssumeRole", role);
        }
        String identity = parameters.getOrDefault("SourceIdentity", "");
        if (!identity.isEmpty()) {
            if (!identity.matches("[\\w+=,.@-]{2,64}")) {
                throw new AwsError("ValidationError", 400, "1 validation error detected: sourceIdentity");
            }
            needs("sts:SetSourceIdentity", caller, role);
        }
        if (parameters.containsKey("Tags.member.1.Key")) {
            needs("sts:TagSession", caller, role);
        }
        var limit = Optional.ofNullable(parameters.get("Policy")).map(SessionPolicy::parse);
        var assumed = Caller.assumed(role, session, identity, limit);
        var key = keys.handOut(assumed, sessionTime);
        return "<Credentials><AccessKeyId>%s</AccessKeyId><SecretAccessKey>%s</SecretAccessKey><SessionToken>%s</SessionToken>"
                        .formatted(key.id(), key.secret(), key.token())
                + "<Expiration>%s</Expiration></Credentials>"
                        .formatted(key.until().orElseThrow().truncatedTo(ChronoUnit.SECONDS))
                + "<AssumedRoleUser><AssumedRoleId>%s:%s</AssumedRoleId><Arn>%s</Arn></AssumedRoleUser>"
                        .formatted(model.iam().id(role).orElseThrow(), session, assumed.arn());
    }

    private void needs(String permission, Caller caller, String role) {
        if (!model.iam().trusts(role, permission)) {
            throw refused(caller, permission, role);
        }
    }

    private static AwsError refused(Caller caller, String permission, String role) {
        return new AwsError(
                "AccessDeniedException",
                403,
                "User: " + caller.arn() + " is not authorized to perform: " + permission + " on resource: " + role);
    }

    private static String identity(Caller caller) {
        return "<Arn>%s</Arn><UserId>%s</UserId><Account>%s</Account>"
                .formatted(caller.arn(), "AIDASANDBOX", caller.account());
    }

    static Map<String, String> parameters(String form) {
        var parameters = new HashMap<String, String>();
        for (String pair : form.split("&")) {
            String[] parts = pair.split("=", 2);
            parameters.put(decoded(parts[0]), parts.length == 2 ? decoded(parts[1]) : "");
        }
        return parameters;
    }

    private static String decoded(String text) {
        return URLDecoder.decode(text, StandardCharsets.UTF_8);
    }

    private static String escaped(String text) {
        return text.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;");
    }
}
