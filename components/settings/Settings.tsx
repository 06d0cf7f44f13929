import { Logo } from '../ui/Logo.tsx'
import { ToastHost } from '../ui/ToastHost.tsx'
import { AccountSection } from './AccountSection.tsx'
import { AppearanceSection } from './AppearanceSection.tsx'
import { DataSection } from './DataSection.tsx'
import { DiagnosticsSection } from './DiagnosticsSection.tsx'
import { KeyboardSection } from './KeyboardSection.tsx'
import { LabelsSection } from './LabelsSection.tsx'
import { NotificationsSection } from './NotificationsSection.tsx'
import { Section } from './Section.tsx'
import styles from './Settings.module.css'
import { SettingsNav } from './SettingsNav.tsx'
import { SnippetsSection } from './SnippetsSection.tsx'
import { SyncSection } from './SyncSection.tsx'
import { useSectionInAddress } from './useSectionInAddress.ts'

const SECTIONS = [
  { name: 'Account', Body: AccountSection },
  { name: 'Sync', Body: SyncSection },
  { name: 'Notifications', Body: NotificationsSection },
  { name: 'Appearance', Body: AppearanceSection },
  { name: 'Keyboard', Body: KeyboardSection },
  { name: 'Snippets', Body: SnippetsSection },
  { name: 'Labels', Body: LabelsSection },
  { name: 'Data', Body: DataSection },
  { name: 'Diagnostics', Body: DiagnosticsSection },
]

/** All that can be set, on one page. */
export function Settings() {
  useSectionInAddress()
  return (
    <div className={styles.page}>
      <header className={styles.side}>
        <div className={styles.brand}>
          <Logo size={24} />
          <h1>Settings</h1>
        </div>
        <SettingsNav names={SECTIONS.map(({ name }) => name)} />
      </header>
      <main className={styles.main}>
        {SECTIONS.map(({ name, Body }) => (
          <Section key={name} name={name}>
            <Body />
          </Section>
        ))}
      </main>
      <ToastHost />
    </div>
  )
}
