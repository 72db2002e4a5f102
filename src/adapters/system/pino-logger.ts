import { pino } from 'pino'
import type { Logger } from '../../application/ports/logger.ts'

/** JSON lines on standard output. Callers pass an allow-list of fields, never whole objects from outside. */
export function createLogger(options: { level: string }): Logger {
  return pino({ level: options.level, base: null, timestamp: pino.stdTimeFunctions.isoTime })
}
