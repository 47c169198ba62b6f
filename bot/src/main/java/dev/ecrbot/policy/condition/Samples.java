package dev.ecrbot.policy.condition;

import dev.ecrbot.policy.operator.AddressRange;
import dev.ecrbot.policy.operator.Match;
import dev.ecrbot.policy.operator.Moments;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeSet;

/** Makes up values that lie at, beside and between those that conditions name, however these are read. */
final class Samples {
    private static final BigDecimal TWO = BigDecimal.valueOf(2);
    private static final String ELSEWHERE = "2001:db8::1";

    private Samples() {}

    /** Returns values such that every number, moment, address, truth value or text is like one of them to those written. */
    static Set<String> of(Collection<String> written) {
        var samples = new LinkedHashSet<String>();
        var figures = new TreeSet<BigDecimal>();
        for (String text : written) {
            Optional<AddressRange> addresses = AddressRange.parse(text);
            // A request comes from one address, whatever a condition names.
            if (addresses.isEmpty() || text.indexOf('/') < 0) {
                samples.addAll(List.of(text, text.toLowerCase(Locale.ROOT), text.toUpperCase(Locale.ROOT)));
            }
            Match.figure(text).ifPresent(figures::add);
            Moments.parse(text).ifPresent(moment -> moments(moment).forEach(one -> samples.add(one.toString())));
            addresses.ifPresent(range -> {
                samples.addAll(range.edges());
                samples.add(ELSEWHERE);
            });
        }
        samples.addAll(List.of("true", "false"));
        between(figures).forEach(figure -> samples.add(figure.toString()));
        return samples;
    }

    private static List<Instant> moments(Instant moment) {
        return List.of(moment.minusSeconds(1), moment, moment.plusSeconds(1));
    }

    private static Set<BigDecimal> between(SortedSet<BigDecimal> figures) {
        var between = new TreeSet<BigDecimal>();
        Optional<BigDecimal> last = Optional.empty();
        for (BigDecimal figure : figures) {
            between.add(last.map(before -> before.add(figure).divide(TWO)).orElse(figure.subtract(BigDecimal.ONE)));
            between.add(figure);
            last = Optional.of(figure);
        }
        last.ifPresent(highest -> between.add(highest.add(BigDecimal.ONE)));
        return between;
    }
}
