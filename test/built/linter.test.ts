import { join } from 'node:path'
import linter from 'addons-linter'
import { expect, test } from 'vitest'

/** React's own, for markup that we never give it: no component of ours sets HTML. */
const OF_REACT = 'UNSAFE_VAR_ASSIGNMENT'

test('Mozilla’s linter finds no fault with the build for Firefox', { timeout: 120_000 }, async () => {
  const { errors, warnings, notices } = await linter
    .createInstance({
      config: { _: [join('.output', 'firefox-mv3')], logLevel: 'fatal', output: 'none' },
      runAsBinary: false,
    })
    .run()
  const ours = [...errors, ...warnings, ...notices].filter(({ code }) => code !== OF_REACT)
  expect(ours.map(({ code, file, message }) => `${code} ${file}: ${message}`)).toEqual([])
  // Two places in ReactDOM; more would be somebody else's.
  expect(warnings.filter(({ code }) => code === OF_REACT)).toHaveLength(2)
})
