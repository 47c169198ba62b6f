package dev.ecrbot.config;

import static org.assertj.core.api.Assertions.assertThat;

import dev.ecrbot.config.reader.ConfigCopy;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.AlphaChars;
import net.jqwik.api.constraints.NotEmpty;
import net.jqwik.api.constraints.Size;

/** What is kept of the configuration's files. */
final class ConfigCopyTest {

    @Property(tries = 300)
    void isReadAsItWasWritten(
            @ForAll @Size(min = 1, max = 4) List<@AlphaChars @NotEmpty String> names, @ForAll List<String> texts) {
        Map<String, String> files = new LinkedHashMap<>();
        for (int at = 0; at < names.size(); at++) {
            files.put(names.get(at), at < texts.size() ? texts.get(at) : "");
        }
        ConfigCopy copy = ConfigCopy.parse(new ConfigCopy(files).written());
        assertThat(copy.texts()).containsExactlyEntriesOf(files);
    }
}
