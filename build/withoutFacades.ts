import type { Plugin } from 'vite'

/** A file that only hands on, under other names, what another holds. */
const FACADE = /^import\{([^}]+)\}from"(\.\/[^"]+)";export\{([^}]+)\};?\s*$/

/** "a as b,c" as pairs of what is taken and what it is called there. */
const names = (list: string) =>
  list.split(',').map((each) => {
    const [taken = '', called = taken] = each.split(' as ')
    return [taken, called] as const
  })

/**
 * For each module that pages load later the bundler makes a file of its own, which only hands on what the file with its
 * code exports. Whoever loads one is sent to that file at once: there is one less to wait for, and the package is smaller.
 */
export const WITHOUT_FACADES: Plugin = {
  name: 'without-facades',
  apply: 'build',
  enforce: 'post',
  generateBundle(_options, bundle) {
    const chunks = Object.values(bundle).filter((file) => file.type === 'chunk')
    for (const { fileName, code, isEntry } of chunks) {
      const [, imported, source, exported] = (!isEntry && FACADE.exec(code)) || []
      if (!imported || !source || !exported) continue
      const locally = new Map(names(imported).map(([there, here]) => [here, there]))
      const handedOn = names(exported).map(([here, called]) => `${called}:file.${locally.get(here)}`)
      const called = `./${fileName.replace(/^.*\//, '')}`
      const listed = fileName.replace(/[^/]+$/, source.slice(2))
      for (const chunk of chunks) {
        chunk.code = chunk.code
          .replaceAll(`import("${called}")`, `import("${source}").then(file=>({${handedOn}}))`)
          // What is asked for beside it.
          .replaceAll(`"${fileName}"`, `"${listed}"`)
        if (chunk.code.includes(called))
          this.error(`${chunk.fileName} needs ${called} in a way nobody foresaw`)
      }
      delete bundle[fileName]
    }
  },
}
