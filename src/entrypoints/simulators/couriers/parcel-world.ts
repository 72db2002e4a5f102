import { Alarm } from '../machinery/alarm.ts'
import { DueLine } from '../machinery/due-line.ts'
import type { FaultBoard, FaultShape } from '../machinery/fault-board.ts'
import type { Journal } from '../machinery/journal.ts'
import { randomId } from '../machinery/random-id.ts'
import type { Table } from '../machinery/table.ts'
import { NextAnswers } from './next-answers.ts'
import type { Step } from './stories.ts'

export interface Scan {
  id: string
  /** The courier's own code. */
  code: string
  at: string
  place: string
  text: string | null
}

export interface Parcel {
  trackingNumber: string
  createdAt: string
  scans: Scan[]
}

interface PlannedScan {
  trackingNumber: string
  /** Without a time of its own it happens when it is told. */
  scan: Omit<Scan, 'id' | 'at'> & { at?: string }
  isForged: boolean
  dueAt: number
}

/** What a courier's simulator knows: its parcels, what is planned for them, and the faults somebody asked for. */
export interface ParcelWorld<Shape extends FaultShape> {
  journal: Journal
  faults: FaultBoard<Shape>
  parcels: Table<Parcel>
  counts: Record<string, number>
  answers: NextAnswers
  /** Appends a scan. `onScan` hears of it. */
  record(trackingNumber: string, scan: Omit<Scan, 'id'>, isForged?: boolean): Parcel
  plan(trackingNumber: string, scan: PlannedScan['scan'], dueAt: number, isForged?: boolean): void
  resume(): void
  reset(): void
  stop(): void
}

/** How a courier says each step, and where it happens. */
export type StepWords = Readonly<
  Record<
    Step,
    {
      code: string
      place: string
      text?: string
      /** Scanned an hour before it, where one step takes two scans. */
      before?: { code: string; place: string; text?: string }
    }
  >
>

// As on a carrier's side: a timeline ends somewhere, and a load test must not grow one for ever.
const MOST_SCANS = 99
const KEPT_PARCELS = 200_000

export function createParcelWorld<Shape extends FaultShape>(options: {
  journal: Journal
  faults: FaultBoard<Shape>
  onScan?: (parcel: Parcel, scan: Scan, isForged: boolean) => void
}): ParcelWorld<Shape> {
  const { journal, faults } = options
  const line = new DueLine()
  const alarm = new Alarm(scanDue)
  const answers = new NextAnswers()
  const counts: Record<string, number> = { calls: 0, refused: 0, scans: 0 }
  const parcels = journal.table<Parcel>('parcels', { limit: KEPT_PARCELS })
  const planned = journal.table<PlannedScan>('planned', {
    onPut: (id, row) => {
      line.add(id, row.dueAt)
    },
  })

  function record(trackingNumber: string, scan: Omit<Scan, 'id'>, isForged = false): Parcel {
    return journal.commit(() => {
      const before = parcels.get(trackingNumber)
      const added: Scan = { id: randomId('', 10), ...scan }
      const parcel: Parcel = {
        trackingNumber,
        createdAt: before?.createdAt ?? scan.at,
        // A forger tells others of what the courier itself never saw.
        scans: isForged ? (before?.scans ?? []) : [...(before?.scans ?? []), added].slice(-MOST_SCANS),
      }
      parcels.put(trackingNumber, parcel)
      counts['scans'] = (counts['scans'] ?? 0) + 1
      options.onScan?.({ ...parcel, scans: [...parcel.scans, ...(isForged ? [added] : [])] }, added, isForged)
      return parcel
    })
  }

  function scanDue(): void {
    const now = Date.now()
    for (let id = line.takeDue(now); id !== undefined; id = line.takeDue(now)) {
      const row = planned.get(id)
      if (row === undefined) continue
      planned.drop(id)
      record(row.trackingNumber, { at: new Date().toISOString(), ...row.scan }, row.isForged)
    }
    if (line.nextDueAt !== undefined) alarm.set(line.nextDueAt)
  }

  return {
    journal,
    faults,
    parcels,
    counts,
    answers,
    record,
    plan(trackingNumber, scan, dueAt, isForged = false) {
      planned.put(randomId('', 12), { trackingNumber, scan, isForged, dueAt })
      if (line.nextDueAt !== undefined) alarm.set(line.nextDueAt)
    },
    resume: scanDue,
    reset() {
      line.clear()
      alarm.clear()
      faults.clear()
      answers.clear()
      for (const name of Object.keys(counts)) counts[name] = 0
      journal.reset()
    },
    stop() {
      alarm.clear()
    },
  }
}
