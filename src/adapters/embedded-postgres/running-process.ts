import { readFile } from 'node:fs/promises'
import { runProgram } from './run-program.ts'
import { faultCode } from './unavailable.ts'

/**
 * When the process began, as text to compare; undefined when there is none. A zombie counts as gone: in a
 * container without an init process a dead one stays in the table for ever.
 */
export async function processBirth(pid: number): Promise<string | undefined> {
  if (process.platform !== 'linux') {
    const run = await runProgram('ps', ['-o', 'stat=,lstart=', '-p', String(pid)])
    const found = /^(\S+)\s+(.+)$/.exec(run.output)
    return run.ok && found?.[1]?.startsWith('Z') === false ? found[2] : undefined
  }
  const line = await readProc(`/proc/${String(pid)}/stat`)
  // The name in brackets may hold spaces and brackets itself; the fields after it do not.
  const fields = line?.slice(line.lastIndexOf(')') + 2).split(' ')
  if (fields === undefined || fields[0] === 'Z' || fields[0] === 'X') return undefined
  const boot = await readProc('/proc/sys/kernel/random/boot_id')
  return `${boot?.trim() ?? ''} ${fields[19] ?? ''}`
}

export async function commandLine(pid: number): Promise<string> {
  if (process.platform !== 'linux')
    return (await runProgram('ps', ['-ww', '-o', 'args=', '-p', String(pid)])).output
  return (await readProc(`/proc/${String(pid)}/cmdline`))?.replaceAll('\0', ' ') ?? ''
}

/** False when it was gone already; 0 asks that alone, and a zombie still counts. */
export function signal(pid: number, name: 'SIGINT' | 'SIGQUIT' | 0): boolean {
  try {
    return process.kill(pid, name)
  } catch (error) {
    // EPERM: another user's process, so it is no server of ours.
    if (faultCode(error) === 'ESRCH' || faultCode(error) === 'EPERM') return false
    throw error
  }
}

async function readProc(path: string): Promise<string | undefined> {
  try {
    return await readFile(path, 'utf8')
  } catch (error) {
    // ESRCH: it ended between opening and reading.
    if (faultCode(error) === 'ENOENT' || faultCode(error) === 'ESRCH') return undefined
    throw error
  }
}
