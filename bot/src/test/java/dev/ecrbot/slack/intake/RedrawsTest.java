package dev.ecrbot.slack.intake;

import static org.assertj.core.api.Assertions.assertThat;

import com.slack.api.model.view.View;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.function.UnaryOperator;
import org.junit.jupiter.api.Test;

/** What a form shows last is what was filled in last, whatever overtakes what on its way here. */
final class RedrawsTest {
    private final List<String> shown = new ArrayList<>();
    private final Redraws redraws = new Redraws((id, view) -> {
        shown.add(id + " " + view.getCallbackId());
        return "";
    });

    private static View view(String id, String filled) {
        return View.builder().id(id).callbackId(filled).build();
    }

    private void changed(String id, String filled, String at) {
        redraws.changed(view(id, filled), new BigDecimal(at), UnaryOperator.identity());
    }

    @Test
    void whatWasFilledInSoonerAndComesLaterIsntShown() {
        changed("V1", "pay", "100.000200");
        changed("V1", "pa", "100.000100");
        changed("V2", "web", "100.000050");
        changed("V1", "paym", "100.000300");
        assertThat(shown).containsExactly("V1 pay", "V2 web", "V1 paym");
    }

    @Test
    void whereSlackTellsNoTimeTheLaterDeliveryCounts() {
        changed("V1", "p", "0");
        changed("V1", "pa", "0");
        assertThat(shown).containsExactly("V1 p", "V1 pa");
    }

    @Test
    void whatWasFilledInBeforeAFormCouldBeShownAnewCounts() {
        redraws.changed(view("V1", "typed"), BigDecimal.ONE, typed -> {
            redraws.opened(view("V1", "opened"), UnaryOperator.identity());
            return typed;
        });
        assertThat(shown).containsExactly("V1 typed");
    }

    @Test
    void whatWasFilledInBeforeSlackSaidThatTheFormIsOpenStays() {
        changed("V1", "typed", "1");
        redraws.opened(view("V1", "opened"), UnaryOperator.identity());
        redraws.opened(view("V2", "opened"), UnaryOperator.identity());
        assertThat(shown).containsExactly("V1 typed", "V2 opened");
    }

    @Test
    void whatComesWhileItIsShownIsShownNext() {
        redraws.changed(view("V1", "a"), BigDecimal.ONE, filled -> {
            if (filled.getCallbackId().equals("a")) {
                changed("V1", "ab", "2");
                changed("V1", "abc", "3");
            }
            return filled;
        });
        assertThat(shown).containsExactly("V1 a", "V1 abc");
    }
}
