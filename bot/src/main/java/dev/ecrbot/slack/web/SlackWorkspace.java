package dev.ecrbot.slack.web;

import com.slack.api.methods.response.auth.AuthTestResponse;
import com.slack.api.methods.response.users.UsersConversationsResponse;
import com.slack.api.model.ResponseMetadata;
import dev.ecrbot.interview.Offers;
import dev.ecrbot.interview.Workspace;
import dev.ecrbot.slack.message.SafeText;
import java.net.URI;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** The workspace of a bot token, for whoever writes a first configuration. */
public final class SlackWorkspace implements Workspace, AutoCloseable {
    private static final int NAME = 80;
    // Of two hundred channels each.
    private static final int PAGES = 5;

    private final SlackClients clients;
    private final Web web;
    private final Reply<AuthTestResponse> home;

    /** Asks Slack whose token it is. */
    public SlackWorkspace(URI apiUrl, String botToken) {
        this.clients = new SlackClients(apiUrl, botToken);
        this.web = clients.web();
        this.home = web.whoAmI();
    }

    @Override
    public String trouble() {
        return home.done().flatMap(Identity::of).isPresent() ? "" : WorkspaceWords.botTokenNotTaken(home.why());
    }

    @Override
    public String address() {
        return home.done().flatMap(Identity::of).map(Identity::url).orElse("");
    }

    @Override
    public Offers channels() {
        var found = new ArrayList<Map.Entry<String, String>>();
        Optional<String> cursor = Optional.of("");
        for (int page = 0; page < PAGES && cursor.isPresent(); page++) {
            Reply<UsersConversationsResponse> reply = web.ownChannels(cursor.get());
            if (reply.done().isEmpty()) {
                return new Offers(
                        sorted(found),
                        reply.why().equals("missing_scope")
                                ? WorkspaceWords.mayNotListChannels()
                                : WorkspaceWords.channelsUnlisted(reply.why()));
            }
            reply.done()
                    .flatMap(answer -> Optional.ofNullable(answer.getChannels()))
                    .orElse(List.of())
                    .forEach(channel -> found.add(Map.entry(channel.getId(), "#" + name(channel.getName()))));
            cursor = reply.done()
                    .map(UsersConversationsResponse::getResponseMetadata)
                    .map(ResponseMetadata::getNextCursor)
                    .filter(next -> !next.isEmpty());
        }
        return new Offers(sorted(found), found.isEmpty() ? WorkspaceWords.inNoChannel() : "");
    }

    @Override
    public Offers groups() {
        var reply = web.groups();
        var found = new ArrayList<Map.Entry<String, String>>();
        reply.done()
                .flatMap(answer -> Optional.ofNullable(answer.getUsergroups()))
                .orElse(List.of())
                .forEach(group -> found.add(Map.entry(group.getId(), "@" + name(group.getHandle()))));
        return new Offers(sorted(found), reply.done().isPresent() ? "" : WorkspaceWords.groupsUnlisted(reply.why()));
    }

    private static String name(String name) {
        return SafeText.line(String.valueOf(name), NAME);
    }

    private static List<Map.Entry<String, String>> sorted(List<Map.Entry<String, String>> all) {
        return all.stream().sorted(Comparator.comparing(Map.Entry::getValue)).toList();
    }

    @Override
    public void close() {
        clients.close();
    }
}
