/** What sorts before and after every other key of an index. Dexie has the same; whoever needs only these need not load it. */
export const minKey = Number.NEGATIVE_INFINITY
export const maxKey: never[][] = [[]]
