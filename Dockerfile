# The server in a container: not root, nothing writable but /data. docs/deploying.md says how to run it.
FROM node:24-slim AS build
WORKDIR /app
COPY . .
# What npm start does before it starts: the packages of the lockfile that a server needs, and the three builds.
RUN node --input-type=module -e "const { install } = await import('./.ci/install.mjs'); await install('serve')" \
  && node .ci/build.mjs

FROM node:24-slim
WORKDIR /app
ENV NODE_ENV=production HOST=0.0.0.0 PORT=8787 DATABASE=/data/onetrip.db
RUN mkdir /data && chown node:node /data
COPY --from=build /app/node_modules node_modules
COPY --from=build /app/packages/server/node_modules packages/server/node_modules
COPY --from=build /app/packages/server/package.json packages/server/package.json
COPY --from=build /app/packages/server/dist packages/server/dist
COPY --from=build /app/packages/server/site packages/server/site
COPY --from=build /app/packages/widget/dist packages/widget/dist
COPY --from=build /app/knowledge/dist knowledge/dist
USER node
VOLUME /data
EXPOSE 8787
HEALTHCHECK --interval=5s --timeout=3s --start-period=20s --retries=3 \
  CMD ["node", "-e", "fetch('http://127.0.0.1:' + process.env.PORT + '/readyz').then(({ ok }) => process.exit(ok ? 0 : 1), () => process.exit(1))"]
CMD ["node", "packages/server/dist/serve.js"]
