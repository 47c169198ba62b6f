package dev.ecrbot.http;

import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/**
 * A request without its body.
 *
 * @param path decoded, without a query
 * @param headers by their names, whatever the case
 * @param from the numbers of the address that it comes from
 */
public record Head(String method, String path, Map<String, List<String>> headers, String from) {
    public Head {
        var byName = new TreeMap<String, List<String>>(String.CASE_INSENSITIVE_ORDER);
        byName.putAll(headers);
        headers = Collections.unmodifiableMap(byName);
    }

    /** Returns the first header of this name. */
    public Optional<String> header(String name) {
        return headers.getOrDefault(name, List.of()).stream().findFirst();
    }
}
