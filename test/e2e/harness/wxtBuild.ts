import process from 'node:process'
import { build } from 'wxt'

// Run as a process of its own: WXT reads and sets the environment of the process it runs in.
const [outDir, browser] = process.argv.slice(2)
if (!outDir || !browser) throw new Error('Usage: wxtBuild.ts <outDir> <browser>')
await build({ outDir, browser, manifestVersion: 3 })
