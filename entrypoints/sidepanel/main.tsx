import { createRoot } from 'react-dom/client'
import { Panel } from '../../components/panel/Panel.tsx'
import { PageRoot } from '../../components/platform/PageRoot.tsx'
import { createPlatform } from '../../lib/browser/platform.ts'
import { Database } from '../../lib/store/database.ts'

const root = document.getElementById('root')
if (!root) throw new Error('index.html lost its root element')

createRoot(root).render(
  <PageRoot platform={createPlatform('panel')} database={new Database()} afterConnect="close">
    <Panel />
  </PageRoot>,
)
