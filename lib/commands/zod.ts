import * as z from 'zod/mini'

// The extension's policy forbids code made at run time, so this must come before any schema: every schema file
// imports zod from here.
z.config({ jitless: true })

export { z }
