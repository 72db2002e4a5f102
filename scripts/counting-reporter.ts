/** The mocha reporter of the gate: failures in full, and one line that `check.ts` reads and removes. */
import Mocha from 'mocha'

export const resultLine = /^suite-result passed=(\d+) failed=(\d+) pending=(\d+)\n/m

export default class CountingReporter extends Mocha.reporters.Base {
  constructor(runner: Mocha.Runner, options?: Mocha.MochaOptions) {
    super(runner, options)
    runner.once(Mocha.Runner.constants.EVENT_RUN_END, () => {
      const { passes, pending } = this.stats
      if (this.failures.length > 0) Mocha.reporters.Base.list(this.failures)
      console.log(`suite-result passed=${passes} failed=${this.failures.length} pending=${pending}`)
    })
  }
}
