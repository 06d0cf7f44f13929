/** How the answer to one request ends on the wire. */
export type Reply =
  | { how: 'end'; status: number; text: string | Buffer; type: string; headers: Record<string, string> }
  /** Everything is sent, the response is never ended. */
  | { how: 'leaveOpen'; status: number; text: string | Buffer; type: string; headers: Record<string, string> }
  /** The headers promise everything, half comes, then a reset. */
  | { how: 'breakOff'; status: number; text: string | Buffer; type: string; headers: Record<string, string> }
  | { how: 'hang' }
  | { how: 'reset' }

export const JSON_TYPE = 'application/json; charset=utf-8'
const HTML =
  '<html><head><title>502 Bad Gateway</title></head><body><center><h1>Bad Gateway</h1></center></body></html>'

export function jsonReply(status: number, body: unknown, headers: Record<string, string> = {}): Reply {
  return { how: 'end', status, text: JSON.stringify(body), type: JSON_TYPE, headers }
}

/** What a gateway in front of the API says: no JSON at all (contract 0.6). */
export function gatewayReply(status: number, headers: Record<string, string> = {}): Reply {
  return { how: 'end', status, text: HTML.replaceAll('502', String(status)), type: 'text/html', headers }
}

export function fileReply(
  status: number,
  file: { bytes: Buffer; type: string },
  headers: Record<string, string>,
): Reply {
  return { how: 'end', status, text: file.bytes, type: file.type, headers }
}
