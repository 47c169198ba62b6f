package dev.ecrbot.store.packed;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

import java.util.Arrays;
import java.util.Base64;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What was packed comes back, whichever version packed it. */
final class PackedTest {
    private static final String TEXT = "{\"Sid\":\"EcrBotPull\",\"Effect\":\"Allow\",\"Principal\":\"ä 👍\"}";
    // As it stands in stores: another dictionary of the same name couldn't unpack it.
    private static final String LINE = "ePkyfjm7g1XDiMRNoM5VOrxE4cP8ib1KtQA-oBS1";

    @ParameterizedTest
    @ValueSource(strings = {"", "x", TEXT})
    void comesBackAsItWas(String text) {
        for (String each : new String[] {text, text.repeat(10_000)}) {
            assertThat(Packed.fromLine(Packed.line(each))).isEqualTo(each);
            assertThat(Packed.text(Packed.plain(each))).isEqualTo(each);
            assertThat(Packed.text(Packed.bytes(each))).isEqualTo(each);
        }
    }

    @Test
    void theDictionaryIsWhatItWas() {
        assertThat(Packed.fromLine(LINE)).isEqualTo(TEXT);
        assertThat(Packed.line(TEXT)).hasSizeLessThan(TEXT.length());
    }

    @Test
    void whatIsBrokenIsRefused() {
        byte[] packed = Packed.plain(TEXT);
        byte[] other = Base64.getUrlDecoder().decode(LINE);
        // The third to the sixth byte tell which dictionary it was.
        other[3]++;
        for (byte[] broken : new byte[][] {Arrays.copyOf(packed, packed.length - 1), other, new byte[0], {1, 2, 3}}) {
            assertThatIllegalStateException().isThrownBy(() -> Packed.text(broken));
        }
        for (String broken : new String[] {"", "ä", LINE.substring(2)}) {
            assertThatIllegalStateException().isThrownBy(() -> Packed.fromLine(broken));
        }
    }
}
