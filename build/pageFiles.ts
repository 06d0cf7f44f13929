/**
 * Where the popup begins; the rest is found by following what these import. What begins a page is put into a file that
 * others share, as one file less to wait for; so it looks which page it is in.
 */
const POPUP =
  /\/(entrypoints\/popup\/main|components\/platform\/PageRoot|components\/popup\/Popup|lib\/browser\/platform|react-dom\/client)\.\w+$|wxt-html-plugins/

/** What is there for the first paint, in memory and on the disk, is asked for while the rest is being loaded. */
const AT_ONCE =
  /\/lib\/browser\/keptFirstScreen\.ts$|\/entrypoints\/sidepanel\/atOnce\.ts$|vite\/preload-helper|rolldown[/-]runtime/

/**
 * What pages load later, by what begins it: one file for what is used together, as each file more costs a wait and its
 * headers. What two of them need is in the one that stands first, so heavy ones stand last. `extras` is all that is not
 * named here.
 */
const LATER: readonly (readonly [file: string, beginnings: RegExp | null])[] = [
  ['keys', /\/(listenToKeys|ListKeys|PanelKeys|PopupKeys|ThreadKeys)\.\w+$/],
  ['extras', null],
  ['begin', /\/(Connect|Connected|LockedBanner|NewConversation)\.\w+$/],
  ['results', /\/(SearchResults|SuggestionRow)\.\w+$/],
  ['backup', /\/backupFile\.\w+$/],
  ['popups', /\/(Toaster|Menu|ThreadMenu|ViewsList|NoteDialog|KeySheet)\.\w+$/],
  ['choices', /\/(LabelPicker|LaterPicker|Palette|TimePicker)\.\w+$/],
  ['emoji', /\/(emoji|EmojiSuggestions)\.\w+$/],
  ['times', /\/findTime\.\w+$|chrono-node.*\/en\//],
  ['languages', /\/timeLanguages\.\w+$/],
]

interface Modules {
  getModuleInfo(id: string): {
    isEntry: boolean
    importers: readonly string[]
    dynamicImporters: readonly string[]
  } | null
}

/** A module and all that cannot begin without it: what imports it, and not only once it is needed. */
function above(module: string, modules: Modules): string[] {
  const found = new Set([module])
  for (const id of found)
    for (const importer of modules.getModuleInfo(id)?.importers ?? []) found.add(importer)
  return [...found]
}

/** What cannot begin without a module: pages, and the database, which popup and panel load once they were painted. */
function neededBy(module: string, modules: Modules): string[] {
  return above(module, modules).flatMap((id) => {
    if (id.endsWith('/lib/store/database.ts')) return 'database'
    return modules.getModuleInfo(id)?.isEntry ? (/entrypoints\/(\w+)/.exec(id)?.[1] ?? 'page') : []
  })
}

/** The files of `LATER` that cannot begin without a module. */
function laterFiles(module: string, modules: Modules): string[] {
  return above(module, modules)
    .filter((id) => modules.getModuleInfo(id)?.dynamicImporters.length)
    .map((id) => LATER.find(([, beginnings]) => beginnings?.test(id))?.[0] ?? 'extras')
}

/** A file that holds the modules of which this is true, unless one of a higher priority does. */
const fileOf = (name: string, priority: number, holds: (id: string, modules: Modules) => boolean) => ({
  name: (id: string, modules: Modules) => (holds(id, modules) ? name : null),
  debugName: name,
  priority,
})

/**
 * All that the popup loads is one file, which the other pages, needing nearly all of it, share; what else the panel needs
 * is another. A page of an extension waits longer for each file than for some kilobytes more in one. What panel and database
 * share is in the first, as the one is not to wait for the other, nor the popup’s database for the panel.
 */
export const PAGES_OUTPUT = {
  codeSplitting: {
    groups: [
      { name: 'atOnce', test: AT_ONCE, priority: 40 },
      fileOf('pages', 39, (id, modules) => {
        const needed = neededBy(id, modules)
        return POPUP.test(id) || (needed.includes('sidepanel') && needed.includes('database'))
      }),
      // What is loaded later is left where it is: shared by others that are, it would come too early.
      fileOf('panel', 38, (id, modules) => neededBy(id, modules).includes('sidepanel')),
      fileOf('database', 37, (id, modules) => neededBy(id, modules).includes('database')),
      // What the options page needs at once and others later.
      fileOf('shared', 36, (id, modules) => {
        return neededBy(id, modules).includes('options') && laterFiles(id, modules).length > 0
      }),
      ...LATER.map(([name], index) =>
        fileOf(name, LATER.length - index, (id, modules) => laterFiles(id, modules).includes(name)),
      ),
    ],
  },
}
