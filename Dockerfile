# docker build -t ecr-bot .
# docker run --read-only --tmpfs /tmp -v ecr-bot-data:/data -v "$PWD/config:/config:ro" --env-file secrets.env ecr-bot

FROM eclipse-temurin:17-jdk AS build
WORKDIR /src
COPY . .
RUN --mount=type=cache,target=/root/.m2 ./mvnw -q -B -Dmaven.test.skip=true package

# 17 has no small image for arm64.
FROM eclipse-temurin:21-jre-alpine
RUN mkdir /data && chown 10001:10001 /data
# Libraries before the jar: they change seldom, and so does their layer.
COPY --from=build /src/bot/target/lib /app/lib
COPY --from=build /src/bot/target/ecr-bot.jar /app/
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
# Exec form: SIGTERM reaches Java and not a shell. The JVM writes nothing outside /tmp and /data.
ENTRYPOINT ["java", "-Dfile.encoding=UTF-8", "-XX:+UseSerialGC", "-XX:TieredStopAtLevel=1", "-XX:MaxRAMPercentage=75", "-XX:-UsePerfData", "-XX:+ExitOnOutOfMemoryError", "-Djava.io.tmpdir=/tmp", "-jar", "/app/ecr-bot.jar"]
CMD ["run", "--config", "/config/ecr-bot.yml"]
