package dev.ecrbot.sandbox.slack.blocks;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.ecrbot.sandbox.slack.SlackError;
import java.util.Collections;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class BlocksTest {

    private static JsonNode json(String text) throws Exception {
        return new ObjectMapper().readTree(text.replace('\'', '"'));
    }

    private static String list(String item, int times) {
        return String.join(",", Collections.nCopies(times, item));
    }

    @Test
    void acceptsOneOfEachAndNamesIt() throws Exception {
        JsonNode blocks = json("""
                        [{'type':'header','text':{'type':'plain_text','text':'Pull'}},
                         {'type':'section','text':{'type':'mrkdwn','text':'*x*'},
                          'accessory':{'type':'button','text':{'type':'plain_text','text':'Go'}}},
                         {'type':'section','fields':[{'type':'mrkdwn','text':'a'},{'type':'plain_text','text':'b'}]},
                         {'type':'divider'},
                         {'type':'context','elements':[{'type':'mrkdwn','text':'small'},
                          {'type':'image','image_url':'https://example.com/i.png','alt_text':'i'}]},
                         {'type':'image','image_url':'https://example.com/i.png','alt_text':'i'},
                         {'type':'markdown','text':'# Title'},
                         {'type':'input','label':{'type':'plain_text','text':'Why'},
                          'element':{'type':'plain_text_input','multiline':true,'action_id':'why'}},
                         {'type':'rich_text','elements':[
                          {'type':'rich_text_section','elements':[
                           {'type':'text','text':'x','style':{'bold':true}},{'type':'user','user_id':'U1'},
                           {'type':'usergroup','usergroup_id':'S1'},{'type':'channel','channel_id':'C1'},
                           {'type':'link','url':'https://example.com','text':'t'},{'type':'emoji','name':'wave'},
                           {'type':'broadcast','range':'here'},
                           {'type':'date','timestamp':1790000000,'format':'{date}','fallback':'then'}]},
                          {'type':'rich_text_preformatted','border':0,'elements':[{'type':'text','text':'+ x'}]},
                          {'type':'rich_text_quote','elements':[{'type':'text','text':'q'}]},
                          {'type':'rich_text_list','style':'bullet','elements':[
                           {'type':'rich_text_section','elements':[{'type':'text','text':'i'}]}]}]},
                         {'type':'actions','block_id':'r1','elements':[
                          {'type':'button','action_id':'request.approve','style':'primary','value':'R-1',
                           'text':{'type':'plain_text','text':'Approve'},
                           'confirm':{'title':{'type':'plain_text','text':'Sure?'},
                            'text':{'type':'mrkdwn','text':'really'},'confirm':{'type':'plain_text','text':'Yes'},
                            'deny':{'type':'plain_text','text':'No'}}}]}]
                        """);
        JsonNode accepted = Blocks.accept(blocks, Surface.MESSAGE);
        accepted.forEach(block -> assertThat(block.path("block_id").asText()).isNotBlank());
        assertThat(accepted.get(9).path("block_id").asText()).isEqualTo("r1");
        assertThat(accepted.get(1).path("accessory").path("action_id").asText()).isNotBlank();
        assertThat(BlockText.of(accepted)).contains("<@U1>", "<!subteam^S1>", "+ x", "Approve", "then");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "[{'type':'table','rows':[]}]",
                "[{'text':'x'}]",
                "[{'type':'section'}]",
                "[{'type':'section','text':'x'}]",
                "[{'type':'section','text':{'type':'mrkdwn','text':''}}]",
                "[{'type':'section','text':{'type':'mrkdwn','text':'x','emoji':true}}]",
                "[{'type':'section','text':{'type':'plain_text','text':'x','verbatim':true}}]",
                "[{'type':'section','text':{'type':'markdown','text':'x'}}]",
                "[{'type':'section','colour':'red','text':{'type':'mrkdwn','text':'x'}}]",
                "[{'type':'header','text':{'type':'mrkdwn','text':'x'}}]",
                "[{'type':'context','elements':[]}]",
                "[{'type':'actions','elements':[]}]",
                "[{'type':'actions','elements':[{'type':'button'}]}]",
                "[{'type':'actions','elements':[{'type':'button','text':{'type':'plain_text','text':'x'},'style':'warning'}]}]",
                "[{'type':'actions','elements':[{'type':'button','text':{'type':'plain_text','text':'x'},'confirm':{}}]}]",
                "[{'type':'actions','elements':[{'type':'button','text':{'type':'plain_text','text':'x'},'value':5}]}]",
                "[{'type':'image','image_url':'https://example.com'}]",
                "[{'type':'rich_text','elements':[{'type':'text','text':'x'}]}]",
                "[{'type':'rich_text','elements':[{'type':'rich_text_section','elements':[{'type':'text','text':''}]}]}]",
                "[{'type':'rich_text','elements':[{'type':'rich_text_preformatted','language':'json','elements':[]}]}]",
                "[{'type':'divider','block_id':'a'},{'type':'divider','block_id':'a'}]"
            })
    void refusesWithAPointer(String text) throws Exception {
        JsonNode blocks = json(text);
        assertThatThrownBy(() -> Blocks.accept(blocks, Surface.MESSAGE)).isInstanceOfSatisfying(SlackError.class, e -> {
            assertThat(e.error()).isEqualTo("invalid_blocks");
            assertThat(e.findings()).allMatch(f -> f.contains("[json-pointer:/blocks"));
        });
    }

    @Test
    void keepsLimits() throws Exception {
        assertThat(error("[" + list("{'type':'divider'}", 50) + "]")).isEmpty();
        assertThat(error("[" + list("{'type':'divider'}", 51) + "]")).isEqualTo("invalid_blocks");
        assertThat(error(section(3000))).isEmpty();
        assertThat(error(section(3001))).isEqualTo("invalid_blocks");
        assertThat(error("[{'type':'header','text':{'type':'plain_text','text':'" + "x".repeat(151) + "'}}]"))
                .isEqualTo("invalid_blocks");
        assertThat(error(button(75, 2000, 255, 1))).isEmpty();
        assertThat(error(button(76, 2000, 255, 1))).isEqualTo("invalid_blocks");
        assertThat(error(button(75, 2001, 255, 1))).isEqualTo("invalid_blocks");
        assertThat(error(button(75, 2000, 256, 1))).isEqualTo("invalid_blocks");
        String nameless = "{'type':'button','text':{'type':'plain_text','text':'x'}}";
        assertThat(error("[{'type':'actions','elements':[" + list(nameless, 25) + "]}]"))
                .isEmpty();
        assertThat(error("[{'type':'actions','elements':[" + list(nameless, 26) + "]}]"))
                .isEqualTo("invalid_blocks");
        assertThat(error(button(5, 5, 5, 2))).isEqualTo("invalid_blocks");
        String small = "{'type':'mrkdwn','text':'x'}";
        assertThat(error("[{'type':'context','elements':[" + list(small, 11) + "]}]"))
                .isEqualTo("invalid_blocks");
        String long3000 = section(3000).replace("[", "").replace("]", "");
        assertThat(error("[" + list(long3000, 5) + "]")).isEqualTo("msg_blocks_too_long");
    }

    private static String section(int length) {
        return "[{'type':'section','text':{'type':'mrkdwn','text':'" + "x".repeat(length) + "'}}]";
    }

    private static String button(int text, int value, int id, int times) {
        String button = "{'type':'button','text':{'type':'plain_text','text':'" + "t".repeat(text) + "'},'value':'"
                + "v".repeat(value) + "','action_id':'" + "i".repeat(id) + "'}";
        return "[{'type':'actions','elements':[" + list(button, times) + "]}]";
    }

    private static String error(String blocks) throws Exception {
        try {
            Blocks.accept(json(blocks), Surface.MESSAGE);
            return "";
        } catch (SlackError e) {
            return e.error();
        }
    }
}
