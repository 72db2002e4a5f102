import { Alarm } from './alarm.ts'
import { DueLine } from './due-line.ts'
import type { Journal } from './journal.ts'
import { createPushPoster, type PushAnswer, type PushRequest } from './push-post.ts'
import type { Table } from './table.ts'

export interface PushRow {
  /** What is pushed; the owner of the queue knows how to render it. */
  subjectId: string
  createdAt: number
  dueAt: number
  attempts: number
  state: 'pending' | 'delivered' | 'dropped' | 'given_up'
  lastStatus: number | null
  lastError: string | null
  settledAt: number | null
  /** How this one push is spoilt, if it is; faults that apply to any attempt are not here. */
  spoilt?: string
}

export interface PushQueueOptions {
  journal: Journal
  name: string
  /** Rendered anew for each attempt, since a signature holds the moment of sending. */
  render: (pushId: string, row: PushRow) => PushRequest | null
  /** Told with +1 or -1 as pushes of a subject come to be owed to the listener, or cease to be. */
  onOwed?: (subjectId: string, change: 1 | -1) => void
  concurrency?: number
  timeoutMs?: number
  retryDelaysMs?: readonly number[]
}

export interface PushQueue {
  rows: Table<PushRow>
  add: (pushId: string, subjectId: string, dueAt: number, spoilt?: string) => void
  drop: (pushId: string, subjectId: string) => void
  resume: () => void
  counts: () => { delivered: number; pending: number; attempts: number; failedAttempts: number }
  clear: () => void
  stop: () => void
}

const THREE_DAYS_MS = 3 * 24 * 60 * 60 * 1000
const KEPT_ROWS = 10_000
// With the listener down, thousands of pushes fail in a millisecond each: one at a time, gently.
const OUTAGE_AFTER_FAILURES = 16
const OUTAGE_PAUSE_MS = 50

export function createPushQueue(options: PushQueueOptions): PushQueue {
  const concurrency = options.concurrency ?? 8
  const retryDelaysMs = options.retryDelaysMs ?? [500, 1000, 2000, 5000, 10_000]
  const poster = createPushPoster({ connections: concurrency, timeoutMs: options.timeoutMs ?? 10_000 })
  const line = new DueLine()
  const alarm = new Alarm(pump)
  const totals = { delivered: 0, attempts: 0, failedAttempts: 0 }
  const pending = new Set<string>()
  // Also what was dropped or given up: the listener never had it.
  const owed = new Set<string>()
  const keptTotals = options.journal.table<typeof totals>(`${options.name}_totals`, {
    onPut: (_id, row) => {
      Object.assign(totals, row)
    },
  })
  const rows = options.journal.table<PushRow>(options.name, {
    limit: KEPT_ROWS,
    mayEvict: (row) => row.state !== 'pending',
    onPut: (id, row) => {
      if (row.state === 'pending') pending.add(id)
      else pending.delete(id)
      if (row.state === 'delivered') noLongerOwed(id, row)
      else if (!owed.has(id)) {
        owed.add(id)
        options.onOwed?.(row.subjectId, 1)
      }
    },
    onDrop: (id, row) => {
      pending.delete(id)
      noLongerOwed(id, row)
    },
  })
  let inFlight = 0
  let failuresInARow = 0
  let notBefore = 0
  let isStopped = false

  function noLongerOwed(id: string, row: PushRow): void {
    if (owed.delete(id)) options.onOwed?.(row.subjectId, -1)
  }

  function pump(): void {
    if (isStopped) return
    const now = Date.now()
    const lanes = failuresInARow >= OUTAGE_AFTER_FAILURES ? 1 : concurrency
    while (inFlight < lanes && now >= notBefore) {
      const pushId = line.takeDue(now)
      if (pushId === undefined) break
      inFlight += 1
      void attempt(pushId).finally(() => {
        inFlight -= 1
        pump()
      })
    }
    const next = line.nextDueAt
    if (next !== undefined && inFlight < lanes) alarm.set(Math.max(next, notBefore))
  }

  async function attempt(pushId: string): Promise<void> {
    const row = rows.get(pushId)
    if (row?.state !== 'pending') return
    const request = options.render(pushId, row)
    if (request === null) {
      rows.put(pushId, {
        ...row,
        state: 'given_up',
        lastError: 'nothing left to send',
        settledAt: Date.now(),
      })
      return
    }
    const answer = await poster.post(request)
    // A reset or a stop while the push was under way has already disposed of its row.
    if (isStopped || rows.get(pushId) === undefined) return
    options.journal.commit(() => {
      settle(pushId, row, answer)
      keptTotals.put('all', { ...totals })
    })
  }

  function settle(pushId: string, row: PushRow, answer: PushAnswer): void {
    const now = Date.now()
    const attempts = row.attempts + 1
    const tried = { ...row, attempts, lastStatus: answer.status, lastError: answer.error }
    totals.attempts += 1
    if (answer.status !== null && answer.status >= 200 && answer.status < 300) {
      failuresInARow = 0
      notBefore = 0
      totals.delivered += 1
      rows.put(pushId, { ...tried, state: 'delivered', settledAt: now })
      return
    }
    failuresInARow += 1
    totals.failedAttempts += 1
    if (failuresInARow >= OUTAGE_AFTER_FAILURES) notBefore = now + OUTAGE_PAUSE_MS
    // A forgery is tried once: repeated until it is taken, it would never end.
    const isRefusedForgery = row.spoilt !== undefined && answer.status !== null
    if (isRefusedForgery || now - row.createdAt > THREE_DAYS_MS) {
      rows.put(pushId, { ...tried, state: 'given_up', settledAt: now })
      return
    }
    const delay = retryDelaysMs[Math.min(attempts, retryDelaysMs.length) - 1] ?? 10_000
    rows.put(pushId, { ...tried, dueAt: now + delay })
    line.add(pushId, now + delay)
  }

  return {
    rows,
    add: (pushId, subjectId, dueAt, spoilt) => {
      const fresh: PushRow = {
        subjectId,
        createdAt: Date.now(),
        dueAt,
        attempts: 0,
        state: 'pending',
        lastStatus: null,
        lastError: null,
        settledAt: null,
      }
      rows.put(pushId, spoilt === undefined ? fresh : { ...fresh, spoilt })
      line.add(pushId, dueAt)
      // After the current turn, so that the journal's batch is on disk before anything is sent.
      setImmediate(pump)
    },
    drop: (pushId, subjectId) => {
      const now = Date.now()
      const none = { dueAt: now, attempts: 0, lastStatus: null, lastError: null }
      rows.put(pushId, { subjectId, createdAt: now, ...none, state: 'dropped', settledAt: now })
    },
    resume: () => {
      for (const pushId of pending) line.add(pushId, rows.get(pushId)?.dueAt ?? 0)
      pump()
    },
    counts: () => ({ ...totals, pending: pending.size }),
    clear: () => {
      line.clear()
      alarm.clear()
      Object.assign(totals, { delivered: 0, attempts: 0, failedAttempts: 0 })
      failuresInARow = 0
      notBefore = 0
    },
    stop: () => {
      isStopped = true
      alarm.clear()
      poster.stop()
    },
  }
}
