// @vitest-environment happy-dom
import { fireEvent, screen, waitFor } from '@testing-library/react'
import { expect, it } from 'vitest'
import { AttentionBanners } from '../../../../components/health/AttentionBanners.tsx'
import { FirstRun } from '../../../../components/onboarding/FirstRun.tsx'
import { SampleMark } from '../../../../components/sample/SampleMark.tsx'
import { KeyGroup } from '../../../../components/settings/KeyGroup.tsx'
import { SAMPLE_KEY } from '../../../../lib/domain/sample.ts'
import { makeVault } from '../../../fixtures/makeVault.ts'
import { preparePage } from '../renderPage.tsx'

it('opens without a key and without access to the API', async () => {
  const { platform, show } = preparePage({
    vault: makeVault({ open: false }),
    hasHostAccess: async () => false,
    requestHostAccess: () => Promise.reject(new Error('asked')),
  })
  show(
    <FirstRun afterConnect="nothing">
      <p>The inbox</p>
    </FirstRun>,
  )
  fireEvent.click(await screen.findByRole('button', { name: 'Try it without a key' }))
  await waitFor(() => expect(platform.calls.commands.map(({ name }) => name)).toEqual(['connect']))
  expect(platform.calls.keys).toEqual([SAMPLE_KEY])
})

it('asks for no access to the API while it is open, and takes no key before it was left', async () => {
  const { show } = preparePage({ vault: makeVault({ sample: true }), hasHostAccess: async () => false })
  show(
    <>
      <AttentionBanners />
      <KeyGroup />
    </>,
  )
  await screen.findByText(/There is no key in the sample inbox/)
  expect(screen.queryByRole('alert')).toBeNull()
  expect(screen.queryByRole('button')).toBeNull()
})

it('says that it is the sample, is left by one click, and says so where that fails', async () => {
  const { platform, show } = preparePage({ vault: makeVault({ sample: true }) })
  platform.fail('leaveSample', { kind: 'storage' })
  show(<SampleMark />)
  screen.getByRole('region', { name: 'Sample inbox' })
  fireEvent.click(screen.getByRole('button', { name: 'Leave sample' }))
  await screen.findByRole('alert')
  expect(platform.calls.commands.map(({ name }) => name)).toEqual(['leaveSample'])
})
