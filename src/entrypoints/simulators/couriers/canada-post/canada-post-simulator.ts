import { join } from 'node:path'
import Router from '@koa/router'
import Koa from 'koa'
import { answerControlRefusals } from '../../machinery/control-input.ts'
import { FaultBoard } from '../../machinery/fault-board.ts'
import { listen } from '../../machinery/http-listener.ts'
import { Journal } from '../../machinery/journal.ts'
import type { Simulator } from '../../machinery/simulator.ts'
import { addParcelControl } from '../parcel-control.ts'
import { createParcelWorld } from '../parcel-world.ts'
import { addCanadaPostTracking } from './api.ts'
import { trackingDetail } from './documents.ts'
import { CANADA_POST_FAULTS } from './faults.ts'
import { CANADA_POST_WORDS } from './words.ts'

export interface CanadaPostSimulatorOptions {
  dataDir: string | null
  host: string
  port: number
  user: string
  password: string
}

export async function startCanadaPostSimulator(options: CanadaPostSimulatorOptions): Promise<Simulator> {
  const journal = new Journal(
    options.dataDir === null ? null : join(options.dataDir, 'canada-post', 'journal.jsonl'),
  )
  const world = createParcelWorld({ journal, faults: new FaultBoard(CANADA_POST_FAULTS) })
  journal.open()
  const app = new Koa()
  const router = new Router()
  addCanadaPostTracking(router, world, options)
  addParcelControl(router, {
    title: 'Canada Post simulator',
    lead: 'Canada Post pushes nothing: parcels are asked for.',
    world,
    words: CANADA_POST_WORDS,
    number: /^(?:\d{12}|\d{15}|\d{16}|[A-Z]{2}\d{9}[A-Z]{2})$/,
    code: /^\d{4}$/,
    type: 'application/vnd.cpc.track-v2+xml',
    show: (parcel) => trackingDetail(parcel, world.faults, false),
    reset: () => {
      world.reset()
    },
  })
  app.use(answerControlRefusals)
  app.use(router.routes())
  const listener = await listen(app, options.host, options.port)
  world.resume()
  return {
    url: listener.url,
    stop: async () => {
      world.stop()
      await listener.stop()
      journal.close()
    },
  }
}
