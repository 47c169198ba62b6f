package dev.ecrbot.sandbox.slack;

import static org.assertj.core.api.Assertions.assertThat;

import com.slack.api.methods.MethodsClient;
import com.slack.api.model.User;
import java.time.Clock;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class PeopleMethodsTest {

    private final LocalSlack slack =
            LocalSlack.start(SampleWorkspace.create().inEnterprise("E0GRID"), Clock.systemUTC());
    private final MethodsClient client = SlackClient.methods(slack);

    @AfterEach
    void stop() {
        slack.close();
    }

    private User user(Person person) throws Exception {
        return client.usersInfo(r -> r.user(person.id())).getUser();
    }

    @Test
    void tellsKindsOfPeopleApart() throws Exception {
        assertThat(user(SampleWorkspace.REQUESTER).isRestricted()).isFalse();
        assertThat(user(SampleWorkspace.REQUESTER).getEnterpriseUser().getEnterpriseId())
                .isEqualTo("E0GRID");
        assertThat(user(SampleWorkspace.GUEST).isRestricted()).isTrue();
        assertThat(user(SampleWorkspace.GUEST).isUltraRestricted()).isFalse();
        assertThat(user(SampleWorkspace.CHANNEL_GUEST).isUltraRestricted()).isTrue();
        assertThat(user(SampleWorkspace.LEAVER).isDeleted()).isTrue();
        assertThat(user(SampleWorkspace.LEAVER).getTz()).isNull();
        assertThat(user(SampleWorkspace.OTHER_BOT).isBot()).isTrue();
        assertThat(user(SampleWorkspace.STRANGER).getTeamId()).isEqualTo(SampleWorkspace.OTHER_TEAM);
        assertThat(client.usersInfo(r -> r.user("U0NOBODY")).getError()).isEqualTo("user_not_found");
    }

    @Test
    void hidesDisabledGroups() throws Exception {
        assertThat(client.usergroupsList(r -> r).getUsergroups()).hasSize(1);
        assertThat(client.usergroupsList(r -> r.includeDisabled(true)).getUsergroups())
                .hasSize(2);
        assertThat(client.usergroupsUsersList(r -> r.usergroup("S0OWNERS")).getUsers())
                .containsExactly(SampleWorkspace.SECOND_APPROVER.id());
        assertThat(client.usergroupsUsersList(r -> r.usergroup("S0OLDGROUP")).getError())
                .isEqualTo("no_such_subteam");
        assertThat(client.usergroupsUsersList(r -> r.usergroup("S0OLDGROUP").includeDisabled(true))
                        .getUsers())
                .hasSize(1);
    }

    @Test
    void followsChanges() throws Exception {
        slack.put(SampleWorkspace.APPROVER.as(Person.Kind.DEACTIVATED));
        slack.put(SampleWorkspace.OWNERS.with());
        assertThat(user(SampleWorkspace.APPROVER).isDeleted()).isTrue();
        assertThat(client.usergroupsUsersList(r -> r.usergroup("S0OWNERS")).getUsers())
                .isEmpty();
    }

    @Test
    void pagesMembers() throws Exception {
        var first = client.conversationsMembers(r -> r.channel("C0APPROVALS").limit(5));
        assertThat(first.getMembers()).hasSize(5);
        String cursor = first.getResponseMetadata().getNextCursor();
        var second = client.conversationsMembers(
                r -> r.channel("C0APPROVALS").limit(5).cursor(cursor));
        assertThat(second.getMembers()).hasSize(3).contains(slack.botUserId());
        assertThat(second.getResponseMetadata().getNextCursor()).isEmpty();
        assertThat(client.conversationsInfo(r -> r.channel("C0APPROVALS")).getError())
                .isEqualTo("missing_scope");
        slack.scopes().grant("channels:read");
        assertThat(client.conversationsInfo(r -> r.channel("C0APPROVALS"))
                        .getChannel()
                        .isExtShared())
                .isTrue();
    }
}
