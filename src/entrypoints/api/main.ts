import { createHash } from 'node:crypto'
import { hostInUrl } from '../bootstrap/ports.ts'
import { startProcess } from '../bootstrap/start-process.ts'
import { startApi } from './server.ts'

await startProcess('api', false, async ({ app }, config, lifecycle) => {
  const api = await startApi(app, {
    host: config.host,
    port: config.port,
    publicUrl: config.publicUrl ?? `http://${hostInUrl(config.host)}:${config.port}`,
    // The same in every API process over one database, so that a page begun at one goes on at another.
    cursorSecret: createHash('sha256').update(`cursor:${config.databaseUrl}`).digest('hex'),
  })
  lifecycle.add('api', () => api.stop(25_000))
  return `listening at ${api.url}`
})
