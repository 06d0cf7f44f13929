import { backThrough } from './backThrough.ts'
import { launchBrowser } from './openPage.ts'
import { serve } from './serve.ts'

/*
 * Proves that the history stays still: `npx tsx test/scroll/main.ts [messages]`. Prints the numbers, fails above 1 px.
 */
const MOST = 1
const total = Number(process.argv[2] ?? 10_000)
const site = await serve()
const browser = await launchBrowser()
try {
  const { longTasks, odd, errors, ...numbers } = await backThrough(await browser.newPage(), site.url, total)
  console.log(`Back through ${total} messages:`, numbers)
  console.log(`Long tasks: ${longTasks.length}, longest ${Math.max(0, ...longTasks)} ms`)
  const still = numbers.worst <= MOST && numbers.emptyAfter === 0
  for (const error of [...odd, ...errors]) console.log(error)
  process.exitCode = still && errors.length === 0 && numbers.prepends >= total / 100 - 1 ? 0 : 1
} finally {
  await browser.close()
  await site.close()
}
