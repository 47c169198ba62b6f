package dev.ecrbot.sandbox.slack;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.slack.api.methods.MethodsClient;
import com.slack.api.methods.SlackApiException;
import com.slack.api.methods.response.chat.ChatPostMessageResponse;
import java.io.IOException;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class LocalSlackTest {

    private static final String APPROVALS = SampleWorkspace.APPROVALS.id();

    private final LocalSlack slack = LocalSlack.start(SampleWorkspace.create(), Clock.systemUTC());
    private final MethodsClient client = SlackClient.methods(slack);

    @AfterEach
    void stop() {
        slack.close();
    }

    @Test
    void postsAndEditsAMessage() throws Exception {
        ChatPostMessageResponse posted = client.chatPostMessage(r -> r.channel(APPROVALS)
                .text("a card")
                .blocksAsString("[{\"type\":\"section\",\"text\":{\"type\":\"mrkdwn\",\"text\":\"*pull*\"}}]"));
        assertThat(posted.isOk()).isTrue();
        assertThat(posted.getMessage().getBlocks()).hasSize(1);
        assertThat(posted.getMessage().getBlocks().get(0).getBlockId()).isNotBlank();

        client.chatUpdate(r -> r.channel(APPROVALS).ts(posted.getTs()).text("decided"));

        Message message = slack.messages(APPROVALS).get(0);
        assertThat(message.shown()).isEqualTo("decided");
        assertThat(message.blocks()).isEmpty();
        assertThat(message.edits())
                .singleElement()
                .satisfies(edit -> assertThat(edit.text()).isEqualTo("a card"));
    }

    @Test
    void keepsEphemeralMessagesToOnePerson() throws Exception {
        assertThat(client.chatPostEphemeral(r -> r.channel(APPROVALS)
                                .user(SampleWorkspace.REQUESTER.id())
                                .text("psst"))
                        .isOk())
                .isTrue();
        assertThat(slack.messages(APPROVALS)).isEmpty();
        assertThat(slack.ephemerals(SampleWorkspace.REQUESTER)).hasSize(1);
        assertThat(slack.ephemerals(SampleWorkspace.APPROVER)).isEmpty();
        assertThat(client.chatPostEphemeral(r -> r.channel(APPROVALS)
                                .user(SampleWorkspace.LEAVER.id())
                                .text("psst"))
                        .getError())
                .isEqualTo("user_not_in_channel");
    }

    @Test
    void opensDirectMessagesByPersonId() throws Exception {
        String channel = client.conversationsOpen(r -> r.users(List.of(SampleWorkspace.REQUESTER.id())))
                .getChannel()
                .getId();
        client.chatPostMessage(r -> r.channel(SampleWorkspace.REQUESTER.id()).text("by person"));
        client.chatPostMessage(r -> r.channel(channel).text("by channel"));
        assertThat(slack.dms(SampleWorkspace.REQUESTER))
                .extracting(Message::text)
                .containsExactly("by person", "by channel");
    }

    @Test
    void refusesWhereSlackRefuses() throws Exception {
        assertThat(post("C0NOWHERE", "x")).isEqualTo("channel_not_found");
        assertThat(post(SampleWorkspace.BOTLESS.id(), "x")).isEqualTo("not_in_channel");
        assertThat(post(SampleWorkspace.ARCHIVED.id(), "x")).isEqualTo("is_archived");
        assertThat(post(SampleWorkspace.LEAVER.id(), "x")).isEqualTo("channel_not_found");
        assertThat(post(APPROVALS, "")).isEqualTo("no_text");
        assertThat(client.chatUpdate(r -> r.channel(APPROVALS).ts("1.000001").text("x"))
                        .getError())
                .isEqualTo("message_not_found");
        Message said = slack.say(SampleWorkspace.REQUESTER, APPROVALS, "hello");
        assertThat(client.chatUpdate(r -> r.channel(APPROVALS).ts(said.ts()).text("x"))
                        .getError())
                .isEqualTo("cant_update_message");
        assertThat(client.reactionsAdd(
                                r -> r.channel(APPROVALS).timestamp("1.1").name("eyes"))
                        .getError())
                .isEqualTo("unknown_method");
    }

    private String post(String channel, String text) throws IOException, SlackApiException {
        return client.chatPostMessage(r -> r.channel(channel).text(text)).getError();
    }

    @Test
    void checksTokens() throws Exception {
        var sdk = SlackClient.of(slack);
        assertThat(sdk.methods(slack.botToken()).authTest(r -> r).getUserId()).isEqualTo(slack.botUserId());
        assertThat(sdk.methods("xoxb-100000000001-200000000002-SomeoneElsesTokenXXXXXXX")
                        .authTest(r -> r)
                        .getError())
                .isEqualTo("invalid_auth");
        assertThat(sdk.methods(slack.appToken()).authTest(r -> r).isOk()).isTrue();
        assertThat(sdk.methods(slack.appToken())
                        .chatPostMessage(r -> r.channel(APPROVALS).text("x"))
                        .getError())
                .isEqualTo("not_allowed_token_type");
        assertThat(sdk.methods("").authTest(r -> r).getError()).isEqualTo("not_authed");
    }

    @Test
    void threadsAndLinksMessages() throws Exception {
        String parent =
                client.chatPostMessage(r -> r.channel(APPROVALS).text("card")).getTs();
        String reply = client.chatPostMessage(
                        r -> r.channel(APPROVALS).threadTs(parent).text("more"))
                .getTs();
        assertThat(slack.messages(APPROVALS).get(1).threadTs()).contains(parent);
        assertThat(client.chatGetPermalink(r -> r.channel(APPROVALS).messageTs(reply))
                        .getPermalink())
                .isEqualTo("https://example.slack.com/archives/C0APPROVALS/p" + reply.replace(".", "") + "?thread_ts="
                        + parent + "&cid=C0APPROVALS");
        assertThat(client.chatPostMessage(
                                r -> r.channel(APPROVALS).threadTs("1.000001").text("x"))
                        .getError())
                .isEqualTo("thread_not_found");
    }

    @Test
    void takesAMessageASecondInEachChannelOnceItEnforcesItsLimits() throws Exception {
        slack.enforceLimits();
        for (int i = 0; i < 3; i++) {
            assertThat(post(APPROVALS, "x")).isNull();
        }
        assertThatThrownBy(() -> post(APPROVALS, "x"))
                .isInstanceOfSatisfying(
                        SlackApiException.class,
                        e -> assertThat(e.getResponse().code()).isEqualTo(429));
        assertThat(post(SampleWorkspace.GENERAL.id(), "x")).isNull();
    }

    @Test
    void goesWrongWhenToldTo() throws Exception {
        slack.faults().next("chat.postMessage", 1, Fault.rateLimited(Duration.ofSeconds(7)));
        slack.faults().next("chat.postMessage", 1, Fault.serverError());
        slack.faults().next("chat.postMessage", 1, Fault.error("fatal_error"));
        assertThatThrownBy(() -> post(APPROVALS, "x")).isInstanceOfSatisfying(SlackApiException.class, e -> {
            assertThat(e.getResponse().code()).isEqualTo(429);
            assertThat(e.getResponse().header("Retry-After")).isEqualTo("7");
        });
        assertThatThrownBy(() -> post(APPROVALS, "x"))
                .isInstanceOfSatisfying(
                        SlackApiException.class,
                        e -> assertThat(e.getResponse().code()).isEqualTo(500));
        assertThat(post(APPROVALS, "x")).isEqualTo("fatal_error");
        assertThat(post(APPROVALS, "at last")).isNull();
        assertThat(slack.calls("chat.postMessage")).hasSize(4);
        assertThat(slack.messages(APPROVALS)).hasSize(1);
    }

    @Test
    void losesTheAnswerButDoesTheWork() {
        slack.faults().always("chat.postMessage", Fault.answerLost());
        assertThatThrownBy(() -> post(APPROVALS, "x")).isInstanceOf(IOException.class);
        assertThat(slack.messages(APPROVALS)).isNotEmpty();
        slack.faults().clear();
        slack.faults().down();
        assertThatThrownBy(() -> client.authTest(r -> r)).isInstanceOf(IOException.class);
    }

    @Test
    void holdsCallsBackUntilReleased() throws Exception {
        Fault.Held gate = slack.faults().hold("chat.postMessage");
        Thread caller = new Thread(() -> {
            try {
                post(APPROVALS, "late");
            } catch (IOException | SlackApiException e) {
                throw new IllegalStateException(e);
            }
        });
        caller.start();
        assertThat(slack.messages(APPROVALS)).isEmpty();
        gate.release();
        slack.await(() -> slack.messages(APPROVALS).stream().findFirst());
        caller.join();
    }

    @Test
    void saysWhatIsThereWhenWaitingFails() throws Exception {
        post(APPROVALS, "something else");
        assertThatThrownBy(() -> slack.await(Optional::empty, Duration.ofMillis(1)))
                .isInstanceOf(AssertionError.class)
                .hasMessageContaining("ecr-approvals")
                .hasMessageContaining("something else")
                .hasMessageContaining("chat.postMessage -> ok");
    }
}
