import type { Sandbox } from '../../sandbox/sandbox.ts'

/** A message with a file arrives in the first inbox conversation; its bytes are the sandbox's to make. */
export function plantFile({ world }: Sandbox, file: { name: string; mediaType: string }): void {
  const conversation = world.conversations().find((one) => one.channel === 'inbox')
  if (!conversation) throw new Error('The world has no conversation')
  const sentAt = conversation.lastActivityAt + 1
  const url = `https://www.linkedin.com/dms/prv/file/SANDBOX${sentAt}`
  const attachments = [{ ...file, byteSize: 4_000, url }]
  world.append(conversation, { sender: 0, text: `About ${file.mediaType}`, sentAt, attachments })
}
