import { text } from '../../lib/domain/texts.ts'
import { Logo } from '../ui/Logo.tsx'
import { ToastHost } from '../ui/ToastHost.tsx'
import { AccountSection } from './AccountSection.tsx'
import { AppearanceSection } from './AppearanceSection.tsx'
import { DataSection } from './DataSection.tsx'
import { DiagnosticsSection } from './DiagnosticsSection.tsx'
import { KeyboardSection } from './KeyboardSection.tsx'
import { LabelsSection } from './LabelsSection.tsx'
import { NewsSection } from './NewsSection.tsx'
import { NotificationsSection } from './NotificationsSection.tsx'
import { Section } from './Section.tsx'
import styles from './Settings.module.css'
import { SettingsNav } from './SettingsNav.tsx'
import { SnippetsSection } from './SnippetsSection.tsx'
import { SyncSection } from './SyncSection.tsx'
import { useSectionInAddress } from './useSectionInAddress.ts'

const SECTIONS = [
  { id: 'account', Body: AccountSection },
  { id: 'sync', Body: SyncSection },
  { id: 'notifications', Body: NotificationsSection },
  { id: 'appearance', Body: AppearanceSection },
  { id: 'keyboard', Body: KeyboardSection },
  { id: 'snippets', Body: SnippetsSection },
  { id: 'labels', Body: LabelsSection },
  { id: 'data', Body: DataSection },
  { id: 'diagnostics', Body: DiagnosticsSection },
  { id: 'news', Body: NewsSection },
] as const

/** All that can be set, on one page. */
export function Settings() {
  useSectionInAddress()
  return (
    <div className={styles.page}>
      <header className={styles.side}>
        <div className={styles.brand}>
          <Logo size={24} />
          <h1>{text('settings_title')}</h1>
        </div>
        <SettingsNav ids={SECTIONS.map(({ id }) => id)} />
      </header>
      <main className={styles.main}>
        {SECTIONS.map(({ id, Body }) => (
          <Section key={id} id={id}>
            <Body />
          </Section>
        ))}
      </main>
      <ToastHost />
    </div>
  )
}
