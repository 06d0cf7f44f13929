import SettingsIcon from 'lucide-react/icons/settings'
import SquarePen from 'lucide-react/icons/square-pen'
import { text } from '../../lib/domain/texts.ts'
import { useAction } from '../actions/useAction.ts'
import { FreshnessStatus } from '../health/FreshnessStatus.tsx'
import { SyncButton } from '../health/SyncButton.tsx'
import { usePlatform } from '../platform/PlatformContext.tsx'
import { IconButton } from '../ui/IconButton.tsx'
import { Logo } from '../ui/Logo.tsx'
import { PageHeader } from '../ui/PageHeader.tsx'

/** Name, freshness, and what concerns the whole inbox. */
export function PanelHeader({ onNew }: { onNew: () => void }) {
  const platform = usePlatform()
  useAction('newConversation', onNew)
  return (
    <PageHeader
      mark={<Logo size={28} />}
      status={<FreshnessStatus />}
      actions={
        <>
          <IconButton label={text('common_newConversation')} icon={SquarePen} onClick={onNew} />
          <SyncButton />
          <IconButton
            label={text('common_settings')}
            icon={SettingsIcon}
            onClick={() => platform.openOptions()}
          />
        </>
      }
    >
      <h1>Parley</h1>
    </PageHeader>
  )
}
