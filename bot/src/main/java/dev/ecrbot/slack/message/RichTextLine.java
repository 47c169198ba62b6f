package dev.ecrbot.slack.message;

import com.slack.api.model.block.element.RichTextElement;
import com.slack.api.model.block.element.RichTextSectionElement;
import com.slack.api.model.block.element.RichTextSectionElement.TextStyle;
import dev.ecrbot.policy.Ends;
import dev.ecrbot.rules.People;
import dev.ecrbot.rules.PersonId;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * A line of rich text. What is put in as text stays text, whatever it looks like: Slack reads no markup and no mentions in
 * it. Not thread-safe.
 */
public final class RichTextLine {
    private static final Pattern PLAIN_DATE =
            Pattern.compile("\\b([0-9]{4}-[0-9]{2}-[0-9]{2}) ([0-9]{2}:[0-9]{2}(?::[0-9]{2})?) UTC\\b");
    /** How Slack shows a moment, in the reader's own time zone. */
    static final String SHOWN_DATE = "{date_short_pretty} at {time}";

    private final List<RichTextElement> elements = new ArrayList<>();
    private final StringBuilder said = new StringBuilder();
    private int length;

    public static RichTextLine of(String text) {
        return new RichTextLine().text(text);
    }

    public static RichTextLine bold(String text, String rest) {
        return new RichTextLine().bold(text).text(rest);
    }

    /** Adds a text, and shows the moments that it names as all others are: in the reader's own time zone. */
    public RichTextLine text(String text) {
        Matcher dates = PLAIN_DATE.matcher(text);
        int end = 0;
        while (dates.find()) {
            Optional<Instant> moment = moment(dates.group(1) + "T" + dates.group(2));
            if (moment.isPresent()) {
                styled(text.substring(end, dates.start()), null).date(moment.get());
                end = dates.end();
            }
        }
        return styled(text.substring(end), null);
    }

    private static Optional<Instant> moment(String local) {
        try {
            return Optional.of(LocalDateTime.parse(local).toInstant(ZoneOffset.UTC));
        } catch (DateTimeException e) {
            return Optional.empty();
        }
    }

    public RichTextLine bold(String text) {
        return styled(text, TextStyle.builder().bold(true).build());
    }

    RichTextLine struck(String text) {
        return styled(text, TextStyle.builder().strike(true).build());
    }

    public RichTextLine code(String text) {
        return styled(text, TextStyle.builder().code(true).build());
    }

    /** Shows a person as Slack does; names a machine, of which Slack knows nothing. */
    public RichTextLine user(PersonId person) {
        return person.isMachine() ? bold(Mrkdwn.machine(person)) : user(person.user());
    }

    private RichTextLine user(String id) {
        elements.add(RichTextSectionElement.User.builder().userId(id).build());
        length += id.length();
        return this;
    }

    /** Adds a text, and shows those of the ids that it names as the people they stand for. */
    public RichTextLine naming(String text, Set<String> ids) {
        for (TextPart part : TextPart.in(text, ids)) {
            if (!part.id()) {
                text(part.text());
            } else if (People.isGroup(part.text())) {
                group(part.text());
            } else {
                user(part.text());
            }
        }
        return this;
    }

    public RichTextLine channel(String id) {
        elements.add(RichTextSectionElement.Channel.builder().channelId(id).build());
        length += id.length();
        return this;
    }

    private RichTextLine group(String id) {
        elements.add(RichTextSectionElement.UserGroup.builder().usergroupId(id).build());
        length += id.length();
        return this;
    }

    /** Names everybody listed. */
    public RichTextLine people(People people) {
        if (people.anyone()) {
            return machines(text("anyone in this workspace"), people, ", ");
        }
        String between = "";
        for (String group : new TreeSet<>(people.groups())) {
            text(between).group(group);
            between = ", ";
        }
        for (String id : new TreeSet<>(people.users())) {
            text(between).user(id);
            between = ", ";
        }
        return machines(this, people, between);
    }

    private static RichTextLine machines(RichTextLine line, People people, String before) {
        String between = before;
        for (String name : new TreeSet<>(people.machines())) {
            line.text(between).user(PersonId.machine(name));
            between = ", ";
        }
        return line;
    }

    /** Shows a moment in the reader's own time zone. */
    public RichTextLine date(Instant moment) {
        String plain = plain(moment);
        long second = moment.getEpochSecond();
        if (second > Integer.MAX_VALUE || second < 0) {
            // The SDK's field holds no later ones.
            return text(plain);
        }
        elements.add(RichTextSectionElement.Date.builder()
                .timestamp((int) second)
                .format(SHOWN_DATE)
                .fallback(plain)
                .build());
        length += plain.length();
        return this;
    }

    static String plain(Instant moment) {
        return Ends.shown(moment.truncatedTo(ChronoUnit.MINUTES));
    }

    public RichTextLine link(String url, String text) {
        elements.add(RichTextSectionElement.Link.builder().url(url).text(text).build());
        length += text.length() + url.length();
        return this;
    }

    /** Returns how many characters of a message's budget it takes. */
    public int length() {
        return length;
    }

    RichTextSectionElement section() {
        return RichTextSectionElement.builder().elements(List.copyOf(elements)).build();
    }

    /** The last place that foreign text passes, so it is cleaned here however it came. */
    private RichTextLine styled(String foreign, @Nullable TextStyle style) {
        String text = SafeText.inline(foreign);
        if (!text.isEmpty()) {
            elements.add(RichTextSectionElement.Text.builder()
                    .text(text)
                    .style(style)
                    .build());
            length += text.length();
            said.append(text);
        }
        return this;
    }

    /** Returns whether the text has these words in it, in any case. */
    public boolean says(String words) {
        return said.toString().toLowerCase(Locale.ROOT).contains(words.toLowerCase(Locale.ROOT));
    }

    /**
     * A piece of a text.
     *
     * @param id whether it is one of the ids looked for; everything else stays text, whatever it looks like
     */
    record TextPart(String text, boolean id) {
        private static final Pattern WORD = Pattern.compile("(?<![\\p{L}\\p{N}_/-])[A-Z0-9]+(?![\\p{L}\\p{N}_/-])");

        /** Takes a text apart, at the ids that stand in it as words of their own. */
        static List<TextPart> in(String text, Set<String> ids) {
            var parts = new ArrayList<TextPart>();
            Matcher matcher = WORD.matcher(text);
            int end = 0;
            while (matcher.find()) {
                if (ids.contains(matcher.group())) {
                    parts.add(new TextPart(text.substring(end, matcher.start()), false));
                    parts.add(new TextPart(matcher.group(), true));
                    end = matcher.end();
                }
            }
            parts.add(new TextPart(text.substring(end), false));
            return parts;
        }
    }
}
