import { hash } from 'node:crypto'
import type { Id } from '../../domain/shared/ids.ts'
import { decodeHex, encodeHex } from './crockford.ts'

const prefix = 'job_'
const uuidShape = /^[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}$/i

/** The queue's own form of a job's id. */
export function jobIdToUuid(jobId: string): string {
  const hex = jobId.startsWith(prefix) ? decodeHex(jobId.slice(prefix.length)) : null
  if (hex === null) throw new Error(`${jobId} is not the id of a job`)
  return dashed(hex)
}

export function uuidToJobId(uuid: string): Id<'job'> {
  if (!uuidShape.test(uuid)) throw new Error(`${uuid} is not a UUID`)
  return `job_${encodeHex(uuid.replaceAll('-', ''))}`
}

/** The same key is the same id, in every process and after every restart: that is what makes a keyed job one job. */
export function jobIdForKey(key: string): Id<'job'> {
  const digest = hash('sha256', key)
  // Version 8 is RFC 9562's mark for "made by rules of our own"; the variant bits make it a UUID at all.
  const variant = ((Number.parseInt(digest.charAt(16), 16) & 3) | 8).toString(16)
  return `job_${encodeHex(`${digest.slice(0, 12)}8${digest.slice(13, 16)}${variant}${digest.slice(17, 32)}`)}`
}

function dashed(hex: string): string {
  return [hex.slice(0, 8), hex.slice(8, 12), hex.slice(12, 16), hex.slice(16, 20), hex.slice(20)].join('-')
}
