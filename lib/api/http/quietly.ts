/** Runs a listener whose failure must not cost the call it listens to. */
export function quietly(listen: () => void | Promise<void>): void {
  try {
    Promise.resolve(listen()).catch(() => undefined)
  } catch {
    // Told in vain.
  }
}
