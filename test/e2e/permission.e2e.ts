import { expect, test } from 'vitest'
import { can } from './harness/can.ts'
import { imported } from './harness/imported.ts'
import { story } from './harness/story.ts'

test.runIf(can('takeAccessBack'))(
  'access to the API that the user took back is told, what was there stays readable, and one click gives it back',
  async () => {
    const { harness, sandbox } = await story({ sandbox: { conversations: 12, accounts: 1, unread: 0 } })
    await imported(harness)
    await harness.access.takeBack()
    sandbox.receive({ text: 'While you were not allowed to look' })
    const before = sandbox.requests().length
    await harness.fireAlarm('poll')
    const panel = await harness.openPage('sidepanel.html#/')
    const rows = panel.getByRole('list', { name: 'Conversations' }).getByRole('listitem')
    await rows.nth(5).waitFor()
    const allow = panel.getByRole('button', { name: 'Allow access' })
    await allow.waitFor()
    expect(await rows.getByText('While you were not allowed to look').count()).toBe(0)
    expect(
      sandbox
        .requests()
        .slice(before)
        .filter(({ status }) => status === 200),
    ).toEqual([])

    await allow.click()
    await harness.access.allow()
    await allow.waitFor({ state: 'detached' })
    await rows.first().getByText('While you were not allowed to look').waitFor()
    expect(sandbox.violations()).toEqual([])
  },
)
