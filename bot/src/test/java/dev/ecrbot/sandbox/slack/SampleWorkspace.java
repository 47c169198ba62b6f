package dev.ecrbot.sandbox.slack;

import java.util.List;
import java.util.Optional;

/** A company with everyone in it that matters to the bot: who asks, who decides, and who may do neither. */
public final class SampleWorkspace {

    public static final String TEAM = "T0HOME";
    public static final String OTHER_TEAM = "T0ELSEWHERE";

    public static final Person REQUESTER = Person.member("U0REQUESTER", "rita", "Rita Requester");
    public static final Person APPROVER = Person.member("U0APPROVER1", "amir", "Amir Approver");
    public static final Person SECOND_APPROVER = Person.member("U0APPROVER2", "olga", "Olga Owner");
    public static final Person BYSTANDER = Person.member("U0BYSTANDER", "ben", "Ben Bystander");
    public static final Person GUEST =
            Person.member("U0GUESTMULTI", "gina", "Gina Guest").as(Person.Kind.GUEST_MULTI);
    public static final Person CHANNEL_GUEST =
            Person.member("U0GUESTSINGLE", "carl", "Carl Contractor").as(Person.Kind.GUEST_SINGLE);
    public static final Person STRANGER = Person.member("U0STRANGER", "stan", "Stan Stranger")
            .as(Person.Kind.STRANGER)
            .of(OTHER_TEAM);
    public static final Person LEAVER =
            Person.member("U0LEAVER", "lena", "Lena Leaver").as(Person.Kind.DEACTIVATED);
    public static final Person OTHER_BOT =
            Person.member("U0OTHERBOT", "deploybot", "Deploy Bot").as(Person.Kind.BOT);

    public static final UserGroup OWNERS = UserGroup.of("S0OWNERS", "registry-owners", SECOND_APPROVER.id());
    public static final UserGroup OLD_GROUP =
            UserGroup.of("S0OLDGROUP", "former-owners", LEAVER.id()).off();

    public static final Channel APPROVALS = Channel.of(
            "C0APPROVALS",
            "ecr-approvals",
            REQUESTER.id(),
            APPROVER.id(),
            SECOND_APPROVER.id(),
            BYSTANDER.id(),
            GUEST.id(),
            CHANNEL_GUEST.id(),
            STRANGER.id());
    public static final Channel GENERAL = Channel.of(
            "C0GENERAL", "general", REQUESTER.id(), APPROVER.id(), SECOND_APPROVER.id(), BYSTANDER.id(), GUEST.id());
    public static final Channel BOTLESS =
            Channel.of("C0BOTLESS", "random", REQUESTER.id(), APPROVER.id()).withoutBot();
    public static final Channel ARCHIVED =
            Channel.of("C0ARCHIVED", "old-project", REQUESTER.id()).archive();

    private SampleWorkspace() {}

    public static Workspace create() {
        return new Workspace(
                TEAM,
                "example",
                Optional.empty(),
                List.of(
                        REQUESTER,
                        APPROVER,
                        SECOND_APPROVER,
                        BYSTANDER,
                        GUEST,
                        CHANNEL_GUEST,
                        STRANGER,
                        LEAVER,
                        OTHER_BOT),
                List.of(OWNERS, OLD_GROUP),
                List.of(APPROVALS, GENERAL, BOTLESS, ARCHIVED));
    }
}
