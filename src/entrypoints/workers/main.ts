import { parseArgs } from 'node:util'
import { startProcess } from '../bootstrap/start-process.ts'
import { allQueues, startWorkers } from './workers.ts'

const { values } = parseArgs({ options: { queues: { type: 'string' } }, strict: false })
const isKnown = Object.keys(values).every((option) => option === 'queues')
const wanted = typeof values.queues === 'string' ? values.queues.split(',') : allQueues
const names = allQueues.filter((name) => wanted.includes(name))
if (!isKnown || names.length !== wanted.length) {
  process.stderr.write(`The workers know one option: --queues takes a list of ${allQueues.join(', ')}.\n`)
  process.exit(2)
}

await startProcess('workers', true, async (runtime, _config, lifecycle) => {
  const workers = await startWorkers(runtime, names)
  lifecycle.add('workers', () => workers.stop(25_000))
  return `working on ${names.join(', ')}`
})
