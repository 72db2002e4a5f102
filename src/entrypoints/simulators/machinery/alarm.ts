// setTimeout overflows above this and then fires at once.
const LONGEST_MS = 2 ** 31 - 1

/** One timer that never keeps the process alive; setting it again replaces the earlier moment. */
export class Alarm {
  readonly #ring: () => void
  #timer: NodeJS.Timeout | null = null

  constructor(ring: () => void) {
    this.#ring = ring
  }

  set(at: number): void {
    this.clear()
    const wait = Math.min(Math.max(at - Date.now(), 0), LONGEST_MS)
    this.#timer = setTimeout(() => {
      this.#timer = null
      this.#ring()
    }, wait)
    this.#timer.unref()
  }

  clear(): void {
    if (this.#timer !== null) clearTimeout(this.#timer)
    this.#timer = null
  }
}
