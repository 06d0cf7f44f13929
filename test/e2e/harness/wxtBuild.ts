import process from 'node:process'
import { build } from 'wxt'

// Run as a process of its own: WXT reads and sets the environment of the process it runs in.
const outDir = process.argv[2]
if (!outDir) throw new Error('Usage: wxtBuild.ts <outDir>')
await build({ outDir, browser: 'chrome', manifestVersion: 3 })
