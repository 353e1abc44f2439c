# The services of Empty Record and its command line, one image each. The jars are built once for all; what changes least comes first.
#   SERVICE  the jar's name, for example dwfm
#   HEAP     largest Java heap, for example 64m

FROM --platform=$BUILDPLATFORM maven:3.9-eclipse-temurin-25 AS build
WORKDIR /src
COPY . .
RUN --mount=type=cache,target=/libraries mvn -q -B -T 2 -Dmaven.repo.local=/libraries -Pjars package -DskipTests -pl lab-cli -am
# What others wrote goes to one layer that all images share; our own libraries change as often as the services do. The command
# line also uses services as libraries: their cores, and the control room's judge.
RUN mkdir -p /dist/own/lib /dist/tools/lib \
 && cd lab-cli/target/dist \
 && mv lib/region-api-*.jar lib/droplet-api-*.jar lib/service-kit-*.jar lib/night-*.jar lib/scenario-*.jar /dist/own/lib/ \
 && mv lib/race-*.jar lib/spec-*.jar /dist/tools/lib/ \
 && for own in *.jar; do mv lib/"${own%.jar}"-[0-9]*.jar /dist/tools/lib/ 2>/dev/null || true; done \
 && mv lib /dist/lib \
 && mv *.jar /dist/own/

# A runtime of the standard modules and the few others that are used, without the tools, compressed.
FROM maven:3.9-eclipse-temurin-25 AS jre
RUN jlink --output /jre --compress zip-6 --no-header-files --no-man-pages --generate-cds-archive \
      --add-modules java.se,jdk.crypto.ec,jdk.httpserver,jdk.jfr,jdk.management,jdk.management.agent,jdk.naming.dns,jdk.net,jdk.unsupported,jdk.zipfs

FROM debian:bookworm-slim AS runtime
COPY --from=jre /jre /opt/java
ENV PATH=/opt/java/bin:$PATH LANG=C.UTF-8
LABEL org.opencontainers.image.title="Empty Record" \
      org.opencontainers.image.description="The AWS us-east-1 outage of 2025-10-20 as a system that people run, break and heal" \
      org.opencontainers.image.licenses="Apache-2.0"
ENV MALLOC_ARENA_MAX=2
# A named volume takes its owner from the folder that it is mounted on.
RUN mkdir /data /region && chown 10001:10001 /data /region
WORKDIR /app
COPY lab-cli/src/main/dist/jvm.options ./
COPY --from=build /dist/lib ./lib

FROM runtime AS service
ARG SERVICE
ARG HEAP
LABEL org.opencontainers.image.title="Empty Record: ${SERVICE}"
COPY --from=build /dist/own/lib ./lib
COPY --from=build /dist/own/${SERVICE}.jar ./service.jar
# The start-up cache (JEP 514) fits only the JVM, the options and the jars that it was made with, so it is made here.
RUN printf -- '-Xmx%s\n' "${HEAP:?}" > heap.options \
 && java @jvm.options @heap.options -XX:AOTCacheOutput=/app/service.aot -Dspring.context.exit=onRefresh \
        -jar /app/service.jar --server.port=0 --lab.data-dir=/tmp/training \
 && test -s service.aot \
 && rm -rf /tmp/training /tmp/hsperf*
USER 10001:10001
ENTRYPOINT ["java", "@/app/jvm.options", "@/app/heap.options", "-XX:AOTCache=/app/service.aot", "-Xlog:aot=off", \
            "-jar", "/app/service.jar"]

# The command line, for machines without a JDK. Runs are kept in /lab/runs, which is the project's folder on the host.
FROM runtime AS lab
LABEL org.opencontainers.image.title="Empty Record: command line"
ENV LAB_RUN=/tmp/region
COPY --from=build /dist/own/lib ./lib
COPY --from=build /dist/tools/lib ./lib
COPY --from=build /dist/own/lab.jar ./
COPY scenarios /lab/scenarios
# A container that runs already is asked by the same name: kubectl exec deploy/lab -- lab status.
COPY --chmod=755 lab-cli/src/main/container/lab /usr/local/bin/
WORKDIR /lab
USER 10001:10001
ENTRYPOINT ["lab"]
