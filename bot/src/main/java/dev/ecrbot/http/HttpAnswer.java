package dev.ecrbot.http;

import java.util.Map;

/**
 * What a request is answered with.
 *
 * @param headers beside those that every answer has
 * @param body empty for none at all
 */
public record HttpAnswer(int status, Map<String, String> headers, String body) {
    public HttpAnswer {
        headers = Map.copyOf(headers);
    }

    public static HttpAnswer of(int status) {
        return new HttpAnswer(status, Map.of(), "");
    }

    public static HttpAnswer of(int status, String contentType, String body) {
        return body.isEmpty() ? of(status) : new HttpAnswer(status, Map.of("Content-Type", contentType), body);
    }

    /** Refuses every method but these: {@code GET, HEAD}. */
    public static HttpAnswer onlyTakes(String methods, String contentType, String body) {
        var headers = body.isEmpty() ? Map.of("Allow", methods) : Map.of("Allow", methods, "Content-Type", contentType);
        return new HttpAnswer(405, headers, body);
    }
}
