/** Things that were started, stopped in reverse order. */
export class Lifecycle {
  readonly #stops: { name: string; stop: () => Promise<void> }[] = []

  /** Remembers how to stop what has just started. */
  add(name: string, stop: () => Promise<void>): void {
    this.#stops.push({ name, stop })
  }

  /** Stops everything, newest first, and answers what could not be stopped. A part that fails holds nothing up. */
  async stop(): Promise<string[]> {
    const failures: string[] = []
    for (const { name, stop } of this.#stops.splice(0).reverse()) {
      try {
        await stop()
      } catch (error) {
        failures.push(`${name}: ${error instanceof Error ? error.message : String(error)}`)
      }
    }
    return failures
  }
}

/**
 * Runs `stop` once on the first SIGINT or SIGTERM and then ends the process; a second signal changes nothing.
 * After the deadline the process ends whatever is still open.
 */
export function stopOnSignal(stop: (signal: string) => Promise<void>, deadlineMs: number): void {
  let isStopping = false
  const leave = (signal: string) => {
    if (isStopping) return
    isStopping = true
    const overdue = setTimeout(() => process.exit(1), deadlineMs)
    stop(signal).then(
      () => {
        clearTimeout(overdue)
        process.exit(0)
      },
      () => process.exit(1),
    )
  }
  process.on('SIGINT', leave)
  process.on('SIGTERM', leave)
}
