import { startProcess } from '../bootstrap/start-process.ts'
import { startScheduler } from './scheduler.ts'
import { timetable } from './timetable.ts'

await startProcess('scheduler', false, ({ app }, _config, lifecycle) => {
  const scheduler = startScheduler(app)
  lifecycle.add('scheduler', () => scheduler.stop())
  return Promise.resolve(`ticking for ${timetable.map(({ name }) => name).join(', ')}`)
})
