import { createHash, randomUUID } from 'node:crypto'
import { createReadStream } from 'node:fs'
import { open, rm } from 'node:fs/promises'
import type { IncomingMessage } from 'node:http'
import { tmpdir } from 'node:os'
import path from 'node:path'
import type { CsvFile } from '../../../application/ports/csv-file.ts'
import { Refusal } from '../../../domain/shared/refusal.ts'
import { readCsv } from '../csv/read-csv.ts'

const MIB = 1024 * 1024
const FILE_LIMIT = 64 * MIB

export interface ReceivedFile {
  file: CsvFile
  /** SHA-256 of its bytes: what an Idempotency-Key compares. */
  digest: Buffer
  dispose(): Promise<void>
}

/**
 * Takes a file to disk before anybody works with it: memory stays small, whoever sends slowly holds no transaction,
 * and who goes away in the middle leaves nothing. Refuses what is no `text/csv` and what is too large.
 */
export async function receiveFile(request: IncomingMessage): Promise<ReceivedFile> {
  const { headers } = request
  if (!isCsv(headers['content-type']) || headers['content-encoding'] !== undefined) {
    throw new Refusal('media_type_not_supported', 'Send text/csv in UTF-8, without compression.')
  }
  if (Number(headers['content-length'] ?? 0) > FILE_LIMIT) throw tooLarge()
  const name = path.join(tmpdir(), `waybill-import-${randomUUID()}.csv`)
  const dispose = () => rm(name, { force: true })
  try {
    const digest = await spool(request, name)
    return { file: { records: () => readCsv(createReadStream(name)) }, digest, dispose }
  } catch (error) {
    await dispose()
    throw error
  }
}

async function spool(request: IncomingMessage, name: string): Promise<Buffer> {
  const hash = createHash('sha256')
  let size = 0
  const target = await open(name, 'wx', 0o600)
  try {
    // Not destroyed when we stop reading: the refusal goes back on the same connection.
    for await (const chunk of chunksOf(request)) {
      size += chunk.length
      if (size > FILE_LIMIT) throw tooLarge()
      hash.update(chunk)
      await target.writeFile(chunk)
    }
  } finally {
    await target.close()
  }
  return hash.digest()
}

async function* chunksOf(request: IncomingMessage): AsyncGenerator<Buffer> {
  try {
    for await (const chunk of request.iterator({ destroyOnReturn: false })) yield chunk as Buffer
  } catch {
    throw new Refusal('request_invalid', 'The body did not arrive completely.')
  }
}

function tooLarge(): Refusal {
  return new Refusal('request_too_large', `The file is larger than ${FILE_LIMIT / MIB} MiB.`)
}

function isCsv(contentType: string | undefined): boolean {
  return (
    contentType !== undefined &&
    /^text\/csv *(; *charset="?utf-8"? *|; *header="?present"? *)*$/i.test(contentType)
  )
}
