/** The variables of the environment by which the relay is told its port and which Firefox to start. */
export const RELAY_PORT = 'PARLEY_RELAY_PORT'
export const RELAY_FIREFOX = 'PARLEY_RELAY_FIREFOX'
/** Where the harness connects for commands of its own. */
export const OWN_PATH = '/own'
