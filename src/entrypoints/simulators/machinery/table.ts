export interface TableOptions<Row> {
  /** Rows kept before the oldest evictable ones go; a load test must not eat the machine's memory. */
  limit?: number
  mayEvict?: (row: Row) => boolean
  onPut?: (id: string, row: Row) => void
  onDrop?: (id: string, row: Row) => void
}

interface Place<Row> {
  position: number
  row: Row
}

// Looking further for something evictable would turn every insert into a scan.
const EVICTION_REACH = 32

/**
 * Rows by id, in order of arrival, walked newest first without sorting. Rows are
 * replaced, never changed in place, so a rendered answer stays as it was.
 */
export class Table<Row> {
  readonly name: string
  readonly #options: TableOptions<Row>
  readonly #write: (name: string, id: string, row: Row | null) => void
  readonly #places = new Map<string, Place<Row>>()
  #order: (string | undefined)[] = []
  #firstPosition = 0

  constructor(
    name: string,
    options: TableOptions<Row>,
    write: (name: string, id: string, row: Row | null) => void,
  ) {
    this.name = name
    this.#options = options
    this.#write = write
  }

  get size(): number {
    return this.#places.size
  }

  get(id: string): Row | undefined {
    return this.#places.get(id)?.row
  }

  put(id: string, row: Row): void {
    this.#write(this.name, id, row)
    this.load(id, row)
  }

  drop(id: string): void {
    if (!this.#places.has(id)) return
    this.#write(this.name, id, null)
    this.unload(id)
  }

  /** As `put`, for a row that the journal already holds. */
  load(id: string, row: Row): void {
    const place = this.#places.get(id)
    if (place === undefined) {
      this.#places.set(id, { position: this.#firstPosition + this.#order.length, row })
      this.#order.push(id)
      this.#evict()
    } else {
      place.row = row
    }
    this.#options.onPut?.(id, row)
  }

  unload(id: string): void {
    const place = this.#places.get(id)
    if (place === undefined) return
    this.#places.delete(id)
    this.#order[place.position - this.#firstPosition] = undefined
    this.#options.onDrop?.(id, place.row)
  }

  clear(): void {
    for (const [id, place] of this.#places) this.#options.onDrop?.(id, place.row)
    this.#places.clear()
    this.#order = []
    this.#firstPosition = 0
  }

  *oldestFirst(): Generator<[string, Row]> {
    for (const id of this.#order) {
      const row = id === undefined ? undefined : this.get(id)
      if (id !== undefined && row !== undefined) yield [id, row]
    }
  }

  /** Newest first, starting just below `afterId` when it is given and known. */
  *newestFirst(afterId?: string): Generator<[string, Row]> {
    const after = afterId === undefined ? undefined : this.#places.get(afterId)
    let index = (after === undefined ? this.#order.length : after.position - this.#firstPosition) - 1
    for (; index >= 0; index -= 1) {
      const id = this.#order[index]
      const row = id === undefined ? undefined : this.get(id)
      if (id !== undefined && row !== undefined) yield [id, row]
    }
  }

  /** The rows put after `beforeId`, the one just above it first. */
  *newerThan(beforeId: string): Generator<[string, Row]> {
    const before = this.#places.get(beforeId)
    if (before === undefined) return
    for (let index = before.position - this.#firstPosition + 1; index < this.#order.length; index += 1) {
      const id = this.#order[index]
      const row = id === undefined ? undefined : this.get(id)
      if (id !== undefined && row !== undefined) yield [id, row]
    }
  }

  #evict(): void {
    const { limit, mayEvict } = this.#options
    if (limit === undefined || this.#places.size <= limit) return
    let looked = 0
    for (const [id, place] of this.#places) {
      looked += 1
      if (looked > EVICTION_REACH) break
      if (mayEvict === undefined || mayEvict(place.row)) {
        this.unload(id)
        break
      }
    }
    this.#forgetLeadingHoles()
  }

  #forgetLeadingHoles(): void {
    let holes = 0
    while (holes < this.#order.length && this.#order[holes] === undefined) holes += 1
    // In large steps, since cutting the front of an array copies the rest of it.
    if (holes < 4096) return
    this.#order.splice(0, holes)
    this.#firstPosition += holes
  }
}
