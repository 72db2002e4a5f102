import { createHash } from 'node:crypto'
import { decodeUuid, encodeUuid } from './base32.ts'

/** The queue's spelling of a job id. */
export function jobIdToUuid(jobId: string): string {
  return decodeUuid(jobId.slice('job_'.length))
}

export function uuidToJobId(uuid: string): `job_${string}` {
  return `job_${encodeUuid(uuid)}`
}

/** The same key is the same job, in every process and after every crash (RFC 9562, version 8: made of a digest). */
export function jobIdForKey(key: string): `job_${string}` {
  const hex = createHash('sha256').update(key).digest('hex').slice(0, 32)
  return uuidToJobId(`${hex.slice(0, 8)}-${hex.slice(8, 12)}-8${hex.slice(13, 16)}-8${hex.slice(17, 20)}-${hex.slice(20)}`)
}
