import { createDocumentRenderer } from '../src/adapters/pdf/document-renderer.ts'
import { aDocument, someLines } from '../test/support/a-document.ts'

/** Rendering alone: invoices of five lines, beside those of one line and of 200, and the very first one. */
export async function benchPdf(options: { rounds: number; print: (line: string) => void }): Promise<void> {
  const { rounds, print } = options
  const renderer = createDocumentRenderer()
  const render = async (lines: number, round: number) => {
    const document = aDocument({ number: `INV-${round}`, lines: someLines(lines) })
    const cpu = process.cpuUsage()
    const startedAt = performance.now()
    const { bytes } = await renderer.render(document)
    const ms = performance.now() - startedAt
    const { user, system } = process.cpuUsage(cpu)
    return { ms, cpuMs: (user + system) / 1000, size: bytes.length }
  }
  const cold = await render(5, 0)
  print(`the first one of a process: ${cold.ms.toFixed(1)} ms`)
  print('| lines | documents | p50 ms | p95 ms | p99 ms | worker time p50 ms | kB |')
  print('|---|---|---|---|---|---|---|')
  for (const lines of [5, 1, 200]) {
    const runs: Awaited<ReturnType<typeof render>>[] = []
    for (let round = 1; round <= rounds; round += 1) runs.push(await render(lines, round))
    const at = (share: number, of: 'ms' | 'cpuMs') =>
      runs
        .map((run) => run[of])
        .sort((a, b) => a - b)
        .at(Math.floor(share * (rounds - 1)))
        ?.toFixed(1) ?? ''
    const size = (runs[0]?.size ?? 0) / 1000
    print(
      `| ${[lines, rounds, at(0.5, 'ms'), at(0.95, 'ms'), at(0.99, 'ms'), at(0.5, 'cpuMs'), size.toFixed(0)].join(' | ')} |`,
    )
  }
}
