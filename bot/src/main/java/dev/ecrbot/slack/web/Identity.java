package dev.ecrbot.slack.web;

import com.slack.api.methods.response.auth.AuthTestResponse;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Where the bot is at home, as auth.test names it.
 *
 * @param team the workspace of the token
 * @param enterprise the Enterprise Grid organization the workspace is in
 * @param url the workspace's address, with a slash at its end
 */
public record Identity(String team, Optional<String> enterprise, String url) {

    /** Returns the id that every member's identity carries: the organization's, else the workspace's. */
    public String home() {
        return enterprise.orElse(team);
    }

    /** Returns the address of a message, which needs no call: it is made of channel and timestamp. */
    public String link(String channel, String ts) {
        return url + "archives/" + channel + "/p" + ts.replace(".", "");
    }

    static Optional<Identity> of(AuthTestResponse answer) {
        Optional<String> team = present(answer.getTeamId());
        String url = present(answer.getUrl()).orElse("https://slack.com/");
        return team.map(id -> new Identity(id, present(answer.getEnterpriseId()), url.endsWith("/") ? url : url + "/"));
    }

    private static Optional<String> present(@Nullable String text) {
        return Optional.ofNullable(text).filter(t -> !t.isBlank());
    }
}
