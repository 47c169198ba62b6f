// Bolt for JavaScript, bare: it acknowledges /ecr with the text that came.
const { App } = require("@slack/bolt");

const app = new App({
  token: process.env.SLACK_BOT_TOKEN,
  signingSecret: process.env.SLACK_SIGNING_SECRET,
  clientOptions: { slackApiUrl: process.env.SLACK_API_URL },
});
app.command("/ecr", ({ ack, command }) => ack(command.text));
app.start(Number(process.env.PORT));
