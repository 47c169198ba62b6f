package dev.ecrbot.sandbox.slack;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.net.URI;
import java.util.Map;
import java.util.function.Supplier;

/** {@code auth.test} and {@code apps.connections.open}. */
final class AppMethods {

    private final Directory directory;
    private final Supplier<URI> socketUrl;

    AppMethods(Directory directory, Supplier<URI> socketUrl) {
        this.directory = directory;
        this.socketUrl = socketUrl;
    }

    Map<String, ApiMethod> methods() {
        return Map.of(
                "auth.test",
                this::authTest,
                "apps.connections.open",
                args -> Json.object().put("url", socketUrl.get().toString()));
    }

    private ObjectNode authTest(Args args) {
        ObjectNode answer = Json.object()
                .put("url", "https://" + directory.domain() + ".slack.com/")
                .put("team", directory.domain())
                .put("user", Bot.NAME)
                .put("team_id", directory.teamId())
                .put("user_id", Bot.USER)
                .put("bot_id", Bot.BOT)
                .put("is_enterprise_install", false);
        directory.enterpriseId().ifPresent(id -> answer.put("enterprise_id", id));
        return answer;
    }
}
