package dev.ecrbot.slack.web;

import com.slack.api.methods.response.usergroups.UsergroupsListResponse;
import com.slack.api.methods.response.users.UsersInfoResponse;
import com.slack.api.model.User;
import com.slack.api.model.Usergroup;
import dev.ecrbot.doctor.Examined;
import dev.ecrbot.rules.PersonId;
import dev.ecrbot.rules.Standing;
import dev.ecrbot.slack.message.SafeText;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.SortedSet;

/** Looks at the people and user groups that the rules name. */
final class PeopleCheckup {
    private static final String PERSON = "slack.person";
    private static final String GROUP = "slack.group";

    private final Web web;
    private final Identity home;

    PeopleCheckup(Web web, Identity home) {
        this.web = web;
        this.home = home;
    }

    List<Examined> look(SortedSet<String> people, SortedSet<String> groups) {
        var found = new ArrayList<Examined>();
        people.forEach(id -> found.add(person(id)));
        if (!groups.isEmpty()) {
            Reply<UsergroupsListResponse> reply = web.groups();
            groups.forEach(id -> found.add(group(id, reply)));
        }
        return found;
    }

    private Examined person(String id) {
        Reply<UsersInfoResponse> reply = web.user(id);
        Optional<User> user = reply.done().map(UsersInfoResponse::getUser);
        if (user.isEmpty()) {
            return "user_not_found".equals(reply.why()) || "user_not_visible".equals(reply.why())
                    ? Examined.wrong(PERSON, id, CheckupWords.noSuchPerson(), CheckupWords.takePersonId())
                    : Examined.unchecked(PERSON, id, CheckupWords.untold(reply.why()), CheckupWords.tryAgain());
        }
        String name = SafeText.line(String.valueOf(user.get().getRealName()), 80);
        Standing standing = SlackDirectory.judge(user.get(), new PersonId(home.home(), id), home);
        return standing == Standing.MEMBER
                ? Examined.fine(PERSON, id, CheckupWords.person(name))
                : Examined.wrong(
                        PERSON, id, CheckupWords.outsider(name, standing.words()), CheckupWords.nameSomebodyElse());
    }

    private static Examined group(String id, Reply<UsergroupsListResponse> reply) {
        if (reply.done().isEmpty()) {
            return Examined.unchecked(GROUP, id, CheckupWords.groupsUntold(reply.why()), CheckupWords.tryAgain());
        }
        Optional<Usergroup> group = reply.done()
                .flatMap(answer -> Optional.ofNullable(answer.getUsergroups()))
                .flatMap(all ->
                        all.stream().filter(each -> id.equals(each.getId())).findFirst());
        if (group.isEmpty()) {
            return Examined.wrong(GROUP, id, CheckupWords.noSuchGroup(), CheckupWords.takeGroupId());
        }
        String handle = "@" + SafeText.line(String.valueOf(group.get().getHandle()), 80);
        int members =
                Optional.ofNullable(group.get().getUsers()).map(List::size).orElse(0);
        return members == 0
                ? Examined.wrong(GROUP, id, CheckupWords.emptyGroup(handle), CheckupWords.addPeople())
                : Examined.fine(GROUP, id, CheckupWords.group(handle, members));
    }
}
