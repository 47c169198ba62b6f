#!/bin/sh
# Makes the AOT cache of an installed bot: has it start and answer some commands once, with nobody to talk to, and ends it.
#   train.sh APP [JAVA]     APP: the folder with ecr-bot.jar and lib; JAVA: the java that will run it, and no other
# The options have to be those that the bot runs with: a cache made with others isn't used.
set -eu
app=$1
java=${2:-java}
here=$(cd "$(dirname "$0")" && pwd)
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT

export SLACK_BOT_TOKEN=xoxb-training-0-0 SLACK_SIGNING_SECRET=training
export AWS_REGION=us-east-1 AWS_ACCESS_KEY_ID=training AWS_SECRET_ACCESS_KEY=training AWS_EC2_METADATA_DISABLED=true
# There the training itself answers, as Slack and as AWS.
export AWS_ENDPOINT_URL_ECR=http://127.0.0.1:27303 AWS_ENDPOINT_URL_STS=http://127.0.0.1:27303
export AWS_ENDPOINT_URL_IAM=http://127.0.0.1:27303
unset LOG_FORMAT STORE_USER STORE_PASSWORD || true

# Most starts find a store, and some a changed configuration: the first one, from which nothing is kept, makes what the second one finds.
sed 's/name: payments/name: earlier/' "$here/training.yml" > "$work/earlier.yml"
train() {
  (cd "$work" && "$java" "$@" -cp "$app/ecr-bot.jar" dev.ecrbot.training.Training "$config") > "$work/log" 2>&1 \
    || { cat "$work/log"; exit 1; }
}
config=$work/earlier.yml
train
config=$here/training.yml
train -XX:AOTCacheOutput="$work/ecr-bot.aot" $(cat "$here/jvm.options")
# The cache is written as the JVM ends.
test -s "$work/ecr-bot.aot" || { cat "$work/log"; exit 1; }
mv "$work/ecr-bot.aot" "$app/ecr-bot.aot"
