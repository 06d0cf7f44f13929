import { expect, test, vi } from 'vitest'
import { onUpdated } from '../../../lib/browser/lifecycle.ts'

const installed = vi.hoisted(() => ({ tell: (_: object) => {} }))
vi.mock('webextension-polyfill', () => ({
  default: {
    runtime: {
      onInstalled: {
        addListener: (listener: (details: object) => void) => {
          installed.tell = listener
        },
      },
    },
  },
}))

test('an update says which version was there before; an install, and an update of the browser, say nothing', () => {
  const heard: string[] = []
  onUpdated((from) => heard.push(from))
  installed.tell({ reason: 'install' })
  installed.tell({ reason: 'browser_update' })
  installed.tell({ reason: 'update', previousVersion: '0.0.9' })
  expect(heard).toEqual(['0.0.9'])
})
