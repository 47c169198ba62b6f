#!/bin/sh
# Makes the AOT cache of an installed bot: starts it once, with nobody to talk to, knocks at both its ports, and ends it.
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
export AWS_ENDPOINT_URL_ECR=http://127.0.0.1:9 AWS_ENDPOINT_URL_STS=http://127.0.0.1:9 AWS_ENDPOINT_URL_IAM=http://127.0.0.1:9
unset LOG_FORMAT STORE_USER STORE_PASSWORD || true

(cd "$work" && exec "$java" -XX:AOTCacheOutput="$work/ecr-bot.aot" $(cat "$here/jvm.options") \
  -jar "$app/ecr-bot.jar" run --config "$here/training.yml") > "$work/log" 2>&1 &
bot=$!
tries=0
until grep -q "ecr-bot serves" "$work/log"; do
  tries=$((tries + 1))
  if [ $tries -gt 600 ] || ! kill -0 $bot 2> /dev/null; then
    cat "$work/log"
    exit 1
  fi
  sleep 0.1
done
# It isn't ready, and knows none of Slack's signatures: what matters is that answering is in the cache, too.
wget -q -O /dev/null http://127.0.0.1:27302/health/ready || true
wget -q -O /dev/null http://127.0.0.1:27302/metrics || true
wget -q -O /dev/null --post-data 'command=%2Fecr' http://127.0.0.1:27301/slack/events || true
# What is done first of all, once it serves, is learned, too.
sleep 3
kill -TERM $bot
# 143: ended by SIGTERM. The cache is written as the JVM ends.
wait $bot || [ $? -eq 143 ] || { cat "$work/log"; exit 1; }
test -s "$work/ecr-bot.aot" || { cat "$work/log"; exit 1; }
mv "$work/ecr-bot.aot" "$app/ecr-bot.aot"
