package dev.ecrbot.denial;

import dev.ecrbot.ecr.AccountId;
import dev.ecrbot.ecr.Partition;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Who was refused, as a denial names it: the ARN of a session, a role or a user, or the host of a service.
 *
 * @param text as written; an account in it can be masked
 * @param account whose it is, if that can be read
 * @param principal the ARN of the role or the user behind it that a policy can name, if that can be worked out
 */
public record Caller(String text, Kind kind, String name, Optional<AccountId> account, Optional<String> principal) {
    private static final String NAME = "[\\w+=,.@-]{1,64}";
    private static final Pattern ARN = Pattern.compile("arn:([a-z-]{1,20}):(?:iam|sts)::([^:]{0,64}):(\\S{1,700})");
    private static final Pattern RESOURCE = Pattern.compile("(?:(assumed-role)/(" + NAME
            + ")/[!-.0-~]{1,128}|(federated-user|role|user)/((?:[\\w+=,.@-]{1,128}/){0,8}" + NAME + "))");
    private static final Pattern SERVICE = Pattern.compile("[a-z0-9-]{1,63}\\.amazonaws\\.com(?:\\.cn)?");

    /** IAM Identity Center makes roles with such names, and all of them below one path. */
    private static final String SSO_ROLE = "AWSReservedSSO_";

    private static final String SSO_PATH = "aws-reserved/sso.amazonaws.com/";

    /** What kind of caller it is. */
    public enum Kind {
        ROLE,
        USER,
        FEDERATED_USER,
        ROOT,
        SERVICE
    }

    /** Returns the caller that the text names, if it does. */
    static Optional<Caller> parse(String text) {
        if (SERVICE.matcher(text).matches()) {
            return Optional.of(new Caller(text, Kind.SERVICE, text, Optional.empty(), Optional.empty()));
        }
        Matcher arn = ARN.matcher(text);
        return arn.matches() ? read(text, arn) : Optional.empty();
    }

    private static Optional<Caller> read(String text, Matcher arn) {
        Optional<AccountId> account = AccountId.parse(arn.group(2));
        Optional<String> owner =
                Partition.byId(arn.group(1)).flatMap(in -> account.map(id -> "arn:" + in + ":iam::" + id + ":"));
        String rest = arn.group(3);
        if (rest.equals("root")) {
            return Optional.of(new Caller(text, Kind.ROOT, "root", account, Optional.empty()));
        }
        Matcher resource = RESOURCE.matcher(rest);
        if (!resource.matches()) {
            return Optional.empty();
        }
        if (resource.group(1) != null) {
            String role = resource.group(2);
            return Optional.of(
                    new Caller(text, Kind.ROLE, role, account, owner.map(of -> of + "role/" + path(role) + role)));
        }
        String name = resource.group(4);
        return Optional.of(
                switch (resource.group(3)) {
                    case "federated-user" -> new Caller(text, Kind.FEDERATED_USER, name, account, Optional.empty());
                    case "role" -> new Caller(text, Kind.ROLE, name, account, owner.map(of -> of + rest));
                    default -> new Caller(text, Kind.USER, name, account, owner.map(of -> of + rest));
                });
    }

    private static String path(String role) {
        return role.startsWith(SSO_ROLE) ? SSO_PATH : "";
    }

    /** Returns whether it is a session of a role, whose ARN doesn't show the role's path. */
    boolean isSession() {
        return kind == Kind.ROLE && text.contains(":assumed-role/");
    }

    /** Returns whether the role is one of IAM Identity Center, whose path can hold a Region. */
    boolean ofIdentityCenter() {
        return kind == Kind.ROLE && name.contains(SSO_ROLE);
    }

    /** Returns the caller in words. */
    public String words() {
        return AdviceWords.caller(kind, name, account);
    }
}
