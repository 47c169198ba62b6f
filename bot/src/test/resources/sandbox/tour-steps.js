// What the tour shows: each step says what to do, knows how to do it for somebody, and sees whether it is done.
import { byId } from "./dom.js";
import { openPane, worldNow } from "./panel.js";
import { choose } from "./policy.js";
import { now } from "./dates.js";

const RITA = "U0REQUESTER";
const AMIR = "U0APPROVER1";
const CARDS = "C0APPROVALS";
const PLACE = "arn:aws:ecr:us-west-2:111111111111:repository/payments/api";
export const ASK = "/ecr grant pull payments/api sales ci-deployer for 7d because nightly build";
const WHO = "/ecr who pull payments/api";

const events = () => worldNow()?.events ?? [];
const versions = (state) => state.repositories.find((each) => each.id === PLACE)?.versions ?? [];
const policy = (state) => versions(state).at(-1)?.policy ?? "";
const channel = (state, id) => state.channels.find((each) => each.id === id)?.messages ?? [];
const said = (state, words) => state.channels.some((each) => each.messages.some((m) => JSON.stringify([m.text, m.blocks]).includes(words)));

function typed(line) {
  byId("text").value = line;
  byId("text").focus();
}

function toPanel(ways, pane) {
  choose(PLACE);
  openPane(pane);
  ways.look("policy");
  byId(`tab-${pane}`).focus();
}

export const STEPS = [
  {
    title: "Ask for access",
    text: "You are Rita, and your nightly build has to pull an image that lives in another account's registry. Ask in one line, and press Enter.",
    help: "Type it for me",
    show: async (ways) => {
      await ways.become(RITA);
      ways.go(CARDS);
      typed(ASK);
    },
    done: () => events().some((each) => each.kind === "ASKED" || each.request),
  },
  {
    title: "Read the card",
    text: "Become Amir, who approves. The card in #ecr-approvals says who gains what, until when, and what to look twice at. Open “Exactly” to see each line that changes.",
    help: "Show me the card",
    show: async (ways) => {
      await ways.become(AMIR);
      ways.go(CARDS);
      const card = [...document.querySelectorAll("[data-testid=message]")].at(-1);
      card?.querySelector("button.action")?.focus();
    },
    done: (state, here) => state.me !== RITA && here.id === CARDS,
  },
  {
    title: "Approve it",
    text: "Click Approve on the card. ecr-bot writes exactly what the card shows, reads it back from ECR, and only then says that it is so.",
    help: "Take me to the button",
    show: async (ways) => {
      await ways.become(AMIR);
      ways.go(CARDS);
      [...document.querySelectorAll("[data-testid='button-request.approve']")].at(-1)?.focus();
    },
    done: (state) => policy(state).includes("EcrBot") || versions(state).some((each) => each.policy.includes("EcrBot")),
  },
  {
    title: "See the policy, and what Rita got",
    text: "The policy holds the new statement, with an end that works even while no bot runs. As Rita, read what ecr-bot wrote to you: the lines to log in and pull with.",
    help: "Show me both",
    show: async (ways) => {
      toPanel(ways, "policy");
      await ways.become(RITA);
      ways.go("D0REQUESTER");
      if (innerWidth < 900) ways.look("chat");
    },
    done: (state, here) => state.me === RITA && here.direct && said(state, "docker pull"),
  },
  {
    title: "Break something",
    text: "Edit the policy behind the bot's back: add a statement, and write it. ECR refuses mistakes as AWS does, and the bot leaves alone what others wrote. Or switch on a fault, or kill the bot and start it again.",
    help: "Open the policy's editor",
    show: (ways) => {
      toPanel(ways, "policy");
      (document.querySelector("[data-testid='pen-open']") ?? byId("pen-text"))?.click();
    },
    done: (state) => policy(state).includes("ByHand") || worldNow()?.ecr !== "well" || worldNow()?.slackAway || worldNow()?.bot !== "running",
  },
  {
    title: "Let time pass",
    text: "Jump 6 days, an hour, and a day. Whoever holds access is warned a day before its end, and an hour before; then the statement goes, and the card says so.",
    help: "Show me the clock",
    show: (ways) => {
      toPanel(ways, "world");
      document.querySelector("[data-testid='clock-P6D']")?.focus();
    },
    done: (state) => events().some((each) => /GRANT_ENDED|ENDED/.test(each.kind)) || (versions(state).some((each) => each.policy.includes("EcrBot")) && !policy(state).includes("EcrBot")),
  },
  {
    title: "Ask who has access",
    text: "Ask in the chat: the answer names who, by which statement, and when that was read. The panel's Who asks the same of the live policy, for anybody that exists.",
    help: "Type it for me",
    show: async (ways) => {
      openPane("who");
      choose(PLACE);
      await ways.become(RITA);
      ways.go(CARDS);
      typed(WHO);
    },
    done: (state) => channel(state, CARDS).concat(channel(state, "D0REQUESTER")).some((m) => m.ephemeral && Number(m.ts) * 1000 > now() - 600_000 && JSON.stringify(m.blocks).includes("payments/api") && /[Ww]ho |can pull|has pull|[Nn]obody/.test(JSON.stringify(m.blocks))),
  },
];
