/** Resolves when the page's own elements are there: a script that is not waited for may run before. */
export function domIsThere(): Promise<unknown> {
  return new Promise((there) => document.addEventListener('DOMContentLoaded', there, { once: true }))
}
