import { spawn } from 'node:child_process'
import process from 'node:process'
import { startSandbox } from '../sandbox/sandbox.ts'

/** Always the same, as the extension keeps the permission for it from one start to the next. */
const PORT = 8787

/** The extension with hot reload, for a stand-in API with a lively inbox: both in one command. */
async function main(): Promise<number> {
  const sandbox = await startSandbox({ port: PORT, accounts: 2, conversations: 300 })
  sandbox.startTraffic({ everyMs: 20_000 })
  console.log(`The stand-in API is at ${sandbox.baseUrl}. Its key: ${sandbox.key}`)
  try {
    return await develop(sandbox.baseUrl)
  } finally {
    await sandbox.stop()
  }
}

/** Until WXT ends, by its own hand or by Ctrl-C, which the terminal sends to both. */
function develop(baseUrl: string): Promise<number> {
  return new Promise((resolve, reject) => {
    const child = spawn(process.execPath, ['node_modules/wxt/bin/wxt.mjs', ...process.argv.slice(2)], {
      stdio: 'inherit',
      env: { ...process.env, WXT_API_BASE_URL: baseUrl },
    })
    for (const signal of ['SIGINT', 'SIGTERM'] as const) process.on(signal, () => child.kill(signal))
    child.on('error', reject)
    child.on('close', (code) => resolve(code ?? 0))
  })
}

main().then(
  (code) => process.exit(code),
  (error: unknown) => {
    console.error(error instanceof Error ? error.message : error)
    process.exit(1)
  },
)
