import { optional, text } from '../server/fields'
import { type Answer, accountOf, type Call, type Context, Refusal, type Route } from '../server/route'
import { accountRow, accountStatus } from '../wire/accountRow'

const status = (call: Call, { now, wire }: Context): Answer => {
  // Without an id the API takes the most recently used account; here simply the first.
  const account = call.account ?? call.accounts[0]
  if (!account) throw new Refusal(404, 'No LinkedIn account found')
  return { status: 200, body: accountStatus(account, now(), wire('status', call.id)) }
}

/** Contract 1.1 and 1.2. */
export const accountRoutes: Route[] = [
  {
    method: 'GET',
    path: '/accounts',
    query: { q: optional(text) },
    handle(call, { wire }) {
      const asked = call.query.q?.toLowerCase()
      const fits = call.accounts.filter(
        (a) => !asked || a.id === asked || `${a.name} ${a.slug}`.toLowerCase().includes(asked),
      )
      const rows = fits.map(accountRow)
      const form = wire('accounts', call.id).accounts
      return { status: 200, body: form === 'bare' ? rows : { [form]: rows }, wrap: false }
    },
  },
  { method: 'GET', path: '/account/status', query: { accountId: optional(text) }, handle: status },
  {
    method: 'GET',
    path: '/account/:id/status',
    handle: (call, context) => status({ ...call, account: accountOf(call) }, context),
  },
]
