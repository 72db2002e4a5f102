const MINUTE_MS = 60_000

/**
 * The instant of a scan: its local wall time with its offset. `GMTTimestamp` joins the local date to the UTC clock,
 * so that evening scans are a day early; it is believed only within a minute of the computed instant, or when there
 * is nothing else.
 */
export function scanInstant(event: {
  eventTimestamp: string | null
  GMTTimestamp: string | null
  GMTOffset: string | number | null
}): Date | null {
  const reported = parsed(event.GMTTimestamp)
  const offset = offsetMinutes(event.GMTOffset) ?? offsetInside(event.eventTimestamp)
  const wall = wallTime(event.eventTimestamp)
  if (wall === null) return isBareDate(event.eventTimestamp) ? null : reported
  if (offset === null) return reported
  const computed = new Date(wall - offset * MINUTE_MS)
  const isConfirmed = reported !== null && Math.abs(reported.getTime() - computed.getTime()) <= MINUTE_MS
  return isConfirmed ? reported : computed
}

/** Offsets were seen as "-05:00", "-7:00" and as minutes, text or number. */
function offsetMinutes(offset: string | number | null): number | null {
  if (typeof offset === 'number') return Number.isFinite(offset) ? offset : null
  if (offset === null) return null
  const clock = /^([+-])(\d{1,2}):(\d{2})$/.exec(offset)
  if (clock !== null) {
    const minutes = Number(clock[2]) * 60 + Number(clock[3])
    return clock[1] === '-' ? -minutes : minutes
  }
  return /^[+-]?\d{1,4}$/.test(offset) ? Number(offset) : null
}

function offsetInside(timestamp: string | null): number | null {
  const found = /T.*([+-]\d{2}:\d{2})$/.exec(timestamp ?? '')
  return offsetMinutes(found?.[1] ?? null)
}

/** Milliseconds of the wall time as if it were UTC; a trailing Z or offset is part of the notation, not of the time. */
function wallTime(timestamp: string | null): number | null {
  const found = /^(\d{4}-\d{2}-\d{2}T\d{2}:\d{2}(?::\d{2}(?:\.\d+)?)?)/.exec(timestamp ?? '')
  if (found === null) return null
  const ms = Date.parse(`${found[1] ?? ''}Z`)
  return Number.isNaN(ms) ? null : ms
}

function isBareDate(timestamp: string | null): boolean {
  return /^\d{4}-\d{2}-\d{2}$/.test(timestamp ?? '')
}

function parsed(timestamp: string | null): Date | null {
  const ms = Date.parse(timestamp ?? '')
  return Number.isNaN(ms) ? null : new Date(ms)
}
