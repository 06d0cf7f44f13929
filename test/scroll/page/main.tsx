import '../../fixtures/speakEnglish.ts'
import '../../../components/ui/base.css'
import { createRoot } from 'react-dom/client'
import { PlatformProvider } from '../../../components/platform/PlatformContext.tsx'
import { Thread } from '../../../components/thread/Thread.tsx'
import { Database } from '../../../lib/store/database.ts'
import { makeMessage } from '../../fixtures/makeMessage.ts'
import { makePlatform, type PlatformCalls } from '../../fixtures/makePlatform.ts'
import { type Recorder, startRecording } from './recorder.ts'
import { prepare } from './scenarios.ts'

/** What the script that drives the page may use, as `window.parley`. */
export interface PageHooks {
  db: Database
  conversationId: string
  asked: PlatformCalls['commands']
  shown: PlatformCalls['shown']
  startRecording: typeof startRecording
  makeMessage: typeof makeMessage
  recorder?: Recorder
}

/** One thread in a page of its own: `?scene=<name>&theme=<light|dark>`. */
const query = new URLSearchParams(location.search)
document.documentElement.dataset.theme = query.get('theme') ?? 'light'
const db = new Database(`scroll-${crypto.randomUUID()}`)
const { conversationId, command } = await prepare(db, query.get('scene') ?? 'long', query)
const asked: PageHooks['asked'] = []
const platform = makePlatform({
  command: (name, request) => {
    asked.push({ name, request })
    return command(name, request)
  },
})
const { shown } = platform.calls
const hooks: PageHooks = { db, conversationId, asked, shown, startRecording, makeMessage }
Object.assign(window, { parley: hooks })

const root = document.getElementById('root')
if (root) {
  createRoot(root).render(
    <PlatformProvider platform={platform} database={db}>
      {query.has('narrow') ? null : <h1 className="visually-hidden">Inbox</h1>}
      <Thread conversationId={conversationId} {...(query.has('narrow') ? { onBack: () => undefined } : {})} />
    </PlatformProvider>,
  )
}
