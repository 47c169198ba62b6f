package dev.ecrbot.config.mistake;

import dev.ecrbot.ecr.Region;
import dev.ecrbot.problem.Choice;
import java.util.Collection;
import java.util.List;
import java.util.Optional;

/** What is wrong with rules, and with the files that hold more of them. */
public final class RuleMistakes {
    private RuleMistakes() {}

    public static String noName() {
        return "takes up to 80 visible characters";
    }

    public static String nameTaken(String place) {
        return "stands at " + place + " already";
    }

    public static String noAccess(List<String> words) {
        return "takes " + Choice.of(words);
    }

    public static String noKind() {
        return "takes role, user, account or organization";
    }

    public static String kindMissing() {
        return "leaves out organization, but “to” names one: take it out there, or add organization here";
    }

    public static String noPattern() {
        return "takes a pattern like payments/*, central:payments/* or central/us-west-2:payments/*, of"
                + " lower-case letters, digits, . _ - / and *";
    }

    public static String patternTooWide(Collection<String> within) {
        return "is for more than this file may rule, which the main file says under include: "
                + String.join(", ", within);
    }

    public static String registryUnknown(String name, Collection<String> known) {
        return "there is no registry “" + name + "”; "
                + ValueMistakes.guess(name, known, "there are " + String.join(", ", known));
    }

    public static String regionUnknown(String registry, Region region) {
        return "registry " + registry + " has no Region " + region;
    }

    public static String registryMissing(String first) {
        return "with several registries a pattern names its own: " + first + ":…";
    }

    public static String noAccountsListed() {
        return "“*” means every account listed under accounts, and none is listed";
    }

    public static String noOrganization() {
        return "an organization or unit looks like o-abc123def4 or o-abc123def4/r-ab12/ou-ab12-11111111";
    }

    public static String nobody() {
        return "takes user ids (U… or W…) and user group ids (S…), which Slack's profile menus copy";
    }

    public static String nobodyNorMachine() {
        return nobody() + ", or anyone, or machine: and a machine's name";
    }

    public static String anyoneApproves() {
        return "anyone can't be an approver: list who may decide";
    }

    public static String anyoneIsAdmin() {
        return "anyone can't be an admin: list who looks after the bot";
    }

    public static String anyoneIsNotified() {
        return "anyone can't be notified: list who is to hear of it";
    }

    public static String peopleOnly() {
        return "lists people only: machines ask and look, and decide nothing";
    }

    public static String tooManyApprovals(int approvals, int approvers) {
        return "asks for " + approvals + " approvals, but the number of approvers is " + approvers;
    }

    public static String tagOfPattern() {
        return "goes by a tag of each repository, and a pattern of them has none: take out patterns";
    }

    public static String tagNamesNobody() {
        return "names nobody";
    }

    public static String nothingPulls() {
        return "is for accesses that only pull, and this rule has none";
    }

    public static String otherAccess() {
        return "takes what stands in the rule's own access";
    }

    public static String accessOfMore() {
        return "takes accesses that only pull; people have to approve the others";
    }

    public static String glassTooShort() {
        return "lasts longer once it was reviewed: “for” has to be longer than “review_within”";
    }

    public static String calledTooLate() {
        return "comes when requests have expired: take less than request_timeout, or make that longer";
    }

    public static String allCalledLate() {
        return "names all approvers, so nobody would be called before: leave out some";
    }

    public static String othersCalled(Collection<String> others) {
        return "takes approvers of the rule only, and " + String.join(", ", others) + " is none of them";
    }

    public static String keyTwice() {
        return "names a key twice under the same operator; IAM reads keys in any case";
    }

    public static String aboutTime() {
        return "is about time; how long access lasts is said by max_duration";
    }

    public static String noRevocation() {
        return "is approval or immediate";
    }

    /**
     * @param fault what is wrong with the regular expression
     * @param place where, counted from 1
     */
    public static String noReasonRule(String fault, int place) {
        return "takes optional, required or a regular expression; this one fails (" + fault + " at " + place + ")";
    }

    public static String noDay() {
        return "takes days: mon, tue, wed, thu, fri, sat, sun. Two of them are a range, [mon, fri] "
                + "for monday to friday; one, or more than two, are those days";
    }

    public static String noTime() {
        return "takes a time like \"08:00\", in quotes";
    }

    public static String endsTooEarly() {
        return "is to be later than “from” on the same day, \"24:00\" at the latest";
    }

    /** @param near the one that most likely is meant */
    public static String noZone(Optional<String> near) {
        return "takes a time zone like Europe/Berlin or UTC"
                + near.map(zone -> " (did you mean “" + zone + "”?)").orElse("");
    }

    public static String tooManyFiles() {
        return "lists more than 500 files";
    }

    public static String noPath() {
        return "takes the path of a file";
    }
}
