package dev.ecrbot.slack.door;

import com.slack.api.bolt.App;
import com.slack.api.bolt.request.Request;
import com.slack.api.bolt.response.Response;
import dev.ecrbot.time.Took;

/**
 * Has the app answer what was delivered, which is its acknowledgement, and tells how long that took. Thread-safe.
 *
 * @param heard is told of each delivery: by which door it came, and whether it was taken
 */
public record Acknowledging(App app, Took heard) {

    Response run(String door, Request<?> request) throws Exception {
        long began = System.nanoTime();
        Response response = app.run(request);
        heard.since(began, door, response.getStatusCode() == 200 ? "ok" : "refused");
        return response;
    }
}
