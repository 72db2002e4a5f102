FROM node:24-bookworm-slim
WORKDIR /waybill
COPY package.json package-lock.json ./
# The embedded PostgreSQL is an optional dependency: an image has a real one beside it.
RUN npm ci --omit=dev --omit=optional
COPY openapi.yaml tsconfig.json ./
COPY sql sql
COPY src src
USER node
EXPOSE 3000
