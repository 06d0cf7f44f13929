import fc from 'fast-check'
import { SOAK } from './runs.ts'

// The usual run tries the same cases each time, so that it fails for what was changed; the long one looks for new ones.
if (!SOAK) fc.configureGlobal({ seed: 20_260 })
