interface Entry {
  id: string
  dueAt: number
  sequence: number
}

/** Ids that wait for their moment: the earliest first, and in order of arrival among equals. */
export class DueLine {
  #heap: Entry[] = []
  #sequence = 0

  get nextDueAt(): number | undefined {
    return this.#heap[0]?.dueAt
  }

  add(id: string, dueAt: number): void {
    this.#sequence += 1
    this.#heap.push({ id, dueAt, sequence: this.#sequence })
    let child = this.#heap.length - 1
    while (child > 0) {
      const parent = (child - 1) >> 1
      if (!this.#swapIfEarlier(child, parent)) break
      child = parent
    }
  }

  takeDue(now: number): string | undefined {
    const first = this.#heap[0]
    if (first === undefined || first.dueAt > now) return undefined
    const last = this.#heap.pop()
    if (last !== undefined && this.#heap.length > 0) {
      this.#heap[0] = last
      this.#sink()
    }
    return first.id
  }

  clear(): void {
    this.#heap = []
  }

  #sink(): void {
    let parent = 0
    for (;;) {
      const left = 2 * parent + 1
      const right = left + 1
      const earlier = this.#isEarlier(right, left) ? right : left
      if (!this.#swapIfEarlier(earlier, parent)) return
      parent = earlier
    }
  }

  #isEarlier(one: number, other: number): boolean {
    const first = this.#heap[one]
    const second = this.#heap[other]
    if (first === undefined || second === undefined) return false
    return first.dueAt === second.dueAt ? first.sequence < second.sequence : first.dueAt < second.dueAt
  }

  #swapIfEarlier(child: number, parent: number): boolean {
    if (!this.#isEarlier(child, parent)) return false
    const moved = this.#heap[child]
    const displaced = this.#heap[parent]
    if (moved === undefined || displaced === undefined) return false
    this.#heap[parent] = moved
    this.#heap[child] = displaced
    return true
  }
}
