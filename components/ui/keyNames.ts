const NAMES: Readonly<Record<string, string>> = {
  Escape: 'Esc',
  ArrowUp: '↑',
  ArrowDown: '↓',
  ArrowLeft: '←',
  ArrowRight: '→',
}
const MAC: Readonly<Record<string, string>> = { Mod: '⌘', Shift: '⇧', Enter: '↩' }
const ELSEWHERE: Readonly<Record<string, string>> = { Mod: 'Ctrl' }

/** What stands on the keys, for each part of a sequence: [["G"], ["I"]], [["Ctrl", "Enter"]]. */
export function keyNames(press: string, mac: boolean): string[][] {
  return press.split(' ').map((part) => {
    // The plus key itself stands at the end, after the plus that joins.
    const names = part.endsWith('+')
      ? [...part.slice(0, -1).split('+').filter(Boolean), '+']
      : part.split('+')
    return names.map(
      (name) =>
        (mac ? MAC : ELSEWHERE)[name] ?? NAMES[name] ?? (name.length === 1 ? name.toUpperCase() : name),
    )
  })
}
