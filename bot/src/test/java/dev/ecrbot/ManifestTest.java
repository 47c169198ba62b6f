package dev.ecrbot;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/**
 * Checks the Slack app's manifest against what Slack says it accepts.
 *
 * @see <a href="https://docs.slack.dev/reference/app-manifest">App manifest reference</a>
 */
final class ManifestTest {
    private YamlTree manifest;

    @BeforeEach
    void read() throws IOException {
        manifest = YamlTree.read("manifest.yml");
    }

    @Test
    void hasOnlyKeysThatSlackKnows() {
        assertThat(manifest.map().keySet())
                .isSubsetOf("_metadata", "display_information", "features", "oauth_config", "settings");
        assertThat(manifest.map("display_information").keySet())
                .isSubsetOf("name", "description", "long_description", "background_color");
        assertThat(manifest.map("features").keySet()).isSubsetOf("app_home", "bot_user", "shortcuts", "slash_commands");
        assertThat(manifest.map("features", "app_home").keySet())
                .isSubsetOf("home_tab_enabled", "messages_tab_enabled", "messages_tab_read_only_enabled");
        assertThat(manifest.map("features", "bot_user").keySet()).isSubsetOf("display_name", "always_online");
        assertThat(manifest.map("features", "slash_commands", "0").keySet())
                .isSubsetOf("command", "description", "usage_hint", "should_escape", "url");
        assertThat(manifest.map("settings").keySet())
                .isSubsetOf(
                        "event_subscriptions",
                        "interactivity",
                        "socket_mode_enabled",
                        "org_deploy_enabled",
                        "token_rotation_enabled");
        assertThat(manifest.map("settings", "interactivity").keySet())
                .isSubsetOf("is_enabled", "request_url", "message_menu_options_url");
    }

    @Test
    void keepsToSlacksLengths() {
        assertThat(manifest.text("display_information", "name")).hasSizeBetween(1, 35);
        assertThat(manifest.text("display_information", "description")).hasSizeBetween(1, 140);
        assertThat(manifest.text("display_information", "background_color")).matches("#[0-9a-f]{6}");
        assertThat(manifest.text("features", "bot_user", "display_name")).matches("[a-z0-9._-]{1,80}");
        assertThat(manifest.text("features", "slash_commands", "0", "description"))
                .hasSizeBetween(1, 2000);
        assertThat(manifest.text("features", "slash_commands", "0", "usage_hint"))
                .hasSizeBetween(1, 1000);
    }

    @Test
    void hasTheHomeTabAndTheEventThatShowsIt() {
        assertThat(manifest.at("features", "app_home", "home_tab_enabled")).isEqualTo("true");
        assertThat(manifest.map("settings", "event_subscriptions").keySet()).isEqualTo(Set.of("bot_events"));
        assertThat(manifest.list("settings", "event_subscriptions", "bot_events"))
                .containsExactly("app_home_opened");
    }

    /** Slack takes 24 characters for the name of a shortcut and 150 for what it says of it. */
    @Test
    void hasTheShortcutsThatTheBotKnows() {
        assertThat(manifest.list("features", "shortcuts")).hasSize(2);
        assertThat(manifest.text("features", "shortcuts", "0", "callback_id")).isEqualTo("access.ask");
        assertThat(manifest.text("features", "shortcuts", "0", "type")).isEqualTo("global");
        assertThat(manifest.text("features", "shortcuts", "1", "callback_id")).isEqualTo("error.fix");
        assertThat(manifest.text("features", "shortcuts", "1", "type")).isEqualTo("message");
        for (String each : List.of("0", "1")) {
            assertThat(manifest.text("features", "shortcuts", each, "name")).hasSizeBetween(1, 24);
            assertThat(manifest.text("features", "shortcuts", each, "description"))
                    .hasSizeBetween(1, 150);
        }
    }

    @Test
    void isForSocketMode() {
        assertThat(manifest.at("settings", "socket_mode_enabled")).isEqualTo("true");
        assertThat(manifest.at("settings", "interactivity", "is_enabled")).isEqualTo("true");
        assertThat(manifest.map("settings", "interactivity")).doesNotContainKey("request_url");
        assertThat(manifest.map("features", "slash_commands", "0")).doesNotContainKey("url");
        assertThat(manifest.at("settings", "token_rotation_enabled")).isEqualTo("false");
    }

    @Test
    void asksForNothingThatIsNotNeeded() {
        assertThat(manifest.list("features", "slash_commands")).hasSize(1);
        assertThat(manifest.text("features", "slash_commands", "0", "command")).isEqualTo("/ecr");
        assertThat(manifest.map("oauth_config", "scopes").keySet()).isEqualTo(Set.of("bot"));
        assertThat(manifest.list("oauth_config", "scopes", "bot"))
                .containsExactlyInAnyOrder(
                        "commands", "chat:write", "files:write", "im:write", "users:read", "usergroups:read");
    }

    @Test
    void letsTheBotSendDirectMessages() {
        assertThat(manifest.at("features", "app_home", "messages_tab_enabled")).isEqualTo("true");
    }
}
