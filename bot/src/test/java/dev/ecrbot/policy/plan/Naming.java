package dev.ecrbot.policy.plan;

import static org.assertj.core.api.Assertions.assertThat;

import dev.ecrbot.policy.AccessWords;
import dev.ecrbot.policy.diff.Effect;
import dev.ecrbot.policy.plan.World.Request;
import java.time.Instant;
import java.util.BitSet;
import java.util.Optional;
import java.util.Set;

/** Whether the effects that a plan names are what becomes of requests. */
final class Naming {
    private Naming() {}

    // A grant whose end isn't in the policy has that of its record: what the policy says of later counts for nothing.
    static Optional<Instant> recorded(Edit edit) {
        if (edit instanceof Edit.Extend extend) {
            return extend.until();
        }
        return edit instanceof Edit.End end ? end.until() : Optional.empty();
    }

    static void assertNamed(Scene scene, Plan plan, Optional<Instant> end) {
        BitSet before = scene.meaning();
        BitSet after = scene.with(plan.proposed()).meaning();
        World.moments().stream()
                .filter(moment -> end.filter(until -> !moment.isBefore(until)).isPresent())
                .map(scene.world()::at)
                .forEach(later -> {
                    before.andNot(later);
                    after.andNot(later);
                });
        assertThat(scene.world().only(after, before))
                .allMatch(request -> plan.effects().stream()
                        .anyMatch(effect -> effect.loses().isEmpty() && isNamed(effect, request)));
        assertThat(scene.world().only(before, after))
                .allMatch(request -> plan.effects().stream()
                        .anyMatch(effect -> effect.gains().isEmpty() && isNamed(effect, request)));
    }

    static boolean isNamed(Effect effect, Request request) {
        return request.caller().isMeantBy(effect.principal())
                && effect.from().filter(request.moment()::isBefore).isEmpty()
                && Scene.isBefore(request, effect.until())
                && said(effect).stream().anyMatch(words -> means(words, request.action()));
    }

    static Set<String> said(Effect effect) {
        return effect.loses().isEmpty() ? effect.gains() : effect.loses();
    }

    /** As {@link #means} for one of several; {@code * except a, b} is one. */
    static boolean covers(Set<String> said, String action) {
        return said.stream().anyMatch(words -> means(words, action));
    }

    /** Reads {@code a}, {@code ecr:*}, {@code others of ecr:*}, and {@code ecr:* except a, b}. */
    static boolean means(String said, String action) {
        String[] parts = said.split(" except ", 2);
        boolean excepted = parts.length == 2 && AccessWords.covers(Set.of(parts[1].split(", ")), action);
        return AccessWords.covers(Set.of(parts[0]), action) && !excepted;
    }
}
