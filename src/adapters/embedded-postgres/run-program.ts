import { execFile } from 'node:child_process'

/** The account PostgreSQL runs under when we are root; undefined means our own. */
export interface ServerUser {
  uid: number
  gid: number
}

/**
 * A fixed environment: initdb and postgres read PGDATA, PGPORT, LC_* and others, and a value left over in
 * someone's shell must not change where the data lives or how it sorts.
 */
export const PROGRAM_ENVIRONMENT = {
  LC_ALL: 'C',
  TZ: 'UTC',
  PATH: '/usr/local/bin:/usr/bin:/bin:/usr/sbin:/sbin',
}

export interface ProgramRun {
  ok: boolean
  output: string
}

export async function runProgram(
  file: string,
  args: readonly string[],
  options: { user?: ServerUser | undefined; input?: string } = {},
): Promise<ProgramRun> {
  try {
    return await new Promise<ProgramRun>((resolve) => {
      // '/' because the other user may be unable to enter our working folder, and initdb insists on knowing it.
      const settings = { cwd: '/', env: PROGRAM_ENVIRONMENT, ...options.user }
      const child = execFile(file, [...args], settings, (error, stdout, stderr) => {
        const output = (stdout + stderr).trim()
        resolve({ ok: error === null, output: output === '' && error !== null ? error.message : output })
      })
      // A program that fails at once closes its input first; its exit code tells the story.
      child.stdin?.on('error', () => undefined)
      child.stdin?.end(options.input ?? '')
    })
  } catch (error) {
    return { ok: false, output: error instanceof Error ? error.message : String(error) }
  }
}

/** The first complaint, since those after it are its consequences; without one, the last line. */
export function complaintIn(output: string): string {
  const lines = output.split('\n').filter((line) => line.trim() !== '')
  const complaint = lines.find((line) => /\b(fatal|panic|error):/i.test(line)) ?? lines.at(-1) ?? 'no output'
  return complaint.replace(/^.*?\b(FATAL|PANIC|ERROR): +/, '').trim()
}
