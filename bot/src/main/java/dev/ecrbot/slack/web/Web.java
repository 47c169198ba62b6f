package dev.ecrbot.slack.web;

import com.slack.api.methods.MethodsClient;
import com.slack.api.methods.request.files.FilesUploadV2Request.UploadFile;
import com.slack.api.methods.response.apps.connections.AppsConnectionsOpenResponse;
import com.slack.api.methods.response.auth.AuthTestResponse;
import com.slack.api.methods.response.blocks.BlocksValidateResponse;
import com.slack.api.methods.response.chat.ChatPostEphemeralResponse;
import com.slack.api.methods.response.chat.ChatPostMessageResponse;
import com.slack.api.methods.response.chat.ChatUpdateResponse;
import com.slack.api.methods.response.conversations.ConversationsInfoResponse;
import com.slack.api.methods.response.conversations.ConversationsOpenResponse;
import com.slack.api.methods.response.files.FilesUploadV2Response;
import com.slack.api.methods.response.usergroups.UsergroupsListResponse;
import com.slack.api.methods.response.users.UsersConversationsResponse;
import com.slack.api.methods.response.users.UsersInfoResponse;
import com.slack.api.methods.response.views.ViewsOpenResponse;
import com.slack.api.methods.response.views.ViewsPublishResponse;
import com.slack.api.methods.response.views.ViewsUpdateResponse;
import com.slack.api.model.ConversationType;
import com.slack.api.model.block.LayoutBlock;
import com.slack.api.model.view.View;
import dev.ecrbot.slack.message.Rendered;
import dev.ecrbot.slack.message.SentFile;
import dev.ecrbot.time.Took;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** The few methods of Slack's Web API that the bot uses. Thread-safe; throws nothing. */
public final class Web {
    private final MethodsClient methods;
    private final CommandName command;
    private final Took calls;

    Web(MethodsClient methods, CommandName command, Took calls) {
        this.methods = methods;
        this.command = command;
        this.calls = calls;
    }

    public Reply<AuthTestResponse> whoAmI() {
        return Reply.timed(calls, "auth.test", () -> methods.authTest(r -> r));
    }

    public Reply<ChatPostMessageResponse> post(String channel, Rendered message, Optional<String> thread) {
        return Reply.timed(
                calls,
                "chat.postMessage",
                () -> methods.chatPostMessage(r -> r.channel(channel)
                        .threadTs(orNull(thread))
                        .text(command.in(message.text()))
                        .blocksAsString(command.blocks(message.blocks()).toString())
                        .unfurlLinks(false)
                        .unfurlMedia(false)));
    }

    /** Asks whether Slack would take a message of these blocks, and sends none; takes no scope. */
    Reply<BlocksValidateResponse> validate(List<LayoutBlock> blocks) {
        return Reply.timed(
                calls,
                "blocks.validate",
                () -> methods.blocksValidate(
                        r -> r.blocksAsString(command.blocks(blocks).toString())));
    }

    Reply<ChatUpdateResponse> update(String channel, String ts, Rendered message) {
        return Reply.timed(
                calls,
                "chat.update",
                () -> methods.chatUpdate(r -> r.channel(channel)
                        .ts(ts)
                        .text(command.in(message.text()))
                        .blocksAsString(command.blocks(message.blocks()).toString())));
    }

    Reply<ChatPostEphemeralResponse> postEphemeral(String channel, String user, Rendered message) {
        return Reply.timed(
                calls,
                "chat.postEphemeral",
                () -> methods.chatPostEphemeral(r -> r.channel(channel)
                        .user(user)
                        .text(command.in(message.text()))
                        .blocksAsString(command.blocks(message.blocks()).toString())));
    }

    Reply<ConversationsOpenResponse> openDirect(String user) {
        return Reply.timed(calls, "conversations.open", () -> methods.conversationsOpen(r -> r.users(List.of(user))));
    }

    /** Puts files into a channel, in one message; takes the scope files:write. */
    Reply<FilesUploadV2Response> upload(String channel, String text, List<SentFile> files) {
        return Reply.timed(
                calls,
                "files.upload",
                () -> methods.filesUploadV2(r -> r.channel(channel)
                        .initialComment(command.in(text))
                        .uploadFiles(files.stream()
                                .map(file -> UploadFile.builder()
                                        .filename(file.name())
                                        .title(file.name())
                                        .content(file.content())
                                        .build())
                                .toList())));
    }

    public Reply<ViewsOpenResponse> openView(String trigger, View view) {
        return Reply.timed(
                calls,
                "views.open",
                () -> methods.viewsOpen(r -> r.triggerId(trigger).viewAsString(command.view(view))));
    }

    /** Shows an open modal anew; what was filled in stays where the ids of its fields do. */
    public Reply<ViewsUpdateResponse> updateView(String id, View view) {
        return Reply.timed(
                calls,
                "views.update",
                () -> methods.viewsUpdate(r -> r.viewId(id).viewAsString(command.view(view))));
    }

    /** Asks about a channel; takes the scopes channels:read and groups:read, which the bot's work doesn't need. */
    Reply<ConversationsInfoResponse> channel(String id) {
        return Reply.timed(calls, "conversations.info", () -> methods.conversationsInfo(r -> r.channel(id)));
    }

    /** Asks for channels that the bot is in, a page of them; takes the scopes channels:read and groups:read. */
    Reply<UsersConversationsResponse> ownChannels(String cursor) {
        return Reply.timed(
                calls,
                "users.conversations",
                () -> methods.usersConversations(r -> r.cursor(cursor)
                        .limit(200)
                        .excludeArchived(true)
                        .types(List.of(ConversationType.PUBLIC_CHANNEL, ConversationType.PRIVATE_CHANNEL))));
    }

    /** Asks for the address of a socket, and doesn't open it. */
    Reply<AppsConnectionsOpenResponse> socket(String appToken) {
        return Reply.timed(calls, "apps.connections.open", () -> methods.appsConnectionsOpen(r -> r.token(appToken)));
    }

    /** Shows somebody their Home tab; Slack takes about a hundred a minute. */
    public Reply<ViewsPublishResponse> publishHome(String user, View view) {
        return Reply.timed(
                calls,
                "views.publish",
                () -> methods.viewsPublish(r -> r.userId(user).viewAsString(command.view(view))));
    }

    Reply<UsersInfoResponse> user(String id) {
        return Reply.timed(calls, "users.info", () -> methods.usersInfo(r -> r.user(id)));
    }

    /** Asks for all user groups that aren't disabled, with their members, in one call. */
    Reply<UsergroupsListResponse> groups() {
        return Reply.timed(calls, "usergroups.list", () -> methods.usergroupsList(r -> r.includeUsers(true)));
    }

    /** The SDK's builders know no Optional. */
    private static @Nullable String orNull(Optional<String> value) {
        return value.orElse(null);
    }
}
