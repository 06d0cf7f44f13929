/** Leads to a section as a link to it does, also where it was led to before. */
export function goToSection(section: string): void {
  const hash = `#${section}`
  if (location.hash === hash) window.dispatchEvent(new HashChangeEvent('hashchange'))
  else location.hash = hash
}
