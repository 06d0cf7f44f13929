declare const __API_BASE_URL__: string

/** Where the API lives, fixed when the extension was built; host permission and CSP were made for the same address. */
export const API_BASE_URL: string = __API_BASE_URL__.replace(/\/+$/, '')
