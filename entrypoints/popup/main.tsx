import { createRoot } from 'react-dom/client'
import { PageRoot } from '../../components/platform/PageRoot.tsx'
import { Popup } from '../../components/popup/Popup.tsx'
import { createPlatform } from '../../lib/browser/platform.ts'
import { Database } from '../../lib/store/database.ts'

const root = document.getElementById('root')
if (!root) throw new Error('index.html lost its root element')

createRoot(root).render(
  <PageRoot platform={createPlatform('popup')} database={new Database()} afterConnect="nothing">
    <Popup />
  </PageRoot>,
)
