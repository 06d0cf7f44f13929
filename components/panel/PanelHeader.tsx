import SettingsIcon from 'lucide-react/icons/settings'
import { FreshnessStatus } from '../health/FreshnessStatus.tsx'
import { SyncButton } from '../health/SyncButton.tsx'
import { usePlatform } from '../platform/PlatformContext.tsx'
import { IconButton } from '../ui/IconButton.tsx'
import { Logo } from '../ui/Logo.tsx'
import { PageHeader } from '../ui/PageHeader.tsx'

/** Name, freshness, and what concerns the whole inbox. */
export function PanelHeader() {
  const platform = usePlatform()
  return (
    <PageHeader
      mark={<Logo size={28} />}
      status={<FreshnessStatus />}
      actions={
        <>
          <SyncButton />
          <IconButton label="Settings" icon={SettingsIcon} onClick={() => platform.openOptions()} />
        </>
      }
    >
      <h1>Parley</h1>
    </PageHeader>
  )
}
