# docker build -t ecr-bot .
# docker run --read-only --tmpfs /tmp -v ecr-bot-data:/data -v "$PWD/config:/config:ro" --env-file secrets.env ecr-bot
#
# The two images below are named by tag, so that a build has what was mended in them since. To build on the very same ones each
# time, name them by digest, which “docker buildx imagetools inspect eclipse-temurin:25-jre-alpine” tells:
#   docker build --build-arg RUN_IMAGE=eclipse-temurin:25-jre-alpine@sha256:… --build-arg BUILD_IMAGE=eclipse-temurin:17-jdk@sha256:… .
ARG BUILD_IMAGE=eclipse-temurin:17-jdk
ARG RUN_IMAGE=eclipse-temurin:25-jre-alpine

FROM ${BUILD_IMAGE} AS build
WORKDIR /src
COPY . .
RUN --mount=type=cache,target=/root/.m2 ./mvnw -q -B -Dmaven.test.skip=true package

# The AOT cache is made by the Java that runs the bot, from the files that it runs, and with its options: it is of no use to others.
FROM ${RUN_IMAGE} AS trained
COPY --from=build /src/bot/target/lib /app/lib
COPY --from=build /src/bot/target/ecr-bot.jar /app/
COPY bot/src/main/docker /train
RUN sh /train/train.sh /app

FROM ${RUN_IMAGE}
RUN mkdir /data && chown 10001:10001 /data
# Libraries before the jar: they change seldom, and so does their layer.
COPY --from=trained /app/lib /app/lib
COPY --from=trained /app/ecr-bot.jar /app/ecr-bot.aot /app/
# A number and not a name, so that Kubernetes can tell it isn't root.
USER 10001:10001
# The default store is ./data/ecr-bot, which makes it a file under /data.
WORKDIR /
VOLUME /data
EXPOSE 3000 8080
# With another ops.port, give the same one here: docker run -e OPS_PORT=9090 …
ENV OPS_PORT=8080
HEALTHCHECK --interval=15s --timeout=3s --start-period=20s \
  CMD ["/bin/sh", "-c", "exec wget -q -O /dev/null -T 2 http://127.0.0.1:${OPS_PORT}/health/live"]
# Half of the memory is the heap's, since what Java takes beside it has to fit in, too. This collector looks at the old part of the heap
# while it is small, and gives back what isn't needed; one that works in a single thread fills all of the heap before it does. The young part
# is kept small, since all of it is in use all the time, and little of what the bot makes lives long.
# It begins to look at the old part when the heap is a little more than half full. Left to itself it learns to wait for three quarters of the
# most that it may have, and keeps all of that.
# The cache isn't moved to another address at each start, which would be a copy of all of it in memory and an eighth of a start's work;
# what that hides from an attacker is where the descriptions of classes lie, and not code.
# What the training found to be called often isn't compiled at each start: that was more work than it saved.
# Exec form: SIGTERM reaches Java and not a shell. The JVM writes nothing outside /tmp and /data.
ENTRYPOINT ["java", "-Dfile.encoding=UTF-8", "-XX:+UseG1GC", "-XX:TieredStopAtLevel=1", "-XX:AOTCache=/app/ecr-bot.aot", "-XX:+UnlockDiagnosticVMOptions", "-XX:ArchiveRelocationMode=0", "-XX:-AOTReplayTraining", "-XX:MaxNewSize=16m", "-XX:GCTimeRatio=4", "-XX:MinHeapFreeRatio=10", "-XX:MaxHeapFreeRatio=30", "-XX:-G1UseAdaptiveIHOP", "-XX:InitiatingHeapOccupancyPercent=55", "-XX:MaxRAMPercentage=50", "-XX:-UsePerfData", "-XX:+ExitOnOutOfMemoryError", "-Djava.io.tmpdir=/tmp", "-jar", "/app/ecr-bot.jar"]
CMD ["run", "--config", "/config/ecr-bot.yml"]
