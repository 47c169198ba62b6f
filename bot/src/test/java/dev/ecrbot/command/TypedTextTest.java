package dev.ecrbot.command;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.ecrbot.command.word.TypedText;
import org.junit.jupiter.api.Test;

class TypedTextTest {

    @Test
    void foldsEveryKindOfBlank() {
        assertThat(TypedText.of("\u00A0a\u2003\u3000b\r\n\tc\u2028d\u0000e ").text())
                .isEqualTo("a b c d e");
    }

    @Test
    void takesOutWhatCannotBeSeen() {
        assertThat(TypedText.of("a\u200Bb\u202Ec\u2066d\uFEFFe\u00ADf\u3164g\uFE0Fh\u200D")
                        .text())
                .isEqualTo("abcdefgh");
    }

    @Test
    void replacesWhatIsNoCharacter() {
        assertThat(TypedText.of("a\uD800b\uE000c\uFFFFd").text()).isEqualTo("a\uFFFDb\uFFFDc\uFFFDd");
    }

    @Test
    void keepsOtherScriptsAndNewEmoji() {
        assertThat(TypedText.of("größe 日本 \uD83E\uDEE0").text()).isEqualTo("größe 日本 \uD83E\uDEE0");
    }

    @Test
    void leavesATextAsItWasTyped() {
        assertThat(TypedText.of("a &amp; “b” – ‘c’…\n`d` \u200Be").text()).isEqualTo("a &amp; “b” – ‘c’… `d` e");
    }

    @Test
    void isCleanOrIsNotAtAll() {
        assertThatThrownBy(() -> new TypedText("a\nb")).isInstanceOf(IllegalArgumentException.class);
    }
}
