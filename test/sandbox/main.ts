import { parseArgs } from 'node:util'
import { startSandbox } from './sandbox'
import type { DialectName } from './wire/dialect'

const { values } = parseArgs({
  options: {
    port: { type: 'string', default: '8787' },
    conversations: { type: 'string', default: '300' },
    accounts: { type: 'string', default: '2' },
    seed: { type: 'string', default: '1' },
    dialect: { type: 'string', default: 'newest' },
    traffic: { type: 'string', default: '0' },
    'no-rate-limit': { type: 'boolean', default: false },
  },
})

const sandbox = await startSandbox({
  port: Number(values.port),
  conversations: Number(values.conversations),
  accounts: Number(values.accounts),
  seed: Number(values.seed),
  dialect: values.dialect as DialectName,
  ...(values['no-rate-limit'] ? { rateLimit: false } : {}),
})
sandbox.startTraffic({ everyMs: Number(values.traffic) })

console.log(`Base URL  ${sandbox.baseUrl}`)
console.log(`Key       ${sandbox.key}`)
console.log(`Control   http://127.0.0.1:${sandbox.port}/__control/world`)
for (const account of sandbox.world.accounts) console.log(`Account   ${account.id}  ${account.name}`)
console.log('Ctrl-C stops it.')

process.once('SIGINT', () => void sandbox.stop())
process.once('SIGTERM', () => void sandbox.stop())
