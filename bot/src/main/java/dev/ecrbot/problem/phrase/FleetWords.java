package dev.ecrbot.problem.phrase;

import dev.ecrbot.ecr.Access;
import dev.ecrbot.ecr.Region;
import dev.ecrbot.ecr.RegionalRegistry;
import java.time.Instant;
import java.util.Collection;

/** What is found in the policies of many repositories, or couldn't be read of them. */
public final class FleetWords {
    private FleetWords() {}

    /** Returns where a finding is, where that isn't a repository; so does the next one. */
    public static String registryPolicy() {
        return "the registry's own policy";
    }

    public static String template(String prefix) {
        return "creation template " + prefix;
    }

    /** @param makers what makes repositories of a template */
    public static String born(Collection<String> makers) {
        return "Repositories made from it by " + String.join(", ", makers)
                + " are born with a policy that nobody approved here.";
    }

    public static String mendTemplate() {
        return "Look at the template's policy, and take out of it the access that not every such repository should give.";
    }

    public static String changed(Instant noticed) {
        return "Somebody other than ecr-bot changed the policy; it was noticed " + noticed + ".";
    }

    public static String seeStatus(String place) {
        return "See who has access now with /ecr status " + place + ".";
    }

    public static String seeStatusOfRegistry(Region region) {
        return "See who has access now with /ecr status, the registry's name, and /" + region + ":* right behind it.";
    }

    /** @param principal as AWS writes it */
    public static String notAsWritten(Access access, String principal, String grant) {
        return access + " for " + principal + " (" + grant
                + ") was given by ecr-bot, but isn't in the policy as it was written.";
    }

    /** @param why one or two sentences */
    public static String notReadWhole(RegionalRegistry registry, String why) {
        return registry + " isn't read whole. " + why;
    }

    public static String awsIsSlow() {
        return "AWS takes longer than anybody should wait for here.";
    }

    public static String notReadIn(long seconds) {
        return "Some policies couldn't be read within " + seconds + " seconds.";
    }

    public static String notTried(int failures, RegionalRegistry registry) {
        return "After " + failures + " failures the others of " + registry + " weren't tried.";
    }
}
