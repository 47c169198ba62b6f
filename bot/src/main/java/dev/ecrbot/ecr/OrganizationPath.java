package dev.ecrbot.ecr;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * An organization, or a place in its tree: {@code o-abc123def4}, {@code o-abc123def4/r-ab12/ou-ab12-11111111/…}. Stands for
 * all that lies there and below.
 *
 * @param below the ids from the root down to the unit meant; empty for the whole organization
 * @see <a href="https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_condition-keys.html#condition-keys-principalorgpaths">IAM:
 *     aws:PrincipalOrgPaths</a>
 * @see <a href="https://docs.aws.amazon.com/organizations/latest/APIReference/API_OrganizationalUnit.html">OrganizationalUnit:
 *     the form of its id, which holds its root's</a>
 */
public record OrganizationPath(OrganizationId organization, List<String> below)
        implements Comparable<OrganizationPath> {
    private static final Pattern ROOT = Pattern.compile("r-[a-z0-9]{4,32}");
    private static final Pattern UNIT = Pattern.compile("ou-[a-z0-9]{4,32}-[a-z0-9]{8,32}");
    private static final int LONGEST = 1_000;

    public OrganizationPath {
        below = List.copyOf(below);
        String text = String.join("/", below);
        Malformed.unless(
                below.isEmpty() || fits(below),
                "a place in an organization looks like o-abc123def4/r-ab12/ou-ab12-11111111",
                organization + "/" + text);
    }

    /** Returns the whole organization. */
    public static OrganizationPath of(OrganizationId organization) {
        return new OrganizationPath(organization, List.of());
    }

    /** Returns the place that the text names, with or without a slash at its end. */
    public static Optional<OrganizationPath> parse(String text) {
        if (text.length() > LONGEST) {
            return Optional.empty();
        }
        String[] ids = text.split("/", -1);
        boolean slash = ids.length > 1 && ids[ids.length - 1].isEmpty();
        List<String> below = List.of(ids).subList(1, slash ? ids.length - 1 : ids.length);
        return OrganizationId.parse(ids[0])
                .filter(id -> below.isEmpty() || fits(below))
                .map(id -> new OrganizationPath(id, below));
    }

    /** Returns whether the organization itself is meant. */
    public boolean isWhole() {
        return below.isEmpty();
    }

    /** Returns whether it is the organization's root: all that is in the organization lies below it. */
    public boolean isRoot() {
        return below.size() == 1;
    }

    /** Returns whether the other place is this one or lies below it. */
    public boolean contains(OrganizationPath other) {
        return organization.equals(other.organization)
                && below.size() <= other.below.size()
                && below.equals(other.below.subList(0, below.size()));
    }

    /** Returns the id that names the place within its organization: the unit's, the root's, or the organization's own. */
    public String lastId() {
        return below.isEmpty() ? organization.value() : below.get(below.size() - 1);
    }

    private static boolean fits(List<String> below) {
        String root = below.get(0);
        return ROOT.matcher(root).matches()
                && below.stream()
                        .skip(1)
                        .allMatch(unit -> UNIT.matcher(unit).matches()
                                && unit.startsWith("ou-" + root.substring("r-".length()) + "-"));
    }

    @Override
    public int compareTo(OrganizationPath other) {
        return toString().compareTo(other.toString());
    }

    @Override
    public String toString() {
        var ids = new ArrayList<String>();
        ids.add(organization.value());
        ids.addAll(below);
        return String.join("/", ids);
    }
}
