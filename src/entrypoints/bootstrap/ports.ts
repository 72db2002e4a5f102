import { createServer } from 'node:net'

/** The process cannot listen where it was told to; the message is one sentence with the remedy. */
export class AddressUnusable extends Error {}

/** A host as it stands in an address: IPv6 in brackets. */
export const hostInUrl = (host: string): string => (host.includes(':') ? `[${host}]` : host)

/** The refusal of a port that another program has. */
export function portInUse(port: number): AddressUnusable {
  return new AddressUnusable(
    `Port ${port} is in use by another program: stop that, or set PORT to a free one.`,
  )
}

/** Why nobody can listen there, whoever else does; anything else is answered as it is. */
export function explainedListening(host: string, port: number, error: unknown): unknown {
  switch ((error as { code?: string }).code) {
    case 'EADDRINUSE':
      return portInUse(port)
    case 'EACCES':
      return new AddressUnusable(
        `Port ${port} is kept for privileged programs: set PORT to one above 1023, or run as one that may.`,
      )
    case 'EADDRNOTAVAIL':
    case 'ENOTFOUND':
    case 'EAI_AGAIN':
    case 'EINVAL':
      return new AddressUnusable(
        `HOST ${host} is no address of this machine: set it to one of its own, such as 127.0.0.1, or 0.0.0.0 for all.`,
      )
    default:
      return error
  }
}

/** Listens there for a moment, and answers the port. */
function probe(host: string, port: number): Promise<number> {
  return new Promise((resolve, reject) => {
    const server = createServer()
    server.once('error', reject)
    server.listen(port, host, () => {
      const address = server.address()
      server.close(() => {
        if (address === null || typeof address === 'string') reject(new Error('no port could be had'))
        else resolve(address.port)
      })
    })
  })
}

/**
 * The wanted port, or the next free one above it; 0 means any. Refuses with AddressUnusable where no other port would
 * help: a host that is not ours, a port that only others may have.
 */
export async function freePortFrom(host: string, wanted: number): Promise<number> {
  if (wanted > 0) {
    for (let port = wanted; port < Math.min(wanted + 200, 65_536); port += 1) {
      try {
        return await probe(host, port)
      } catch (error) {
        if ((error as { code?: string }).code !== 'EADDRINUSE') throw explainedListening(host, port, error)
      }
    }
  }
  return probe(host, 0).catch((error: unknown) => {
    throw explainedListening(host, 0, error)
  })
}
