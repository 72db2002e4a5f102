import { readFile, writeFile } from 'node:fs/promises'
import { createServer } from 'node:net'
import { join } from 'node:path'

/** The wanted port, else the one of last time, else any: a bookmarked connection keeps working where it can. */
export async function choosePort(dataDir: string, wanted: number | undefined): Promise<number> {
  for (const candidate of [wanted, await lastPort(dataDir)]) {
    if (candidate !== undefined && candidate !== 0 && (await tryPort(candidate)) !== undefined)
      return candidate
  }
  return anyPort()
}

export async function anyPort(): Promise<number> {
  const port = await tryPort(0)
  if (port === undefined) throw new Error('The system has no free TCP port on 127.0.0.1')
  return port
}

export async function rememberPort(dataDir: string, port: number): Promise<void> {
  await writeFile(portPath(dataDir), `${String(port)}\n`)
}

async function lastPort(dataDir: string): Promise<number | undefined> {
  const port = Number.parseInt(await readFile(portPath(dataDir), 'utf8').catch(() => ''), 10)
  return port > 0 && port < 65536 ? port : undefined
}

async function tryPort(port: number): Promise<number | undefined> {
  return new Promise((resolve) => {
    const server = createServer()
    server.once('error', () => {
      resolve(undefined)
    })
    server.listen({ port, host: '127.0.0.1', exclusive: true }, () => {
      const address = server.address()
      server.close(() => {
        resolve(typeof address === 'object' ? address?.port : undefined)
      })
    })
  })
}

function portPath(dataDir: string): string {
  return join(dataDir, 'postgres-port')
}
