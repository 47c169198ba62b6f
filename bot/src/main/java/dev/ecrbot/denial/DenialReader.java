package dev.ecrbot.denial;

import dev.ecrbot.ecr.AccessCatalogue;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Reads a pasted text in each of the ways in which its lines can be joined, and takes the one that says most. */
final class DenialReader {
    private static final Pattern AUTHORIZATION = Pattern.compile("authorization id: ?([0-9a-z]{6,128}+)");
    // To the console of AWS and nowhere else: it is shown as a thing to click.
    private static final Pattern LINK = Pattern.compile(
            "https://(?:[a-z0-9-]{1,40}\\.)?console\\.(?:aws\\.amazon\\.com|amazonaws[a-z-]{0,20}\\.[a-z]{2,3})"
                    + "/iam/home[^\\s\"'<>#]{0,100}+#/authorization-details/([0-9a-z]{6,128}+)");

    private DenialReader() {}

    static Denial read(String pasted, AccessCatalogue accesses) {
        List<PlainText> readings = PlainText.readings(pasted);
        Reading best = readings.stream()
                .map(text -> new Reading(text, new Judge(text, accesses).refusal()))
                // Of several that say as much the first stays.
                .reduce((one, other) -> other.refusal().known() > one.refusal().known() ? other : one)
                .orElseThrow();
        return denial(best.text(), best.refusal());
    }

    private record Reading(PlainText text, Refusal refusal) {}

    private static Denial denial(PlainText text, Refusal refusal) {
        Optional<String> ask = PreparedAsk.of(refusal);
        return new Denial(
                refusal.cause().half(),
                refusal.confident(),
                refusal.cause().ofEcr(),
                refusal.action(),
                refusal.place(),
                refusal.caller(),
                ask,
                new Advice(refusal, ask.isPresent(), text.has("***.dkr")).next(),
                details(text));
    }

    private static AccessDetails details(PlainText text) {
        Matcher id = AUTHORIZATION.matcher(text.lower());
        Matcher link = LINK.matcher(text.lower());
        boolean linked = link.find();
        return new AccessDetails(
                id.find() && !text.cutAt(id.end())
                        ? Optional.of(id.group(1))
                        : linked ? Optional.of(link.group(1)) : Optional.empty(),
                linked ? Optional.of(text.text().substring(link.start(), link.end())) : Optional.empty());
    }
}
