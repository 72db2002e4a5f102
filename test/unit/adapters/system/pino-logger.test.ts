import { expect } from 'chai'
import { createLogger } from '../../../../src/adapters/system/pino-logger.ts'

describe('the logger', () => {
  const lines: string[] = []
  const logger = createLogger({ level: 'info', destination: { write: (line) => lines.push(line) } })
  const written = () => JSON.parse(lines.at(-1) ?? '{}')

  it('writes one line of JSON with level, time, fields and message', () => {
    logger.info({ orderId: 'ord_1', attempts: 2, total: 12n, at: new Date(0) }, 'checkout sent')
    expect(written()).to.deep.include({
      level: 'info',
      msg: 'checkout sent',
      orderId: 'ord_1',
      attempts: 2,
      total: '12',
      at: '1970-01-01T00:00:00.000Z',
    })
    expect(written().time).to.match(/^\d{4}-\d\d-\d\dT.*Z$/)
  })

  it('leaves out bodies, secrets and whatever is nested', () => {
    logger.warn(
      { body: 'x', Authorization: 'x', api_key: 'x', stripeSecret: 'x', nested: { card: 'x' } },
      'odd',
    )
    expect(Object.keys(written())).to.have.members(['level', 'time', 'msg'])
  })

  it('shows an error with its causes, and nothing else that hangs on it', () => {
    const error = Object.assign(new Error('no answer', { cause: new Error('socket closed') }), {
      request: 'x',
    })
    logger.error({ error }, 'bridge call failed')
    expect(written().error).to.have.keys('name', 'message', 'stack', 'cause')
    expect(written().error.cause.message).to.equal('socket closed')
  })

  it('stays silent below its level', () => {
    const before = lines.length
    logger.debug({}, 'details')
    expect(lines).to.have.length(before)
  })

  it('does not let a field replace a member of the line', () => {
    logger.info({ level: 'fatal', msg: 'other' }, 'sentence')
    expect(written()).to.deep.include({
      level: 'info',
      msg: 'sentence',
      level_: 'fatal',
      msg_: 'other',
    })
  })
})
