import type { Page } from 'playwright-core'
import { expect, inject, test } from 'vitest'
import { isBranded } from '../browser/browserPaths.ts'
import { can } from './harness/can.ts'
import { connectInbox } from './harness/connectInbox.ts'
import { decide, decideNothing } from './harness/decide.ts'
import type { Harness } from './harness/harness.ts'
import { imported } from './harness/imported.ts'
import { story } from './harness/story.ts'
import { waitUntil } from './harness/waitUntil.ts'

const KEY = 'made-up-key-that-is-easy-to-find'
const MARK = 'Managed by your organization'

/** The browser that stores offer has no page on which policies are tried out. */
const withPolicies = test.runIf(!isBranded(inject('browserPath')))

async function conversationsOf(harness: Harness, accountId: string): Promise<number> {
  const { conversations = [] } = (await harness.storageDump()).indexedDB.parley ?? {}
  return (conversations as { accountId: string }[]).filter((row) => row.accountId === accountId).length
}

const openOptions = (harness: Harness) => harness.openPage('options.html', { width: 900 })
const onDisk = async (harness: Harness) => JSON.stringify((await harness.storageDump()).local)
const accountSwitch = (page: Page, name: string) => page.getByRole('switch', { name: new RegExp(`^${name}`) })

withPolicies(
  'what an organization decides holds at once, also where the worker slept; it is marked, and ends with the policy',
  async () => {
    const { harness, sandbox } = await story({ sandbox: { conversations: 12, accounts: 2, key: KEY } })
    await imported(harness)
    const [allowed, barred] = sandbox.world.accounts
    if (!allowed || !barred) throw new Error('Two accounts were asked for')
    const before = await conversationsOf(harness, barred.id)
    expect(before).toBeGreaterThan(0)
    let options = await openOptions(harness)
    await options.getByLabel('Keep messages').waitFor()
    expect(await options.getByText(MARK).count()).toBe(0)

    await harness.stopWorker()
    await decide(harness, {
      allowedAccounts: [allowed.id],
      keepMonthsAtMost: 12,
      keepMegabytesAtMost: 5,
      keyKeeping: 'memory',
      featuresOff: ['export', 'sync'],
    })
    if (!can('tellOfPolicies')) options = await openOptions(harness)
    await waitUntil(async () => (await conversationsOf(harness, barred.id)) === 0, {
      what: 'the account that is not allowed to leave the computer',
    })
    expect(await onDisk(harness)).not.toContain(KEY)
    const off = accountSwitch(options, barred.name)
    await waitUntil(() => off.isDisabled(), { what: 'the switch of the account to be out of reach' })
    expect([await off.isChecked(), await accountSwitch(options, allowed.name).isDisabled()]).toEqual([
      false,
      false,
    ])
    expect(await options.getByLabel('Keep messages').inputValue()).toBe('12')
    expect(await options.getByRole('radio', { name: 'Keep in this browser' }).isDisabled()).toBe(true)
    expect(await options.getByRole('button', { name: 'Export', exact: true }).isDisabled()).toBe(true)
    await options.getByText(/^Your organization decides on: .*allowedAccounts.*featuresOff/).waitFor()
    await options.getByText(/was ignored.*: keepMegabytesAtMost$/).waitFor()

    // The key in memory goes on working, for what is allowed alone.
    sandbox.clearRecorder()
    sandbox.receive({ accountId: allowed.id, text: 'For whom it may be' })
    await harness.stopWorker()
    await harness.fireAlarm('poll')
    const panel = await harness.openPage('sidepanel.html#/')
    await panel.getByRole('list', { name: 'Conversations' }).getByText('For whom it may be').waitFor()
    expect(sandbox.requests({ accountId: barred.id })).toEqual([])

    await decideNothing(harness)
    if (!can('tellOfPolicies')) {
      // The key in memory ended with the browser.
      options = await openOptions(harness)
      await options.getByLabel('API key').fill(KEY)
      await options.getByRole('button', { name: 'Continue' }).click()
    }
    await waitUntil(async () => (await conversationsOf(harness, barred.id)) === before, {
      timeout: 60_000,
      what: 'the account to come back',
    })
    await waitUntil(async () => (await options.getByText(MARK).count()) === 0, { what: 'the marks to go' })
    expect(sandbox.violations()).toEqual([])
  },
  180_000,
)

withPolicies(
  'under a policy from the first start, a key never touches the disk, and no sample is offered',
  async () => {
    const { harness, sandbox } = await story({
      firstRun: true,
      sandbox: { conversations: 6, accounts: 2, key: KEY },
    })
    const [allowed, barred] = sandbox.world.accounts
    if (!allowed || !barred) throw new Error('Two accounts were asked for')
    let options = await openOptions(harness)
    const sample = () => options.getByRole('button', { name: 'Try it without a key' })
    await sample().waitFor()
    await decide(harness, { allowedAccounts: [allowed.name], keyKeeping: 'memory', featuresOff: ['sample'] })
    if (!can('tellOfPolicies')) options = await openOptions(harness)
    await options.getByRole('textbox', { name: 'API key' }).waitFor()
    await sample().waitFor({ state: 'hidden' })
    await connectInbox(options, KEY)
    await waitUntil(async () => (await conversationsOf(harness, allowed.id)) > 0, { what: 'the import' })
    expect(await onDisk(harness)).not.toContain(KEY)
    expect(sandbox.requests({ accountId: barred.id })).toEqual([])
    expect(await conversationsOf(harness, barred.id)).toBe(0)
  },
  120_000,
)
