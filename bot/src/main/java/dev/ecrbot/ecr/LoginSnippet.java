package dev.ecrbot.ecr;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * What somebody with access types to use a target. Holds no secret: the token comes from the caller's own
 * credentials, at the moment they log in.
 *
 * @param tag the tag of an image that can be pulled, if one is known
 */
public record LoginSnippet(Target target, Access access, Optional<String> tag) {
    private static final Pattern TAG = Pattern.compile("\\w[\\w.-]{0,127}");
    private static final String PLACEHOLDER = "TAG";

    public LoginSnippet {
        if (tag.isPresent() && !(target instanceof Repository)) {
            throw new IllegalArgumentException("a tag is one repository's");
        }
        tag.ifPresent(t -> Malformed.unless(
                TAG.matcher(t).matches(), "a tag has 1 to 128 letters, digits, dots, dashes and underscores", t));
    }

    /** Returns the snippet for this access to this target. */
    public static LoginSnippet of(Target target, Access access, Optional<String> tag) {
        return new LoginSnippet(target, access, tag);
    }

    /** Returns the login line for sh, bash and zsh with the AWS CLI, version 2 or late 1. */
    public String shell() {
        return new LoginLines(target).shell();
    }

    /** Returns the login line for PowerShell with the AWS Tools. */
    public String powershell() {
        return new LoginLines(target).powershell();
    }

    /**
     * Returns the docker lines that this access allows. A push is always shown with a placeholder: copied as it is, a
     * line with a tag that exists would overwrite somebody's image.
     */
    public List<String> docker() {
        var lines = new ArrayList<String>();
        if (access.pushes()) {
            lines.add(LoginLines.tag(image(PLACEHOLDER)));
            lines.add(LoginLines.push(image(PLACEHOLDER)));
        }
        if (access.pulls()) {
            lines.add(LoginLines.pull(image()));
        }
        return List.copyOf(lines);
    }

    /** Returns what to know about the login: how long it lasts, and whose credentials it takes. */
    public String note() {
        return LoginWords.note() + (target instanceof Repository ? "" : " " + LoginWords.nameStandsFor());
    }

    /** Returns the name of an image there; with a placeholder if no tag is known. */
    public String image() {
        return image(tag.orElse(PLACEHOLDER));
    }

    private String image(String tagOrPlaceholder) {
        return target.uri() + ":" + tagOrPlaceholder;
    }
}
