# syntax=docker/dockerfile:1

# Exact versions; deploy/README.md says how to pin them by digest.
# npm of this image installs and builds; the Node that runs Atelier is the one pinned in package-lock.json.
FROM node:24.1.0-bookworm-slim AS build
WORKDIR /app
COPY package.json package-lock.json ./
RUN npm ci --ignore-scripts --no-audit --no-fund
COPY tsconfig.json tsconfig.build.json ./
COPY scripts scripts
COPY src src
COPY sdk sdk
COPY playground playground
# The C headers of the pinned Node are 67 MB, and nothing is compiled against them; declarations of types and source maps
# of libraries are 110 MB, and nothing reads them.
RUN npm run build && npm prune --omit=dev --ignore-scripts --no-audit --no-fund && rm -rf node_modules/node-linux-*/include \
  && find node_modules -type f \( -name '*.d.ts' -o -name '*.d.mts' -o -name '*.d.cts' -o -name '*.map' \) -delete

FROM debian:12.11-slim
# Node's own library, and the certificates that calls to Stripe and SendGrid are checked against.
RUN apt-get update && apt-get install -y --no-install-recommends libatomic1 ca-certificates && rm -rf /var/lib/apt/lists/*
RUN useradd --uid 10001 --user-group --no-create-home --shell /usr/sbin/nologin atelier \
  && install -d -o atelier -g atelier -m 0700 /data /keys
WORKDIR /app
COPY --from=build /app/package.json ./
COPY --from=build /app/node_modules node_modules
COPY --from=build /app/dist dist
# Ten transfers read and write at once, and names are looked up meanwhile.
ENV UV_THREADPOOL_SIZE=12
ENV NODE_ENV=production HOST=0.0.0.0 PORT=4000 DATA_DIR=/data KEYS_DIR=/keys PATH=/app/node_modules/.bin:$PATH
USER atelier
VOLUME ["/data", "/keys"]
EXPOSE 4000
# Whether it serves; what it depends on is /health: a provider’s outage must stop nothing.
HEALTHCHECK --interval=30s --timeout=10s --retries=3 --start-period=60s \
  CMD ["node", "-e", "fetch(`http://127.0.0.1:${process.env.PORT}/ready`).then(({ ok }) => process.exit(ok ? 0 : 1), () => process.exit(1))"]
CMD ["node", "--enable-source-maps", "--max-semi-space-size=32", "dist/server.js"]
