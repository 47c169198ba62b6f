package dev.ecrbot.desk.checkup;

import dev.ecrbot.doctor.Examined;
import dev.ecrbot.doctor.Examined.Fine;
import dev.ecrbot.doctor.Examined.Unchecked;
import dev.ecrbot.doctor.Examined.Wrong;

/** What was found, in a line. */
final class Lines {
    private static final Examined.Visitor<String> IN_ONE = new Examined.Visitor<>() {
        @Override
        public String fine(Fine fine) {
            return fine.what();
        }

        @Override
        public String wrong(Wrong wrong) {
            return wrong.what() + " → " + wrong.mend();
        }

        @Override
        public String unchecked(Unchecked unchecked) {
            return unchecked.why() + " → " + unchecked.how();
        }
    };

    private Lines() {}

    static String inOne(Examined examined) {
        return examined.outcome().visit(IN_ONE).replaceAll("\\v+", " ");
    }
}
