import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import type Koa from 'koa'

export interface HttpListener {
  url: string
  stop: () => Promise<void>
}

export async function listen(app: Koa, host: string, port: number): Promise<HttpListener> {
  app.on('error', (error: NodeJS.ErrnoException) => {
    // A client that hangs up is its own business; anything else is our defect and must be seen.
    if (error.code === 'ECONNRESET' || error.code === 'EPIPE' || error.code === 'ECONNABORTED') return
    process.stderr.write(`simulator defect: ${error.stack ?? error.message}\n`)
  })
  const answer = app.callback()
  const server = createServer((request, response) => void answer(request, response))
  // Longer than any client keeps an idle connection, so that the client is the one to close it.
  server.keepAliveTimeout = 65_000
  await new Promise<void>((resolve, reject) => {
    server.once('error', reject)
    server.listen(port, host, () => {
      server.off('error', reject)
      resolve()
    })
  })
  const address = server.address() as AddressInfo
  const shownHost = host === '0.0.0.0' || host === '::' ? '127.0.0.1' : host
  return {
    url: `http://${shownHost}:${address.port}`,
    stop: async () => {
      await new Promise<void>((resolve) => {
        server.close(() => {
          resolve()
        })
        server.closeAllConnections()
      })
    },
  }
}
