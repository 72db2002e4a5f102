import { createServer } from 'node:net'

/** Whether a server could listen there now. */
function isFree(host: string, port: number): Promise<boolean> {
  return new Promise((resolve) => {
    const probe = createServer()
    probe.once('error', () => {
      resolve(false)
    })
    probe.listen(port, host, () => {
      probe.close(() => {
        resolve(true)
      })
    })
  })
}

/** The wanted port, or the next free one above it; 0 stays 0 and means any. */
export async function freePortFrom(host: string, wanted: number): Promise<number> {
  if (wanted === 0) return anyFreePort(host)
  for (let port = wanted; port < Math.min(wanted + 200, 65_536); port += 1) {
    if (await isFree(host, port)) return port
  }
  return anyFreePort(host)
}

function anyFreePort(host: string): Promise<number> {
  return new Promise((resolve, reject) => {
    const probe = createServer()
    probe.once('error', reject)
    probe.listen(0, host, () => {
      const address = probe.address()
      probe.close(() => {
        if (address === null || typeof address === 'string') reject(new Error('no port could be had'))
        else resolve(address.port)
      })
    })
  })
}
