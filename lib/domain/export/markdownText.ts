/** A text as Markdown that reads as the text itself: nothing in it becomes a heading, a link, a list or HTML. */
export function markdownText(text: string): string {
  return text
    .split(/\r\n|\r|\n/)
    .map(line)
    .join('  \n')
}

function line(text: string): string {
  return text
    .replace(/[\\`*_[\]<>#|~&!]/g, '\\$&')
    .replace(/^(\s*)([-+=]|\d+(?=[.)]))/, (_, space: string, start: string) =>
      /\d/.test(start) ? `${space}${start}\\` : `${space}\\${start}`,
    )
    .replace(/^\s{2,}/, ' ')
}
