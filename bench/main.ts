import { parseArgs } from 'node:util'
import { benchOrders } from './orders.ts'
import { benchQuote } from './quote.ts'

const { values, positionals } = parseArgs({
  options: {
    seconds: { type: 'string', default: '10' },
    concurrency: { type: 'string', default: '1,8,32' },
    rounds: { type: 'string', default: '200' },
  },
  allowPositionals: true,
})
const print = (line: string) => {
  process.stdout.write(`${line}\n`)
}

const benches: Record<string, () => Promise<void>> = {
  orders: () =>
    benchOrders({
      seconds: Number(values.seconds),
      concurrencies: values.concurrency.split(',').map(Number),
      print,
    }),
  quote: () => benchQuote({ rounds: Number(values.rounds), print }),
}

const [name = 'orders'] = positionals
const bench = benches[name]
if (bench === undefined)
  throw new Error(`There is no benchmark ${name}; there are ${Object.keys(benches).join(', ')}.`)
await bench()
