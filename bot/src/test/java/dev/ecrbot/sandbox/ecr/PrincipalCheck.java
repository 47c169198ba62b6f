package dev.ecrbot.sandbox.ecr;

import dev.ecrbot.ecr.AccountId;
import dev.ecrbot.ecr.Partition;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Takes one entry of a {@code Principal} element as AWS does: turns it into what is stored, or refuses it.
 *
 * <p>A bare account id is stored as the account's root ARN, a role or user as its unique id. Whether an id of a deleted
 * one is taken again isn't documented for ECR; other services refuse it, so that is the default.
 */
record PrincipalCheck(Iam iam, Partition partition, boolean orphansTaken, String kind) {

    private static final Pattern ARN = Pattern.compile("arn:([a-z-]+):(iam|sts)::(\\d{12}):(.+)");
    private static final Pattern UNIQUE_ID = Pattern.compile("(AROA|AIDA)[A-Z0-9]{12,}");
    private static final Pattern SESSION = Pattern.compile("assumed-role/([\\w+=,.@-]+)/[\\w+=,.@-]{2,64}");
    private static final Pattern FEDERATED = Pattern.compile("federated-user/[\\w+=,.@-]{2,32}");
    private static final Pattern SERVICE = Pattern.compile("[a-z0-9.-]+\\.amazonaws\\.com(\\.cn)?");

    String stored(String type, String entry) {
        return switch (type) {
            case "AWS" -> aws(entry);
            case "Service" -> unless(SERVICE.matcher(entry).matches(), entry);
            case "Federated", "CanonicalUser" -> entry;
            default -> throw AwsError.invalidPolicy(kind);
        };
    }

    private String aws(String entry) {
        if (entry.equals("*")) {
            return entry;
        }
        if (UNIQUE_ID.matcher(entry).matches()) {
            if (iam.arn(entry).isPresent() || orphansTaken) {
                return entry;
            }
            throw AwsError.principalNotFound();
        }
        if (AccountId.parse(entry).isPresent()) {
            return account(new AccountId(entry));
        }
        Matcher arn = ARN.matcher(entry);
        if (!arn.matches() || !arn.group(1).equals(partition.id()) || entry.contains("*") || entry.contains("?")) {
            throw AwsError.invalidPolicy(kind);
        }
        var account = new AccountId(arn.group(3));
        return arn.group(2).equals("iam") ? iam(entry, account, arn.group(4)) : sts(entry, account, arn.group(4));
    }

    private String account(AccountId account) {
        return unless(iam.knows(account), "arn:" + partition + ":iam::" + account + ":root");
    }

    private String iam(String entry, AccountId account, String rest) {
        if (rest.equals("root")) {
            return account(account);
        }
        if (rest.startsWith("role/") || rest.startsWith("user/")) {
            return iam.id(entry).orElseThrow(AwsError::principalNotFound);
        }
        throw AwsError.invalidPolicy(kind);
    }

    private String sts(String entry, AccountId account, String rest) {
        Matcher session = SESSION.matcher(rest);
        if (session.matches()) {
            if (!iam.hasRole(account, session.group(1))) {
                throw AwsError.principalNotFound();
            }
            return entry;
        }
        return unless(FEDERATED.matcher(rest).matches() && iam.knows(account), entry);
    }

    private String unless(boolean right, String stored) {
        if (!right) {
            throw AwsError.invalidPolicy(kind);
        }
        return stored;
    }
}
