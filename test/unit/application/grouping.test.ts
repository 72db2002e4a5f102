import { expect } from 'chai'
import { grouped } from '../../../src/application/grouping.ts'

describe('grouped calls', () => {
  /** A run that ends when the test says so, remembering what it was given. */
  function gated() {
    const groups: number[][] = []
    const gates: PromiseWithResolvers<number[]>[] = []
    const run = (inputs: number[]) => {
      groups.push(inputs)
      const gate = Promise.withResolvers<number[]>()
      gates.push(gate)
      return gate.promise
    }
    const finish = async (index: number) => {
      gates[index]?.resolve((groups[index] ?? []).map((input) => input * 10))
      await settled()
    }
    return { groups, gates, run, finish }
  }
  const settled = () => new Promise((resolve) => setImmediate(resolve))

  it('let an idle call go at once, and those that come meanwhile share the next run', async () => {
    const { groups, run, finish } = gated()
    const call = grouped(run, { maxGroup: 10 })
    const answers = [call(1), call(2), call(3)]
    expect(groups).to.deep.equal([[1]])
    await finish(0)
    expect(groups).to.deep.equal([[1], [2, 3]])
    await finish(1)
    expect(await Promise.all(answers)).to.deep.equal([10, 20, 30])
    void call(4)
    expect(groups.at(-1)).to.deep.equal([4])
  })

  it('never make a group larger than allowed', async () => {
    const { groups, run, finish } = gated()
    const call = grouped(run, { maxGroup: 2 })
    const answers = [1, 2, 3, 4].map(call)
    for (const index of [0, 1, 2]) await finish(index)
    expect(groups).to.deep.equal([[1], [2, 3], [4]])
    expect(await Promise.all(answers)).to.deep.equal([10, 20, 30, 40])
  })

  it('fail with their group and leave the next one alone', async () => {
    const { gates, run, finish } = gated()
    const call = grouped(run, { maxGroup: 10 })
    const first = call(1)
    const later = [call(2), call(3)]
    gates[0]?.reject(new Error('the database is away'))
    expect(await first.catch((error: unknown) => String(error))).to.contain('the database is away')
    await settled()
    await finish(1)
    expect(await Promise.all(later)).to.deep.equal([20, 30])
  })

  it('wait for company when they are told to', async () => {
    const { groups, run, finish } = gated()
    const company = Promise.withResolvers<undefined>()
    const call = grouped(run, { maxGroup: 10, gather: () => company.promise })
    const answers = [call(1), call(2)]
    expect(groups).to.deep.equal([])
    company.resolve(undefined)
    await settled()
    expect(groups).to.deep.equal([[1, 2]])
    await finish(0)
    expect(await Promise.all(answers)).to.deep.equal([10, 20])
  })
})
