import type { Conversation } from '../../lib/domain/conversation.ts'
import { linkedInAddress } from '../../lib/domain/linkedInAddress.ts'
import { hashOf } from '../../lib/domain/panelRoute.ts'
import { text } from '../../lib/domain/texts.ts'
import { usePlatform } from '../platform/PlatformContext.tsx'
import { showToast } from '../ui/toasts.ts'

/** The ways from a conversation to elsewhere: to LinkedIn's own page of it, and by a link that opens it here. */
export function useDoors() {
  const { copyText } = usePlatform()
  return {
    openOnLinkedIn(conversation: Conversation): void {
      window.open(linkedInAddress(conversation), '_blank', 'noopener,noreferrer')
    },
    async copyLink({ id }: Pick<Conversation, 'id'>): Promise<void> {
      const link = new URL(hashOf({ page: 'conversation', id }), location.href).href
      const copied = await copyText(link).then(
        () => true,
        () => false,
      )
      showToast(
        copied
          ? { id: 'link', text: text('thread_linkCopied') }
          : { id: 'link', text: text('thread_linkNotCopied'), tone: 'danger' },
      )
    },
  }
}
