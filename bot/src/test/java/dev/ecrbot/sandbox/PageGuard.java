package dev.ecrbot.sandbox;

import com.sun.net.httpserver.HttpExchange;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * Keeps other web pages out. A page of another site can send requests to 127.0.0.1, and by a name of its own that leads
 * there even read the answers: so the Host must be ours, and whatever changes something must carry a header that only a
 * page from here may set.
 */
final class PageGuard {

    static final String HEADER = "X-Sandbox";

    private static final Pattern HOST = Pattern.compile("(127\\.0\\.0\\.1|localhost)(:\\d{1,5})?");
    private static final Set<String> READING = Set.of("GET", "HEAD");

    private PageGuard() {}

    static boolean admits(HttpExchange http) {
        String host = http.getRequestHeaders().getFirst("Host");
        if (host == null || !HOST.matcher(host).matches()) {
            return false;
        }
        return READING.contains(http.getRequestMethod())
                || http.getRequestHeaders().containsKey(HEADER);
    }
}
