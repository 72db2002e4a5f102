import type { DomainEvent } from '../shared/events.ts'

/** Whether a queue may start jobs. */
export interface QueueControl {
  queue: string
  pausedAt: Date | null
  pausedBy: string | null
  reason: string | null
  /** Counts pauses and resumptions. */
  version: number
}

export type QueueEvent =
  | DomainEvent<'job_queue.paused', { reason: string }>
  | DomainEvent<'job_queue.resumed', { paused_at: string; reason: string | null }>

export interface QueueDecision {
  control: QueueControl
  events: QueueEvent[]
}

/** From now on the queue starts no job. One that is paused stays as it is, with its first reason. */
export function pauseQueue(
  current: QueueControl,
  { by, reason }: { by: string; reason: string },
  at: Date,
): QueueDecision {
  if (current.pausedAt !== null) return { control: current, events: [] }
  const control = { ...current, pausedAt: at, pausedBy: by, reason, version: current.version + 1 }
  return { control, events: [queueEvent(control, 'job_queue.paused', at, { reason })] }
}

/** The queue starts jobs again. One that is not paused stays as it is. */
export function resumeQueue(current: QueueControl, at: Date): QueueDecision {
  const { pausedAt, reason } = current
  if (pausedAt === null) return { control: current, events: [] }
  const control = { ...current, pausedAt: null, pausedBy: null, reason: null, version: current.version + 1 }
  const data = { paused_at: pausedAt.toISOString(), reason }
  return { control, events: [queueEvent(control, 'job_queue.resumed', at, data)] }
}

function queueEvent<T extends QueueEvent['type']>(
  about: QueueControl,
  type: T,
  occurredAt: Date,
  data: Extract<QueueEvent, { type: T }>['data'],
): QueueEvent {
  return {
    type,
    aggregateType: 'job_queue',
    aggregateId: about.queue,
    aggregateVersion: about.version,
    companyId: null,
    orderId: null,
    shipmentId: null,
    data,
    occurredAt,
  } as QueueEvent
}
