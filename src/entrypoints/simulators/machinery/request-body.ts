import type { IncomingMessage } from 'node:http'

const LARGEST_BODY_BYTES = 2 * 1024 * 1024

/** The body as text; null when it is too large to be meant seriously. */
export async function readBody(request: IncomingMessage): Promise<string | null> {
  const chunks: Buffer[] = []
  let size = 0
  for await (const chunk of request as AsyncIterable<Buffer>) {
    size += chunk.length
    if (size <= LARGEST_BODY_BYTES) chunks.push(chunk)
  }
  return size > LARGEST_BODY_BYTES ? null : Buffer.concat(chunks).toString('utf8')
}

export function isJsonObject(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value)
}
