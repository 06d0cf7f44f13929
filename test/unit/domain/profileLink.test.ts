import { expect, it } from 'vitest'
import { linkedInAddress } from '../../../lib/domain/linkedInAddress.ts'
import { profileOfLink } from '../../../lib/domain/profileLink.ts'

it.each([
  ['https://www.linkedin.com/in/anna-ek/', 'https://www.linkedin.com/in/anna-ek'],
  ['https://se.linkedin.com/in/anna-ek?trk=x&miniProfileUrn=y#about', 'https://www.linkedin.com/in/anna-ek'],
  ['http://linkedin.com/in/J%C3%B6rg-1/details/skills/', 'https://www.linkedin.com/in/J%C3%B6rg-1'],
])('takes the profile out of %s', (link, profile) => {
  expect(profileOfLink(link)).toBe(profile)
})

it.each([
  'https://www.linkedin.com/company/acme',
  'https://www.linkedin.com/in/',
  'https://notlinkedin.com/in/anna',
  'https://linkedin.com.evil.example/in/anna',
  'javascript:alert(1)//www.linkedin.com/in/anna',
  'anna',
  '',
])('takes no profile out of "%s"', (link) => {
  expect(profileOfLink(link)).toBeNull()
})

it('knows LinkedIn’s own page of a conversation, whatever its key holds', () => {
  const inbox = { channel: 'inbox' as const, salesNavThreadId: null }
  expect(linkedInAddress({ ...inbox, key: '2-Zm9vYmFy==' })).toBe(
    'https://www.linkedin.com/messaging/thread/2-Zm9vYmFy==/',
  )
  expect(linkedInAddress({ ...inbox, key: '../../x?y#z' })).toBe(
    'https://www.linkedin.com/messaging/thread/..%2F..%2Fx%3Fy%23z/',
  )
  expect(linkedInAddress({ channel: 'salesNav', key: 'k', salesNavThreadId: '2-abc=' })).toBe(
    'https://www.linkedin.com/sales/inbox/2-abc=',
  )
})
