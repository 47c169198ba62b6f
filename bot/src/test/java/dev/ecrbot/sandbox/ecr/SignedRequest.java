package dev.ecrbot.sandbox.ecr;

import com.sun.net.httpserver.HttpExchange;
import dev.ecrbot.ecr.Region;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Whose credentials a request was signed with, for which Region and service. The signature itself isn't checked.
 *
 * @see <a href="https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_sigv-create-signed-request.html">Signature
 *     Version 4</a>
 */
record SignedRequest(Caller caller, Region region, String service) {

    private static final Pattern CREDENTIAL = Pattern.compile(
            "AWS4-HMAC-SHA256 Credential=(\\w+)/\\d{8}/([a-z0-9-]+)/(\\w+)/aws4_request, .*Signature=.+");

    static SignedRequest of(HttpExchange exchange, KeyRing keys) {
        var headers = exchange.getRequestHeaders();
        Matcher credential = CREDENTIAL.matcher(
                Optional.ofNullable(headers.getFirst("Authorization")).orElse(""));
        if (!credential.matches()) {
            throw new AwsError("MissingAuthenticationTokenException", 400, "Missing Authentication Token");
        }
        String token =
                Optional.ofNullable(headers.getFirst("X-Amz-Security-Token")).orElse("");
        return new SignedRequest(
                keys.caller(credential.group(1), token), new Region(credential.group(2)), credential.group(3));
    }
}
