package dev.ecrbot.policy.evaluation;

import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.ShrinkingMode;
import net.jqwik.api.Tag;

/** Holds every whole yes and no against IAM's flow chart, walked through with whole requests of whoever may be behind the principal. */
class WholeAgreementProperties {
    @Property(tries = 400, shrinking = ShrinkingMode.OFF, seed = "20261201")
    void noWholeYesAndNoWholeNoIsWrong(@ForAll long seed) {
        new WholeAgreementCase().accept(seed);
    }

    @Tag("full")
    @Property(tries = 100_000, shrinking = ShrinkingMode.OFF, seed = "20261202")
    void noWholeYesAndNoWholeNoIsWrongInManyCases(@ForAll long seed) {
        new WholeAgreementCase().accept(seed);
    }
}
