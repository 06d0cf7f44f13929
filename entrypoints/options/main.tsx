import { createRoot } from 'react-dom/client'
import { PageRoot } from '../../components/platform/PageRoot.tsx'
import { Settings } from '../../components/settings/Settings.tsx'
import { createPlatform } from '../../lib/browser/platform.ts'
import { Database } from '../../lib/store/database.ts'

const root = document.getElementById('root')
if (!root) throw new Error('index.html lost its root element')

createRoot(root).render(
  <PageRoot platform={createPlatform('options')} database={new Database()} afterConnect="openInbox">
    <Settings />
  </PageRoot>,
)
