import SettingsIcon from 'lucide-react/icons/settings'
import { text } from '../../lib/domain/texts.ts'
import { countShownUnread } from '../../lib/store/queries/shownConversations.ts'
import { AttentionBanners } from '../health/AttentionBanners.tsx'
import { FreshnessStatus } from '../health/FreshnessStatus.tsx'
import { StorageBanner } from '../health/StorageBanner.tsx'
import { SyncButton } from '../health/SyncButton.tsx'
import { useStored } from '../hooks/useStored.ts'
import { useSyncWhenShown } from '../hooks/useSyncWhenShown.ts'
import { useFirstScreen } from '../platform/Basics.tsx'
import { usePlatform } from '../platform/PlatformContext.tsx'
import { Button } from '../ui/Button.tsx'
import { IconButton } from '../ui/IconButton.tsx'
import { PageHeader } from '../ui/PageHeader.tsx'
import { ToastHost } from '../ui/ToastHost.tsx'
import styles from './Popup.module.css'
import { UnreadList } from './UnreadList.tsx'

/** Who waits, at a glance. */
export function Popup() {
  const platform = usePlatform()
  const unread = useStored(countShownUnread, [], useFirstScreen()?.unread)
  useSyncWhenShown()
  return (
    <main className={styles.popup}>
      <PageHeader
        status={<FreshnessStatus />}
        actions={
          <>
            <SyncButton />
            <IconButton
              label={text('common_settings')}
              icon={SettingsIcon}
              onClick={() => platform.openOptions()}
            />
          </>
        }
      >
        <h1>{text('popup_unread')}</h1>
        {!!unread && (
          <span className={styles.count} aria-hidden="true">
            {unread}
          </span>
        )}
      </PageHeader>
      <StorageBanner />
      <AttentionBanners unlockHere={false} />
      <UnreadList onOpen={(id) => platform.openInbox(id)} />
      <ToastHost />
      <footer className={styles.footer}>
        <Button wide onClick={() => platform.openInbox(null)}>
          {text('popup_openInbox')}
        </Button>
      </footer>
    </main>
  )
}
