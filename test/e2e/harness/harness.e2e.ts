import { rm } from 'node:fs/promises'
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, inject, it } from 'vitest'
import type { Harness } from './harness.ts'
import { launchExtension } from './launch.ts'
import { writeTestExtension } from './testExtension.ts'
import { waitUntil } from './waitUntil.ts'

// What the other end-to-end tests take for granted, shown on an extension that has no ways of its own.
describe('the harness', () => {
  let extensionDir: string
  let harness: Harness

  beforeAll(async () => {
    extensionDir = await writeTestExtension()
  })
  beforeEach(async () => {
    harness = await launchExtension({ extensionDir, browserPath: inject('browserPath') })
  })
  afterEach(() => harness.close())
  afterAll(() => rm(extensionDir, { recursive: true }))

  const stored = async (name: string) => (await harness.storageDump()).local[name]

  async function openPanel() {
    const popup = await harness.openPage('popup.html', { width: 360, height: 600 })
    await popup.getByRole('button', { name: 'Open panel' }).click()
    return harness.sidePanelPage()
  }

  it('stops the worker for real, looks without waking it, and lets an alarm wake it', async () => {
    await harness.inWorker(() => chrome.alarms.create('poll', { periodInMinutes: 30 }))
    await harness.inWorker((text) => chrome.action.setBadgeText({ text }), '7')
    await harness.stopWorker()
    expect(await harness.badge()).toBe('7')
    expect(harness.workerLives()).toEqual({ starts: 1, stops: 1, running: false })

    await harness.fireAlarm('poll')
    await waitUntil(async () => (await stored('alarm')) === 'poll')
    expect(harness.workerLives().starts).toBe(2)
    await expect(harness.fireAlarm('other')).rejects.toThrow('set are: poll')
  })

  it('counts notifications, texts and repetitions included, and clicks one', async () => {
    await harness.listenToNotifications()
    for (const message of ['one', 'two']) {
      await harness.inWorker(
        (text) =>
          chrome.notifications.create('same', {
            type: 'basic',
            iconUrl: '/icon.png',
            title: 'Ann',
            message: text,
          }),
        message,
      )
    }
    await waitUntil(() => harness.shownNotifications().length === 2)
    expect(harness.shownNotifications()[1]).toMatchObject({ id: 'same', title: 'Ann', message: 'two' })
    expect(await harness.notifications()).toEqual(['same'])

    await harness.clickNotification('same')
    await waitUntil(async () => (await stored('clicked')) === 'same')
  })

  it('reaches the real side panel and the real popup, and survives restarts of the worker with them open', async () => {
    const panel = await openPanel()
    expect(await panel.getByRole('heading').textContent()).toBe('The panel')
    for (let i = 0; i < 3; i++) {
      await harness.stopWorker()
      expect(await harness.inWorker(() => 1)).toBe(1)
    }
    const popup = await harness.openPopup()
    expect(popup.url()).toContain('popup.html')
  })

  it('takes the network from the worker, also from one that starts later', async () => {
    const online = () => harness.inWorker(() => navigator.onLine)
    await harness.offline(true)
    expect(await online()).toBe(false)
    await harness.stopWorker()
    expect(await online()).toBe(false)
    await harness.offline(false)
    expect(await online()).toBe(true)
  })

  it('hears every complaint: of pages, of the side panel, of the worker', async () => {
    await harness.openPage('options.html')
    const panel = await openPanel()
    await panel.evaluate(() => {
      setTimeout(() => {
        throw new Error('panel broke')
      })
    })
    await harness.inWorker(() => {
      void Promise.reject(new Error('worker broke'))
    })
    const heard = () => harness.problems().map(({ where, kind }) => `${where} ${kind}`)
    await waitUntil(() => heard().length >= 3)
    expect(heard().sort()).toEqual(['options.html policy', 'sidepanel.html exception', 'worker exception'])
  })

  it('keeps the profile over a relaunch', async () => {
    await harness.inWorker(() => chrome.storage.local.set({ kept: 'yes' }))
    await harness.relaunch()
    expect(await stored('kept')).toBe('yes')
    expect(await harness.sidePanelIsOpen()).toBe(false)
  })
})
