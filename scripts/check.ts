/**
 * The one gate, the same here and in CI. Static steps run two at a time, suites one after another;
 * a step that passes is one line, a step that fails shows everything it said.
 *
 *   npm run check                    the gate
 *   npm run check -- --only types,unit
 *   npm test                         the gate and the end-to-end suite
 *
 * The last line is always `N passed, N failed`, summed over the suites that ran.
 */
import { type ChildProcess, spawn } from 'node:child_process'
import { readFileSync } from 'node:fs'
import path from 'node:path'
import { parseArgs } from 'node:util'
import { resultLine } from './counting-reporter.ts'

const root = path.resolve(import.meta.dirname, '..')

/** Each step is the npm script of the same name, so that it can be repeated alone. */
const staticSteps = [
  'lint',
  'types',
  'format:check',
  'boundaries',
  'unused',
  'contract',
  'migrations',
  'fresh',
] as const
const gateSuites = ['test:unit', 'test:architecture', 'test:integration', 'test:api'] as const
const slowSuites = ['test:e2e'] as const

const stepLimitMs = 10 * 60_000
/** What a suite may take to leave after its last test; longer means that it left something open. */
const leavingLimitMs = 15_000

interface Counts {
  passed: number
  failed: number
  pending: number
}

interface Verdict {
  step: string
  ok: boolean
  seconds: number
  output: string
  counts: Counts | undefined
}

/** Each step leads a process group of its own, so that what it started ends with it. */
const running = new Set<ChildProcess>()

function killGroup(child: ChildProcess): void {
  if (child.pid === undefined) return
  try {
    process.kill(-child.pid, 'SIGKILL')
  } catch {
    // It left between the decision and the signal.
  }
}

for (const signal of ['SIGINT', 'SIGTERM'] as const) {
  process.once(signal, () => {
    for (const child of running) killGroup(child)
    process.exit(130)
  })
}

function run(step: string, extra: string[]): Promise<Verdict> {
  const startedAt = performance.now()
  const child = spawn('npm', ['run', '--silent', step, ...(extra.length > 0 ? ['--', ...extra] : [])], {
    cwd: root,
    stdio: ['ignore', 'pipe', 'pipe'],
    detached: true,
    env: {
      ...process.env,
      PATH: `${path.join(root, 'node_modules/.bin')}${path.delimiter}${process.env['PATH'] ?? ''}`,
      ...(process.stdout.isTTY ? { FORCE_COLOR: '1' } : { NO_COLOR: '1', FORCE_COLOR: undefined }),
      // The gate reports to the person who runs it, and to nobody else.
      REDOCLY_TELEMETRY: 'off',
      REDOCLY_SUPPRESS_UPDATE_NOTICE: 'true',
    },
  })
  let output = ''
  let counts: Verdict['counts']
  let endedBy: string | undefined

  running.add(child)
  const end = (reason: string) => {
    endedBy = reason
    killGroup(child)
  }
  const limit = setTimeout(() => end(`${step} was ended after ${stepLimitMs / 60_000} minutes.`), stepLimitMs)
  let leaving: NodeJS.Timeout | undefined

  const hear = (chunk: string) => {
    output += chunk
    if (counts !== undefined) return
    const found = resultLine.exec(output)
    if (found === null) return
    counts = { passed: Number(found[1]), failed: Number(found[2]), pending: Number(found[3]) }
    output = output.replace(resultLine, '')
    leaving = setTimeout(
      () => end(`${step} finished its tests but did not exit: a timer, a server or a pool was left open.`),
      leavingLimitMs,
    )
  }
  child.stdout.setEncoding('utf8').on('data', hear)
  child.stderr.setEncoding('utf8').on('data', hear)

  return new Promise((resolve) => {
    const settle = (code: number | null) => {
      running.delete(child)
      clearTimeout(limit)
      clearTimeout(leaving)
      const suite = step.startsWith('test:')
      const ok = code === 0 && endedBy === undefined && (!suite || (counts?.passed ?? 0) > 0)
      if (endedBy !== undefined) output += `\n${endedBy}\n`
      if (suite && counts?.passed === 0 && counts.failed === 0) output += '\nNo test was found.\n'
      if (suite && !ok && (counts === undefined || counts.failed === 0)) {
        // A suite that could not run, or could not leave, counts as one failure: never as silence.
        counts = { passed: counts?.passed ?? 0, failed: 1, pending: counts?.pending ?? 0 }
      }
      resolve({ step, ok, seconds: (performance.now() - startedAt) / 1000, output, counts })
    }
    child.once('error', (error) => {
      output += `\n${error.message}\n`
      settle(null)
    })
    child.once('close', settle)
  })
}

