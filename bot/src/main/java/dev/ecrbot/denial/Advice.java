package dev.ecrbot.denial;

import dev.ecrbot.ecr.Region;
import dev.ecrbot.ecr.Repository;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Says what to do next: fills what the text says into the sentences of the cause, and says no more than the text lets one know.
 * The sentences stand in {@link CauseWords} and {@link AdviceWords}.
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
            case "action" -> action();
            case "caller" -> caller();
            case "repository" -> place.whole().map(Repository::arn).orElseGet(AdviceWords::anyRepository);
            case "name" -> AdviceWords.repositoryName(place.repository());
            case "registry" -> AdviceWords.registry(place.registry());
            case "region" -> place.region().map(Region::value).orElseGet(AdviceWords::anyRegion);
            case "host" -> place.host().orElseGet(AdviceWords::anyHost);
            case "bucket" -> bucket();
            case "grant" -> grant();
            case "halves" -> halves();
            case "afterwards" -> afterwards();
            case "cache" -> refusal.pullsThrough() ? AdviceWords.cachePolicy() : "";
            case "masked" -> masked ? AdviceWords.ownRegistryOnly() : "";
            default -> throw new IllegalStateException("nothing fills {" + gap + "}");
        };
    }

    private String grant() {
        if (asked) {
            return AdviceWords.ask(refusal.access().orElseThrow(), caller(), toCheck());
        }
        if (refusal.withinAccount()) {
            return AdviceWords.identityPolicyIsEnough(caller());
        }
        if (refusal.action().isPresent() && refusal.access().isEmpty()) {
            return refusal.pullsThrough() ? AdviceWords.registryPolicyHasToAllow() : AdviceWords.noAccessHoldsIt();
        }
        if (refusal.caller().isEmpty()) {
            return AdviceWords.callerUnnamed();
        }
        return refusal.place().whole().isEmpty() ? AdviceWords.repositoryUnnamed() : AdviceWords.callerCannotBeNamed();
    }

    private String halves() {
        return refusal.withinAccount()
                ? AdviceWords.lookAtIdentityPolicy(action(), caller()) + " " + afterwards()
                : AdviceWords.lookAtBoth(action(), caller()) + " " + grant();
    }

    private String afterwards() {
        return refusal.withinAccount()
                ? AdviceWords.noGrantNeeded()
                : refusal.acrossAccounts() ? AdviceWords.checkTheOtherHalf() : "";
    }

    /** Says what has to be checked in an ask that was prepared. */
    private String toCheck() {
        Caller caller = refusal.caller().orElseThrow();
        if (!caller.isSession()) {
            return "";
        }
        return caller.ofIdentityCenter() ? AdviceWords.identityCenterPath() : AdviceWords.pathUnknown();
    }

    private String action() {
        return refusal.action().orElseGet(AdviceWords::anyAction);
    }

    private String caller() {
        return refusal.caller().map(Caller::words).orElseGet(AdviceWords::anyCaller);
    }

    private String bucket() {
        ImagePlace place = refusal.place();
        String partition = place.region().map(in -> in.partition().id()).orElse("aws");
        return "arn:" + partition + ":s3:::prod-"
                + place.region().map(Region::value).orElseGet(AdviceWords::anyRegion) + "-starport-layer-bucket";
    }
}
