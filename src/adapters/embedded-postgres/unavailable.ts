/** Why the embedded server cannot serve. `in_use` is the one a caller may want to answer by itself. */
export type UnavailableReason = 'in_use' | 'not_possible_here'

/** The message is one sentence for the person at the terminal, and it names the remedy. */
export class EmbeddedPostgresUnavailable extends Error {
  override readonly name = 'EmbeddedPostgresUnavailable'
  readonly reason: UnavailableReason

  constructor(message: string, options: { cause?: unknown; reason?: UnavailableReason } = {}) {
    super(message, 'cause' in options ? { cause: options.cause } : {})
    this.reason = options.reason ?? 'not_possible_here'
  }
}

const DISK_FAULTS = new Set([
  'EACCES',
  'EPERM',
  'EROFS',
  'ENOSPC',
  'EDQUOT',
  'ENOENT',
  'ENOTDIR',
  'EEXIST',
  'ELOOP',
  'EIO',
])

/** Turns a file-system fault into a sentence; any other error is a defect and stays what it was. */
export function explainFault(error: unknown, dataDir: string): unknown {
  const code = faultCode(error)
  if (code === undefined || !DISK_FAULTS.has(code) || !(error instanceof Error)) return error
  const path =
    'path' in error && typeof error.path === 'string' && !error.path.startsWith(dataDir)
      ? error.path
      : dataDir
  return new EmbeddedPostgresUnavailable(
    `The embedded PostgreSQL cannot use ${path} (${code}): set DATA_DIR to a folder with room that this user can write to, or DATABASE_URL to a running PostgreSQL.`,
    { cause: error },
  )
}

export function faultCode(error: unknown): string | undefined {
  return error instanceof Error && 'code' in error && typeof error.code === 'string' ? error.code : undefined
}
