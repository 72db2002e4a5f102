import {
  closeSync,
  existsSync,
  fsyncSync,
  mkdirSync,
  openSync,
  readSync,
  renameSync,
  writeSync,
} from 'node:fs'
import { dirname } from 'node:path'
import { Table, type TableOptions } from './table.ts'

type Operation = [table: string, id: string, row: unknown]

// A long load test writes about a megabyte a second; past this the file is rewritten while running.
const REWRITE_AFTER_BYTES = 512 * 1024 * 1024

/**
 * The memory of one simulator: tables whose every change is one line of an append-only
 * file, written before anybody hears of it. `kill -9` loses nothing, as the kernel
 * already has the bytes; only a power cut could. Without a file it is memory only.
 */
export class Journal {
  readonly #path: string | null
  readonly #tables = new Map<string, Table<unknown>>()
  #descriptor: number | null = null
  #bytes = 0
  #depth = 0
  #batch: Operation[] = []

  constructor(path: string | null) {
    this.#path = path
  }

  table<Row>(name: string, options: TableOptions<Row> = {}): Table<Row> {
    const table = new Table<Row>(name, options, (tableName, id, row) => {
      this.#append([tableName, id, row])
    })
    this.#tables.set(name, table as Table<unknown>)
    return table
  }

  /** Reads the file into the tables and rewrites it without its history. Call once, before serving. */
  open(): void {
    if (this.#path === null) return
    mkdirSync(dirname(this.#path), { recursive: true })
    if (existsSync(this.#path)) this.#replay(this.#path)
    this.#rewrite(this.#path)
  }

  /** Everything put inside `change` reaches the file as one line: all of it survives, or none. */
  commit<Result>(change: () => Result): Result {
    this.#depth += 1
    try {
      return change()
    } finally {
      this.#depth -= 1
      if (this.#depth === 0) this.#flush()
    }
  }

  reset(): void {
    for (const table of this.#tables.values()) table.clear()
    this.#batch = []
    if (this.#path !== null && this.#descriptor !== null) this.#rewrite(this.#path)
  }

  close(): void {
    this.#flush()
    if (this.#descriptor !== null) closeSync(this.#descriptor)
    this.#descriptor = null
  }

  #append(operation: Operation): void {
    if (this.#path === null) return
    this.#batch.push(operation)
    if (this.#depth === 0) this.#flush()
  }

  #flush(): void {
    if (this.#batch.length === 0 || this.#descriptor === null || this.#path === null) return
    const line = Buffer.from(`${JSON.stringify(this.#batch)}\n`)
    this.#batch = []
    writeWhole(this.#descriptor, line)
    this.#bytes += line.length
    if (this.#bytes > REWRITE_AFTER_BYTES) this.#rewrite(this.#path)
  }

  #replay(path: string): void {
    for (const line of linesOf(path)) {
      let operations: Operation[]
      try {
        operations = JSON.parse(line) as Operation[]
      } catch {
        // Only the last line can be torn, and nobody was told of what it held.
        continue
      }
      for (const [tableName, id, row] of operations) {
        const table = this.#tables.get(tableName)
        if (row === null) table?.unload(id)
        else table?.load(id, row)
      }
    }
  }

  #rewrite(path: string): void {
    const fresh = `${path}.new`
    const descriptor = openSync(fresh, 'w')
    for (const table of this.#tables.values()) {
      for (const [id, row] of table.oldestFirst()) {
        writeWhole(descriptor, Buffer.from(`${JSON.stringify([[table.name, id, row]])}\n`))
      }
    }
    fsyncSync(descriptor)
    renameSync(fresh, path)
    if (this.#descriptor !== null) closeSync(this.#descriptor)
    this.#descriptor = descriptor
    this.#bytes = 0
  }
}

function writeWhole(descriptor: number, bytes: Buffer): void {
  let written = 0
  while (written < bytes.length) written += writeSync(descriptor, bytes, written)
}

function* linesOf(path: string): Generator<string> {
  const descriptor = openSync(path, 'r')
  const chunk = Buffer.alloc(1024 * 1024)
  let rest: Buffer = Buffer.alloc(0)
  try {
    for (;;) {
      const count = readSync(descriptor, chunk, 0, chunk.length, null)
      if (count === 0) break
      const bytes = Buffer.concat([rest, chunk.subarray(0, count)])
      let from = 0
      for (let end = bytes.indexOf(10, from); end !== -1; end = bytes.indexOf(10, from)) {
        yield bytes.toString('utf8', from, end)
        from = end + 1
      }
      rest = bytes.subarray(from)
    }
  } finally {
    closeSync(descriptor)
  }
}
