package dev.ecrbot.machine.proof;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.ecrbot.ecr.Region;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.Map;
import java.util.TreeMap;

/** The call of {@code GetCallerIdentity} that machines sign and the bot sends: what is always the same in it, so that both agree. */
public final class CallerCall {
    /** What stands before it in the Authorization header. */
    public static final String SCHEME = "AwsCaller ";

    /** The header by which it says which bot it is meant for. */
    public static final String AUDIENCE = "X-Ecr-Bot-Audience";

    public static final String BODY = "Action=GetCallerIdentity&Version=2011-06-15";
    public static final String TYPE = "application/x-www-form-urlencoded; charset=utf-8";

    private CallerCall() {}

    /** Returns the name of the host of a Region's STS. */
    public static String host(Region region) {
        return "sts." + region + "." + region.partition().dnsSuffix();
    }

    /** Returns the Authorization header that carries these signed headers. */
    public static String authorization(Map<String, String> signed) {
        try {
            byte[] json =
                    new ObjectMapper().writeValueAsString(new TreeMap<>(signed)).getBytes(StandardCharsets.UTF_8);
            return SCHEME + Base64.getUrlEncoder().withoutPadding().encodeToString(json);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("names and values can be written", e);
        }
    }
}
