/** What one key opens: a workspace's own accounts and those shared with it (contract 0.1). */
export interface Workspace {
  name: string
  key: string
  accountIds: Set<string>
  /** Accounts that were there once: asking for them is a 404, not a mistake of the client. */
  formerIds: Set<string>
}

/** The workspaces of one API, each behind its key. The first one is the sandbox's own. */
export class Keyring {
  readonly #workspaces: Workspace[] = []

  open(name: string, key: string, accountIds: Iterable<string>): Workspace {
    const workspace = { name, key, accountIds: new Set(accountIds), formerIds: new Set<string>() }
    this.#workspaces.push(workspace)
    return workspace
  }

  get keys(): string[] {
    return this.#workspaces.map(({ key }) => key)
  }

  /** The workspace an Authorization header opens. */
  behind(header: string | undefined): Workspace | undefined {
    return this.#workspaces.find(({ key }) => header === `Bearer ${key}`)
  }

  named(name: string): Workspace {
    const found = this.#workspaces.find((one) => one.name === name)
    if (!found) throw new Error(`No workspace ${name}`)
    return found
  }

  share(accountId: string, name: string): void {
    this.named(name).accountIds.add(accountId)
  }

  unshare(accountId: string, name: string): void {
    const { accountIds, formerIds } = this.named(name)
    if (accountIds.delete(accountId)) formerIds.add(accountId)
  }

  /** The account leaves every workspace. */
  forget(accountId: string): void {
    for (const { name } of this.#workspaces) this.unshare(accountId, name)
  }
}
