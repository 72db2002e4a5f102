import { parseArgs } from 'node:util'
import { benchOrders } from './orders.ts'

const { values } = parseArgs({
  options: { seconds: { type: 'string', default: '10' }, concurrency: { type: 'string', default: '1,8,32' } },
  allowPositionals: true,
})

await benchOrders({
  seconds: Number(values.seconds),
  concurrencies: values.concurrency.split(',').map(Number),
  print: (line) => {
    process.stdout.write(`${line}\n`)
  },
})
