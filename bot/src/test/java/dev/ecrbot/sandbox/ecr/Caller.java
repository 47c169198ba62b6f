package dev.ecrbot.sandbox.ecr;

import dev.ecrbot.ecr.AccountId;

/**
 * Who calls.
 *
 * @param arn the caller as AWS writes it: a user's ARN, or that of an assumed role's session
 * @param principal the ARN that a policy would name: the user's, or the role's
 * @param session the session's name; empty for a user
 */
public record Caller(AccountId account, String arn, String principal, String session) {

    /** Returns a session of the role with this ARN. */
    public static Caller assumed(String roleArn, String session) {
        String[] parts = roleArn.split(":", 6);
        String name = parts[5].substring(parts[5].lastIndexOf('/') + 1);
        String arn = "arn:" + parts[1] + ":sts::" + parts[4] + ":assumed-role/" + name + "/" + session;
        return new Caller(new AccountId(parts[4]), arn, roleArn, session);
    }

    /** Returns the user with this ARN. */
    public static Caller user(String userArn) {
        return new Caller(new AccountId(userArn.split(":", 6)[4]), userArn, userArn, "");
    }

    /** Returns somebody of the account who isn't the bot. */
    static Caller administrator(AccountId account) {
        return user("arn:aws:iam::" + account + ":user/administrator");
    }
}
