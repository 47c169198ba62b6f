package dev.ecrbot.denial;

import dev.ecrbot.ecr.Region;
import dev.ecrbot.ecr.Repository;
import dev.ecrbot.ecr.RepositoryName;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Says what to do next, in a few plain sentences: fills what the text says into the sentences of the cause, and says no more
 * than the text lets one know.
 */
final class Advice {
    private static final Pattern GAP = Pattern.compile("\\{([a-z]{1,20})}");

    private final Refusal refusal;
    private final boolean asked;
    private final boolean masked;

    /**
     * Advice about this refusal.
     *
     * @param asked whether an ask goes with it
     * @param masked whether GitHub hid the registry
     */
    Advice(Refusal refusal, boolean asked, boolean masked) {
        this.refusal = refusal;
        this.asked = asked;
        this.masked = masked;
    }

    String next() {
        // Once through: what is filled in came with the text, and its braces are no gaps.
        return GAP.matcher(refusal.cause().next())
                .replaceAll(gap -> Matcher.quoteReplacement(filling(gap.group(1))))
                .replace("  ", " ")
                .strip();
    }

    private String filling(String gap) {
        ImagePlace place = refusal.place();
        return switch (gap) {
            case "action" -> refusal.action().orElse("the call");
            case "caller" -> caller();
            case "repository" -> place.whole().map(Repository::arn).orElse("the repository");
            case "name" -> place.repository().map(RepositoryName::value).orElse("of that name");
            case "registry" -> place.registry().map(id -> "account " + id).orElse("that registry");
            case "region" -> place.region().map(Region::value).orElse("REGION");
            case "host" -> place.host().orElse("the registry");
            case "bucket" -> bucket();
            case "grant" -> grant();
            case "halves" -> halves();
            case "afterwards" -> afterwards();
            case "cache" ->
                refusal.pullsThrough()
                        ? "It belongs to a pull through cache; the policy AmazonEC2ContainerRegistryPullOnly has"
                                + " ecr:BatchImportUpstreamImage, too."
                        : "";
            case "masked" ->
                masked
                        ? "amazon-ecr-login logs in to the caller's own registry only, unless its input registries names the"
                                + " owner's account."
                        : "";
            default -> throw new IllegalStateException("nothing fills {" + gap + "}");
        };
    }

    private String grant() {
        if (asked) {
            return "Ask for " + refusal.access().orElseThrow() + " for " + caller() + note() + ".";
        }
        if (refusal.withinAccount()) {
            return "An Allow in an identity policy of " + caller() + " is enough.";
        }
        if (refusal.action().isPresent() && refusal.access().isEmpty()) {
            return refusal.pullsThrough()
                    ? "It belongs to a pull through cache: the registry's policy has to allow it."
                    : "None of pull, read and push holds that action, so whoever manages the policy has to add it.";
        }
        if (refusal.caller().isEmpty()) {
            return "The text doesn't name who was refused: with ECS that is the task execution role (Fargate) or the instance's"
                    + " role, with Kubernetes the node's role.";
        }
        return refusal.place().whole().isEmpty()
                ? "The text doesn't show in full which repository it was: name it when you ask for a grant."
                : "A grant can't name this caller: it takes a role or a user of a known account in the registry's partition.";
    }

    private String halves() {
        String action = refusal.action().orElse("the call");
        return refusal.withinAccount()
                ? "AWS gives no reason. The first thing to look at is whether an identity policy of " + caller()
                        + " allows " + action + "; a Deny could be it, too. " + afterwards()
                : "The text doesn't say which half refuses, so check both: whether the repository's policy allows "
                        + action + " to " + caller() + ", and whether an identity policy of that caller does. "
                        + grant();
    }

    private String afterwards() {
        return refusal.withinAccount()
                ? "The caller is of the registry's own account: no grant is needed."
                : refusal.acrossAccounts() ? "AWS names one missing half only, so check the other one afterwards." : "";
    }

    /** Says what has to be checked in an ask that was prepared. */
    private String note() {
        Caller caller = refusal.caller().orElseThrow();
        if (!caller.isSession()) {
            return "";
        }
        return caller.ofIdentityCenter()
                ? " (check the role's path in IAM: it also holds the Identity Center's Region, unless that is us-east-1)"
                : " (the role, not its session; if the role has a path, put that before its name)";
    }

    private String caller() {
        return refusal.caller().map(Caller::words).orElse("whoever made the call");
    }

    private String bucket() {
        ImagePlace place = refusal.place();
        String partition = place.region().map(in -> in.partition().id()).orElse("aws");
        return "arn:" + partition + ":s3:::prod-"
                + place.region().map(Region::value).orElse("REGION") + "-starport-layer-bucket";
    }
}
