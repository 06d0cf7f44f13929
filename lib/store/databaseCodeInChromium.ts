type Code = Pick<typeof import('./database.ts'), 'Database'>

let code: Promise<Code> | undefined

/** As in `databaseCode.ts`; Chromium builds take this one. The script is the one that the workers have it from. */
export function databaseCode(): Promise<Code> {
  code ??= load()
  return code
}

async function load(): Promise<Code> {
  const script = document.createElement('script')
  script.src = '/database.js'
  // Whoever asks for it waits for it; scripts that are put in come last otherwise.
  script.fetchPriority = 'high'
  document.head.append(script)
  await new Promise((resolve, reject) => {
    script.onload = resolve
    script.onerror = () => reject(new Error('The code of the database could not be loaded'))
  })
  const { scripts } = globalThis as unknown as { scripts: { './database.js': Code } }
  return scripts['./database.js']
}
