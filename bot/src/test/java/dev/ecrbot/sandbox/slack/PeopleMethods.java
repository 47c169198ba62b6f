package dev.ecrbot.sandbox.slack;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Clock;
import java.time.ZoneId;
import java.util.Map;

/** {@code users.info} and {@code usergroups.*}. */
final class PeopleMethods {

    private final Directory directory;
    private final Conversations conversations;
    private final Clock clock;

    PeopleMethods(Directory directory, Conversations conversations, Clock clock) {
        this.directory = directory;
        this.conversations = conversations;
        this.clock = clock;
    }

    Map<String, ApiMethod> methods() {
        return Map.of(
                "users.info", this::info,
                "usergroups.list", this::groups,
                "usergroups.users.list", this::groupMembers);
    }

    private ObjectNode info(Args args) {
        Person person = directory.person(args.text("user")).orElseThrow(() -> new SlackError("user_not_found"));
        boolean gone = person.kind() == Person.Kind.DEACTIVATED;
        ObjectNode answer = Json.object();
        ObjectNode user = answer.putObject("user").put("id", person.id()).put("team_id", person.teamId());
        user.put("name", person.name()).put("deleted", gone).put("real_name", person.realName());
        user.putObject("profile")
                .put("real_name", person.realName())
                .put("display_name", person.name())
                .put("team", person.teamId());
        user.put("is_bot", person.kind() == Person.Kind.BOT).put("is_app_user", false);
        user.put("updated", clock.instant().getEpochSecond());
        // Slack leaves out all that follows once somebody has gone.
        if (gone) {
            return answer;
        }
        ZoneId zone = ZoneId.of(person.timeZone());
        user.put("tz", person.timeZone());
        user.put("tz_offset", zone.getRules().getOffset(clock.instant()).getTotalSeconds());
        user.put("is_admin", false).put("is_owner", false).put("is_primary_owner", false);
        boolean single = person.kind() == Person.Kind.GUEST_SINGLE;
        user.put("is_restricted", single || person.kind() == Person.Kind.GUEST_MULTI);
        user.put("is_ultra_restricted", single);
        if (person.kind() == Person.Kind.STRANGER && !sharesChannel(person)) {
            user.put("is_stranger", true);
        }
        if (person.kind() != Person.Kind.STRANGER) {
            directory
                    .enterpriseId()
                    .ifPresent(id -> user.putObject("enterprise_user")
                            .put("id", person.id())
                            .put("enterprise_id", id)
                            .put("enterprise_name", "Example Grid")
                            .set("teams", Json.array().add(directory.teamId())));
        }
        return answer;
    }

    private boolean sharesChannel(Person person) {
        return conversations.channels().stream()
                .anyMatch(c -> c.botIn() && c.members().contains(person.id()));
    }

    private ObjectNode groups(Args args) {
        ObjectNode answer = Json.object();
        ArrayNode list = answer.putArray("usergroups");
        for (UserGroup group : directory.groups()) {
            if (group.disabled() && !args.truth("include_disabled")) {
                continue;
            }
            ObjectNode json = list.addObject().put("id", group.id()).put("team_id", directory.teamId());
            json.put("is_usergroup", true).put("is_subteam", true).put("is_external", false);
            json.put("name", group.handle()).put("handle", group.handle()).put("description", "");
            json.put("date_delete", group.disabled() ? clock.instant().getEpochSecond() : 0);
            if (args.truth("include_users")) {
                json.set("users", Json.array(group.members()));
            }
            if (args.truth("include_count")) {
                json.put("user_count", group.members().size());
            }
        }
        return answer;
    }

    private ObjectNode groupMembers(Args args) {
        UserGroup group = directory
                .group(args.text("usergroup"))
                .filter(g -> !g.disabled() || args.truth("include_disabled"))
                .orElseThrow(() -> new SlackError("no_such_subteam"));
        ObjectNode answer = Json.object();
        answer.set("users", Json.array(group.members()));
        return answer;
    }
}