function report(verdict: Verdict): void {
  const { step, ok, seconds, counts, output } = verdict
  const pending = counts === undefined || counts.pending === 0 ? '' : `, ${counts.pending} pending`
  const tests = counts === undefined ? '' : `  ${counts.passed} passed, ${counts.failed} failed${pending}`
  console.log(`${ok ? 'ok  ' : 'FAIL'}  ${step.padEnd(18)} ${seconds.toFixed(1).padStart(6)} s${tests}`)
  if (!ok) console.log(`\n${output.trim()}\n`)
}

async function runAll(steps: readonly string[], atOnce: number): Promise<Verdict[]> {
  const waiting = [...steps]
  const verdicts: Verdict[] = []
  const lane = async () => {
    for (let step = waiting.shift(); step !== undefined; step = waiting.shift()) {
      const verdict = await run(step, step.startsWith('test:') ? ['--reporter', reporterFile] : [])
      report(verdict)
      verdicts.push(verdict)
    }
  }
  await Promise.all(Array.from({ length: atOnce }, lane))
  return verdicts
}

const reporterFile = path.join(root, 'scripts/counting-reporter.ts')

function chosenSteps(): string[] {
  const { values } = parseArgs({ options: { only: { type: 'string' }, all: { type: 'boolean' } } })
  const gate = [...staticSteps, ...gateSuites]
  if (values.only === undefined) return values.all === true ? [...gate, ...slowSuites] : gate

  const known: string[] = [...gate, ...slowSuites]
  return values.only.split(',').map((name) => {
    const step = [name, `test:${name}`, `${name}:check`].find((candidate) => known.includes(candidate))
    if (step === undefined) {
      console.error(`There is no step "${name}". The steps are: ${known.join(', ')}.`)
      process.exit(2)
    }
    return step
  })
}

const steps = chosenSteps()
const scripts = (JSON.parse(readFileSync(path.join(root, 'package.json'), 'utf8')) as { scripts: object })
  .scripts
for (const step of steps) if (!(step in scripts)) throw new Error(`package.json has no script "${step}"`)

const startedAt = performance.now()
const verdicts = [
  ...(await runAll(
    steps.filter((step) => !step.startsWith('test:')),
    2,
  )),
  ...(await runAll(
    steps.filter((step) => step.startsWith('test:')),
    1,
  )),
]

const failed = verdicts.filter((verdict) => !verdict.ok)
const seconds = ((performance.now() - startedAt) / 1000).toFixed(0)
console.log(
  failed.length === 0
    ? `\nEvery step passed (${verdicts.length}) in ${seconds} s.`
    : `\n${failed.length} of ${verdicts.length} steps failed in ${seconds} s: ${failed.map(({ step }) => step).join(', ')}.`,
)
if (verdicts.some(({ counts }) => counts !== undefined)) {
  const sum = (key: 'passed' | 'failed') =>
    verdicts.reduce((total, { counts }) => total + (counts?.[key] ?? 0), 0)
  console.log(`${sum('passed')} passed, ${sum('failed')} failed`)
}
process.exitCode = failed.length === 0 ? 0 : 1
