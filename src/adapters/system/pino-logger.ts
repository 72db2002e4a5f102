import pino from 'pino'
import type { Logger } from '../../application/ports/logger.ts'
import { allowedFields } from './allowed-fields.ts'

export type LogLevel = 'debug' | 'info' | 'warn' | 'error' | 'silent'

/**
 * JSON lines on standard output, written before the call returns: the last line before a crash is the one
 * that is needed. Only what `allowedFields` lets through is written.
 */
export function createLogger(options: {
  level: LogLevel
  destination?: { write(line: string): void }
}): Logger {
  const logger = pino(
    {
      level: options.level,
      base: null,
      timestamp: pino.stdTimeFunctions.isoTime,
      formatters: { level: (label) => ({ level: label }) },
    },
    options.destination ?? pino.destination({ dest: 1, sync: true }),
  )
  const at = (level: 'debug' | 'info' | 'warn' | 'error') => (fields: object, message: string) => {
    if (logger.isLevelEnabled(level)) logger[level](allowedFields(fields), message)
  }
  return { debug: at('debug'), info: at('info'), warn: at('warn'), error: at('error') }
}
