import com.slack.api.Slack;
import com.slack.api.SlackConfig;
import com.slack.api.bolt.App;
import com.slack.api.bolt.AppConfig;
import com.slack.api.bolt.jetty.SlackAppServer;

/** Bolt for Java, bare: it acknowledges /ecr with the text that came. */
public final class Echo {
    private Echo() {}

    public static void main(String[] args) throws Exception {
        var slack = new SlackConfig();
        slack.setMethodsEndpointUrlPrefix(System.getenv("SLACK_API_URL"));
        var app = new App(AppConfig.builder()
                .slack(Slack.getInstance(slack))
                .singleTeamBotToken(System.getenv("SLACK_BOT_TOKEN"))
                .signingSecret(System.getenv("SLACK_SIGNING_SECRET"))
                .build());
        app.command("/ecr", (request, context) -> context.ack(request.getPayload().getText()));
        new SlackAppServer(app, "/slack/events", Integer.parseInt(System.getenv("PORT"))).start();
    }
}
