import { mulberry32, type Random } from './random'

// The identifier zoo of contract section 0.4: exact shapes, made-up contents.

const HEX = '0123456789abcdef'
const BASE64URL = 'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_'

function chars(random: Random, alphabet: string, length: number): string {
  let out = ''
  for (let i = 0; i < length; i++) out += alphabet[Math.floor(random() * alphabet.length)]
  return out
}

const base64 = (text: string): string => Buffer.from(text, 'latin1').toString('base64')

/** 24 lower-case hex characters (contract 0.1). */
export function makeAccountId(seed: number): string {
  return `66f0${chars(mulberry32(seed), HEX, 20)}`
}

/** 39 characters starting `ACoAA` (contract 0.4). */
export function makeProfileId(seed: number): string {
  return `ACoAA${chars(mulberry32(seed), BASE64URL, 34)}`
}

/** `2-` + base64 of `<uuid>_100` (contract 0.4). */
export function makeThreadKey(seed: number): string {
  const h = chars(mulberry32(seed), HEX, 32)
  const uuid = `${h.slice(0, 8)}-${h.slice(8, 12)}-4${h.slice(13, 16)}-a${h.slice(17, 20)}-${h.slice(20)}`
  return `2-${base64(`${uuid}_100`)}`
}

/** `2-` + base64 of `<sentAtMs>b<5 digits>-100`: the send time can be read back from it (contract 0.4). */
export function makeMessageKey(sentAt: number, salt: number): string {
  return `2-${base64(`${sentAt}b${String(salt % 100_000).padStart(5, '0')}-100`)}`
}

export const profileUrn = (profileId: string): string => `urn:li:fsd_profile:${profileId}`
export const conversationUrn = (ownerId: string, key: string): string =>
  `urn:li:msg_conversation:(${profileUrn(ownerId)},${key})`
export const backendThreadUrn = (key: string): string => `urn:li:messagingThread:${key}`
export const salesNavUrn = (key: string): string => `urn:li:salesNav_thread:${key}`
export const messageUrn = (ownerId: string, key: string): string =>
  `urn:li:msg_message:(${profileUrn(ownerId)},${key})`
export const backendMessageUrn = (key: string): string => `urn:li:messagingMessage:${key}`

/** The thread key inside any of the URN forms the contract knows, or undefined when it is none of them. */
export function threadKeyOf(urn: string): string | undefined {
  const inbox = /^urn:li:msg_conversation:\(urn:li:fsd_profile:[\w-]+,(2-[\w+/=-]+)\)$/.exec(urn)
  if (inbox) return inbox[1]
  return /^urn:li:(?:messagingThread|salesNav_thread):(2-[\w+/=-]+)$/.exec(urn)?.[1]
}
