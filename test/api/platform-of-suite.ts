import { startTestPlatform, type TestPlatform } from '../support/platform.ts'

let started: Promise<TestPlatform> | undefined
let users = 0

/** The one platform that all API suites share: started by the first suite that runs, closed after the last. */
export function usePlatform(): void {
  users += 1
  before(async function () {
    this.timeout(60_000)
    await platform()
  })
  after(async function () {
    this.timeout(30_000)
    users -= 1
    if (users === 0) await close()
  })
}

export async function platform(): Promise<TestPlatform> {
  started ??= startTestPlatform().then(async (running) => {
    await running.pricesSynced()
    return running
  })
  return started
}

async function close(): Promise<void> {
  const running = started
  started = undefined
  await (await running)?.close()
}

// With --grep not every suite runs, and the root hooks have stopped the database by then: only the rest is closed.
after(async function () {
  this.timeout(30_000)
  await close().catch(() => undefined)
})
