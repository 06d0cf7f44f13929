import { crc32, deflateSync } from 'node:zlib'
import { hash, mulberry32 } from './random'
import type { Attachment } from './types'

function chunk(type: string, data: Buffer): Buffer {
  const body = Buffer.concat([Buffer.from(type, 'latin1'), data])
  const frame = Buffer.alloc(8)
  frame.writeUInt32BE(data.length, 0)
  frame.writeUInt32BE(crc32(body), 4)
  return Buffer.concat([frame.subarray(0, 4), body, frame.subarray(4)])
}

/** A picture of 240 × 160 in two colours of its own. */
function makePng(seed: number): Buffer {
  const [width, height] = [240, 160]
  const random = mulberry32(seed)
  const colours = [0, 1].map(() => [0, 1, 2].map(() => 60 + Math.floor(random() * 160)))
  const rows = Array.from({ length: height }, (_, y) => [
    0,
    ...Array.from({ length: width }, (_, x) => colours[x + y * 1.5 < width ? 0 : 1] ?? []).flat(),
  ])
  const head = Buffer.from([0, 0, 0, width, 0, 0, 0, height, 8, 2, 0, 0, 0])
  return Buffer.concat([
    Buffer.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a]),
    chunk('IHDR', head),
    chunk('IDAT', deflateSync(Buffer.from(rows.flat()))),
    chunk('IEND', Buffer.alloc(0)),
  ])
}

/** The bytes of a made-up attachment: a real picture for a picture, text for anything else. */
export function makeFile({ name, mediaType, url }: Attachment): Buffer {
  if (mediaType.startsWith('image/')) return makePng(hash(0, url))
  return Buffer.from(`Sandbox file ${name}\n`.repeat(40))
}
