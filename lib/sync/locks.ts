/** The name of the lock that runs share, and that whoever must not be run into holds alone. */
export const SYNC_LOCK = 'sync'
