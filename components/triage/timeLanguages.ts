import { parse as de } from 'chrono-node/de'
import { parse as es } from 'chrono-node/es'
import { parse as fr } from 'chrono-node/fr'
import { parse as it } from 'chrono-node/it'
import { parse as ja } from 'chrono-node/ja'
import { parse as nl } from 'chrono-node/nl'
import { parse as pt } from 'chrono-node/pt'

/** The languages that typed times are read in beside English. One file, as each of its own costs more than what it holds. */
export const TIME_LANGUAGES = { de, es, fr, it, ja, nl, pt } as const
