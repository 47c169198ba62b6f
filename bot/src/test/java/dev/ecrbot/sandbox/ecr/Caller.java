package dev.ecrbot.sandbox.ecr;

import dev.ecrbot.ecr.AccountId;
import java.util.Optional;

/**
 * Who calls.
 *
 * @param arn the caller as AWS writes it: a user's ARN, or that of an assumed role's session
 * @param principal the ARN that a policy would name: the user's, or the role's
 * @param session the session's name; empty for a user
 * @param sourceIdentity whom the session's calls are attributed to; empty if nobody was named
 * @param limit what the session may do at most; empty if it may do all that its role may
 */
public record Caller(
        AccountId account,
        String arn,
        String principal,
        String session,
        String sourceIdentity,
        Optional<SessionPolicy> limit) {

    /** Returns a session of the role with this ARN. */
    public static Caller assumed(String roleArn, String session) {
        return assumed(roleArn, session, "", Optional.empty());
    }

    static Caller assumed(String roleArn, String session, String sourceIdentity, Optional<SessionPolicy> limit) {
        String[] parts = roleArn.split(":", 6);
        String name = parts[5].substring(parts[5].lastIndexOf('/') + 1);
        String arn = "arn:" + parts[1] + ":sts::" + parts[4] + ":assumed-role/" + name + "/" + session;
        return new Caller(new AccountId(parts[4]), arn, roleArn, session, sourceIdentity, limit);
    }

    /** Returns the user with this ARN. */
    public static Caller user(String userArn) {
        return new Caller(new AccountId(userArn.split(":", 6)[4]), userArn, userArn, "", "", Optional.empty());
    }

    /** Returns somebody of the account who isn't the bot. */
    static Caller administrator(AccountId account) {
        return user("arn:aws:iam::" + account + ":user/administrator");
    }
}
