/** Who waits for a request; decides how much of the request budget it may use (design: pull). */
export type Lane = 'import' | 'mark' | 'background' | 'waiting' | 'send'
