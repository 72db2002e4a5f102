import type { Logger } from '../../application/ports/logger.ts'

/** Says nothing, for whoever tells people by other means or by none. */
export const quietLogger: Logger = {
  debug: () => undefined,
  info: () => undefined,
  warn: () => undefined,
  error: () => undefined,
}
